import { stringify } from 'yaml';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { ChecklistDocuments, ReadChecklist } from '#checklist/checklist-documents.ts';
import { fault } from '#shared/fault.ts';
import { parseYaml } from './yaml-document.ts';

/** JSON is read as the YAML that it is, so that its faults have places too. */
export const checklistDocuments: ChecklistDocuments = {
  read,
  yaml: checklist => stringify(checklist, { lineWidth: 120, aliasDuplicateObjects: false }),
  json: checklist => `${JSON.stringify(checklist, null, 2)}\n`,
};

function read(bytes: Uint8Array): ReadChecklist {
  const text = textOf(bytes);
  if (text === undefined)
    return { ok: false, faults: [{ line: 1, column: 1, ...fault([], '不是 UTF-8 编码', 'not UTF-8 text') }] };
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const { value, place } = parsed.document;
  const checked = parseChecklist(value);
  if (checked.ok) return { ok: true, checklist: checked.value };
  const faults = checked.faults.map(one => ({ ...one, ...place(one) }));
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
