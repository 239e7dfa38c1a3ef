import { z } from 'zod';
import { type AgendaOrder, orderAgenda } from '#workshop/order-agenda.ts';
import type { TypedPlan } from './plan-form.ts';
import type { PlanKnowledge } from './plan-knowledge.ts';

export const planSets = ['core', 'unanswered', 'most-disputed', 'most-uncertain', 'all', 'none'] as const;
type PlanSet = (typeof planSets)[number];
export const planOrders = ['checklist', 'core-first', 'most-disputed', 'most-uncertain'] as const;
type PlanOrder = (typeof planOrders)[number];

/** The buttons of the planning form; none of them recomputes. */
const pressedSchema = z.object({
  set: z.enum(planSets).optional().catch(undefined),
  order: z.enum(planOrders).optional().catch(undefined),
  up: z.string().optional().catch(undefined),
  down: z.string().optional().catch(undefined),
  remove: z.string().optional().catch(undefined),
  fit: z.string().optional().catch(undefined),
});

type Plan = { typed: TypedPlan; usualMinutes: ReadonlyMap<string, string> };

/** The plan after the button that was pressed. `rest`: what does not fit into the day. */
export function changePlan(
  { typed, usualMinutes }: Plan,
  body: unknown,
  known: PlanKnowledge,
  rest: string[],
): TypedPlan {
  const { set, order, up, down, remove, fit } = pressedSchema.parse(body ?? {});
  const items = typed.agenda.map(({ item }) => item);
  const arranged = (chosen: string[]) => ({ ...typed, agenda: entriesOf(chosen, typed, usualMinutes) });
  if (set) return arranged(itemsOfSet(set, known));
  if (order) return arranged(orderItems(items, order, known));
  if (up !== undefined) return arranged(moved(items, up, -1));
  if (down !== undefined) return arranged(moved(items, down, 1));
  if (remove !== undefined) return arranged(items.filter(item => item !== remove));
  if (fit !== undefined) return arranged(items.filter(item => !rest.includes(item)));
  return typed;
}

function itemsOfSet(set: PlanSet, known: PlanKnowledge): string[] {
  switch (set) {
    case 'core':
      return known.items.filter(item => known.core.has(item));
    case 'unanswered':
      return known.items.filter(item => known.unanswered.has(item));
    case 'most-disputed':
      return orderItems(
        known.items.filter(item => known.counts.has(item)),
        set,
        known,
      );
    case 'most-uncertain':
      return orderItems(
        known.items.filter(item => (known.shares.get(item) ?? 0) > 0),
        set,
        known,
      );
    case 'all':
      return known.items;
    case 'none':
      return [];
  }
}

function orderItems(items: string[], order: PlanOrder, known: PlanKnowledge): string[] {
  const asListed = items.toSorted((a, b) => known.items.indexOf(a) - known.items.indexOf(b));
  return order === 'checklist' ? asListed : orderAgenda(asListed, agendaOrder(order, known));
}

function agendaOrder(order: Exclude<PlanOrder, 'checklist'>, { core, counts, shares }: PlanKnowledge): AgendaOrder {
  switch (order) {
    case 'core-first':
      return { by: order, core };
    case 'most-disputed':
      return { by: order, counts };
    case 'most-uncertain':
      return { by: order, shares };
  }
}

/** One place; at the end nothing moves. */
function moved(items: string[], item: string, by: 1 | -1): string[] {
  const from = items.indexOf(item);
  const to = from + by;
  const other = items[to];
  if (from === -1 || other === undefined) return items;
  return items.with(from, other).with(to, item);
}

/** Minutes that were typed stay with their item. */
function entriesOf(items: string[], { agenda }: TypedPlan, usual: ReadonlyMap<string, string>): TypedPlan['agenda'] {
  const typed = new Map(agenda.map(({ item, minutes }) => [item, minutes]));
  return items.map(item => ({ item, minutes: typed.get(item) ?? usual.get(item) ?? '' }));
}
