import type { Format } from '../format.ts';

/** Who made a change, in words; in local mode there is only the administrator. */
export function personName(by: string, { t }: Format): string {
  return by === 'local' ? t('assessment.person.local') : by;
}
