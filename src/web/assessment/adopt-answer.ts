import { AppError } from '#shared/app-error.ts';
import type { Site } from '../site.ts';
import type { Shown } from './answer-shown.ts';
import { fieldsAfter } from './fields-after.ts';
import type { AdoptedOpinion } from './sent-fields.ts';
import type { TypedAnswer } from './typed-answer.ts';

/** `stale`: the answer changed since; `opinion-changed`: the opinion did, or can still be undone. `typed` is what stands on the form. */
export type NotAdopted = {
  kind: 'not-adopted';
  why: 'stale' | 'opinion-changed' | 'faulty';
  typed: TypedAnswer;
  rev: number;
};

/** The opinion in place of the answer it was shown beside. Throws AppError `not-found`, `final` or `out-of-scope`. */
export async function adoptAnswer(
  site: Site,
  save: Shown,
  { workshopId, version, rev }: AdoptedOpinion,
): Promise<{ kind: 'adopted' } | NotAdopted> {
  const stored = await site.workshops.find(workshopId);
  if (stored?.workshop.assessment !== save.open.assessment.id) throw new AppError('not-found');
  const outcome = await site.opinions.adopt(workshopId, save.item.id, { version, rev });
  switch (outcome) {
    case 'applied':
      return { kind: 'adopted' };
    case 'final':
    case 'out-of-scope':
      throw new AppError(outcome);
    case 'answered':
      throw new Error('what is adopted is not refused for an answer that is there');
    case 'stale':
    case 'opinion-changed':
    case 'faulty':
      return { kind: 'not-adopted', why: outcome, ...(await fieldsAfter(site, save)) };
  }
}
