import type { Request, Response } from 'express';
import type { Site } from '../site.ts';
import { inTurn } from './in-turn.ts';
import { withReceivedPackage } from './receive-package.ts';
import { type TakenPackage, takePackage } from './take-package.ts';

/** The package in the field `file` of the request. Throws AppError as `takePackage` does. */
export function takeReceived(site: Site, req: Request, res: Response): Promise<TakenPackage> {
  return withReceivedPackage(req, res, async ({ path, name }) => {
    const opened = await site.exchange.openPackage(path);
    return inTurn(() => takePackage(site, opened, name)).finally(() => opened.close());
  });
}
