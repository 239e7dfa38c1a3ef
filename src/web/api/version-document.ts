import { z } from 'zod';
import { carriesNothing } from '#assessment/plan-move.ts';
import { comparedSideSchema } from '#report/comparison-document.ts';
import type { Move, OpenVersion, Undo } from '../version/open-version.ts';

const ids = z.array(z.string());
const versionSchema = z.strictObject({ id: z.string(), version: z.string() });
const figuresSchema = comparedSideSchema.pick({ shown: true, supported: true, grade: true, supportedGrade: true });
const sidesSchema = z.strictObject({ before: figuresSchema, after: figuresSchema });
const meetingsSchema = z
  .array(z.strictObject({ workshop: z.string(), open: z.boolean(), items: ids }))
  .meta({ description: 'Workshops in the way: it is refused with 409 until they are finished' });
const whySchema = z.enum(['meaning', 'kind', 'scale', 'unit', 'table']);

const moveSchema = z.strictObject({
  to: versionSchema,
  carried: ids.meta({ description: 'Answers that go along as they are' }),
  left: z
    .array(z.strictObject({ item: z.string(), why: z.enum([...whySchema.options, 'removed', 'not-possible']) }))
    .meta({ description: 'Answers that are taken out, to be put back by undoing' }),
  added: ids,
  removed: ids,
  changed: z.array(z.strictObject({ item: z.string(), why: whySchema })),
  differing: z
    .array(
      z.strictObject({
        item: z.string(),
        differences: z.array(z.enum(['reweighted', 'rescored', 'reworded', 'other-area'])),
      }),
    )
    .meta({ description: 'Items that ask the same and are otherwise different' }),
  actions: ids.meta({ description: 'Actions for items that the later version does not have' }),
  setup: z
    .strictObject({
      facts: ids,
      areas: ids,
      bottomLinesOff: ids,
      widened: z.enum(['all-areas', 'all-items']).nullable(),
    })
    .meta({ description: 'What the set-up names and the later version does not have' }),
  figures: sidesSchema,
  meetings: meetingsSchema,
  needsConfirm: z.boolean().meta({ description: 'No answer goes along: `confirm` is wanted' }),
});

const undoSchema = z.strictObject({
  to: versionSchema,
  movedAt: z.iso.datetime(),
  restored: ids.meta({ description: 'Answers that come back' }),
  taken: ids.meta({ description: 'Answers given since that the version before cannot take' }),
  kept: ids.meta({ description: 'Answers given since that stay' }),
  figures: sidesSchema,
  meetings: meetingsSchema,
});

export const versionDocumentSchema = z.strictObject({
  checklist: versionSchema,
  move: moveSchema
    .nullable()
    .meta({ description: 'What the newest version would make of it; null where there is none, or it is final' }),
  undo: z
    .union([undoSchema, z.literal('copy-gone')])
    .nullable()
    .meta({ description: '`copy-gone` where the version that it came from cannot be read any more' }),
});

/** What moving to the newest version, and undoing the last move, would come to. Nothing is changed by reading it. */
export function versionDocument({
  open,
  move,
  undo,
}: Pick<OpenVersion, 'open' | 'move' | 'undo'>): z.infer<typeof versionDocumentSchema> {
  const { id, version } = open.assessment.checklist;
  return {
    checklist: { id, version },
    move: move ? moveDocument(move) : null,
    undo: undo === undefined || undo === 'copy-gone' ? (undo ?? null) : undoDocument(undo),
  };
}

function moveDocument({ target, plan, sides, inTheWay }: Move): z.infer<typeof moveSchema> {
  const { kept, changed, added, removed } = plan.differences;
  return {
    to: { id: target.pin.id, version: target.pin.version },
    carried: idsOf(plan.carried),
    left: plan.left.map(({ item, why }) => ({ item: item.id, why })),
    ...{ added: idsOf(added), removed: idsOf(removed) },
    changed: changed.map(({ after, why }) => ({ item: after.item.id, why })),
    differing: kept.flatMap(({ after, differences }) =>
      differences.length > 0 ? [{ item: after.item.id, differences }] : [],
    ),
    actions: plan.actions.map(action => action.id),
    setup: { ...plan.vanished, widened: plan.vanished.widened ?? null },
    figures: sidesDocument(sides),
    meetings: inTheWay.map(meetingDocument),
    needsConfirm: carriesNothing(plan),
  };
}

function undoDocument({ plan, sides, inTheWay }: Undo): z.infer<typeof undoSchema> {
  const { from, at } = plan.move;
  return {
    to: { id: from.id, version: from.version },
    movedAt: at,
    restored: plan.restored,
    taken: idsOf(plan.taken),
    kept: idsOf(plan.kept),
    figures: sidesDocument(sides),
    meetings: inTheWay.map(meetingDocument),
  };
}

function idsOf(places: { item: { id: string } }[]): string[] {
  return places.map(({ item }) => item.id);
}

function sidesDocument({ before, after }: Move['sides']): z.infer<typeof sidesSchema> {
  return { before: figuresOf(before), after: figuresOf(after) };
}

function figuresOf({
  shown,
  supported,
  grade,
  supportedGrade,
}: Move['sides']['before']): z.infer<typeof figuresSchema> {
  return { shown, supported, grade, supportedGrade };
}

function meetingDocument({ id, isOpen, items }: Move['inTheWay'][number]): z.infer<typeof meetingsSchema>[number] {
  return { workshop: id, open: isOpen, items };
}
