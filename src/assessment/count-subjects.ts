import type { Subject } from './change-subject.ts';

/** Where something of another copy is: `offered` beside this copy, to be taken; `left` as it cannot be taken. What is in neither is the same on both sides. */
export type Whereabouts = Record<
  'offered' | 'left',
  Record<'items' | 'records' | 'actions' | 'milestones', ReadonlySet<string>>
>;

type Taken = 'answer' | 'file' | 'action' | 'milestone';
type Left = Taken | 'setup' | 'state' | 'version';

/** The changes of another copy: every one counts once, so that all numbers together are `all`. */
export type CopyCounts = { all: number; offered: Map<Taken, number>; same: number; left: Map<Left, number> };

export function countSubjects(subjects: readonly Subject[], where: Whereabouts): CopyCounts {
  const counts: CopyCounts = { all: subjects.length, offered: new Map(), same: 0, left: new Map() };
  for (const subject of subjects) {
    const offered = kindAmong(subject, where.offered);
    const left = kindAmong(subject, where.left) ?? ownKind(subject);
    if (offered) counts.offered.set(offered, (counts.offered.get(offered) ?? 0) + 1);
    else if (left) counts.left.set(left, (counts.left.get(left) ?? 0) + 1);
    else counts.same += 1;
  }
  return counts;
}

/** As what it is among these. A change of evidence is one of the answers that carry it, or only of its file. */
function kindAmong(subject: Subject, among: Whereabouts['offered']): Taken | undefined {
  switch (subject.kind) {
    case 'answer':
      if (subject.items.some(item => among.items.has(item))) return 'answer';
      return subject.record !== undefined && among.records.has(subject.record) ? 'file' : undefined;
    case 'action':
      return among.actions.has(subject.id) ? 'action' : undefined;
    case 'milestone':
      return among.milestones.has(subject.id) ? 'milestone' : undefined;
    case 'setup':
    case 'state':
    case 'version':
      return undefined;
  }
}

/** Settings and the like are never taken over. */
function ownKind({ kind }: Subject): Left | undefined {
  return kind === 'setup' || kind === 'state' || kind === 'version' ? kind : undefined;
}
