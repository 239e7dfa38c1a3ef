import type { Snapshot } from '#workshop/snapshot.ts';
import { departmentName } from '../../checklist/item-words.ts';
import type { Format } from '../../format.ts';
import type { RoomPage } from '../room-page.ts';
import { timerView } from './timer-view.ts';

/** How many have voted of how many there are; never what. */
export function countView({ snapshot, open }: RoomPage, format: Format) {
  const { t } = format;
  const { voted, expected = null, exceeded = false } = snapshot;
  return {
    voted: String(voted),
    present: String(presentOf(snapshot)),
    expected: expected === null ? '—' : String(expected),
    timer: timerView(snapshot),
    turnout: turnoutView(snapshot, format),
    exceeded: exceeded ? t('cockpit.exceeded', { voted, expected: expected ?? 0 }) : null,
    missing: missingDepartments(snapshot).map(({ department, voted: count, joined }) =>
      t('cockpit.department', { name: departmentName(department, open.checklist, format), voted: count, joined }),
    ),
  };
}

/** Whoever voted is there, on paper too and while the phone sleeps. */
export function presentOf({ voted, present }: Pick<Snapshot, 'voted' | 'present'>): number {
  return Math.max(voted, present);
}

/** As wide as what is counted of those who are there. */
export function turnoutView(snapshot: Pick<Snapshot, 'voted' | 'present'>, { t }: Format) {
  const { voted } = snapshot;
  const present = presentOf(snapshot);
  const share = present === 0 ? 0 : voted / present;
  return { width: `${(share * 100).toFixed(2)}%`, label: t('workshop.turnout', { present, voted }) };
}

/** In a vote by departments one vote is all of it. */
function missingDepartments({ departments = [], mode }: Snapshot) {
  return departments.filter(({ voted, joined }) => (mode === 'department' ? voted === 0 : voted < joined));
}
