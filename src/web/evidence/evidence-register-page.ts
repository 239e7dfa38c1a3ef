import type { FileState } from '#assessment/evidence-file-store.ts';
import { evidenceRegister, type RegisteredEvidence } from '#assessment/evidence-register.ts';
import { findAreaOfItem, findItem, itemsOf } from '#checklist/checklist-lookups.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { type EvidenceQuery, type Findable, matchesQuery, showings } from './evidence-query.ts';
import { reachAnywhere } from './evidence-standing.ts';
import { evidenceHref, evidenceIcons, fileHref, type Tag, validityTag } from './evidence-words.ts';

export type RegisterPage = {
  open: OpenAssessment;
  query: EvidenceQuery;
  /** How the files stand on the disk, by hash. */
  fileStates: ReadonlyMap<string, FileState>;
};

const rowsPerPage = 100;

type Entry = RegisteredEvidence & Findable & { warnings: Tag[] };

/** Every record of an assessment: what it says, where it is used, whether it counts. */
export function registerPage({ open, query, fileStates }: RegisterPage, format: Format): Page {
  const { city, period } = open.assessment.setup;
  const entries = sortedRegister(open).map(entry => ({ ...entry, ...standing(entry, { open, fileStates }, format) }));
  const found = entries.filter(entry => matchesQuery(entry, query));
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(query.page, pages);
  const isNarrowed = query.q !== '' || query.show !== 'all' || query.kind !== '';
  return {
    template: 'evidence/evidence-register',
    title: format.t('evidence.title', { city, period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'evidence', format),
    view: {
      lead: leadOf(entries, format),
      action: `/assessments/${open.assessment.id}/evidence`,
      search: entries.length > 0 ? searchView(query, format) : null,
      found: isNarrowed && found.length > 0 ? format.t('evidence.found', { count: found.length }) : null,
      nothingFound: isNarrowed && found.length === 0,
      rows: found.slice((page - 1) * rowsPerPage, page * rowsPerPage).map(entry => rowOf(entry, open, format)),
      pager: pages > 1 ? pagerOf({ ...query, page }, pages, format) : null,
    },
  };
}

/** In the order of the checklist, by the first item that uses a record. */
function sortedRegister({ assessment, wholeChecklist }: OpenAssessment): RegisteredEvidence[] {
  const order = new Map(itemsOf(wholeChecklist).map(({ id }, index) => [id, index]));
  const placeOf = ({ usedBy }: RegisteredEvidence) =>
    Math.min(...usedBy.map(({ item }) => order.get(item) ?? order.size));
  return evidenceRegister(assessment).sort((a, b) => placeOf(a) - placeOf(b));
}

function standing(
  { record, usedBy, versions }: RegisteredEvidence,
  { open, fileStates }: Pick<RegisterPage, 'open' | 'fileStates'>,
  format: Format,
) {
  const validity = validityTag(record, open.assessment.setup.referenceDate, format);
  const state = record.file ? (fileStates.get(record.file.sha256) ?? 'whole') : 'whole';
  const warn = (text: string): Tag => ({ classes: 'is-stop', icon: 'triangle-alert', text });
  const warnings = [
    ...(validity ? [validity] : []),
    ...(state === 'whole' ? [] : [warn(format.t(`evidence.file.${state}`))]),
    ...(versions.length > 1 ? [warn(format.t('evidence.differing.short'))] : []),
  ];
  return { warnings, isWarned: warnings.length > 0, isShared: usedBy.length > 1 };
}

function leadOf(entries: Entry[], { t }: Format): string {
  const warned = entries.filter(({ isWarned }) => isWarned).length;
  if (entries.length === 0) return t('evidence.lead.none');
  return (
    t('evidence.lead', { count: entries.length }) + (warned > 0 ? t('evidence.lead.warned', { count: warned }) : '')
  );
}

function searchView({ q, show, kind }: EvidenceQuery, { t }: Format) {
  return {
    q,
    show: showings.map(value => ({ value, label: t(`evidence.show.${value}`), chosen: value === show })),
    kind: [
      { value: '', label: t('evidence.kind.all'), chosen: kind === '' },
      ...evidenceKindSchema.options.map(value => ({
        value,
        label: t(`assessment.evidence.${value}`),
        chosen: value === kind,
      })),
    ],
  };
}

function rowOf({ record, usedBy, warnings }: Entry, open: OpenAssessment, format: Format) {
  const { t, day } = format;
  const { assessment } = open;
  const ceiling = ceilingOf([record], assessment.setup.referenceDate);
  const fileLink = fileHref(assessment.id, record);
  return {
    icon: evidenceIcons[record.kind],
    title: record.title,
    href: record.id === undefined ? null : evidenceHref(assessment.id, record.id),
    meta: [t(`assessment.evidence.${record.kind}`), record.number, record.keptAt].filter(fact => fact !== undefined),
    file: record.file && fileLink ? { href: fileLink, name: record.file.name } : null,
    date: record.date === undefined ? null : day(record.date),
    until: record.validUntil === undefined ? null : t('evidence.until', { day: day(record.validUntil) }),
    undated: record.date === undefined && record.validUntil === undefined,
    usedBy: usedBy.map(({ item }) => useOf(item, open)),
    supports: ceiling > 0 ? reachAnywhere(ceiling, open.wholeChecklist, format) : t('evidence.supports.none'),
    warnings,
    inForce: warnings.length === 0,
  };
}

function useOf(itemId: string, { assessment, checklist, wholeChecklist }: OpenAssessment) {
  const area = findAreaOfItem(checklist, itemId);
  const code = findItem(wholeChecklist, itemId)?.code ?? itemId;
  const anchor = encodeURIComponent(code);
  return { code, href: area ? `/assessments/${assessment.id}/areas/${area.id}#${anchor}` : null };
}

function pagerOf({ q, show, kind, page }: EvidenceQuery, pages: number, { t }: Format) {
  const href = (to: number) => `?${new URLSearchParams({ q, show, kind, page: String(to) })}`;
  return {
    words: t('evidence.pager', { page, pages }),
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}
