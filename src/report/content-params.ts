import { z } from 'zod';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';

/** What the statements of `content-codes.ts` are about, beside the parameters of the others. */
export const contentParams = {
  /** One item by id, of which the claimed and the supported share tell; shown as a level where the item has levels. */
  item: z.string(),
  claimedShare: z.number(),
  supportedShare: z.number(),
  floorShare: z.number(),
  /** Items by id, always worded with their titles. */
  named: z.array(z.string()),
  kind: evidenceKindSchema,
  /** Departments by id. */
  department: z.string(),
  departments: z.array(z.string()),
  /** A lens by id, with the ids of its groups, or of the rows and columns that it crosses. Without one `row` and `columns` belong to the table `item`. */
  lens: z.string(),
  group: z.string(),
  row: z.string(),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  /** A value of a table's cell, worded by its meaning. */
  cell: z.int(),
  /** Parts of a score of 100, as shown. */
  points: z.number(),
  /** Of the whole weight, in per cent with one decimal. */
  weightShare: z.number(),
  /** ISO times, worded as days; both together are a span. */
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Numbers of items, records, changes. */
  total: z.int(),
  breached: z.int(),
  unverified: z.int(),
  unsupported: z.int(),
  lowItems: z.int(),
  shared: z.int(),
  gaps: z.int(),
  claims: z.int(),
  open: z.int(),
  unanswered: z.int(),
  unknown: z.int(),
  withheld: z.int(),
  records: z.int(),
  closed: z.int(),
};
