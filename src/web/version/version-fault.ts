import type { Assessment } from '#assessment/assessment.ts';

/**
 * Why nothing was done: it is another state than the one that was shown (`moved`, `undone`: somebody else did the same before),
 * there is no newer version, or no move to undo; workshops stand in the way, it was not confirmed, or the version that it came from cannot be read any more.
 */
export type VersionFault =
  | 'stale'
  | 'moved'
  | 'no-newer'
  | 'meetings'
  | 'unconfirmed'
  | 'undo-stale'
  | 'undone'
  | 'no-move'
  | 'undo-meetings'
  | 'copy-gone';

/** As error pages have them: 412 where another state stands in the way, 409 where something has to be done first, or there is nothing to do. */
export const statusOfFault = {
  stale: 412,
  moved: 412,
  'no-newer': 409,
  meetings: 409,
  unconfirmed: 422,
  'undo-stale': 412,
  undone: 412,
  'no-move': 409,
  'undo-meetings': 409,
  'copy-gone': 409,
} as const satisfies Record<VersionFault, number>;

type Pinned = Pick<Assessment, 'checklist'>;

/** `version`: the hash of the one that it was to be moved to. */
export function staleMove({ checklist }: Pinned, version: string): VersionFault {
  return checklist.sha256 === version ? 'moved' : 'stale';
}

/** `from`: the hash of the one that it was to be moved back from; nothing where it was not said. */
export function staleUndo({ checklist }: Pinned, from: string): VersionFault {
  return from !== '' && checklist.sha256 !== from ? 'undone' : 'undo-stale';
}
