import { checkCharacters } from '#checklist/check-characters.ts';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { checkLengths } from '#checklist/check-lengths.ts';
import type { ReadAs, ReadChecklist } from '#checklist/checklist-documents.ts';
import { draftChecklistSchema } from '#checklist/draft.ts';
import { check, fault } from '#shared/fault.ts';
import { utf8 } from './read-text-file.ts';
import { parseYaml } from './yaml-document.ts';

/** JSON is read as the YAML that it is, so that its faults have places too. */
export function readChecklist(bytes: Uint8Array, as: ReadAs): ReadChecklist {
  const text = utf8(bytes);
  if (text === undefined)
    return { ok: false, faults: [{ line: 1, column: 1, ...fault([], '不是 UTF-8 编码', 'not UTF-8 text') }] };
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const { value, place } = parsed.document;
  const checked = as === 'draft' ? check(draftChecklistSchema, value) : parseChecklist(value);
  const found = [...(checked.ok ? [] : checked.faults), ...checkCharacters(value), ...checkLengths(value)];
  if (checked.ok && found.length === 0) return { ok: true, checklist: checked.value };
  const faults = found.map(one => ({ ...one, ...place(one) }));
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}
