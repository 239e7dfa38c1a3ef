import type { Answer } from '#assessment/answer.ts';
import type { Evidence } from '#assessment/evidence.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { answerTitle } from './answer-title.ts';
import { matrixChanges } from './matrix-changes.ts';
import { type TextDifference, textDifference } from './text-difference.ts';

/** What one change did to one part of an answer; null where there was or is nothing. `part` tells the parts apart. */
export type AnswerChange = {
  part: string;
  what: string;
  before: TextDifference['before'];
  after: TextDifference['after'];
};

type Versions = { before: Answer | null; after: Answer | null; item: Item; checklist: Checklist };

/** What differs between two versions of an answer, in words. */
export function answerChanges(versions: Versions, format: Format): AnswerChange[] {
  const { before, after, item } = versions;
  return [
    ...titleChange(versions, format),
    ...(item.kind === 'matrix' ? matrixChanges(item, { before, after }, format) : []),
    ...changed('note', format.t('area.note'), before?.note ?? '', after?.note ?? ''),
    ...evidenceChanges(before?.evidence ?? [], after?.evidence ?? [], format),
  ];
}

function titleChange({ before, after, item, checklist }: Versions, format: Format): AnswerChange[] {
  const title = (answer: Answer | null) => (answer ? titleWords(answer, item, checklist, format) : '');
  return changed('answer', format.t('history.answer'), title(before), title(after));
}

function titleWords(answer: Answer, item: Item, checklist: Checklist, format: Format): string {
  const { chip, words } = answerTitle(answer, item, checklist, format);
  return chip ? format.t('history.level', { level: chip.mark, words }) : words;
}

export function changed(part: string, what: string, before: string, after: string): AnswerChange[] {
  return before === after ? [] : [{ part, what, ...textDifference(before, after) }];
}

function evidenceChanges(before: Evidence[], after: Evidence[], format: Format): AnswerChange[] {
  const { t } = format;
  const was = byId(before);
  const is = byId(after);
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return ids.flatMap(id => {
    const old = was.get(id);
    const now = is.get(id);
    const what = old && now ? 'history.evidence.changed' : now ? 'history.evidence.added' : 'history.evidence.removed';
    return changed(`evidence:${id}`, t(what), old ? recordWords(old, format) : '', now ? recordWords(now, format) : '');
  });
}

/** Records without an id are told apart by what they say. */
function byId(records: Evidence[]): Map<string, Evidence> {
  return new Map(records.map(record => [record.id ?? JSON.stringify(record), record]));
}

/** A record in one line. */
export function recordWords(
  { kind, title, number, date, validUntil, keptAt, link, file }: Evidence,
  { t, day, list }: Format,
): string {
  const parts = [
    t('history.evidence.record', { kind: t(`assessment.evidence.${kind}`), title }),
    number,
    date === undefined ? undefined : day(date),
    validUntil === undefined ? undefined : t('area.evidence.valid-until', { day: day(validUntil) }),
    keptAt,
    link,
    file === undefined ? undefined : t('evidence.history.file', { name: file.name }),
  ];
  return list(parts.filter(part => part !== undefined));
}
