import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { compareAssessments } from '#report/comparison.ts';
import { milestoneFile } from '#report/milestone-document.ts';
import { buildReport } from '#report/report.ts';
import { reportDocument, reportDocumentSchema } from '#report/report-document.ts';
import { reportOfDocument } from '#report/report-of-document.ts';
import { verifyReport } from '#report/verify-report.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { minutesAfter } from './build-minutes.ts';

const checklist = buildChecklist({
  lenses: [{ id: 'gaps', title: { zh: '视角' }, groups: [{ id: 'g', label: { zh: '组' }, tags: ['gap:g'] }] }],
  areas: [
    buildArea('a', {
      items: [
        buildItem('a1', { tags: ['gap:g'] }),
        {
          ...{ id: 'a2', code: 'A2', kind: 'matrix', title: { zh: '表' }, cellMax: 2 },
          ...{ rows: ['x', 'y'], columns: ['k'] },
        },
      ],
    }),
    buildArea('b'),
  ],
});
const pin = { id: 'example', version: '1.2.3', sha256: hashChecklist(checklist).sha256 };
const answers = {
  a1: { ...scored(4, 'audit'), note: '说明' },
  a2: scored({ x: { k: 2 }, y: { k: 1 } }),
  b1: { answer: 'withheld' as const, reason: 'work-secret' },
};
const stamp = { by: 'local', at: '2026-11-02T01:00:00.000Z' };
const measure = '补台账';
const assessment = {
  ...buildAssessment(answers),
  ...{ checklist: pin, createdAt: '2026-10-01T01:00:00.000Z', changedAt: '2026-11-03T01:00:00.000Z' },
  actions: [
    {
      ...{ id: 'plan-1', rev: 2, ...stamp, notes: [{ on: '2026-11-02', text: '已开工', ...stamp }] },
      content: { ...{ item: 'a1', target: 5, measure, evidence: [], support: [] }, status: 'running' as const },
    },
  ],
};
const before = { ...buildAssessment({ a1: scored(2) }, { referenceDate: '2025-11-30' }), checklist: pin };
const report = {
  ...buildReport(assessment, checklist, '2026-11-18T06:40:00.000Z', [minutesAfter([[3, 3, 4, 4, 5]])]),
  trail: { seq: 4, head: 'cd'.repeat(32) },
  comparison: compareAssessments(
    { assessment: before, wholeChecklist: checklist },
    { assessment, wholeChecklist: checklist },
  ),
};
const head = {
  id: 'm1',
  name: '年度定稿',
  note: '报送前',
  keptAt: '2026-11-18T06:41:00.000Z',
  by: 'local',
  program: '0.1.0',
};
const kept = milestoneFile(reportDocument(report), head);

const due = (deadline: string) => (action: (typeof assessment.actions)[number]) => ({
  ...action,
  content: { ...action.content, deadline },
});

/** A document with another value at a place such as `items.0.code`; undefined takes away what is there. */
function put(document: unknown, path: string, value: unknown): unknown {
  return JSON.parse(JSON.stringify(putAt(document, path.split('.'), value)));
}

function putAt(document: unknown, [step = '', ...rest]: string[], value: unknown): unknown {
  const at = (member: unknown) => (rest.length === 0 ? value : putAt(member, rest, value));
  if (Array.isArray(document)) return document.map((member, index) => (String(index) === step ? at(member) : member));
  const object = z.record(z.string(), z.unknown()).parse(document);
  return { ...object, [step]: at(object[step]) };
}

const whole: unknown = JSON.parse(kept.content);
/** The milestone as a file, after somebody was at it. */
const edited = (path: string, value: unknown) => put(whole, path, value);

const pathsOf = (document: unknown, kind?: string) =>
  verifyReport(document)
    .differences.filter(difference => kind === undefined || difference.kind === kind)
    .map(({ path }) => path);

