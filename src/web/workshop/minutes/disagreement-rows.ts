import type { Asked } from '#assessment/asked-at.ts';
import { consensusIndex } from '#workshop/consensus-index.ts';
import type { Minutes } from '#workshop/minutes.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import { askedItem } from '../asked-item.ts';
import { levelNames } from '../distribution.ts';
import { medianWords } from '../results-view.ts';

type Voted = { item: string; first: RoundResults; last: RoundResults };

/** Where the room disagreed: the items that were voted on, the most disputed last vote first, first round beside the last. */
export function disagreementRows(minutes: Minutes, open: OpenAssessment, format: Format) {
  return minutes.items
    .flatMap(votedOn)
    .toSorted((a, b) => agreement(a.last) - agreement(b.last))
    .flatMap(voted => rowOf(voted, askedItem(minutes, open, voted.item), format));
}

function votedOn({ item, rounds }: Minutes['items'][number]): Voted[] {
  const results = rounds.flatMap(round => (round.results && !round.voided ? [round.results] : []));
  const [first] = results;
  const last = results.at(-1);
  return first && last ? [{ item, first, last }] : [];
}

/** Rounds too small to show come last. */
function agreement({ counts }: RoundResults): number {
  return (counts && consensusIndex(counts)) ?? 2;
}

function rowOf({ first, last }: Voted, asked: Asked | undefined, format: Format) {
  if (!asked) return [];
  const { item, checklist } = asked;
  const labels = levelNames(item, checklist, format).map(({ label }) => label);
  const cell = (results: RoundResults) => ({
    verdict: format.t(`opinions.verdict.${results.verdict}`),
    median: results.median === null ? '—' : medianWords(item, results.median, format),
    n: String(results.n),
    agreement: results.counts ? (consensusIndex(results.counts) ?? 0).toFixed(2) : '—',
    bars: results.counts ? smallBars(results.counts, labels) : null,
  });
  return [
    {
      href: `#${item.code}`,
      code: item.code,
      title: format.text(item.title),
      first: cell(first),
      last: last.round === first.round ? null : cell(last),
    },
  ];
}

/** In a viewBox of 12 units a level and 28 high. */
function smallBars(counts: readonly number[], labels: string[]) {
  const most = Math.max(1, ...counts);
  return {
    viewBox: `0 0 ${counts.length * 12} 28`,
    label: counts.map((count, index) => `${labels[index] ?? ''}: ${count}`).join(', '),
    bars: counts.map((count, index) => {
      const height = Math.round((count / most) * 26);
      return { x: String(index * 12 + 1), y: String(28 - height), height: String(height) };
    }),
  };
}
