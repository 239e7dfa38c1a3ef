import { z } from 'zod';
import { actionOrders } from '#report/order-actions.ts';

const many = z.union([z.array(z.string()), z.string().transform(value => [value])]).catch([]);
export const aims = ['low', 'supported'] as const;

/** What the plan is asked to show; anything it does not know counts as not asked. Without `do` everything unfinished is chosen. */
export const actionsQuerySchema = z.object({
  order: z.enum(actionOrders).catch('bottom'),
  aim: z.enum(aims).catch('low'),
  pick: many,
  do: z.enum(['sum', 'best']).optional().catch(undefined),
  budget: z.string().trim().max(20).catch(''),
  department: z.string().max(80).catch(''),
  suggestions: z.literal('all').optional().catch(undefined),
});
export type ActionsQuery = z.infer<typeof actionsQuerySchema>;

/** In 万元; full-width digits and separators of thousands are taken. Undefined where it is no amount. */
export function amountOf(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}
