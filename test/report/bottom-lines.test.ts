import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scored } from '../support/build-assessment.ts';
import { buildArea, buildItem } from '../support/build-checklist.ts';
import { reportOf } from './report-of.ts';

describe('bottom lines', () => {
  test('failing ones come first, those switched off last', () => {
    const line = (id: string, more: object = {}) => buildItem(id, { bottomLine: true, ...more });
    const { bottomLines } = reportOf({
      checklist: {
        facts: [{ id: 'heating', question: { zh: '有集中供热吗？' } }],
        areas: [
          buildArea('a', {
            items: [
              line('off'),
              line('fact', { conditional: { fact: 'heating' } }),
              line('met'),
              line('weak'),
              line('open'),
              line('low'),
              buildItem('other'),
            ],
          }),
        ],
      },
      answers: { met: scored(2, 'document'), weak: scored(5), low: scored(1, 'audit'), other: scored(0) },
      setup: { profile: { heating: false }, policy: { bottomLinesOff: ['off'] } },
    });
    assert.deepEqual(
      bottomLines.map(({ item, state }) => [item.id, state]),
      [
        ['low', 'breached'],
        ['open', 'unverified'],
        ['weak', 'unsupported'],
        ['met', 'met'],
        ['fact', 'excluded'],
        ['off', 'off'],
      ],
    );
  });
});
