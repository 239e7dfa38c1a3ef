import type { RequestHandler } from 'express';

/** Nobody keeps answers of the API. */
export const notStored: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  next();
};
