import type { Response } from 'express';

/** JSON under an ETag that marks something else: it can change while the mark does not, so it is never told as not modified. */
export function sendCurrent(res: Response, document: object): void {
  res.type('json').end(JSON.stringify(document));
}
