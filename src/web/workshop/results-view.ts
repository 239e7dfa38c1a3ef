import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Verdict } from '#workshop/agreement.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import { distribution, levelClasses, levelNames } from './distribution.ts';
import { speakOrder } from './speak-order.ts';

/** A verdict has an icon and a word beside its colour. */
const verdictLooks = {
  consensus: { classes: '', icon: 'circle-check-big' },
  spread: { classes: 'is-spread', icon: 'move-horizontal' },
  split: { classes: 'is-split', icon: 'split' },
  'too-few': { classes: 'is-few', icon: 'circle-dashed' },
} satisfies Record<Verdict, { classes: string; icon: string }>;

export type ResultsGiven = {
  item: Item;
  checklist: Checklist;
  results: RoundResults;
  previous?: RoundResults | undefined;
};

/** What a round came to, in words and bars. */
export function resultsView(given: ResultsGiven, format: Format) {
  const { results, item } = given;
  const { t } = format;
  return {
    round: t('workshop.round', { round: results.round }),
    verdict: { ...verdictLooks[results.verdict], text: t(`opinions.verdict.${results.verdict}`) },
    badges: results.badges.map(badge => t(`workshop.badge.${badge}`)),
    chart: distribution(given, format),
    noChart: t('workshop.results.no-bars', { n: results.n }),
    median: medianView(given, format),
    facts: factsOf(given, format),
    speak: results.counts
      ? speakOrder({ item, min: levelNames(item, given.checklist, format)[0]?.level ?? 0 }, results, format)
      : null,
    departments: (results.departments ?? []).map(({ department, n, median }) => ({
      name: departmentName(department, given.checklist, format),
      n: t('workshop.votes', { count: n }),
      median: median === null ? t('assessment.answer.unknown') : medianWords(item, median, format),
    })),
  };
}

/** "3", "2.5", yes and no; half way between no and yes is neither. */
export function medianWords(item: Item, median: number, { t }: Format): string {
  if (item.kind !== 'yes-no') return String(median);
  if (median === 1) return t('assessment.value.yes');
  return median === 0 ? t('assessment.value.no') : t('workshop.median.between');
}

/** The level that the median is, with its whole text. */
function medianView({ item, checklist, results: { median } }: ResultsGiven, format: Format) {
  if (median === null || !Number.isInteger(median) || item.kind === 'yes-no') return null;
  const text = new Map(Object.entries(item.levels ?? {})).get(String(median));
  return text
    ? { value: String(median), classes: levelClasses(item, median, checklist), text: format.text(text) }
    : null;
}

function factsOf({ item, results, previous }: ResultsGiven, format: Format) {
  const { t } = format;
  const facts = [
    { label: t('workshop.median'), value: results.median === null ? '—' : medianWords(item, results.median, format) },
    { label: t('workshop.valid'), value: String(results.n) },
    { label: t('assessment.answer.unknown'), value: String(results.unknown) },
  ];
  if (results.paper > 0) facts.push({ label: t('workshop.on-paper'), value: String(results.paper) });
  if (results.changed)
    facts.push({ label: t('workshop.changed'), value: `${results.changed.votes} / ${results.changed.of}` });
  if (previous)
    facts.push({
      label: t('workshop.round-before'),
      value:
        previous.median === null
          ? t(`opinions.verdict.${previous.verdict}`)
          : t('workshop.before', {
              verdict: t(`opinions.verdict.${previous.verdict}`),
              median: medianWords(item, previous.median, format),
            }),
    });
  return facts;
}