describe('verifying a milestone', () => {
  test('one that nobody touched is whole, and the hash is the one that was given', () => {
    const { differences, sha256, recomputed } = verifyReport(whole);
    assert.deepEqual(differences, []);
    assert.equal(sha256, kept.sha256);
    assert.equal(recomputed, 'with-own-checklist');
  });

  test('spaces, line breaks and the order of keys are no difference', () => {
    const turned = Object.fromEntries(Object.entries(JSON.parse(kept.content)).toReversed());
    assert.deepEqual(verifyReport(JSON.parse(JSON.stringify(turned, null, 4))).differences, []);
  });

  const edits: [what: string, place: string, value: unknown, path?: string][] = [
    ['the city', 'assessment.city', '别的市'],
    ['the reference date', 'assessment.referenceDate', '2027-01-01'],
    ['a level', 'assessment.answers.a1.value', 5],
    ['a cell of a table', 'assessment.answers.a2.value.x.k', 1],
    ['a note', 'assessment.answers.a1.note', '改过'],
    ['who answered', 'assessment.answers.a1.by', 'somebody'],
    ['a reason', 'assessment.answers.b1.reason', 'state-secret'],
    ['evidence', 'assessment.answers.a1.evidence.0.title', '补的'],
    ['the trail', 'trail.head', 'ef'.repeat(32)],
    ['the day', 'today', '2026-11-19'],
    ['the time', 'generatedAt', '2026-11-19T06:40:00.000Z'],
    ['the name', 'milestone.name', '别的'],
    ['the program', 'milestone.program', '9.9.9'],
    ['the pin', 'checklist.version', '1.2.4'],
    ['an item of the checklist', 'definition.areas.0.items.0.title.zh', '改', 'definition.areas.a.items.a1'],
    ['a weight of the checklist', 'definition.areas.1.weight', 9, 'definition.areas.b.weight'],
    ['a grade of the checklist', 'definition.grades.0.from', 10, 'definition.grades.A.from'],
    ['a finding', 'findings.0.code', 'headline.claimed'],
    ['the comparison', 'comparison.likeForLike.items', 7],
    ['a workshop', 'discussions.0.title', '改', `discussions.${report.discussions[0]?.id}.title`],
  ];
  for (const [what, place, value, path = place] of edits) {
    test(`an edit of ${what} is named`, () => {
      const document = edited(place, value);
      assert.deepEqual(pathsOf(document, 'edited'), [path]);
      assert.deepEqual(pathsOf(document, 'hash'), ['milestone.sha256']);
    });
  }

  const numbers: [place: string, value: unknown, path?: string][] = [
    ['result.claimed.overall.score', 12],
    ['result.claimed.shown.low', 99.9],
    ['result.claimed.grade', 'A'],
    ['result.claimed.lenses.gaps.g.score', 1],
    ['result.supported.areas.a', 77],
    ['items.0.supported', 0.5, 'items.a1.supported'],
    ['items.0.evidenceInForce.0.kind', 'event', 'items.a1.evidenceInForce.0.kind'],
    ['matrices.0.cells.0.value', 0],
  ];
  for (const [place, value, path = place] of numbers) {
    test(`${path} is computed again`, () => {
      const document = edited(place, value);
      assert.deepEqual(pathsOf(document, 'computed'), [path]);
      assert.deepEqual(pathsOf(document, 'hash'), ['milestone.sha256']);
    });
  }

  test('what was said and what was computed stand beside each other', () => {
    const document = edited('result.claimed.overall.score', 12);
    assert.deepEqual(verifyReport(document).differences[0], {
      ...{ kind: 'hash', path: 'milestone.sha256', said: kept.sha256 },
      computed: verifyReport(document).sha256,
    });
    const score = verifyReport(document).differences.find(({ path }) => path === 'result.claimed.overall.score');
    assert.ok(score?.kind === 'computed' && score.said === 12);
    assert.equal(score.computed, report.result.claimed.overall.score);
  });

  test('an answer that was taken out and one that was put in are named', () => {
    assert.ok(pathsOf(edited('assessment.answers.a1', undefined), 'removed').includes('assessment.answers.a1.value'));
    const added = edited('assessment.answers.b2', { rev: 1, answer: 'unknown', by: 'x', at: head.keptAt });
    assert.ok(pathsOf(added, 'added').includes('assessment.answers.b2.answer'));
  });

  test('a value that the item cannot have is named and nothing is computed with it', () => {
    const verification = verifyReport(edited('assessment.answers.a1.value', 17));
    assert.equal(verification.recomputed, 'not-possible');
    assert.ok(
      verification.differences.some(({ kind, path }) => kind === 'faulty' && path === 'assessment.answers.a1.value'),
    );
  });

  test('a digest that was put right after an edit is told by the hash', () => {
    const document = putAt(whole, ['milestone', 'digests', 'assessment.city'], '0123456789ab');
    assert.deepEqual(pathsOf(document), ['assessment.city', 'milestone.sha256']);
  });

  test('what is no report at all is said to be none', () => {
    for (const nothing of [null, 17, 'text', [], {}, { milestone: 3 }, { milestone: { digests: [] } }]) {
      const { differences, recomputed } = verifyReport(nothing);
      assert.equal(recomputed, 'not-possible');
      assert.ok(differences.length > 0);
    }
  });
});

