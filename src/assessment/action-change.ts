import { z } from 'zod';
import { type Action, actionContentSchema, actionIdSchema, actionNoteSchema, actionOriginSchema } from './action.ts';

/** What can happen to the actions of an assessment, beside its other changes. `stamp` is what every change carries. */
export function actionChangeSchemas<Stamp extends z.ZodRawShape>(stamp: Stamp) {
  const rev = z.int().min(1);
  return [
    z.strictObject({
      type: z.literal('action-added'),
      ...stamp,
      id: actionIdSchema,
      content: actionContentSchema,
      origin: actionOriginSchema.optional(),
    }),
    z.strictObject({
      type: z.literal('action-changed'),
      ...stamp,
      id: actionIdSchema,
      rev,
      content: actionContentSchema,
    }),
    z.strictObject({ type: z.literal('action-noted'), ...stamp, id: actionIdSchema, note: actionNoteSchema }),
    z.strictObject({ type: z.literal('action-removed'), ...stamp, id: actionIdSchema, rev }),
  ] as const;
}

const changeSchema = z.discriminatedUnion(
  'type',
  actionChangeSchemas({ at: z.iso.datetime(), by: z.string(), why: z.string().optional() }),
);
export type ActionChange = z.infer<typeof changeSchema>;

/** The part of the fold that is about actions; they stand in the order in which they were added. */
export function actionsAfter(actions: readonly Action[], change: ActionChange): Action[] {
  const { by, at, id } = change;
  switch (change.type) {
    case 'action-added': {
      const { content, origin } = change;
      return [...actions, { id, rev: 1, by, at, content, notes: [], ...(origin ? { origin } : {}) }];
    }
    case 'action-changed':
      return withAction(actions, id, action => ({ ...action, rev: change.rev, by, at, content: change.content }));
    case 'action-noted':
      return withAction(actions, id, action => ({ ...action, notes: [...action.notes, { ...change.note, by, at }] }));
    case 'action-removed':
      return actions.filter(action => action.id !== id);
  }
}

function withAction(actions: readonly Action[], id: string, change: (action: Action) => Action): Action[] {
  return actions.map(action => (action.id === id ? change(action) : action));
}
