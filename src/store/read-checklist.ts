import { checkCharacters } from '#checklist/check-characters.ts';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { checkLengths } from '#checklist/check-lengths.ts';
import type { ReadAs, ReadChecklist, ReadProgress } from '#checklist/checklist-documents.ts';
import { draftChecklistSchema } from '#checklist/draft.ts';
import { check, fault } from '#shared/fault.ts';
import { utf8 } from './read-text-file.ts';
import { type OnRead, parseYaml } from './yaml-document.ts';

/** JSON is read as the YAML that it is, so that its faults have places too. */
export function readChecklist(
  bytes: Uint8Array,
  as: ReadAs,
  onProgress: (progress: ReadProgress) => void = () => {},
): ReadChecklist {
  const text = utf8(bytes);
  if (text === undefined)
    return { ok: false, faults: [{ line: 1, column: 1, ...fault([], '不是 UTF-8 编码', 'not UTF-8 text') }] };
  const parsed = parseYaml(text, shareOf(text, onProgress));
  if (!parsed.ok) return parsed;
  onProgress({ step: 'checking' });
  const { value, place } = parsed.document;
  const checked = as === 'draft' ? check(draftChecklistSchema, value) : parseChecklist(value);
  const found = [...(checked.ok ? [] : checked.faults), ...checkCharacters(value), ...checkLengths(value)];
  if (checked.ok && found.length === 0) return { ok: true, checklist: checked.value };
  const faults = found.map(one => ({ ...one, ...place(one) }));
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}

const sharesTold = 50;

/** Tells the share that is read, some fifty times for a file however long it is. */
function shareOf({ length }: string, onProgress: (progress: ReadProgress) => void): OnRead {
  let next = 0;
  return at => {
    if (at === 'all') return onProgress({ step: 'building' });
    if (at < next) return;
    next = at + length / sharesTold;
    onProgress({ step: 'reading', share: at / length });
  };
}
