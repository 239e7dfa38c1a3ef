import { type Action, type ActionContent, actionContentSchema } from '#assessment/action.ts';

type Input = Partial<ActionContent> & { item: string };

/** An action on an item; its measure is its id unless it is given. */
export function buildAction(id: string, content: Input, more: Partial<Action> = {}): Action {
  return {
    ...{ id, rev: 1, by: 'local', at: '2026-11-18T06:40:00.000Z', notes: [] },
    content: actionContentSchema.parse({ measure: id, ...content }),
    ...more,
  };
}
