import { findOpinionAuthor, type OpinionAuthor } from '#workshop/opinion-author.ts';
import type { Format } from '../format.ts';
import type { OpenAssessment } from './open-assessment.ts';

type Where = Pick<OpenAssessment, 'workshopTitle'>;

/** Who made a change, in words: a workshop by its title; in local mode there is only the administrator besides. */
export function personName(by: string, where: Where, { t }: Format): string {
  const author = findOpinionAuthor(by);
  if (author) return workshopName(author, where, t);
  return by === 'local' ? t('assessment.person.local') : by;
}

function workshopName({ workshopId, version }: OpinionAuthor, { workshopTitle }: Where, t: Format['t']): string {
  const title = workshopTitle(workshopId);
  const name = title === undefined ? t('opinions.author.unknown') : t('opinions.author', { title });
  return version === 1 ? name : t('opinions.author.version', { name, version });
}
