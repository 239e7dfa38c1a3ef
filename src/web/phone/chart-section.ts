import type { Item } from '#checklist/checklist-schema.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import { shownResults } from '#workshop/shown-results.ts';
import type { Format } from '../format.ts';
import { departmentVotes } from '../workshop/department-votes.ts';
import { medianWords } from '../workshop/results-view.ts';
import type { PhoneRoom } from './phone-room.ts';
import { voteOptions } from './vote-options.ts';
import { voteWords } from './vote-words.ts';

const verdicts = {
  'too-few': { classes: 'is-few', icon: 'info' },
  consensus: { classes: '', icon: 'circle-check-big' },
  spread: { classes: 'is-spread', icon: 'scale' },
  split: { classes: 'is-split', icon: 'triangle-alert' },
} satisfies Record<RoundResults['verdict'], object>;

/** The distribution with the own vote marked on this phone alone; null as long as it is hidden. */
export function chartSection(phone: PhoneRoom, format: Format) {
  const { results, previous } = phone.snapshot;
  if (!results || !phone.item || phone.snapshot.workshop !== 'running') return null;
  const { t } = format;
  const facts = [
    t('phone.chart.votes', { count: results.n }),
    t('phone.chart.unknown', { count: results.unknown }),
    ...medianFact(phone.item, results, 'phone.chart.median', format),
    ...(previous ? medianFact(phone.item, previous, 'phone.chart.previous', format) : []),
  ];
  return {
    title: t('phone.chart.title', { round: results.round }),
    verdict: { ...verdicts[results.verdict], words: t(`opinions.verdict.${results.verdict}`) },
    rows: results.counts ? rowsOf(phone, { results, previous, counts: results.counts }, format) : null,
    tooFew: t(`phone.chart.too-few.${phone.snapshot.mode}`),
    facts: format.list(facts),
    votes: votesOf(phone, phone.item, format),
    own: ownWords(phone, format),
  };
}

type Shown = { results: RoundResults; previous: RoundResults | undefined; counts: number[] };

function rowsOf({ snapshot, item, open }: PhoneRoom, { results, previous, counts }: Shown, format: Format) {
  if (!item || !snapshot.scale) return [];
  const { min } = snapshot.scale;
  const highest = Math.max(1, ...counts, ...(previous?.counts ?? []));
  return voteOptions({ item, checklist: open.checklist }, format).map(option => {
    const at = Number(option.value) - min;
    const count = counts[at] ?? 0;
    const before = previous?.counts?.[at];
    return {
      ...{ mark: option.mark, classes: option.classes, name: option.name, count },
      width: percent(count, highest),
      previous:
        before === undefined
          ? null
          : { width: percent(before, highest), words: format.t('phone.chart.before', { count: before }) },
      isOwn: String(snapshot.own?.value) === option.value,
      isMedian: results.median === Number(option.value),
      label: format.t('phone.chart.bar', { level: option.label, count }),
    };
  });
}

function medianFact(
  item: Item,
  { median, round }: RoundResults,
  key: 'phone.chart.median' | 'phone.chart.previous',
  format: Format,
): string[] {
  return median === null ? [] : [format.t(key, { median: medianWords(item, median, format), round })];
}

/** The whole list would not fit in what a phone is sent with every change: it is had anew for the page. */
function votesOf({ room: { workshop, seats }, open }: PhoneRoom, item: Item, format: Format) {
  const { results } = shownResults(workshop, 'participant', seats);
  return results ? departmentVotes({ item, checklist: open.wholeChecklist, mode: workshop.mode, results }, format) : [];
}

function ownWords({ snapshot, item, open }: PhoneRoom, format: Format): string {
  const { own, mode } = snapshot;
  if (!own || !item) return format.t(`phone.chart.none-own.${mode}`);
  return format.t(`phone.chart.own.${mode}`, {
    value: voteWords(own.value, { item, checklist: open.checklist }, format),
  });
}

function percent(count: number, highest: number): string {
  return `${Math.round((count / highest) * 1_000) / 10}%`;
}
