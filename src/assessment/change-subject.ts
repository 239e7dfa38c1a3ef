import type { AssessmentChange } from './assessment.ts';

/** What a change is about: something that can be taken over from another copy, or something that stays with each copy. */
export type Subject =
  | { kind: 'answer'; items: string[]; record?: string }
  | { kind: 'action'; id: string }
  | { kind: 'milestone'; id: string }
  | { kind: 'setup' | 'state' | 'version' };

export function subjectOf(change: AssessmentChange): Subject {
  switch (change.type) {
    case 'answered':
    case 'answer-cleared':
      return { kind: 'answer', items: [change.item] };
    case 'evidence-changed':
      return { kind: 'answer', items: change.items.map(({ item }) => item), record: change.id };
    case 'action-added':
    case 'action-changed':
    case 'action-noted':
    case 'action-removed':
      return { kind: 'action', id: change.id };
    case 'milestone-kept':
    case 'milestone-brought':
      return { kind: 'milestone', id: change.milestone.id };
    case 'created':
    case 'set-up-changed':
      return { kind: 'setup' };
    case 'made-final':
    case 'reopened':
      return { kind: 'state' };
    case 'checklist-changed':
    case 'checklist-change-undone':
      return { kind: 'version' };
  }
}
