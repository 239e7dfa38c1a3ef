import type { Changed, Comparison, ItemRef, Standing } from '#report/comparison-document.ts';
import type { Format } from '../format.ts';
import { sideNames } from './compare-words.ts';

type Change = { id: string; title: string; hint: string; lines: string[]; more: string | null; fold: string | null };

const mostNamed = 60;
/** More are folded: an area that was out of scope brings all of its items. */
const mostOpen = 12;

/** What else changed, kind by kind and by name; kinds without any are left out. */
export function changesPart(comparison: Comparison, format: Format): Change[] {
  const { changed } = comparison;
  const kind = (id: keyof Changed, lines: string[]) => changeOf(id, lines, comparison, format);
  return [
    kind('newlyAnswered', names(changed.newlyAnswered, format)),
    kind('noLongerAnswered', names(changed.noLongerAnswered, format)),
    kind(
      'scope',
      changed.scope.map(item =>
        format.t('compare.changed.scope.line', {
          item: nameOf(item, format),
          old: standingWords(item.old, format),
          new: standingWords(item.new, format),
        }),
      ),
    ),
    kind('added', names(changed.added, format)),
    kind('removed', names(changed.removed, format)),
    kind('meaning', names(changed.meaning, format)),
    kind(
      'reweightedAreas',
      changed.reweightedAreas.map(area => weightWords(nameOf(area, format), area, format)),
    ),
    kind(
      'reweightedItems',
      changed.reweightedItems.map(item => weightWords(nameOf(item, format), item, format)),
    ),
  ].filter(({ lines }) => lines.length > 0);
}

function changeOf(id: keyof Changed, lines: string[], comparison: Comparison, format: Format): Change {
  const [before = '', after = ''] = sideNames([comparison.old, comparison.new], format);
  return {
    id,
    title: format.t(`compare.changed.${id}`, { count: lines.length, old: before, new: after }),
    hint: format.t(`compare.changed.hint.${id}`),
    lines: lines.slice(0, mostNamed),
    more: lines.length > mostNamed ? format.t('compare.changed.more', { count: lines.length - mostNamed }) : null,
    fold: lines.length > mostOpen ? format.t('compare.changed.fold', { count: lines.length }) : null,
  };
}

function names(items: ItemRef[], format: Format): string[] {
  return items.map(item => nameOf(item, format));
}

function nameOf({ code, title }: Pick<ItemRef, 'code' | 'title'>, { text }: Format): string {
  return `${code} ${text(title)}`;
}

function weightWords(name: string, weights: { old: number; new: number }, { t }: Format): string {
  return t('compare.changed.weight.line', { name, old: String(weights.old), new: String(weights.new) });
}

function standingWords(standing: Standing, { t }: Format): string {
  return standing === 'out-of-scope' ? t('compare.cell.out-of-scope') : t(`report.answer.${standing}`);
}
