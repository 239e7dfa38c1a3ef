import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { type ActionContent, actionContentSchema, costBounds } from './action.ts';
import type { Assessment } from './assessment.ts';
import { checkPossible, checkTarget } from './check-target.ts';
import { isExcludedByFact } from './progress.ts';
import { findAnswer } from './record-answer.ts';

/** `before`: the action as it is; what was planned is not held against what has been reached since, nor what was `planned` elsewhere. */
type Where = {
  assessment: Assessment;
  checklist: Checklist;
  before?: ActionContent;
  planned?: Planned | undefined;
};
export type Planned = 'here' | 'elsewhere';

/** The rules that depend on checklist and answers. `checklist` is the one in the assessment's scope. */
export function checkAction(input: unknown, where: Where): Checked<ActionContent> {
  const parsed = check(actionContentSchema, input);
  if (!parsed.ok) return parsed;
  const content = settled(parsed.value);
  const faults = [
    ...checkItem(content, where),
    ...checkDepartments(content, where),
    ...checkCost(content),
    ...checkAcceptance(content),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: content };
}

/** Who is named twice takes part once; who leads does not support besides. */
function settled({ evidence, support, ...content }: ActionContent): ActionContent {
  const supporting = [...new Set(support)].filter(id => id !== content.lead);
  return { ...content, evidence: [...new Set(evidence)], support: supporting };
}

function checkItem({ item: itemId, target, evidence }: ActionContent, where: Where): Fault[] {
  const { assessment, checklist, before } = where;
  const item = findItem(checklist, itemId);
  if (!item) return [fault(['item'], '本次评价的范围里没有这一项', 'this item is not in the scope of the assessment')];
  if (isExcludedByFact(item, assessment.setup.profile))
    return [
      fault(
        ['item'],
        '按本地情况这一项不计，不能列整改措施',
        'the local facts exclude this item; no action can be planned on it',
      ),
    ];
  const isSame = before?.item === itemId && before.target === target && (target !== undefined || evidence.length > 0);
  if (isSame) return [];
  return where.planned === 'elsewhere'
    ? checkPossible(target, evidence, { item, checklist })
    : checkTarget(target, evidence, { item, checklist, answer: findAnswer(assessment, itemId) });
}

function checkDepartments({ lead, support }: ActionContent, { checklist, before }: Where): Fault[] {
  const known = new Set((checklist.departments ?? []).map(({ id }) => id));
  const kept = new Set([before?.lead, ...(before?.support ?? [])]);
  const isStrange = (id: string) => !known.has(id) && !kept.has(id);
  const strange = (path: Fault['path'], id: string) =>
    fault(path, `检查表里没有部门“${id}”`, `the checklist has no department "${id}"`);
  return [
    ...(lead !== undefined && isStrange(lead) ? [strange(['lead'], lead)] : []),
    ...support.flatMap((id, index) => (isStrange(id) ? [strange(['support', index], id)] : [])),
  ];
}

function checkCost({ cost }: ActionContent): Fault[] {
  if (cost?.estimate === undefined) return [];
  const { from, to } = costBounds[cost.band];
  return cost.estimate >= from && (to === null || cost.estimate <= to)
    ? []
    : [fault(['cost', 'estimate'], '概算不在所选的经费档内', 'the estimate is not within the chosen cost band')];
}

function checkAcceptance({ status, acceptance }: ActionContent): Fault[] {
  if (status === 'accepted' && !acceptance)
    return [
      fault(
        ['acceptance'],
        '已验收的须写明谁、何时、依据什么佐证验收',
        'say who accepted it, when, and against which evidence',
      ),
    ];
  return status !== 'accepted' && acceptance
    ? [fault(['acceptance'], '只有“已验收”才填验收情况', 'only an accepted action has an acceptance')]
    : [];
}
