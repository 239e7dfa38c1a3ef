import type { RequestHandler } from 'express';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';

/** `?language[]=…` would be another name than `language`, and who asks for something must not be given something else without a word. */
export const plainQuery: RequestHandler = (req, _res, next) => {
  const wrong = Object.keys(req.query).filter(name => /^\w+\[/.test(name));
  // As one that is not there: the present state is not what was asked for.
  if (wrong.some(name => name.startsWith('milestone['))) throw new AppError('not-found');
  if (wrong.length > 0)
    throw new AppError(
      'faulty-address',
      wrong.slice(0, 10).map(name => {
        const plain = name.slice(0, name.indexOf('[')).slice(0, 60);
        return fault([plain], '地址里的名称不带方括号', 'in an address the name takes no brackets');
      }),
    );
  next();
};
