import { z } from 'zod';
import { textSchema } from '#shared/text.ts';
import { idSchema, levelNumberSchema } from './id-schema.ts';

/** What a lens group is shown as beside its figures, made of answers that are there: items by name, whatever their tags. References: `check-pictures.ts`. */

/** `about` says what the picture does not hold, or how it is to be read. */
const head = { title: textSchema, about: textSchema.exactOptional() };
const lineSchema = z.strictObject({ id: idSchema, label: textSchema });
const itemsSchema = z.array(idSchema).min(1).max(100);

/** The step counts as done from this level of this item on. */
const chainCellSchema = z.strictObject({ step: idSchema, item: idSchema, level: levelNumberSchema });

export const pictureSchema = z.discriminatedUnion('kind', [
  /** What is done one after the other, such as survey, assess, apply: a row each for what it is done with. A step of a row may be asked nowhere. */
  z.strictObject({
    ...{ kind: z.literal('chain'), ...head },
    steps: z.array(lineSchema).min(2).max(8),
    rows: z
      .array(lineSchema.extend({ cells: z.array(chainCellSchema).min(1).max(8) }))
      .min(1)
      .max(100),
  }),
  /** Items with who is responsible, what is there, what is missing and what comes next. */
  z.strictObject({ kind: z.literal('register'), ...head, items: itemsSchema }),
  /** Items with their own figures, in groups. */
  z.strictObject({
    ...{ kind: z.literal('panel'), ...head },
    groups: z
      .array(lineSchema.extend({ items: itemsSchema }))
      .min(1)
      .max(20),
  }),
]);
export type Picture = z.infer<typeof pictureSchema>;
export type ChainPicture = Extract<Picture, { kind: 'chain' }>;
export type ChainStep = ChainPicture['rows'][number]['cells'][number];
