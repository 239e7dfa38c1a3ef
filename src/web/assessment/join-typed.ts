import { answerKindSchema } from '#assessment/answer.ts';
import { contradictingRecords, joinEvidence } from './join-evidence.ts';
import type { TypedAnswer } from './typed-answer.ts';

/** What both began with, and what each of them made of it. */
export type Versions = { base: TypedAnswer; stored: TypedAnswer; mine: TypedAnswer };

/** Parts as `answerChanges` names them, and `cell:<row>:<column>`; with whose version joining keeps. */
export type Contradictions = ReadonlyMap<string, 'stored' | 'mine' | 'both'>;

/** Both changes in one: whoever changed a part alone decides it; where both did, the stored one stands and notes are set below one another. */
export function joinTyped(versions: Versions): TypedAnswer {
  return {
    ...joinValue(valuesOf(versions)),
    note: joinNotes(notesOf(versions)),
    evidence: joinEvidence(versions).map((record, index) => ({ ...record, key: `e${index}` })),
  };
}

/** What both changed to different things. Where there is nothing of the kind, joining takes nothing from anybody. */
export function contradictionsOf(versions: Versions): Contradictions {
  const records = [...contradictingRecords(versions)].map(([id, kept]) => [`evidence:${id}`, kept] as const);
  return new Map([...valueContradictions(valuesOf(versions)), ...noteContradiction(notesOf(versions)), ...records]);
}

const openSchema = answerKindSchema.exclude(['scored']);

type Value = Omit<TypedAnswer, 'note' | 'evidence'>;
type Three<T> = Record<keyof Versions, T>;

/** A level, figure or non-answer goes with its reason; the cells of a table are joined one by one. */
function joinValue(values: Three<Value>): Value {
  const whole = pick(values);
  if (!fillBoth(values)) return whole;
  const cells = Object.keys(values.stored.cells).map(key => [key, pick(cellsAt(values, key))]);
  return { ...whole, cells: Object.fromEntries(cells) };
}

function valueContradictions(values: Three<Value>): [string, 'stored'][] {
  if (!fillBoth(values)) return contradict(values) ? [['answer', 'stored']] : [];
  const keys = Object.keys(values.stored.cells).filter(key => contradict(cellsAt(values, key)));
  return keys.map(key => [`cell:${key}`, 'stored']);
}

/** Whether both filled in cells of a table. */
function fillBoth({ stored, mine }: Three<Value>): boolean {
  return stored.choice === 'scored' && mine.choice === 'scored' && Object.keys(stored.cells).length > 0;
}

function cellsAt({ base, stored, mine }: Three<Value>, key: string): Three<string> {
  return { base: base.cells[key] ?? '', stored: stored.cells[key] ?? '', mine: mine.cells[key] ?? '' };
}

function valuesOf({ base, stored, mine }: Versions): Three<Value> {
  return { base: valueIn(base), stored: valueIn(stored), mine: valueIn(mine) };
}

/** Only what counts: nothing left over from another choice, and what was filled in without scripts is a score. */
function valueIn({ choice, number, cells, reason, withheldReason }: TypedAnswer): Value {
  const isOpen = openSchema.safeParse(choice).success;
  const filled = isOpen ? emptied(cells) : { number: plain(number), cells: mapped(cells, plain) };
  const fills = choice === '' && [filled.number, ...Object.values(filled.cells)].some(text => text !== '');
  return {
    ...filled,
    choice: fills ? 'scored' : choice,
    reason: isOpen && choice !== 'withheld' ? reason.trim() : '',
    withheldReason: choice === 'withheld' ? withheldReason : '',
  };
}

function emptied(cells: TypedAnswer['cells']) {
  return { number: '', cells: mapped(cells, () => '') };
}

function mapped(cells: TypedAnswer['cells'], change: (cell: string) => string): TypedAnswer['cells'] {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, change(cell)]));
}

/** Full-width digits come from Chinese keyboards. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function notesOf({ base, stored, mine }: Versions): Three<string> {
  return { base: base.note.trim(), stored: stored.note.trim(), mine: mine.note.trim() };
}

function joinNotes(notes: Three<string>): string {
  if (notes.mine === notes.base || notes.stored.includes(notes.mine)) return notes.stored;
  if (notes.stored === notes.base || notes.mine.includes(notes.stored)) return notes.mine;
  return `${notes.stored}\n${notes.mine}`;
}

/** One who only wrote on behind what the other wrote contradicts nobody. */
function noteContradiction(notes: Three<string>): [string, 'both'][] {
  const [shorter, longer] =
    notes.stored.length < notes.mine.length ? [notes.stored, notes.mine] : [notes.mine, notes.stored];
  const goesOn = longer.startsWith(shorter) && shorter.startsWith(notes.base);
  return contradict(notes) && !goesOn ? [['note', 'both']] : [];
}

/** The one that was changed; the stored one where both were. */
function pick<T>({ base, stored, mine }: Three<T>): T {
  return isSame(stored, base) ? mine : stored;
}

function contradict<T>({ base, stored, mine }: Three<T>): boolean {
  return !isSame(stored, base) && !isSame(mine, base) && !isSame(stored, mine);
}

function isSame<T>(a: T, b: T): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
