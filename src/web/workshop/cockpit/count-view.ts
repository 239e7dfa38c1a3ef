import type { Snapshot } from '#workshop/snapshot.ts';
import { departmentName } from '../../checklist/item-words.ts';
import type { Format } from '../../format.ts';
import type { RoomPage } from '../room-page.ts';
import { timerView } from './timer-view.ts';

/** How many phones have voted of how many there are, and what is on paper; never what. */
export function countView({ snapshot, open }: RoomPage, format: Format) {
  const { t } = format;
  const { voted, expected = null, exceeded = false } = snapshot;
  return {
    ...turnoutView(snapshot, format),
    expected: expected === null ? '—' : String(expected),
    timer: timerView(snapshot),
    exceeded: exceeded ? t('cockpit.exceeded', { voted, expected: expected ?? 0 }) : null,
    missing: missingDepartments(snapshot).map(({ department, voted: count, joined }) =>
      t('cockpit.department', { name: departmentName(department, open.checklist, format), voted: count, joined }),
    ),
  };
}

/**
 * Who voted of those that are there, a bar as wide as their share, and paper apart: it must not fill up the bar for phones that are
 * still to vote.
 */
export function turnoutView({ mode, turnout, paper = 0 }: Counted, { t }: Format) {
  const { voted, present } = turnout ?? { voted: 0, present: 0 };
  const share = present === 0 ? 0 : voted / present;
  return {
    ...{ voted: String(voted), present: String(present), label: t(`workshop.voted-present.${mode}`) },
    turnout: { width: `${(share * 100).toFixed(2)}%`, label: t(`workshop.turnout.${mode}`, { present, voted }) },
    paper: paper > 0 ? t('workshop.paper-apart', { count: paper }) : null,
  };
}

type Counted = Pick<Snapshot, 'mode' | 'turnout' | 'paper'>;

/** In a vote by departments one vote is all of it. */
function missingDepartments({ departments = [], mode }: Snapshot) {
  return departments.filter(({ voted, joined }) => (mode === 'department' ? voted === 0 : voted < joined));
}