describe('verifying an export that is no milestone', () => {
  const plain = (): unknown => JSON.parse(JSON.stringify(reportDocument(report)));

  test('its numbers are computed again and it has no hash', () => {
    const { differences, sha256 } = verifyReport(plain());
    assert.deepEqual(differences, []);
    assert.equal(sha256, undefined);
  });

  test('an edited checklist is told by its hash, and with the right one beside it value by value', () => {
    const document = put(plain(), 'definition.areas.0.items.0.weight', 3);
    assert.ok(pathsOf(document, 'checklist').includes('checklist.sha256'));
    const given = verifyReport(document, checklist);
    assert.deepEqual(
      given.differences.map(({ kind, path }) => [kind, path]),
      [['checklist', 'definition.areas.a.items.a1.weight']],
    );
  });

  test('what is overdue is computed again by the day in the file, and without one by the day in China', () => {
    const late = { ...assessment, actions: assessment.actions.map(due('2026-11-17')) };
    const at = '2026-11-17T17:00:00.000Z';
    const documentOn = (today?: string): unknown =>
      JSON.parse(JSON.stringify(reportDocument(buildReport(late, checklist, at, [], today))));
    const overdue = (document: unknown) => reportDocumentSchema.parse(document).actions?.map(one => one.overdue);
    const [inLondon, inChina] = [documentOn('2026-11-17'), documentOn()];
    assert.deepEqual([overdue(inLondon), overdue(inChina)], [[false], [true]]);
    const older = put(inChina, 'today', undefined);
    for (const document of [inLondon, inChina, older]) assert.deepEqual(verifyReport(document).differences, []);
    assert.ok(pathsOf(put(inLondon, 'today', undefined), 'computed').includes('actions.plan-1.overdue'));
  });

  test('without a checklist it needs one beside it', () => {
    const older = put(plain(), 'definition', undefined);
    assert.equal(verifyReport(older).recomputed, 'no-checklist');
    assert.deepEqual(verifyReport(older, checklist), {
      ...{ sha256: undefined, recomputed: 'with-given-checklist', differences: [] },
    });
  });
});

test('the report that is built from a milestone is the one that was kept', () => {
  const document = reportDocumentSchema.parse(whole);
  const again = reportDocument(reportOfDocument(document, checklist));
  const { milestone: _kept, ...said } = document;
  assert.deepEqual(JSON.parse(JSON.stringify(again)), JSON.parse(JSON.stringify(said)));
});
