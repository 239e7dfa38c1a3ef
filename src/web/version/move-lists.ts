import type { Vanished } from '#assessment/fit-setup.ts';
import type { LeftAnswer } from '#assessment/plan-move.ts';
import { findArea, findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Difference, KeptItem, Place } from '#checklist/version-differences.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Move } from './open-version.ts';
import { placeName, type VersionList, versionList } from './version-list.ts';

/** What a move comes to, item by item; what decides comes first. */
export function moveLists({ plan }: Move, open: OpenAssessment, format: Format): VersionList[] {
  const { differences, left, carried } = plan;
  const leftIds = new Set(left.map(({ item }) => item.id));
  const names = (places: Pick<Place, 'item'>[]) => places.map(place => placeName(place, format));
  const unanswered = ({ item }: Place) => !leftIds.has(item.id);
  const list = (id: string, lines: string[]) => versionList(id, lines, format);
  return [
    list(
      'left',
      left.map(answer => leftLine(answer, format)),
    ),
    list(
      'actions',
      plan.actions.map(({ content }) => actionLine(content, open.wholeChecklist, format)),
    ),
    list('vanished', vanishedLines(plan.vanished, open.wholeChecklist, format)),
    list('added', names(differences.added)),
    list('changed', names(differences.changed.map(({ after }) => after).filter(unanswered))),
    list('removed', names(differences.removed.filter(unanswered))),
    list('rescored', names(differing(differences.kept, 'rescored'))),
    list('reweighted', reweightedLines(plan.differences, format)),
    list('other-area', names(differing(differences.kept, 'other-area'))),
    list('reworded', names(differing(differences.kept, 'reworded'))),
    list('carried', names(carried)),
  ].filter(({ lines }) => lines.length > 0);
}

function leftLine(left: LeftAnswer, format: Format): string {
  const evidence = left.answer.evidence?.length ?? 0;
  const why = format.t(`version.why.${left.why}`);
  const name = placeName(left, format);
  return evidence > 0
    ? format.t('version.left.evidence', { name, why, count: evidence })
    : format.t('version.left', { name, why });
}

function actionLine(
  { item: itemId, measure }: { item: string; measure: string },
  checklist: Checklist,
  format: Format,
) {
  const item = findItem(checklist, itemId);
  return format.t('version.action', { name: item ? placeName({ item }, format) : itemId, measure });
}

function vanishedLines({ facts, areas, bottomLinesOff, widened }: Vanished, checklist: Checklist, format: Format) {
  const { t, text } = format;
  const known = checklist.facts ?? [];
  const factOf = (id: string) => known.find(fact => fact.id === id)?.question;
  return [
    ...areas.map(id => t('version.vanished.area', { name: named(findArea(checklist, id)?.title, id, format) })),
    ...(widened ? [t(`version.vanished.${widened}`)] : []),
    ...facts.map(id => t('version.vanished.fact', { name: named(factOf(id), id, format) })),
    ...bottomLinesOff.map(id => {
      const item = findItem(checklist, id);
      return t('version.vanished.bottom-line', { name: item ? `${item.code} ${text(item.title)}` : id });
    }),
  ];
}

function named(title: Parameters<Format['text']>[0] | undefined, id: string, { text }: Format): string {
  return title ? text(title) : id;
}

function differing(kept: KeptItem[], difference: Difference): Place[] {
  return kept.flatMap(({ after, differences }) => (differences.includes(difference) ? [after] : []));
}

function reweightedLines({ kept, reweightedAreas }: Move['plan']['differences'], { t, text }: Format): string[] {
  const line = (name: string, from: number, to: number) =>
    t('version.weight', { name, from: String(from), to: String(to) });
  return [
    ...reweightedAreas.map(({ before, after }) =>
      line(`${after.code} ${text(after.title)}`, before.weight, after.weight),
    ),
    ...kept
      .filter(({ differences }) => differences.includes('reweighted'))
      .map(({ before, after }) =>
        line(`${after.item.code} ${text(after.item.title)}`, before.item.weight, after.item.weight),
      ),
  ];
}
