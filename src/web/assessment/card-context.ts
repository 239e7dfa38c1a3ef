import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import type { UseOption } from '../evidence/evidence-use.ts';
import type { Suggested } from '../suggestions/suggested.ts';
import type { OpenAssessment } from './open-assessment.ts';
import type { SentAnswer } from './sent-answer.ts';

/** Where a card stands: `sent` holds the items of this request, by id. */
export type CardContext = {
  open: OpenAssessment;
  nextItemId: string | undefined;
  sent: ReadonlyMap<string, SentAnswer>;
  /** Whether what is settled is shown as one line. */
  folds: boolean;
  /** Whether the page's script has to show all fields afresh. */
  replaced: boolean;
  /** All evidence of the assessment, to choose from. */
  options: UseOption[];
  /** Whose opinions stand beside the answers, oldest first. */
  workshops: readonly StoredWorkshop[];
  /** Answers of last time to items that are still open. */
  suggested: Suggested | undefined;
  /** Whether files are taken. */
  uploads: boolean;
};
