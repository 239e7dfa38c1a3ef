import { z } from 'zod';
import { actionStatusSchema } from '#assessment/action.ts';
import { valueSchema } from '#assessment/answer.ts';
import { textSchema } from '#shared/text.ts';
import type { ChainReport } from './chain-report.ts';
import { itemStateSchema } from './item-report.ts';
import type { PanelReport } from './panel-report.ts';
import type { PictureReport } from './picture-report.ts';
import type { RegisterReport } from './register-report.ts';
import { type ShownItem, shownState } from './shown-item.ts';

const lineSchema = z.strictObject({ id: z.string(), label: textSchema });
const stateSchema = z.enum([...itemStateSchema.options, 'out-of-scope']);
const levelsSchema = { claimedLevel: z.number().nullable(), supportedLevel: z.number().nullable() };
const headSchema = { lens: z.string(), group: z.string(), title: textSchema, about: textSchema.nullable() };

const chainStateSchema = z.enum(['shown', 'claimed', 'short', ...stateSchema.exclude(['scored']).options]);

/** The pictures of lens groups as the export gives them; items by id, their answers stand in `items`. */
export const pictureDocumentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ kind: z.literal('chain'), ...headSchema },
    steps: z.array(lineSchema),
    rows: z.array(
      lineSchema.extend({
        /** One for each step that the checklist asks about: `level` is what `item` has to reach. */
        cells: z.array(
          z.strictObject({
            ...{ step: z.string(), item: z.string(), level: z.number() },
            state: chainStateSchema,
            ...levelsSchema,
          }),
        ),
        breaksAt: z.strictObject({ step: z.string(), why: z.enum(['short', 'open']) }).nullable(),
      }),
    ),
  }),
  z.strictObject({
    ...{ kind: z.literal('register'), ...headSchema },
    rows: z.array(
      z.strictObject({
        ...{ item: z.string(), state: stateSchema, ...levelsSchema },
        ...{ lead: z.string().nullable(), support: z.array(z.string()) },
        gap: z.enum(['carried', 'lower', 'none']).nullable(),
        /** Of the unfinished actions the one that is due first. */
        next: z
          .strictObject({ action: z.string(), status: actionStatusSchema, deadline: z.string().nullable() })
          .nullable(),
        unfinished: z.int(),
      }),
    ),
  }),
  z.strictObject({
    ...{ kind: z.literal('panel'), ...headSchema },
    groups: z.array(
      lineSchema.extend({
        items: z.array(
          z.strictObject({
            ...{ item: z.string(), state: stateSchema, value: valueSchema.nullable() },
            unit: textSchema.nullable(),
            ...levelsSchema,
            asOf: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
]);
type PictureDocument = z.infer<typeof pictureDocumentSchema>;

export function pictureDocument(picture: PictureReport): PictureDocument {
  const { lens, group, title, about } = picture;
  const head = { lens, group, title, about };
  switch (picture.kind) {
    case 'chain':
      return { kind: 'chain', ...head, ...chainDocument(picture) };
    case 'register':
      return { kind: 'register', ...head, ...registerDocument(picture) };
    case 'panel':
      return { kind: 'panel', ...head, ...panelDocument(picture) };
  }
}

function chainDocument({ steps, rows }: ChainReport) {
  return {
    steps,
    rows: rows.map(({ id, label, cells, breaksAt }) => ({
      ...{ id, label, breaksAt },
      cells: steps.flatMap(({ id: step }, index) => {
        const cell = cells[index];
        return cell ? [{ step, item: cell.item.id, level: cell.level, state: cell.state, ...levelsOf(cell) }] : [];
      }),
    })),
  };
}

function registerDocument({ rows }: RegisterReport) {
  return {
    rows: rows.map(row => ({
      ...{ item: row.item.id, state: shownState(row), ...levelsOf(row) },
      ...{ lead: row.item.lead ?? null, support: row.item.support ?? [], gap: row.gap, unfinished: row.unfinished },
      next: row.next && {
        action: row.next.action.id,
        status: row.next.action.content.status,
        deadline: row.next.action.content.deadline ?? null,
      },
    })),
  };
}

function panelDocument({ groups }: PanelReport) {
  return {
    groups: groups.map(({ id, label, figures }) => ({
      ...{ id, label },
      items: figures.map(figure => ({
        ...{ item: figure.item.id, state: shownState(figure), value: figure.value },
        unit: figure.item.kind === 'metric' ? figure.item.unit : null,
        ...levelsOf(figure),
        asOf: figure.asOf,
      })),
    })),
  };
}

function levelsOf({ report }: ShownItem) {
  return { claimedLevel: report?.claimedLevel ?? null, supportedLevel: report?.supportedLevel ?? null };
}
