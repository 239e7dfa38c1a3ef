import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import { buildReport, type Report } from '#report/report.ts';
import { reportDocument, reportDocumentSchema } from '#report/report-document.ts';
import { ballotsOf } from '#workshop/ballot-box.ts';
import { consensusIndex } from '#workshop/consensus-index.ts';
import { minutesOf } from '#workshop/minutes.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { briefed, buildWorkshop, checklist, give, revealed, second, vote } from '../workshop/build-workshop.ts';
import { record } from './build-minutes.ts';

function reportOf(workshops: Workshop[], answers: Record<string, Answer> = {}, setup = {}): Report {
  const minutes = workshops.map(minutesOf);
  return buildReport(buildAssessment(answers, setup), checklist, '2026-11-24T06:40:00.000Z', minutes);
}

/** a1 in two rounds, from split to agreement; a2 split and parked; the figure recorded without a vote. */
function afternoon(): Workshop {
  const again = vote(give(revealed([0, 0, 0, 5, 5, 5]), ['discuss', 'open']), [3, 3, 3, 4, 4]);
  const first = give(again, ['close', 'reveal', record(4), { command: 'brief', item: 'a2' }, 'open']);
  const parked = give(vote(first, [0, 0, 1, 4, 5, 5]), ['close', 'reveal', { command: 'park', reason: '等材料' }]);
  return give(parked, [{ command: 'brief', item: 'figure' }, record(62)]);
}

function discussed(report: Report, item: string) {
  return report.discussions.flatMap(({ items }) => items).find(each => each.item === item);
}

function finding(report: Report, code: string) {
  return report.findings.find(each => each.code === `discussions.${code}`)?.params;
}

describe('what a workshop leaves in the report', () => {
  test('is every item that was on the table, in the order of the agenda', () => {
    const report = reportOf([afternoon()]);
    assert.deepEqual(
      report.discussions[0]?.items.map(({ item, state, left }) => [item, state, left]),
      [
        ['a1', 'recorded', undefined],
        ['a2', 'parked', '等材料'],
        ['figure', 'recorded', undefined],
      ],
    );
    assert.deepEqual(report.discussions[0]?.mostDisputedFirst, ['a2', 'a1']);
  });

  test('is nothing before anything was on the table, and nothing of a vote that is not revealed', () => {
    assert.deepEqual(reportOf([buildWorkshop(), briefed()]).discussions, []);
    const hidden = give(vote(give(briefed(), ['open']), [3, 3, 3]), ['close']);
    assert.deepEqual(reportOf([hidden]).discussions, []);
    assert.deepEqual(
      reportOf([]).findings,
      buildReport(buildAssessment(), checklist, '2026-11-24T06:40:00.000Z').findings,
    );
  });

  test('shows no figures below three votes', () => {
    const few = give(revealed([4, 4]), [record(4)]);
    const round = discussed(reportOf([few]), 'a1')?.rounds[0];
    assert.deepEqual(
      [round?.n, round?.counts, round?.median, round?.iqr, round?.consensusIndex],
      [2, null, null, null, null],
    );
    assert.deepEqual(reportOf([few]).discussions[0]?.mostDisputedFirst, []);
    assert.deepEqual(finding(reportOf([few]), 'too-few'), { count: 1, items: ['a1'] });
  });

  test('leaves out a round that was declared void and an opinion that was undone', () => {
    const voided = give(revealed([0, 0, 0, 5, 5, 5]), [{ command: 'void', round: 1, reason: '有人多投' }]);
    assert.deepEqual(reportOf([voided]).discussions, []);
    const undone = give(give(revealed([3, 3, 3, 3, 3]), ['record'], { at: second(100) }), ['undo'], {
      at: second(105),
    });
    assert.equal(discussed(reportOf([undone]), 'a1')?.opinion, null);
    assert.equal(finding(reportOf([undone]), 'items'), undefined);
  });

  test('compares the opinion with the answer', () => {
    const relations = (answers: Record<string, Answer>) =>
      ['a1', 'figure'].map(item => discussed(reportOf([afternoon()], answers), item)?.opinion?.relation);
    assert.deepEqual(relations({}), ['unanswered', 'unanswered']);
    assert.deepEqual(relations({ a1: scored(3), figure: scored(62) }), ['differs', 'same']);
  });

  test('names what is out of scope and keeps it out of the findings', () => {
    const report = reportOf([afternoon()], {}, { scope: { items: 'core' } });
    assert.deepEqual(
      report.discussions[0]?.items.map(({ inScope }) => inScope),
      [false, false, false],
    );
    assert.equal(finding(report, 'items'), undefined);
  });
});

