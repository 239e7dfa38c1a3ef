import { evidenceFields, keptEvidence, type TypedAnswer, type TypedEvidence } from './typed-answer.ts';

/** What both began with, and what each of them made of it. */
export type Versions = { base: TypedAnswer; stored: TypedAnswer; mine: TypedAnswer };

/** Both changes in one: whoever changed a part alone decides it; where both did, the stored one stands and notes are set below one another. */
export function joinTyped(versions: Versions): TypedAnswer {
  return {
    ...joinValue(versions),
    note: joinNotes(versions),
    evidence: joinEvidence(versions).map((record, index) => ({ ...record, key: `e${index}` })),
  };
}

type Value = Omit<TypedAnswer, 'note' | 'evidence'>;

/** A level, figure or non-answer goes with its reason; the cells of a table are joined one by one. */
function joinValue({ base, stored, mine }: Versions): Value {
  const whole = pick({ base: valueParts(base), stored: valueParts(stored), mine: valueParts(mine) });
  const fillBoth = stored.choice === 'scored' && mine.choice === 'scored';
  return fillBoth ? { ...whole, cells: joinCells({ base, stored, mine }) } : whole;
}

function valueParts({ choice, number, cells, reason, withheldReason }: TypedAnswer): Value {
  return { choice, number: number.trim(), cells, reason: reason.trim(), withheldReason };
}

function joinCells({ base, stored, mine }: Versions): TypedAnswer['cells'] {
  const joined = Object.keys(stored.cells).map(key => [
    key,
    pick({ base: base.cells[key] ?? '', stored: stored.cells[key] ?? '', mine: mine.cells[key] ?? '' }),
  ]);
  return Object.fromEntries(joined);
}

function joinNotes({ base, stored, mine }: Versions): string {
  const notes = { base: base.note.trim(), stored: stored.note.trim(), mine: mine.note.trim() };
  if (notes.mine === notes.base || notes.stored.includes(notes.mine)) return notes.stored;
  if (notes.stored === notes.base || notes.mine.includes(notes.stored)) return notes.mine;
  return `${notes.stored}\n${notes.mine}`;
}

/** Stored records in their order, then those that only the other has. */
function joinEvidence({ base, stored, mine }: Versions): TypedEvidence[] {
  const records = { base: byId(base), stored: byId(stored), mine: byId(mine) };
  const own = keptEvidence(mine).filter(({ id }) => id === '');
  const ids = new Set([...records.stored.keys(), ...records.mine.keys()]);
  const joined = [...ids].flatMap(id => joinRecord(id, records) ?? []);
  return [...joined, ...own];
}

type Records = Record<keyof Versions, Map<string, TypedEvidence>>;

/** Undefined where one removed what the other left as it was. */
function joinRecord(id: string, { base, stored, mine }: Records): TypedEvidence | undefined {
  const before = base.get(id);
  const theirs = stored.get(id);
  const ours = mine.get(id);
  if (!theirs || !ours) return before && sameRecord(before, theirs ?? ours) ? undefined : (theirs ?? ours);
  return before && sameRecord(before, theirs) ? ours : theirs;
}

function byId(typed: TypedAnswer): Map<string, TypedEvidence> {
  return new Map(keptEvidence(typed).flatMap(record => (record.id === '' ? [] : [[record.id, record]])));
}

function sameRecord(a: TypedEvidence, b: TypedEvidence | undefined): boolean {
  return evidenceFields.every(field => a[field].trim() === b?.[field].trim());
}

/** The one that was changed; the stored one where both were. */
function pick<T>({ base, stored, mine }: Record<keyof Versions, T>): T {
  return JSON.stringify(stored) === JSON.stringify(base) ? mine : stored;
}
