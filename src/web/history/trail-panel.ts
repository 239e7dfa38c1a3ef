import { clockBack } from '#assessment/clock-back.ts';
import type { Format } from '../format.ts';
import type { HashSearch } from './find-hash.ts';
import type { OpenHistory } from './open-history.ts';

const digitsShown = 12;

/** What the chain of changes proves, and whether a hash kept elsewhere is in it. */
export function trailPanel(history: OpenHistory, search: HashSearch | undefined, format: Format) {
  const { trail, open } = history;
  const { t } = format;
  const state = trail.ok ? t('trail.ok') : t('trail.broken');
  return {
    ok: trail.ok,
    state,
    jump: t('trail.jump', { state }),
    text: trail.ok
      ? t('trail.ok.text', { count: trail.seq })
      : t('trail.broken.text', { count: trail.seq, reason: format.text(trail.reason) }),
    clock: clockWords(history, format),
    head: trail.ok ? { short: trail.head.slice(0, digitsShown), full: trail.head } : null,
    form: {
      action: `/assessments/${open.assessment.id}/history#trail`,
      typed: search?.typed ?? '',
      result: search ? resultOf(search, history, format) : null,
    },
  };
}

const placesNamed = 5;

/** No break: the order is that of the numbers, whatever the clock says. */
function clockWords({ entries }: OpenHistory, { t, list }: Format): string | null {
  const seqs = clockBack(entries.map(({ seq, change }) => ({ seq, at: change.at })));
  if (seqs.length === 0) return null;
  return t('trail.clock', { count: seqs.length, seqs: list(seqs.slice(0, placesNamed).map(String)) });
}

function resultOf({ found }: HashSearch, { trail, isSetAside }: OpenHistory, { t, dayAndTime }: Format) {
  const bad = { classes: 'is-stop', icon: 'circle-x' };
  if (found === 'malformed') return { ...bad, text: t('trail.hash.malformed') };
  if (found === 'missing')
    return { ...bad, text: t(trail.ok && !isSetAside ? 'trail.hash.missing' : 'trail.hash.missing-broken') };
  return {
    ...{ classes: 'is-ok', icon: 'circle-check' },
    text: t('trail.hash.found', { seq: found.seq, when: dayAndTime(found.change.at) }),
  };
}
