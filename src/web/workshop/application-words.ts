import type { ApplicationOutcome } from '#workshop/opinion.ts';
import type { Format } from '../format.ts';

/** What became of an opinion in the assessment; one on a question that is not asked so any more cannot be adopted, whatever stood in its way then. */
export function applicationWords(outcome: ApplicationOutcome, former: boolean, { t }: Format): string {
  return former && outcome !== 'applied' ? t('workshop.application.former') : t(`workshop.application.${outcome}`);
}
