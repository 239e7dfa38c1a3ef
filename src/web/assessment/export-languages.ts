import type { Response } from 'express';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { type Language, languageSchema } from '#shared/text.ts';
import { languageOf } from '../language.ts';

/** `?language=zh-CN|en|both`; without it that of the pages. Throws AppError `faulty-input`. */
export function exportLanguages(asked: unknown, res: Response): Language[] {
  if (asked === undefined || asked === '') return [languageOf(res)];
  if (asked === 'both') return [...languageSchema.options];
  const one = languageSchema.safeParse(asked);
  if (one.success) return [one.data];
  throw new AppError('faulty-input', [
    fault(['language'], '须是其中之一：zh-CN, en, both', 'must be one of zh-CN, en, both'),
  ]);
}
