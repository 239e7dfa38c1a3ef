import { findAnswer } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Fault } from '#shared/fault.ts';
import type { Opinion } from '#workshop/opinion.ts';
import { getProgress, isVotedOn, standingOpinion } from '#workshop/progress.ts';
import { answerErrors } from '../../assessment/answer-errors.ts';
import { fieldName, type TypedAnswer } from '../../assessment/typed-answer.ts';
import { valueFieldsOf } from '../../assessment/value-fields.ts';
import { evidenceFieldsOf } from '../../evidence/evidence-fields.ts';
import { useOptions } from '../../evidence/evidence-use.ts';
import type { Format } from '../../format.ts';
import { levelClasses, levelNames } from '../distribution.ts';
import type { RoomPage } from '../room-page.ts';
import type { CockpitPage } from './cockpit-page.ts';
import { cockpitPath } from './cockpit-path.ts';
import { mainStep } from './next-steps.ts';
import {
  actionRows,
  type TypedAction,
  type TypedRecord,
  typedOfFigure,
  typedOfMedian,
  typedOfOpinion,
} from './record-form.ts';

/** A form that was sent and refused comes back as it was typed. */
export type SentRecord = { item: string; typed: TypedRecord; faults: Fault[] };
type RecordError = { field: string; text: string };

type Own = Pick<CockpitPage, keyof RoomPage | 'role'>;

/** The form that records or amends the item on the table; null where neither can be done. */
export function recordView(page: Own, item: Item, sent: SentRecord | undefined, format: Format) {
  const { commands = [] } = page.snapshot;
  const isAside = page.snapshot.item !== item.id;
  const isAmended = isAside || page.snapshot.state === 'recorded';
  if (!commands.includes(isAmended ? 'amend' : 'record')) return null;
  const own = sent?.item === item.id ? sent : undefined;
  const typed = own?.typed ?? usualTyped(page, item);
  const errors = own ? recordErrors(own.faults, { typed, item, page }, format) : [];
  const error = (field: string) => errors.find(known => known.field === field)?.text ?? null;
  return {
    command: isAmended ? 'amend' : 'record',
    heading: isAside
      ? format.t('cockpit.amend.item', { code: item.code })
      : format.t(isAmended ? 'cockpit.amend' : 'cockpit.record'),
    // Only an amendment names its item.
    amends: isAmended ? item.id : null,
    back: isAside ? cockpitPath(page.workshop.id, page.role) : null,
    submit: format.t(isAmended ? 'cockpit.amend.submit' : 'cockpit.record.submit'),
    key: keyOf(page, item, isAside),
    item: item.id,
    open: isAside || mainStep(page.snapshot) === 'record' || page.role === 'scribe' || own !== undefined,
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    hint: isAmended ? null : hintOf(page, item, format),
    choice: { name: fieldName(item, 'choice'), error: error(fieldName(item, 'choice')) },
    levels: levelRadios(page, item, typed.answer, format),
    values: valueFieldsOf(item, typed.answer, {
      ...{ format, error: field => error(fieldName(item, field)) },
      differing: new Set(),
    }),
    unknown: { checked: typed.answer.choice === 'unknown', label: format.t('assessment.answer.unknown') },
    rationale: { name: fieldName(item, 'note'), value: typed.answer.note, error: error(fieldName(item, 'note')) },
    dissent: { name: 'dissent', value: typed.dissent, error: error('dissent') },
    evidence: evidenceOf(page, item, { typed, own }, format),
    actions: actionFields(typed.actions, error, format),
    reason: isAmended ? { name: 'reason', value: typed.reason, error: error('reason') } : null,
  };
}

function keyOf({ snapshot, workshop }: RoomPage, item: Item, isAside: boolean): string {
  return isAside
    ? [item.id, 'aside', getProgress(workshop, item.id).opinions.length].join(' ')
    : [item.id, snapshot.state, snapshot.round, snapshot.record?.version ?? 0].join(' ');
}

function usualTyped({ workshop, snapshot, open }: RoomPage, item: Item): TypedRecord {
  const progress = getProgress(workshop, item.id);
  if (progress.state === 'recorded') {
    const standing = standingOpinion(progress);
    if (standing) return typedOfOpinion(standing, item);
  }
  const usual = isVotedOn(item)
    ? typedOfMedian(snapshot.results?.median ?? null, item)
    : typedOfFigure(findAnswer(open.assessment, item.id), item);
  const last = progress.opinions.at(-1);
  return last?.undone ? typedOfUndone(last, { item, usual, round: snapshot.results?.round ?? null }) : usual;
}

