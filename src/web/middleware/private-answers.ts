import type { RequestHandler } from 'express';

/** What a city stores stays out of shared caches; assets and the API say otherwise themselves. */
export const privateAnswers: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'private, no-cache');
  next();
};
