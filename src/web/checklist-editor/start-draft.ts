import { z } from 'zod';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { lineSchema } from '#shared/plain-text.ts';
import { freeId } from './free-names.ts';
import { newChecklist } from './new-checklist.ts';

/** What somebody names a checklist of the city: usable as a name of a file everywhere, and in addresses. */
const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const namesSchema = z.object({
  'title.zh': lineSchema(80),
  'title.en': lineSchema(160).optional(),
  id: idSchema.optional(),
});

export type TypedStart = { from: string; 'title.zh': string; 'title.en': string; id: string };

/** The first state of a draft: empty, or a copy under a name of its own. `used`: ids that are not free. */
export function startDraft(
  typed: TypedStart,
  source: Checklist | undefined,
  used: readonly string[],
): Checked<Checklist> {
  const parsed = check(namesSchema, {
    'title.zh': typed['title.zh'],
    'title.en': typed['title.en'].trim() || undefined,
    id: typed.id.trim() || undefined,
  });
  const faults = [...(parsed.ok ? [] : parsed.faults), ...faultsOfId(typed.id.trim(), used)];
  if (!parsed.ok || faults.length > 0) return { ok: false, faults };
  const { 'title.zh': zh, 'title.en': en, id = freeId('city', used) } = parsed.value;
  const title = { zh, ...(en === undefined ? {} : { en }) };
  return { ok: true, value: source ? { ...source, id, title } : newChecklist(id, title) };
}

/** Whether an id that came with a file can be used. */
export function faultsOfId(id: string, used: readonly string[]): Fault[] {
  if (used.includes(id))
    return [fault(['id'], `标识“${id}”已被别的检查表用了`, `the id "${id}" is used by another checklist`)];
  return reserved.test(id) ? [fault(['id'], '这个标识不能用作文件名', 'this id cannot be the name of a file')] : [];
}

/** Why an id that came with a file cannot be used: by its form, or as the name of a file. */
export function problemOfId(id: string): 'id' | 'reserved' | undefined {
  if (!idSchema.safeParse(id).success) return 'id';
  return reserved.test(id) ? 'reserved' : undefined;
}
