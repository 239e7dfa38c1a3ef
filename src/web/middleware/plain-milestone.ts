import type { RequestHandler } from 'express';
import { AppError } from '#shared/app-error.ts';

/** `?milestone[]=…` would be another name, and whoever asks for a milestone must not be given the present state. */
export const plainMilestone: RequestHandler = (req, _res, next) => {
  if (Object.keys(req.query).some(name => name.startsWith('milestone['))) throw new AppError('not-found');
  next();
};
