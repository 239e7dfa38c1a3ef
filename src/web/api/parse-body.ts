import type { Request } from 'express';
import type { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { type Checked, check } from '#shared/fault.ts';
import { protoKeys } from './proto-keys.ts';

/** The parsed JSON body. Throws AppError `malformed` where no JSON came, `faulty-input` with every fault. */
export function parseBody<S extends z.ZodType>(req: Request, schema: S): z.output<S> {
  return acceptedValue(check(schema, bodyOf(req)));
}

/** Throws AppError `malformed` where the request has no JSON body, `faulty-input` for a key that would be lost. */
export function bodyOf(req: Request): unknown {
  if (req.body === undefined) throw new AppError('malformed');
  const faults = protoKeys(req.body);
  if (faults.length > 0) throw new AppError('faulty-input', faults);
  return req.body;
}

/** Throws AppError `faulty-input`. */
export function acceptedValue<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new AppError('faulty-input', checked.faults);
  return checked.value;
}
