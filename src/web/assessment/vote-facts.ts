import type { Item } from '#checklist/checklist-schema.ts';
import type { Provenance } from '#workshop/opinion.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import type { Format } from '../format.ts';

type Verdict = RoundResults['verdict'];
type Figures = Pick<RoundResults, 'n' | 'unknown' | 'paper' | 'median' | 'q1' | 'q3'>;

const marks = {
  'too-few': { classes: '', icon: 'info' },
  consensus: { classes: 'is-ok', icon: 'circle-check-big' },
  spread: { classes: 'is-warn', icon: 'scale' },
  split: { classes: 'is-stop', icon: 'triangle-alert' },
} satisfies Record<Verdict, object>;

/** How far the room agreed, as a tag. */
export function verdictTag(verdict: Verdict, { t }: Format) {
  return { ...marks[verdict], words: t(`opinions.verdict.${verdict}`) };
}

/** "有少数意见", "部门之间差 2 级以上". */
export function badgeWords(badges: RoundResults['badges'], { t }: Format): string[] {
  return badges.map(badge => t(`opinions.badge.${badge}`));
}

/** The figures of a vote, one phrase each; those that would show somebody's vote are not among them. */
export function voteFacts(figures: Figures, item: Item, format: Format): string[] {
  const { t } = format;
  const { n, unknown, paper, median, q1, q3 } = figures;
  return [
    ...(median === null ? [] : [t('opinions.median', { median: levelWords(median, item, format) })]),
    ...(q1 === null || q3 === null || item.kind === 'yes-no'
      ? []
      : [t('opinions.quartiles', { q1: String(q1), q3: String(q3), iqr: String(q3 - q1) })]),
    t('opinions.votes', { count: n }),
    ...(unknown > 0 ? [t('opinions.unknown', { count: unknown })] : []),
    ...(paper > 0 ? [t('opinions.paper', { count: paper })] : []),
  ];
}

/** Where a recorded value comes from; of a figure nobody voted on, that alone. */
export function provenanceFacts(provenance: Provenance, item: Item, format: Format): string[] {
  const { t } = format;
  const { round, rounds, objections } = provenance;
  return [
    ...(round === null ? [t('opinions.no-vote')] : voteFacts(provenance, item, format)),
    ...(rounds > 1 ? [t('opinions.rounds', { count: rounds })] : []),
    ...(objections > 0 ? [t('opinions.objections', { count: objections })] : []),
  ];
}

/** "3", or yes and no; between both where the room is halved. */
export function levelWords(level: number, item: Item, { t }: Format): string {
  if (item.kind !== 'yes-no') return String(level);
  if (level > 0 && level < 1) return t('opinions.between');
  return level === 1 ? t('assessment.value.yes') : t('assessment.value.no');
}