describe('the findings', () => {
  test('count what was discussed, recorded and parked, and how far the room agreed', () => {
    const report = reportOf([afternoon()], { a1: scored(3), figure: scored(62) });
    assert.deepEqual(finding(report, 'items'), { count: 3, recorded: 2 });
    assert.deepEqual(finding(report, 'consensus'), { count: 1, items: ['a1'] });
    assert.deepEqual(finding(report, 'no-vote'), { count: 1, items: ['figure'] });
    assert.deepEqual(finding(report, 'second-round'), { count: 1, closer: 1 });
    assert.deepEqual(finding(report, 'differs'), { count: 1, items: ['a1'] });
    assert.deepEqual(finding(report, 'parked'), { count: 1, items: ['a2'] });
    assert.equal(finding(report, 'split'), undefined, 'what was not recorded has no verdict to stand by');
  });

  test('take the latest workshop of an item, and none that recorded nothing over one that did', () => {
    const later = (workshop: Workshop, id: string) => ({ ...workshop, id, createdAt: second(90_000) });
    const other = later(give(revealed([5, 5, 5, 5, 5]), ['record']), 'w2');
    assert.deepEqual(finding(reportOf([other, afternoon()], { a1: scored(5) }), 'differs'), undefined);
    const parked = later(give(briefed(), [{ command: 'park', reason: '再议' }]), 'w3');
    const report = reportOf([parked, afternoon()], { a1: scored(3) });
    assert.deepEqual(finding(report, 'differs')?.items, ['a1']);
    assert.deepEqual(
      report.discussions.map(({ id }) => id),
      ['w1', 'w3'],
    );
  });
});

const votes = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant('unknown' as const)), { maxLength: 12 });

test('the numbers of every round are those of the minutes, and the order is that of their index', () => {
  fc.assert(
    fc.property(votes, votes, fc.option(fc.integer({ min: 0, max: 5 })), (first, last, answered) => {
      const room = give(vote(give(revealed(first), ['discuss', 'open']), last), ['close', 'reveal', record(3)]);
      const report = reportOf([room], answered === null ? {} : { a1: scored(answered) });
      const [minutes] = minutesOf(room).items;
      const shown = discussed(report, 'a1');
      assert.equal(shown?.rounds.length, 2);
      for (const [index, { iqr, consensusIndex: agreement, ...round }] of shown.rounds.entries()) {
        assert.deepEqual(round, minutes?.rounds[index]?.results);
        assert.equal(round.counts === null, round.n < 3);
        assert.equal(iqr, round.q1 === null || round.q3 === null ? null : round.q3 - round.q1);
        assert.equal(agreement, round.counts && consensusIndex(round.counts));
      }
      assert.deepEqual(shown.opinion?.provenance, minutes?.opinions[0]?.provenance);
      const document = JSON.parse(JSON.stringify(reportDocument(report)));
      assert.deepEqual(reportDocumentSchema.parse(document), document);
    }),
    { numRuns: 100 },
  );
});

test('most disputed first is by the last vote, lowest index first', () => {
  fc.assert(
    fc.property(fc.array(votes, { minLength: 2, maxLength: 2 }), ([one = [], two = []]) => {
      const room = give(revealed(one), [record(3), { command: 'brief', item: 'a2' }, 'open']);
      const report = reportOf([give(vote(room, two), ['close', 'reveal', record(3)])]);
      const order = report.discussions[0]?.mostDisputedFirst ?? [];
      const indexes = order.map(item => discussed(report, item)?.rounds.at(-1)?.consensusIndex ?? Number.NaN);
      assert.deepEqual(
        indexes,
        indexes.toSorted((a, b) => a - b),
      );
      const withBars = ['a1', 'a2'].filter(item => discussed(report, item)?.rounds.at(-1)?.counts);
      assert.deepEqual(order.toSorted(), withBars);
    }),
    { numRuns: 100 },
  );
});

test('nothing of a single voter is in the report', () => {
  const room = give(revealed([0, 3, 3, 4, 4, 5]), [record(3)]);
  const text = JSON.stringify(reportDocument(reportOf([room])));
  const voters = Object.values(room.table.boxes).flatMap(box => ballotsOf(box).map(([voter]) => voter));
  assert.equal(voters.length, 6);
  for (const secret of [...voters, room.code, ...Object.values(room.keys)]) assert.ok(!text.includes(secret), secret);
});
