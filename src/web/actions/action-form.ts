import { z } from 'zod';
import type { ActionContent } from '#assessment/action.ts';
import { amountOf } from './actions-query.ts';

const one = z.union([z.string(), z.array(z.string()).transform(values => values.at(-1) ?? '')]).catch('');
const many = z.union([z.array(z.string()), z.string().transform(value => [value])]).catch([]);

/** The fields of an action as typed. `target` is `none` where only evidence is added. */
const typedSchema = z.object({
  rev: one,
  item: one,
  target: one,
  evidence: many,
  measure: one,
  lead: one,
  support: many,
  deadline: one,
  costBand: one,
  costEstimate: one,
  funding: one,
  status: one,
  acceptedBy: one,
  acceptedOn: one,
  acceptedAgainst: one,
});
export type TypedAction = z.infer<typeof typedSchema>;

export function readTypedAction(body: unknown): TypedAction {
  return typedSchema.parse(
    z
      .record(z.string(), z.unknown())
      .catch({})
      .parse(body ?? {}),
  );
}

/** A form without its revision is taken for one that saw something else. */
export function revOf({ rev }: TypedAction): number {
  return /^\d{1,9}$/.test(rev) ? Number(rev) : 0;
}

/** What `checkAction` takes; an empty field is one that was not given, and what is no number goes on as it was typed and is refused there. */
export function contentOfTyped(typed: TypedAction): Record<string, unknown> {
  const { item, evidence, measure, support, status } = typed;
  return {
    ...{ item, evidence, measure, support },
    ...given('target', targetOf(typed.target)),
    ...given('lead', textOf(typed.lead)),
    ...given('deadline', dayOf(typed.deadline)),
    ...given('cost', costOf(typed)),
    ...given('funding', textOf(typed.funding)),
    ...given('status', textOf(status)),
    ...given('acceptance', acceptanceOf(typed)),
  };
}

/** A stored action as the form shows it. */
export function typedOfContent(content: ActionContent, rev: number): TypedAction {
  const { item, target, evidence, measure, support, status, cost, acceptance } = content;
  return {
    ...{ rev: String(rev), item, evidence, measure, support, status },
    target: target === undefined ? 'none' : String(target),
    lead: content.lead ?? '',
    deadline: content.deadline ?? '',
    costBand: cost?.band ?? '',
    costEstimate: cost?.estimate === undefined ? '' : String(cost.estimate),
    funding: content.funding ?? '',
    acceptedBy: acceptance?.by ?? '',
    acceptedOn: acceptance?.on ?? '',
    acceptedAgainst: acceptance?.against ?? '',
  };
}

function targetOf(typed: string): unknown {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '' || plain === 'none') return undefined;
  if (plain === 'true') return true;
  return /^[+-]?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : typed;
}

/** People write 2026/3/1 and 2026.3.1 too. */
export function dayOf(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim();
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (!parts) return plain === '' ? undefined : plain;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** An estimate without a band is a fault of the band. */
function costOf({ costBand, costEstimate }: TypedAction): unknown {
  if (costBand === '' && costEstimate.trim() === '') return undefined;
  if (costEstimate.trim() === '') return { band: costBand };
  return { band: costBand, estimate: amountOf(costEstimate) ?? costEstimate };
}

function acceptanceOf({ acceptedBy, acceptedOn, acceptedAgainst }: TypedAction): unknown {
  if ([acceptedBy, acceptedOn, acceptedAgainst].every(typed => typed.trim() === '')) return undefined;
  return { by: acceptedBy, on: dayOf(acceptedOn) ?? '', against: acceptedAgainst };
}

function textOf(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed;
}

function given(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}
