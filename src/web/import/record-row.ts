import type { ShownChange } from '../history/fold-change.ts';

/** Something of another copy besides answers as the page lists it; `value` is null where there is nothing to take. */
export type RecordRow = {
  value: string | null;
  checked: boolean;
  kind: string;
  name: string;
  facts: string;
  sha256: string | null;
  state: string | null;
  isConflict: boolean;
  /** The hash of the one here. */
  mine: string | null;
  changes: ShownChange[];
};

export const plainRow = {
  ...{ value: null, checked: true, facts: '', sha256: null, state: null, isConflict: false, mine: null, changes: [] },
} satisfies Partial<RecordRow>;
