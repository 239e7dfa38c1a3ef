import type { Assessment, Setup } from '#assessment/assessment.ts';
import { findArea, findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type AnswerChange, changed } from '../assessment/answer-changes.ts';
import type { AssessmentTitle } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { EntryVersions } from './entry-versions.ts';

/** What differs between two set-ups, field by field in words; `before` is undefined for a new assessment. */
export function setupChanges(
  { before, after }: { before: SetUp | undefined; after: SetUp },
  versions: Versions,
  format: Format,
): AnswerChange[] {
  const was = before ? setupRows(before, versions, format) : [];
  return setupRows(after, versions, format).flatMap(([what, words], row) =>
    changed('setup', what, was[row]?.[1] ?? '', words),
  );
}

type SetUp = Pick<Assessment, 'setup' | 'origin'>;
type Versions = Pick<EntryVersions, 'checklist' | 'assessmentTitle'>;
type SetupRow = [what: string, words: string];

/** The same rows in the same order for every set-up of a checklist; empty words where nothing is set. */
function setupRows({ setup, origin }: SetUp, { checklist, assessmentTitle }: Versions, format: Format): SetupRow[] {
  const { t, day } = format;
  return [
    [t('changes.city'), setup.city],
    [t('changes.unitCode'), setup.unitCode ?? ''],
    [t('changes.parentCode'), setup.parentCode ?? ''],
    [t('changes.period'), setup.period],
    [t('changes.referenceDate'), day(setup.referenceDate)],
    [t('changes.due'), setup.due === undefined ? '' : day(setup.due)],
    ...factRows(setup, checklist, format),
    ...scopeRows(setup, checklist, format),
    ...policyRows(setup, checklist, format),
    [t('changes.origin'), origin === undefined ? '' : originWords(assessmentTitle(origin), origin, format)],
  ];
}

function originWords(title: ReturnType<AssessmentTitle>, id: string, { t }: Format): string {
  return title ? t('changes.origin.named', title) : id;
}

function factRows({ profile }: Setup, { facts = [] }: Checklist, { t, text }: Format): SetupRow[] {
  return facts.map(({ id, question }) => {
    const stated = profile[id];
    if (stated === undefined) return [t('changes.facts'), ''];
    const answer = t(stated ? 'changes.fact.yes' : 'changes.fact.no');
    return [t('changes.facts'), t('changes.fact', { question: text(question), answer })];
  });
}

function scopeRows({ scope }: Setup, checklist: Checklist, { t, list, text }: Format): SetupRow[] {
  const areas = scope?.areas?.map(id => {
    const area = findArea(checklist, id);
    return area ? `${area.code} ${text(area.title)}` : id;
  });
  return [
    [t('changes.areas'), areas ? list(areas) : t('changes.areas.all')],
    [t('changes.items'), t(`changes.items.${scope?.items ?? 'all'}`)],
  ];
}

function policyRows({ policy }: Setup, checklist: Checklist, { t, list, text }: Format): SetupRow[] {
  const off = (policy?.bottomLinesOff ?? []).map(id => {
    const item = findItem(checklist, id);
    return item ? `${item.code} ${text(item.title)}` : id;
  });
  return [
    [t('changes.cap'), t(policy?.bottomLineCap ? 'changes.cap.on' : 'changes.cap.off')],
    [t('changes.bottom-lines-off'), list(off)],
  ];
}
