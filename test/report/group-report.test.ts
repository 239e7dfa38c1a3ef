import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scored } from '../support/build-assessment.ts';
import { buildArea, buildItem } from '../support/build-checklist.ts';
import { reportOf } from './report-of.ts';

describe('groups', () => {
  test('a lens group outside the scope, one that is open and one that is excluded each give their reason', () => {
    const tagged = (id: string, tag: string, more: object = {}) => buildItem(id, { tags: [tag], ...more });
    const lens = {
      id: 'gaps',
      title: { zh: '缺口' },
      groups: ['x:in', 'x:open', 'x:fact', 'x:out', 'x:light'].map(tag => ({
        id: tag.slice(2),
        label: { zh: tag },
        tags: [tag],
      })),
    };
    const { lenses, undefinedFor } = reportOf({
      checklist: {
        facts: [{ id: 'heating', question: { zh: '有集中供热吗？' } }],
        lenses: [lens],
        areas: [
          buildArea('a', {
            items: [
              tagged('a1', 'x:in'),
              tagged('a2', 'x:open'),
              tagged('a3', 'x:fact', { conditional: { fact: 'heating' } }),
              tagged('a4', 'x:light', { weight: 0 }),
            ],
          }),
          buildArea('b', { items: [tagged('b1', 'x:out')] }),
        ],
      },
      answers: { a1: scored(4, 'document'), a4: scored(5) },
      setup: { scope: { areas: ['a'] }, profile: { heating: false } },
    });
    const reasons = Object.fromEntries(lenses[0]?.groups.map(group => [group.id, group.undefinedFor]) ?? []);
    assert.deepEqual(reasons, {
      in: null,
      open: 'open',
      fact: 'excluded',
      out: 'not-covered',
      light: 'weightless',
    });
    assert.equal(undefinedFor, null);
    assert.deepEqual(lenses[0]?.groups[0]?.figures, { score: 80, coverage: 100, low: 80, high: 80, supported: 40 });
  });
});

describe('groups without a score', () => {
  test('are open as long as items with weight are open, whatever is answered beside them', () => {
    const { areas, undefinedFor, findings } = reportOf({
      checklist: {
        areas: [
          buildArea('a', { items: [buildItem('a1', { weight: 0 }), buildItem('a2')] }),
          buildArea('b', { items: [buildItem('b1', { weight: 0 })] }),
        ],
      },
      answers: { a1: scored(5, 'audit'), b1: scored(5) },
    });
    assert.deepEqual(
      areas.map(area => area.undefinedFor),
      ['open', 'weightless'],
    );
    assert.deepEqual(areas[0]?.figures, { score: null, coverage: 0, low: 0, high: 100, supported: 0 });
    assert.equal(undefinedFor, 'open');
    assert.ok(findings.every(({ code }) => !code.startsWith('grade.supported')));
  });
});
