import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Setup } from './assessment.ts';

/** What a set-up names and the checklist does not have; `all-…` where nothing of the scope would be left, so that it is widened. */
export type Vanished = {
  facts: string[];
  areas: string[];
  bottomLinesOff: string[];
  widened: 'all-areas' | 'all-items' | undefined;
};

/** A set-up as far as the checklist knows what it names. */
export function fitSetup(setup: Setup, checklist: Checklist): { setup: Setup; vanished: Vanished } {
  const { profile, scope, policy, ...rest } = setup;
  const facts = new Set((checklist.facts ?? []).map(({ id }) => id));
  const bottomLines = new Set(itemsOf(checklist).flatMap(({ id, bottomLine }) => (bottomLine ? [id] : [])));
  const off = policy?.bottomLinesOff ?? [];
  const fitted = fitScope(scope, checklist);
  return {
    setup: {
      ...rest,
      profile: Object.fromEntries(Object.entries(profile).filter(([id]) => facts.has(id))),
      ...(fitted.scope ? { scope: fitted.scope } : {}),
      ...(policy ? { policy: fitPolicy(policy, bottomLines) } : {}),
    },
    vanished: {
      facts: Object.keys(profile).filter(id => !facts.has(id)),
      areas: fitted.areas,
      bottomLinesOff: off.filter(id => !bottomLines.has(id)),
      widened: fitted.widened,
    },
  };
}

type Scope = NonNullable<Setup['scope']>;
type Policy = NonNullable<Setup['policy']>;

function fitPolicy({ bottomLinesOff, ...policy }: Policy, bottomLines: ReadonlySet<string>): Policy {
  return bottomLinesOff ? { ...policy, bottomLinesOff: bottomLinesOff.filter(id => bottomLines.has(id)) } : policy;
}

/** An assessment without a single item would be none. */
function fitScope(scope: Scope | undefined, { areas: all }: Checklist) {
  if (!scope) return { scope, areas: [], widened: undefined };
  const { areas: named, ...rest } = scope;
  const known = new Set(all.map(({ id }) => id));
  const areas = named?.filter(id => known.has(id));
  const hasItems = (ids: string[] | undefined, core: boolean) =>
    all.some(area => (!ids || ids.includes(area.id)) && area.items.some(item => !core || item.core));
  const isLeft = areas === undefined || hasItems(areas, false);
  const kept = isLeft ? areas : undefined;
  const isCoreLeft = scope.items !== 'core' || hasItems(kept, true);
  return {
    scope: { ...rest, ...(kept ? { areas: kept } : {}), ...(isCoreLeft ? {} : { items: 'all' as const }) },
    areas: (named ?? []).filter(id => !known.has(id)),
    widened: !isLeft ? ('all-areas' as const) : isCoreLeft ? undefined : ('all-items' as const),
  };
}
