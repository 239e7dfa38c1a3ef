import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DepartmentWork, departmentWorks } from '#assessment/department-work.ts';
import { progressOf } from '#assessment/progress.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem, type ItemInput } from '../support/build-checklist.ts';

const departments = ['fire', 'data', 'health'].map(id => ({ id, name: { zh: id } }));

function buildNamed(items: ItemInput[], named = departments): Checklist {
  return buildChecklist({ departments: named, areas: [buildArea('a', { items })] });
}

const idsOf = (works: DepartmentWork[]) =>
  works.map(({ departmentId, leads, supports }) => [
    departmentId,
    leads.map(({ item }) => item.id),
    supports.map(({ item }) => item.id),
  ]);

test('each department has what it leads and what it supports, in the order of the checklist', () => {
  const checklist = buildNamed([
    buildItem('x', { lead: 'data', support: ['fire'] }),
    buildItem('y', { lead: 'fire', support: ['data', 'fire', 'data'] }),
    buildItem('z'),
  ]);
  const works = departmentWorks(buildAssessment({ y: scored(3) }), checklist);
  assert.deepEqual(idsOf(works), [
    ['fire', ['y'], ['x']],
    ['data', ['x'], ['y']],
    [undefined, ['z'], []],
  ]);
  assert.deepEqual(
    works.map(({ leads }) => leads.map(({ answered }) => answered)),
    [[true], [false], [false]],
  );
});

test('a checklist without departments has everything in one group without a name', () => {
  const works = departmentWorks(buildAssessment(), buildChecklist());
  assert.deepEqual(idsOf(works), [[undefined, ['a1', 'a2', 'b1', 'b2'], []]]);
});

test('a table whose rows are departments is work for each of them, another table is not', () => {
  const table = (id: string, rows: string[]): ItemInput => ({
    ...{ id, code: id, kind: 'matrix', title: { zh: id }, cellMax: 2, columns: ['c'], rows },
  });
  const checklist = buildNamed([table('by-department', ['fire', 'health']), table('by-hazard', ['fire', 'flood'])]);
  const works = departmentWorks(buildAssessment(), checklist);
  assert.deepEqual(
    works.map(({ departmentId, rows }) => [departmentId, rows.map(({ item }) => item.id)]),
    [
      ['fire', ['by-department']],
      ['health', ['by-department']],
      [undefined, []],
    ],
  );
});

const someId = fc.constantFrom('fire', 'data', 'health');
const anyItem = fc.record({
  lead: fc.option(someId, { nil: undefined }),
  support: fc.array(someId, { maxLength: 4 }),
  conditional: fc.option(fc.constant({ fact: 'metro' }), { nil: undefined }),
  answered: fc.boolean(),
});

test('what all departments lead adds up to all that is asked, and no item is led twice', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 30 }), fc.boolean(), (items, metro) => {
      const named = items.map((item, index) => ({ ...item, id: `i${index}` }));
      const checklist = buildChecklist({
        departments,
        facts: [{ id: 'metro', question: { zh: '有地铁吗？' } }],
        areas: [buildArea('a', { items: named.map(({ id, answered: _answered, ...rest }) => buildItem(id, rest)) })],
      });
      const answers = Object.fromEntries(named.filter(({ answered }) => answered).map(({ id }) => [id, scored(1)]));
      const assessment = buildAssessment(answers, { profile: { metro } });
      const leads = departmentWorks(assessment, checklist).flatMap(work => work.leads);
      const { answered, total } = progressOf(assessment, checklist);
      assert.equal(leads.length, total);
      assert.equal(leads.filter(asked => asked.answered).length, answered);
      assert.equal(new Set(leads.map(({ item }) => item.id)).size, total);
    }),
  );
});
