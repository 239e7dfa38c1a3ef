import type { Request } from 'express';
import type { Site } from '../../site.ts';

/** The key stands in the fragment, which no log ever sees. */
export function keyLink({ baseUrl }: Pick<Site, 'baseUrl'>, req: Request, { id, key }: { id: string; key: string }) {
  const origin = baseUrl ?? `${req.protocol}://${req.headers.host}`;
  return `${origin}/workshops/${id}/enter#key=${key}`;
}
