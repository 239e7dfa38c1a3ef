import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Fault } from '#shared/fault.ts';
import type { Text } from '#shared/text.ts';
import type { Answer } from './answer.ts';
import { answerVersions } from './answer-versions.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import type { Incoming, IncomingFault, IncomingItem, IncomingRecord, TypedItem } from './incoming.ts';
import { putTogether, readablePart } from './incoming-answer.ts';
import { joinTables } from './join-answer.ts';
import { findRecord, recordAnswer } from './record-answer.ts';
import { isSameAnswer } from './same-answer.ts';

export type DiffKind = 'new' | 'changed' | 'cleared' | 'conflicting';

/** What a file would make of one item. `rev` is that of the present answer, on which this stands; `mine` is null where the answer would be cleared. */
export type DiffEntry = {
  itemId: string;
  kind: DiffKind;
  rev: number;
  stored: Answer | null;
  mine: Answer | null;
  /** A table that was joined cell by cell with what changed meanwhile. */
  isJoined: boolean;
  place: string;
};

export type IncomingDiff = { entries: DiffEntry[]; invalid: IncomingFault[]; unchanged: number; absent: string[] };

type State = { assessment: Assessment; checklist: Checklist; changes: () => AssessmentChange[] };

/** Holds a file against the present answers. Nothing is stored. `checklist` is the one in scope; `changes` are asked for only where an answer has changed since the file was made. */
export function diffIncoming({ items, faults, absent }: Incoming, state: State): IncomingDiff {
  const diff: IncomingDiff = { entries: [], invalid: [...faults], unchanged: 0, absent };
  const faulty = new Set(faults.map(({ itemId }) => itemId));
  const told = new Set(faults.map(({ place }) => place));
  for (const item of items) {
    if (faulty.has(item.itemId)) {
      diff.invalid.push(...furtherFaults(item, told, state));
      continue;
    }
    const found = diffItem(item, state);
    if (found === 'unchanged') diff.unchanged += 1;
    else if (Array.isArray(found)) diff.invalid.push(...found);
    else diff.entries.push(found);
  }
  return diff;
}

/** What else is wrong with an item of which something could not be read, so that it need not be sent in twice. */
function furtherFaults(item: IncomingItem, told: ReadonlySet<string>, state: State): IncomingFault[] {
  if (item.type !== 'typed') return [];
  const found = diffItem(readablePart(item), state);
  return Array.isArray(found) ? found.filter(({ place }) => !told.has(place)) : [];
}

type Judged = DiffEntry | IncomingFault[] | 'unchanged';

function diffItem(incoming: IncomingItem, state: State): Judged {
  const { itemId, place } = incoming;
  if (!findItem(state.checklist, itemId)) return [{ itemId, place, message: outOfScope }];
  const base = baseOf(incoming, state);
  const stored = findRecord(state.assessment, itemId)?.answer ?? null;
  const whole = wholeOf(incoming, { base: base ?? null, stored });
  if (!whole.ok) return [{ itemId, place: whole.place, message: whole.message }];
  const mine = withKnownIds(whole.answer, stored);
  const isAsBefore = base !== undefined && isSameAnswer(mine, base);
  if (isAsBefore || isSameAnswer(mine, stored)) return 'unchanged';
  return judge({ incoming, base, stored, mine, records: whole.records }, state);
}

type Parts = {
  incoming: IncomingItem;
  base: Answer | null | undefined;
  stored: Answer | null;
  mine: Answer | null;
  records: (IncomingRecord | undefined)[];
};

function judge({ incoming, base, stored, mine, records }: Parts, state: State): Judged {
  const { itemId, place } = incoming;
  const rev = findRecord(state.assessment, itemId)?.rev ?? 0;
  const checked = mine && checkedAnswer(mine, { itemId, rev }, state);
  if (Array.isArray(checked)) return faultsOf(checked, { incoming, records });
  // Spaces at the end and the like are no change.
  if (isSameAnswer(checked, stored) || (base !== undefined && isSameAnswer(checked, base))) return 'unchanged';
  const entry = { itemId, rev, stored, mine: checked, isJoined: false, place };
  if (base !== undefined && isSameAnswer(base, stored)) return { ...entry, kind: kindOf(stored, checked) };
  const item = findItem(state.checklist, itemId);
  const joined =
    item?.kind === 'matrix' && base !== undefined ? joinTables(item, { base, stored, mine: checked }) : undefined;
  if (joined && isSameAnswer(joined, stored)) return 'unchanged';
  return joined ? { ...entry, mine: joined, isJoined: true, kind: 'changed' } : { ...entry, kind: 'conflicting' };
}

