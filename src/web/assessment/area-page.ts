import type { Area, Checklist } from '#checklist/checklist-schema.ts';
import { stepOfLevel } from '#report/step.ts';
import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import { untranslatedWords } from '../checklist/untranslated-words.ts';
import { useOptions } from '../evidence/evidence-use.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { suggestedFor, suggestedHint } from '../suggestions/suggested.ts';
import type { GoneAnswer } from '../version/form-version.ts';
import { answerCard } from './answer-card.ts';
import { areaNav, areaProgress } from './area-progress.ts';
import { areaRail } from './area-rail.ts';
import { assessmentBar } from './assessment-bar.ts';
import { othersWords } from './joined-words.ts';
import type { OpenAssessment } from './open-assessment.ts';
import type { SentAnswer } from './sent-answer.ts';

export type AreaPage = {
  open: OpenAssessment;
  area: Area;
  /** What this request sent and how it went, by item id. */
  sent?: ReadonlyMap<string, SentAnswer>;
  /** Only these items, for the page's own script. */
  only?: string;
  /** Whose opinions stand beside the answers, oldest first. */
  workshops?: readonly StoredWorkshop[];
  /** The fields are not only those that were sent: somebody else saved meanwhile. */
  replaced?: boolean;
  /** Whether files are taken. */
  uploads?: boolean;
  /** The assessment whose answers are suggested. */
  origin?: OpenAssessment | undefined;
  /** What was sent for items that another version of the checklist does not ask here. */
  gone?: readonly GoneAnswer[];
  /** The opinion or suggestion that was pressed belongs to an item that is not on the form. */
  astray?: boolean;
};

/** The form of one area. */
export function areaPage(page: AreaPage, format: Format): Page {
  const { open, area, sent = new Map(), only, replaced = false, workshops = [], uploads = false } = page;
  const { assessment, checklist } = open;
  const { t } = format;
  const { nextItemId, strip } = areaProgress(area, open, format);
  const items = only === undefined ? area.items : area.items.filter(item => item.id === only);
  const title = t('area.heading', { code: area.code, title: format.text(area.title) });
  const suggested = suggestedFor(open, page.origin, [area]);
  const context = { open, nextItemId, sent, folds: only === undefined, replaced, workshops, suggested, uploads };
  const options = useOptions(open, format);
  return {
    template: 'assessment/area',
    title,
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'form', format),
    scripts: [
      ...(items.some(({ kind }) => kind === 'matrix') ? ['area-matrix.js'] : []),
      ...['area-form.js', 'area-keys.js', 'area-print.js'],
    ],
    view: {
      title,
      purpose: area.purpose ? format.text(area.purpose) : '',
      facts: t('area.facts', { count: area.items.length, weight: area.weight }),
      action: `/assessments/${assessment.id}/areas/${area.id}`,
      empty: area.items.length === 0,
      itemAction: `/assessments/${assessment.id}/items/`,
      final: assessment.state === 'final',
      whole: only === undefined,
      problems: problemsOf(area, sent, format),
      astray: page.astray ? t('suggestion.astray') : null,
      joined: joinedOf(page, format),
      gone: goneView(page, format),
      suggested: suggestedHint(open, area, suggested, format),
      strip,
      nav: areaNav(area, open, format),
      cards: items.map(item => answerCard(item, { ...context, options }, format)),
      rail: areaRail(area, open, format),
      scale: scaleView(checklist, format),
      rules: (checklist.readingRules ?? []).map(format.text),
      untranslated: untranslatedWords(checklist, format) ?? null,
      ...neighboursOf(area, open, format),
    },
  };
}

/** The summary above the form: every fault and conflict with a link to its place. */
function problemsOf(area: Area, sent: ReadonlyMap<string, SentAnswer>, { t }: Format) {
  const links = area.items.flatMap(item => {
    const { errors = [], conflict = null, notAdopted = null, notTaken = null } = sent.get(item.id) ?? {};
    return [
      ...(conflict ? [{ href: `#${item.code}`, text: t('area.problem.conflict', { code: item.code }) }] : []),
      ...(notAdopted ? [{ href: `#${item.id}:opinions`, text: t('opinions.problem', { code: item.code }) }] : []),
      ...(notTaken ? [{ href: `#${item.id}:suggestion`, text: t('suggestion.problem', { code: item.code }) }] : []),
      ...errors.map(({ field, text }) => ({
        href: `#${item.id}:${field}`,
        text: t('area.problem', { code: item.code, text }),
      })),
    ];
  });
  return links.length > 0 ? { heading: t('area.problems', { count: links.length }), links } : null;
}

/** What was joined with what others saved meanwhile. */
function joinedOf({ area, open, sent = new Map() }: AreaPage, format: Format) {
  const links = area.items.flatMap(({ id, code }) => {
    const joined = sent.get(id)?.joined;
    return joined
      ? [{ href: `#${code}`, text: format.t('joined.link', { code, ...othersWords(joined, open, format) }) }]
      : [];
  });
  return links.length > 0 ? links : null;
}

/** Shown once, so that nobody's work is lost without a word. */
function goneView({ gone = [] }: AreaPage, { t, text }: Format) {
  const rows = gone.map(({ item, typed }) => ({
    name: `${item.code} ${text(item.title)}`,
    typed: [typed.choice, typed.number, typed.reason, typed.note, ...typed.evidence.map(({ title }) => title)].filter(
      Boolean,
    ),
  }));
  return rows.length > 0 ? { heading: t('version.gone', { count: rows.length }), rows } : null;
}

function scaleView({ scale }: Checklist, format: Format) {
  return scale.levels.map(({ value, label, meaning }) => ({
    value: String(value),
    classes: `level level-${stepOfLevel(value, scale)}`,
    name: format.text(label),
    meaning: meaning ? format.text(meaning) : '',
  }));
}

function neighboursOf(area: Area, { assessment, checklist }: OpenAssessment, format: Format) {
  const index = checklist.areas.indexOf(area);
  const linkTo = (neighbour: Area | undefined) =>
    neighbour
      ? {
          href: `/assessments/${assessment.id}/areas/${neighbour.id}`,
          label: format.t('area.heading', { code: neighbour.code, title: format.text(neighbour.title) }),
        }
      : null;
  const previous = linkTo(index > 0 ? checklist.areas[index - 1] : undefined);
  const following = linkTo(checklist.areas[index + 1]);
  return { neighbours: previous || following ? { previous, following } : null };
}