type Undone = { item: Item; usual: TypedRecord; round: number | null };

/** What was written is not written twice; the value is that of the vote, where there was another one since. */
function typedOfUndone(opinion: Opinion, { item, usual, round }: Undone): TypedRecord {
  const typed = typedOfOpinion(opinion, item);
  if (opinion.provenance.round === round) return typed;
  const { choice, number, cells } = usual.answer;
  return { ...typed, answer: { ...typed.answer, choice, number, cells } };
}

/** What is expected of the one who records, before it is asked for. */
function hintOf({ snapshot }: RoomPage, { kind }: Item, { t }: Format): string {
  const { results } = snapshot;
  if (!results) return t('cockpit.record.figure');
  if (results.median !== null && !Number.isInteger(results.median))
    return kind === 'yes-no'
      ? t('cockpit.record.between.yes-no')
      : t('cockpit.record.between', { median: results.median });
  return results.verdict === 'consensus' ? t('cockpit.record.consensus') : t('cockpit.record.reasons');
}

function levelRadios({ open }: RoomPage, item: Item, { choice }: TypedAnswer, format: Format) {
  if (item.kind !== 'maturity') return [];
  return levelNames(item, open.checklist, format).map(({ level, name }) => ({
    value: String(level),
    name,
    classes: levelClasses(item, level, open.checklist),
    checked: choice === String(level),
  }));
}

type Shown = { typed: TypedRecord; own: SentRecord | undefined };

function evidenceOf({ open }: RoomPage, item: Item, { typed, own }: Shown, format: Format) {
  const faults = (own?.faults ?? []).filter(({ path }) => path[0] === 'evidence');
  const errors = answerErrors(faults, { typed: typed.answer, item, checklist: open.checklist }, format);
  const options = useOptions(open, format);
  return evidenceFieldsOf(
    { item, open, answer: undefined, typed: typed.answer, errors, options, uploads: false },
    format,
  );
}

function actionFields(actions: TypedAction[], error: (field: string) => string | null, { t }: Format) {
  const rows = Math.max(actionRows, actions.length + 1);
  return Array.from({ length: rows }, (_, index) => {
    const action = actions[index] ?? { what: '', who: '', due: '' };
    return (['what', 'who', 'due'] as const).map(part => {
      const name = `action:${index}:${part}`;
      const label = t(`cockpit.action.${part}`, { number: index + 1 });
      const placeholder = part === 'due' ? t('cockpit.action.due.example') : label;
      return { name, label, value: action[part], placeholder, error: error(name) };
    });
  });
}

/** A fault of the command in the words of the form, at its field. */
function recordErrors(
  faults: Fault[],
  { typed, item, page }: { typed: TypedRecord; item: Item; page: RoomPage },
  format: Format,
): RecordError[] {
  return faults.map(fault => {
    const [part, index, field] = fault.path;
    switch (part) {
      case 'rationale':
        return { field: fieldName(item, 'note'), text: format.text(fault.message) };
      case 'actions':
        return { field: `action:${rowOf(typed.actions, index)}:${field ?? 'what'}`, text: actionError(field, format) };
      case 'value':
      case 'note':
      case 'evidence': {
        const [error] = answerErrors([fault], { typed: typed.answer, item, checklist: page.open.checklist }, format);
        return part === 'value' && typed.answer.choice === ''
          ? { field: fieldName(item, 'choice'), text: format.text(fault.message) }
          : { field: fieldName(item, error?.field ?? 'choice'), text: error?.text ?? format.text(fault.message) };
      }
      default:
        return {
          field: String(part),
          text: part === 'reason' ? format.t('cockpit.error.reason') : format.text(fault.message),
        };
    }
  });
}

/** Blank rows are not sent. */
function rowOf(actions: TypedAction[], index: string | number | undefined): number {
  const filled = actions.flatMap((action, row) =>
    Object.values(action).some(text => text.trim() !== '') ? [row] : [],
  );
  return (typeof index === 'number' ? filled[index] : undefined) ?? 0;
}

function actionError(field: string | number | undefined, { t }: Format): string {
  return field === 'due' ? t('cockpit.error.due') : t('cockpit.error.action');
}