function kindOf(stored: Answer | null, mine: Answer | null): DiffKind {
  if (!mine) return 'cleared';
  return stored ? 'changed' : 'new';
}

/** Undefined where the answer that the file was made of is not to be found, such as after an older backup was put back. */
function baseOf(incoming: IncomingItem, { assessment, changes }: State): Answer | null | undefined {
  const { itemId } = incoming;
  const present = findRecord(assessment, itemId);
  if (incoming.type === 'whole') return withFilesOf(present?.answer ?? null, incoming.base);
  const { baseRev } = incoming;
  if (baseRev === undefined || baseRev === (present?.rev ?? 0)) return present?.answer ?? null;
  return baseRev === 0 ? null : answerVersions(changes(), itemId).find(({ rev }) => rev === baseRev)?.answer;
}

function wholeOf(incoming: IncomingItem, { base, stored }: { base: Answer | null; stored: Answer | null }) {
  return incoming.type === 'whole'
    ? { ok: true as const, answer: withFilesOf(stored, incoming.answer), records: [] }
    : putTogether(incoming, base);
}

/** Another copy says nothing about files: a record has the one that it has here. */
function withFilesOf(stored: Answer | null, answer: Answer | null): Answer | null {
  if (!answer?.evidence) return answer;
  const files = new Map(stored?.evidence?.flatMap(({ id, file }) => (id !== undefined && file ? [[id, file]] : [])));
  const evidence = answer.evidence.map(record => {
    const file = record.id === undefined ? undefined : files.get(record.id);
    return file ? { ...record, file } : record;
  });
  return { ...answer, evidence };
}

/** A record that came in before, from the same file, is not taken for another one. */
function withKnownIds(mine: Answer | null, stored: Answer | null): Answer | null {
  if (!mine?.evidence || !stored?.evidence) return mine;
  const ids = new Set(mine.evidence.map(({ id }) => id));
  const free = stored.evidence.filter(({ id }) => !ids.has(id));
  const evidence = mine.evidence.map(record => {
    if (record.id !== undefined) return record;
    const index = free.findIndex(known => isSameAnswer(only(known), only(record)));
    const [known] = index < 0 ? [] : free.splice(index, 1);
    return known ?? record;
  });
  return { ...mine, evidence };
}

function only({ file: _file, ...record }: NonNullable<Answer['evidence']>[number]): Answer {
  return { answer: 'unknown', evidence: [record] };
}

/** What the one way to record an answer would make of it, or what it says against it. */
function checkedAnswer(
  answer: Answer,
  { itemId, rev }: { itemId: string; rev: number },
  { assessment, checklist }: State,
) {
  const decided = recordAnswer(assessment, checklist, { itemId, expectedRev: rev, answer, by: '', at: '' });
  if ('refused' in decided) return decided.refused.reason === 'faulty' ? decided.refused.faults : answer;
  return decided.change.type === 'answered' ? decided.change.answer : answer;
}

type Path = (string | number)[];

/** One fault a place: what is wrong there is wrong in several ways at times. */
function faultsOf(faults: Fault[], { incoming, records }: Pick<Parts, 'incoming' | 'records'>): IncomingFault[] {
  const byPlace = new Map<string, IncomingFault>();
  for (const { path, message } of faults) {
    const place = placeOf(path, incoming, records);
    if (!byPlace.has(place)) byPlace.set(place, { itemId: incoming.itemId, place, message });
  }
  return [...byPlace.values()];
}

function placeOf([part, ...rest]: Path, incoming: IncomingItem, records: (IncomingRecord | undefined)[]): string {
  if (incoming.type === 'whole') return incoming.place;
  return part === 'evidence' ? placeOfRecord(rest, incoming, records) : placeOfPart([part ?? '', ...rest], incoming);
}

function placeOfPart(path: Path, { places, place }: TypedItem): string {
  return places[path.join('.')] ?? places[String(path[0])] ?? place;
}

function placeOfRecord([index, field]: Path, { place }: TypedItem, records: (IncomingRecord | undefined)[]): string {
  const record = records[Number(index)];
  return record?.places[String(field)] ?? record?.place ?? place;
}

const outOfScope: Required<Text> = {
  zh: '本次评价的检查表或范围里没有这一项',
  en: 'the checklist or the scope of this assessment has no such item',
};
