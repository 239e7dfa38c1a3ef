import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';

/** The fields of a sent form by name; of a field sent twice the last one counts. */
export type FormFields = ReadonlyMap<string, string>;

const bodySchema = z.object({}).loose();
const valueSchema = z.union([z.string(), z.array(z.string()).transform(values => values.at(-1) ?? '')]);

/** Throws AppError `malformed` where the request was no form. */
export function readFormFields(body: unknown): FormFields {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new AppError('malformed');
  const entries = Object.entries(parsed.data);
  return new Map(
    entries.flatMap(([name, value]) => {
      const text = valueSchema.safeParse(value);
      return text.success ? [[name, text.data]] : [];
    }),
  );
}
