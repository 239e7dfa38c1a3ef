import type { ChainCell, ChainReport, ChainRow, ChainState } from '#report/chain-report.ts';
import { shownTitle } from '../assessment/shown-words.ts';
import type { Format } from '../format.ts';

type Mark = { classes: string; icon: string };

const open = { classes: 'is-open', icon: 'circle-help' };
const excluded = { classes: 'is-excluded', icon: 'circle-slash' };
const marks = {
  shown: { classes: 'is-shown', icon: 'circle-check' },
  claimed: { classes: 'is-claimed', icon: 'check' },
  short: { classes: 'is-short', icon: 'circle-x' },
  ...{ unknown: open, withheld: open, unanswered: { classes: 'is-open', icon: 'circle-dashed' } },
  ...{ 'not-applicable': excluded, 'not-our-mandate': excluded, 'excluded-by-fact': excluded },
  'out-of-scope': excluded,
} satisfies Record<ChainState, Mark>;

/** More steps than these have no room side by side. */
const mostBeside = 5;

/** Steps in a row, where each chain breaks, and what every step asks for. */
export function chainView({ steps, rows }: ChainReport, format: Format) {
  return {
    steps: steps.map(({ label }) => format.text(label)),
    isLong: steps.length > mostBeside,
    lead: leadOf(rows, format),
    rows: rows.map(row => ({
      title: format.text(row.label),
      verdict: verdictOf(row, steps, format),
      cells: row.cells.map((cell, index) => ({
        step: nameOf(steps[index], format),
        ...cellView(cell, format),
      })),
    })),
    criteria: rows.map(row => ({
      title: format.text(row.label),
      steps: row.cells.flatMap((cell, index) =>
        cell ? [criterionOf(cell, nameOf(steps[index], format), format)] : [],
      ),
    })),
  };
}

function nameOf(step: ChainReport['steps'][number] | undefined, { text }: Format): string {
  return step ? text(step.label) : '';
}

function leadOf(rows: ChainRow[], { t }: Format): string {
  const broken = rows.filter(({ breaksAt }) => breaksAt?.why === 'short').length;
  const undecided = rows.filter(({ breaksAt }) => breaksAt?.why === 'open').length;
  const done = rows.filter(isDone).length;
  const uncounted = rows.length - broken - undecided - done;
  return t('picture.chain.lead', { count: rows.length, broken, open: undecided, done, uncounted });
}

/** Something of it counts, and all that counts is done. */
function isDone({ cells, breaksAt }: ChainRow): boolean {
  return breaksAt === null && cells.some(cell => cell?.state === 'shown' || cell?.state === 'claimed');
}

function cellView(cell: ChainCell | null, format: Format) {
  if (!cell) return { classes: 'is-unasked', icon: null, words: format.t('picture.chain.unasked'), detail: [] };
  return { ...marks[cell.state], words: stateWords(cell.state, format), detail: detailOf(cell, format) };
}

function stateWords(state: ChainState, { t }: Format): string {
  switch (state) {
    case 'shown':
    case 'claimed':
    case 'short':
      return t(`picture.chain.${state}`);
    case 'out-of-scope':
      return t('picture.out-of-scope');
    default:
      return t(`report.answer.${state}`);
  }
}

/** Short pieces, so that a narrow cell breaks between them. */
function detailOf({ item: { code }, report, level: needed, state }: ChainCell, { t }: Format): string[] {
  const need = t('picture.chain.needs', { level: needed });
  const claimed = () => t('picture.chain.claimed-level', { level: String(report?.claimedLevel) });
  switch (state) {
    case 'shown':
    case 'short':
      return [code, claimed(), need];
    case 'claimed':
      return [code, claimed(), t('picture.chain.supported-level', { level: String(report?.supportedLevel) }), need];
    default:
      return [code, need];
  }
}

function verdictOf(row: ChainRow, steps: ChainReport['steps'], format: Format) {
  const { t } = format;
  const { breaksAt, cells } = row;
  if (breaksAt) {
    const step = nameOf(
      steps.find(({ id }) => id === breaksAt.step),
      format,
    );
    const isShort = breaksAt.why === 'short';
    return { ...(isShort ? marks.short : open), words: t(`picture.chain.breaks.${breaksAt.why}`, { step }) };
  }
  if (!isDone(row)) return { ...excluded, words: t('picture.chain.not-counted') };
  const unsupported = cells.filter(cell => cell?.state === 'claimed').length;
  return unsupported === 0
    ? { ...marks.shown, words: t('picture.chain.whole') }
    : { ...marks.claimed, words: t('picture.chain.whole.claimed', { count: unsupported }) };
}

function criterionOf(cell: ChainCell, step: string, format: Format) {
  const said = cell.item.levels?.[String(cell.level)];
  const words = { step, item: shownTitle(cell, format), level: cell.level };
  return said
    ? format.t('picture.chain.criterion', { ...words, text: format.text(said) })
    : format.t('picture.chain.criterion.bare', words);
}
