import type { Difference } from '#report/verify-report.ts';
import { plainJson } from '#shared/plain-json.ts';
import type { Format } from '../format.ts';

const mostShown = 100;

/** Where a file differs, what stands there and what should. */
export function differenceRows(differences: readonly Difference[], format: Format) {
  return {
    rows: differences.slice(0, mostShown).map(difference => ({
      path: plainJson.path(difference.path),
      what: format.t(`milestone.difference.${difference.kind}`),
      said: difference.said === undefined ? '—' : plainJson.value(difference.said),
      computed: computedOf(difference, format),
    })),
    more:
      differences.length > mostShown
        ? format.t('milestone.differences.more', { count: differences.length - mostShown })
        : null,
  };
}

function computedOf(difference: Difference, { text }: Format): string {
  if (difference.kind === 'faulty') return text(difference.fault.message);
  return 'computed' in difference && difference.computed !== undefined ? plainJson.value(difference.computed) : '—';
}
