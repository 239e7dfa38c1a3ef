import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { CompareQuery } from './compare-query.ts';
import type { NotCompared } from './open-compared.ts';

export type Choice = {
  /** Newest change first. */
  list: readonly AssessmentSummary[];
  query: CompareQuery;
  failed: readonly NotCompared[];
  /** Narrows the list by city and period. */
  q: string;
};

const mostShown = 100;

/** All assessments to choose from; what was chosen stays chosen and stands first. */
export function chooserPage({ list, query, failed, q }: Choice, format: Format): Page {
  const { t } = format;
  const chosen = new Set(query.ids);
  const isChosen = ({ id }: AssessmentSummary) => chosen.has(id);
  const others = list.filter(summary => !isChosen(summary) && matches(summary, q));
  const shown = [...list.filter(isChosen), ...others.toSorted(byCityAndDate).slice(0, mostShown)];
  return {
    template: 'compare/chooser',
    title: t('compare.title'),
    section: 'assessments',
    view: {
      errors: [
        ...query.faults.map(({ message }) => format.text(message)),
        ...failed.map(one => failedWords(one, format)),
      ],
      enough: list.length >= 2,
      search: list.length > mostShown || q !== '' ? { q, chosen: [...chosen] } : null,
      rows: shown.map(summary => rowOf(summary, isChosen(summary), format)),
      more: others.length > mostShown ? t('compare.choose.more', { shown: mostShown, count: others.length }) : null,
      nothingFound: q !== '' && others.length === 0,
    },
  };
}

function matches({ setup: { city, period } }: AssessmentSummary, q: string): boolean {
  return q === '' || `${city} ${period}`.toLowerCase().includes(q.toLowerCase());
}

function byCityAndDate(a: AssessmentSummary, b: AssessmentSummary): number {
  return (
    a.setup.city.localeCompare(b.setup.city, 'zh-CN') || a.setup.referenceDate.localeCompare(b.setup.referenceDate)
  );
}

function failedWords({ id, code }: NotCompared, { t }: Format): string {
  const shown = id.length > 64 ? `${id.slice(0, 64)}…` : id;
  switch (code) {
    case 'not-found':
      return t('compare.failed.not-found', { id: shown });
    case 'set-aside':
      return t('compare.failed.set-aside', { id: shown });
    default:
      return t('compare.failed.unreadable', { id: shown });
  }
}

function rowOf(summary: AssessmentSummary, checked: boolean, format: Format) {
  const { id, setup, state, checklistTitle, checklist, shown, supported } = summary;
  return {
    id,
    checked,
    title: format.t('assessment.title', { city: setup.city, period: setup.period }),
    day: format.day(setup.referenceDate),
    checklist: format.t('compare.checklist', { title: format.text(checklistTitle), version: checklist.version }),
    state: format.t(`assessment.state.${state}`),
    claimed: format.score(shown.score),
    supported: format.score(supported),
  };
}
