import type { Asked } from '#assessment/asked-at.ts';
import type { AdoptionOutcome } from '#workshop/hand-on-opinions.ts';
import type { Format } from '../../format.ts';
import { applicationWords } from '../application-words.ts';
import type { Refused } from './cockpit-page.ts';

type Given = { outcome: Exclude<AdoptionOutcome, 'applied'>; item: string; asked: Asked | undefined };

/** Why an opinion was not adopted. */
export function notAdopted({ outcome, item, asked }: Given, format: Format): Refused {
  return {
    title: format.t('cockpit.not-adopted', { code: asked?.item.code ?? item }),
    text: reasonOf(outcome, asked?.former ?? true, format),
    faults: [],
  };
}

function reasonOf(outcome: Given['outcome'], former: boolean, format: Format): string {
  switch (outcome) {
    case 'stale':
    case 'opinion-changed':
      return format.t(`opinions.not-adopted.${outcome}`);
    default:
      return format.t('cockpit.not-adopted.why', { why: applicationWords(outcome, former, format) });
  }
}
