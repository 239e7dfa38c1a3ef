import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { VoteValue } from '#workshop/ballot-box.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import { voteChip } from './vote-chip.ts';
import { voteWords } from './vote-words.ts';

type Given = {
  item: Item;
  checklist: Checklist;
  mode: Workshop['mode'];
  results: Pick<RoundResults, 'departments'>;
};

/** In a vote by departments who voted what, as promised: by level, lowest first, "unknown" last. Empty in an anonymous vote. */
export function departmentVotes({ item, checklist, mode, results }: Given, format: Format) {
  if (mode === 'anonymous') return [];
  const voters = new Map<VoteValue, string[]>();
  // The median of one vote is that vote.
  for (const { department, median } of results.departments ?? []) {
    const value = median ?? 'unknown';
    const name = departmentName(department, checklist, format) || department;
    voters.set(value, [...(voters.get(value) ?? []), name]);
  }
  return [...voters]
    .sort(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([value, names]) => ({
      ...voteChip(value, { item, checklist }, format),
      label: voteWords(item, value, format),
      names: format.list(names),
    }));
}

function orderOf(value: VoteValue): number {
  return value === 'unknown' ? Number.MAX_SAFE_INTEGER : value;
}
