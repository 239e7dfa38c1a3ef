import { contradictingFields, isSameRecord, joinRecord } from '../evidence/join-record.ts';
import { blankEvidence, keptEvidence, type TypedAnswer, type TypedEvidence } from './typed-answer.ts';

type Versions = Record<'base' | 'stored' | 'mine', TypedAnswer>;
type Records = Record<keyof Versions, Map<string, TypedEvidence>>;

/** Stored records in their order, then those that only the other has. */
export function joinEvidence(versions: Versions): TypedEvidence[] {
  const records = recordsOf(versions);
  const own = keptEvidence(versions.mine).filter(({ id }) => id === '');
  return [...idsIn(records).flatMap(id => joinOne(id, records) ?? []), ...own];
}

/** The records that both changed in ways that do not go together, by id, with whose version is kept. */
export function contradictingRecords(versions: Versions): Map<string, 'stored' | 'mine'> {
  const records = recordsOf(versions);
  return new Map(idsIn(records).flatMap(id => contradiction(id, records)));
}

function contradiction(id: string, { base, stored, mine }: Records): [string, 'stored' | 'mine'][] {
  const [before, theirs, ours] = [base.get(id), stored.get(id), mine.get(id)];
  if (theirs && ours)
    return ours.ref || contradictingFields(fieldsOf(before, theirs, ours)).length === 0 ? [] : [[id, 'stored']];
  const left = theirs ?? ours;
  // One took it off while the other changed it.
  return before && left && !isSameRecord(before, left) ? [[id, theirs ? 'stored' : 'mine']] : [];
}

/** Undefined where one removed what the other left as it was, or where a form came twice. */
function joinOne(id: string, { base, stored, mine }: Records): TypedEvidence | undefined {
  const [before, theirs, ours] = [base.get(id), stored.get(id), mine.get(id)];
  if (theirs && ours) return ours.ref ? ours : { ...theirs, ...joinRecord(fieldsOf(before, theirs, ours)) };
  const left = theirs ?? ours;
  if (!left || (before && isSameRecord(before, left))) return undefined;
  return ours && !before && isStoredAnew(ours, { base, stored }) ? undefined : left;
}

/** Without scripts a new record gets its id when it is saved: the same form sent again would add it again. */
function isStoredAnew(record: TypedEvidence, { base, stored }: Pick<Records, 'base' | 'stored'>): boolean {
  return [...stored].some(([id, known]) => !base.has(id) && isSameRecord(known, record));
}

function fieldsOf(before: TypedEvidence | undefined, stored: TypedEvidence, mine: TypedEvidence) {
  return { base: before ?? blankEvidence(''), stored, mine };
}

function recordsOf({ base, stored, mine }: Versions): Records {
  return { base: byId(base), stored: byId(stored), mine: byId(mine) };
}

function idsIn({ stored, mine }: Records): string[] {
  return [...new Set([...stored.keys(), ...mine.keys()])];
}

function byId(typed: TypedAnswer): Map<string, TypedEvidence> {
  return new Map(keptEvidence(typed).flatMap(record => (record.id === '' ? [] : [[record.id, record]])));
}
