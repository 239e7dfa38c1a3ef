import { type KeptMilestone, milestoneLimits } from '#assessment/milestone.ts';
import type { MilestoneFileState, MilestoneStore } from '#report/milestone-store.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { TypedMilestone } from './milestone-form.ts';

/** `taken`: there is a milestone of that name. */
export type MilestoneFault = 'name' | 'note' | 'taken';

export type MilestonesView = { open: OpenAssessment; typed: TypedMilestone; faults: MilestoneFault[]; page: unknown };

const perPage = 50;
/** The whole report in the language of the page; parts and both languages are chosen where documents are made. */
const endings = ['json', 'csv', 'xlsx', 'pdf', 'docx', 'zip'] as const;

/** The milestones of an assessment, newest first, and the form for a new one. */
export async function milestonesPage(
  { open, typed, faults, page: asked }: MilestonesView,
  store: Pick<MilestoneStore, 'stateOf'>,
  format: Format,
): Promise<Page> {
  const { t } = format;
  const { id, milestones = [], setup } = open.assessment;
  const pages = Math.max(1, Math.ceil(milestones.length / perPage));
  const page = Math.min(pageOf(asked), pages);
  const shown = milestones.toReversed().slice((page - 1) * perPage, page * perPage);
  const states = await Promise.all(
    shown.map(milestone => store.stateOf({ assessment: id, id: milestone.id }, milestone.size)),
  );
  return {
    template: 'milestone/milestones',
    title: t('milestone.title', { city: setup.city, period: setup.period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'report', format),
    view: {
      lead: milestones.length === 0 ? t('milestone.none') : t('milestone.lead', { count: milestones.length }),
      action: `/assessments/${id}/milestones`,
      name: fieldOf('name', typed, faults, format),
      note: {
        value: typed.note,
        error: faults.includes('note') ? t('milestone.error.note', { most: milestoneLimits.note }) : null,
      },
      failed: faults.length > 0,
      isFinal: open.assessment.state === 'final',
      rows: shown.map((milestone, index) => rowOf(milestone, states[index] ?? 'missing', open, format)),
      pager: pages > 1 ? pagerOf(page, pages, id, format) : null,
    },
  };
}

function fieldOf(name: 'name', typed: TypedMilestone, faults: MilestoneFault[], { t }: Format) {
  const fault = faults.find(one => one === 'name' || one === 'taken');
  return {
    ...{ name, type: 'text', required: true, value: typed.name },
    label: t('milestone.name'),
    hint: t('milestone.name.hint'),
    error: fault ? t(`milestone.error.${fault}`, { most: milestoneLimits.name }) : null,
  };
}

function rowOf(milestone: KeptMilestone, state: MilestoneFileState, open: OpenAssessment, format: Format) {
  const { t, score } = format;
  const { id, name, note, at, by, sha256, trail, claimed, supported, grade, brought } = milestone;
  const report = `/assessments/${open.assessment.id}/report`;
  const query = `?${new URLSearchParams({ milestone: id })}`;
  const band = open.wholeChecklist.grades.find(one => one.id === grade);
  return {
    anchor: `m-${id}`,
    name,
    note: note ?? null,
    href: report + query,
    when: t('milestone.when', { when: format.dayAndTime(at), who: personName(by, open, format) }),
    brought: brought
      ? t('records.milestone.brought', {
          when: format.dayAndTime(brought.at),
          who: personName(brought.by, open, format),
        })
      : null,
    scores: t('milestone.scores', { claimed: score(claimed), supported: score(supported) }),
    grade: band ? t('report.grade-name', { id: band.id, label: format.text(band.label) }) : t('start.no-grade'),
    trail: t(brought ? 'records.milestone.foreign-trail' : 'milestone.trail', { seq: trail.seq }),
    head: trail.head,
    sha256,
    problem: state === 'there' ? null : t(`milestone.state.${state}`),
    restore: state === 'there' ? null : t('milestone.restore'),
    files: endings.map(ending => ({ name: ending.toUpperCase(), href: `${report}.${ending}${query}` })),
    documents: `/assessments/${open.assessment.id}/documents${query}`,
  };
}

function pageOf(value: unknown): number {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : 1;
}

function pagerOf(page: number, pages: number, id: string, { t }: Format) {
  const href = (to: number) => `/assessments/${id}/milestones?page=${to}`;
  return {
    words: t('start.pager', { page, pages }),
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}
