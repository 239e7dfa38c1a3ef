import type { ToCompare } from '#report/compared.ts';
import { compareAssessments } from '#report/comparison.ts';
import { isSameUnit } from '#report/is-same-unit.ts';
import { type LineUp, lineUp } from '#report/line-up.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { changesPart } from './compare-changes.ts';
import { areasTable, lensTables } from './compare-groups.ts';
import { contributionsPart, itemsTable } from './compare-items.ts';
import { sidesTable } from './compare-sides.ts';
import { comparisonSentences, sideNames } from './compare-words.ts';
import { pairFigures } from './pair-figures.ts';

/** Two to five assessments, oldest first. Two are explained; more are lined up, with the way to each step's explanation. */
export function comparePage(given: readonly ToCompare[], draw: (lined: LineUp) => string, format: Format): Page {
  const lined = lineUp(given);
  const [before, after] = given;
  const pair = given.length === 2 && before && after ? compareAssessments(before, after) : null;
  const names = sideNames(lined.sides, format);
  const same = isSameUnit(lined.sides);
  const title = titleOf(lined, names, same, format);
  return {
    template: 'compare/compare',
    title,
    section: 'assessments',
    view: {
      title,
      lead: format.t('compare.lead', { count: lined.common }),
      sides: lined.sides.map(({ id }, index) => ({ href: `/assessments/${id}/report`, label: names[index] ?? '' })),
      chooserHref: `${addressOf('/compare', lined)}&choose=`,
      json: pair ? `/api/v1/compare?old=${pair.old.id}&new=${pair.new.id}` : null,
      notices: noticesOf(lined, same, format),
      figures: pair ? pairFigures(pair, format) : [],
      sentences: pair ? comparisonSentences(pair, format) : [groundSentence(lined, format)],
      steps: pair ? [] : stepsOf(lined, names, format),
      trendTitle: format.t(same ? 'compare.chart.trend' : 'compare.chart.beside'),
      drawing: draw(lined),
      files: ['svg', 'png'].map(kind => ({
        href: addressOf(`/compare/trend.${kind}`, lined),
        kind: kind.toUpperCase(),
      })),
      key: format.t('compare.chart.common', { count: lined.common }),
      hasCommon: lined.common > 0,
      linked: same,
      table: sidesTable(lined, names, format),
      areas: areasTable(lined, names, pair, format),
      contributions: pair ? contributionsPart(pair, names, format) : null,
      items: pair ? null : itemsTable(lined, names, format),
      lenses: lensTables(lined, names, pair, format),
      isPair: pair !== null,
      changes: pair ? changesPart(pair, format) : [],
    },
  };
}

function titleOf({ sides }: LineUp, names: string[], same: boolean, format: Format): string {
  const compared = names.join(format.t('compare.title.with'));
  return same ? format.t('compare.title.one', { city: sides.at(-1)?.city ?? '', compared }) : compared;
}

function addressOf(path: string, { sides }: LineUp): string {
  const query = new URLSearchParams();
  for (const { id } of sides) query.append('id', id);
  return `${path}?${query}`;
}

function noticesOf({ sides }: LineUp, same: boolean, { t }: Format): string[] {
  const checklists = new Set(sides.map(({ checklist }) => checklist.id));
  const versions = new Set(sides.map(({ checklist }) => checklist.version));
  const backwards = sides.some(
    (side, index) => index > 0 && side.referenceDate < (sides[index - 1]?.referenceDate ?? ''),
  );
  return [
    ...(same ? [] : [t('compare.notice.units')]),
    ...(checklists.size > 1 ? [t('compare.notice.checklists')] : []),
    ...(checklists.size === 1 && versions.size > 1 ? [t('compare.notice.versions')] : []),
    ...(backwards ? [t('compare.notice.backwards')] : []),
    ...(sides.some(({ state }) => state === 'open') ? [t('compare.notice.open')] : []),
  ];
}

function groundSentence({ common, sides }: LineUp, { t }: Format): string {
  return common === 0 ? t('compare.several.nothing') : t('compare.several', { count: common, sides: sides.length });
}

/** The explanation of each step from one to the next. */
function stepsOf({ sides }: LineUp, names: string[], { t }: Format) {
  return sides.slice(1).map((side, index) => ({
    href: `/compare?${new URLSearchParams({ old: sides[index]?.id ?? '', new: side.id })}`,
    label: t('compare.step', { old: names[index] ?? '', new: names[index + 1] ?? '' }),
  }));
}
