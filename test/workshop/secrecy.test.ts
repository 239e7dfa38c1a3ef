import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { VoteValue } from '#workshop/ballot-box.ts';
import { minutesOf } from '#workshop/minutes.ts';
import { currentState } from '#workshop/progress.ts';
import { type Snapshot, snapshotSchema } from '#workshop/snapshot.ts';
import { snapshotFor, type Viewer } from '#workshop/snapshot-for.ts';
import type { ItemState, Workshop } from '#workshop/workshop.ts';
import { attempts, play, seats, voters } from './arbitrary-workshop.ts';
import { briefed, give, revealed, roomOf, seatsWith, vote } from './build-workshop.ts';

const viewers: Viewer[] = [
  ...(['facilitator', 'co-facilitator', 'scribe', 'projector'] as const).map(role => ({ role })),
  ...seats.slice(0, 2).map(seat => ({ role: 'participant' as const, seat })),
];

const level = fc.integer({ min: 0, max: 5 });
const anything = fc.array(fc.oneof(level, fc.constant('unknown' as const)), { minLength: 30, maxLength: 30 });

/** The same workshop with other votes in every round that is not revealed; who voted and which reasons they wrote is as before. */
function withOtherVotes(workshop: Workshop, values: VoteValue[]): Workshop {
  const rounds = workshop.current === null ? [] : (workshop.items[workshop.current]?.rounds ?? []);
  const max = workshop.agenda.find(({ item }) => item === workshop.current)?.scale.max ?? 0;
  let next = 0;
  const another = () => {
    const value = values[next++] ?? 0;
    return value === 'unknown' ? value : value % (max + 1);
  };
  const boxes = Object.entries(workshop.table.boxes).map(([round, box]) => {
    if (rounds[Number(round) - 1]?.outcome) return [round, box] as const;
    const drawers = box.drawers.map(drawer =>
      Object.fromEntries(Object.entries(drawer).map(([voter, ballot]) => [voter, { ...ballot, value: another() }])),
    );
    return [round, { ...box, drawers }] as const;
  });
  return { ...workshop, table: { ...workshop.table, boxes: Object.fromEntries(boxes) } };
}

/** What a snapshot tells besides the viewer's own receipt, and a facilitator's preview of a vote that is closed. */
function toldBy(snapshot: Snapshot, viewer: Viewer, state: ItemState | null): string {
  const { own: _own, ownPrevious: _ownPrevious, results, ...rest } = snapshot;
  const isPreview = state === 'closed' && (viewer.role === 'facilitator' || viewer.role === 'co-facilitator');
  return JSON.stringify(isPreview ? rest : { ...rest, results });
}

test('before a round is revealed every screen is the same whatever was voted', () => {
  const seen = new Map<string, number>();
  const property = fc.property(
    attempts,
    anything,
    fc.constantFrom<Workshop['mode']>('anonymous', 'department'),
    (tried, values, mode) => {
      const { workshop } = play(tried, mode);
      const other = withOtherVotes(workshop, values);
      const state = currentState(workshop);
      if (JSON.stringify(other) !== JSON.stringify(workshop)) seen.set(`${state}`, (seen.get(`${state}`) ?? 0) + 1);
      for (const viewer of viewers) {
        const [one, two] = [workshop, other].map(each =>
          snapshotFor(viewer, roomOf(each, { seats: seatsWith(each, seats) })),
        );
        assert.ok(one && two);
        assert.equal(toldBy(two, viewer, state), toldBy(one, viewer, state), `${viewer.role} in ${state}`);
      }
    },
  );
  fc.assert(property, { numRuns: 400 });
  for (const state of ['open', 'closed'])
    assert.ok((seen.get(state) ?? 0) > 5, `${state} was met ${seen.get(state)} times`);
});

test('a round that was made void before it was revealed is revealed to nobody, in the minutes neither', () => {
  const voided = (values: VoteValue[]) =>
    give(vote(give(briefed(), ['open']), values), ['close', { command: 'void', round: 1, reason: '开错了检查项' }]);
  const [one, two] = [voided([0, 0, 0, 1, 1]), voided([5, 5, 4, 4, 4])];
  for (const viewer of viewers) {
    const [first, second] = [one, two].map(each => JSON.stringify(snapshotFor(viewer, roomOf(each))));
    assert.equal(first, second, viewer.role);
  }
  assert.deepEqual(minutesOf(one), minutesOf(two));
  assert.equal(minutesOf(one).items[0]?.rounds[0]?.voted, 5);
});

test('with fewer than three votes even what is revealed tells nobody what they were', () => {
  const votes = fc.array(level, { minLength: 1, maxLength: 2 });
  const property = fc.property(votes, fc.array(level, { minLength: 2, maxLength: 2 }), (values, others) => {
    for (const viewer of viewers) {
      const [one, two] = [values, others.slice(0, values.length)].map(each =>
        snapshotFor(viewer, roomOf(revealed(each), { seats: undefined })),
      );
      assert.ok(one && two);
      assert.equal(toldBy(two, viewer, 'revealed'), toldBy(one, viewer, 'revealed'));
      assert.equal(one.results?.counts, null);
    }
  });
  fc.assert(property, { numRuns: 30 });
});

test('every snapshot of every role has the published shape', () => {
  fc.assert(
    fc.property(attempts, tried => {
      const { workshop } = play(tried);
      for (const viewer of viewers) {
        const snapshot = snapshotFor(viewer, roomOf(workshop, { seats: seatsWith(workshop, seats) }));
        assert.doesNotThrow(() => snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot))));
      }
    }),
    { numRuns: 100 },
  );
});

test('a facilitator sees the distribution of a closed vote, and nobody else does', () => {
  const closed = give(vote(give(briefed(), ['open']), [1, 3, 3, 3, 4]), ['close']);
  for (const viewer of viewers) {
    const { results } = snapshotFor(viewer, roomOf(closed));
    const isLead = viewer.role === 'facilitator' || viewer.role === 'co-facilitator';
    assert.deepEqual(results?.counts, isLead ? [0, 1, 0, 3, 1, 0] : undefined, viewer.role);
  }
});

test('who is in which department, tokens and codes of seats are in no snapshot', () => {
  const shown = revealed([1, 2, 3, 3, 4, 4]);
  for (const viewer of viewers) {
    const text = JSON.stringify(snapshotFor(viewer, roomOf(shown, { seats: seatsWith(shown, seats) })));
    assert.doesNotMatch(text, /participant-|Hash|key-/, viewer.role);
    assert.ok(!voters.some(voter => text.includes(voter)), viewer.role);
    for (const secret of Object.values(shown.keys)) assert.ok(!text.includes(secret), viewer.role);
  }
});
