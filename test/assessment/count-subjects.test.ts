import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Subject } from '#assessment/change-subject.ts';
import { countSubjects } from '#assessment/count-subjects.ts';

const none = {
  items: new Set<string>(),
  records: new Set<string>(),
  actions: new Set<string>(),
  milestones: new Set<string>(),
};

test('every change of another copy is counted once: offered, not taken, or the same as here', () => {
  const subjects: Subject[] = [
    { kind: 'answer', items: ['a'] },
    { kind: 'answer', items: ['b', 'a'], record: 'r' },
    { kind: 'answer', items: ['b'], record: 'r' },
    { kind: 'answer', items: ['c'], record: 'lost' },
    { kind: 'answer', items: ['c'] },
    { kind: 'answer', items: ['bad'] },
    { kind: 'action', id: 'a' },
    { kind: 'action', id: 'bad' },
    { kind: 'action', id: 'same' },
    { kind: 'milestone', id: 'm' },
    { kind: 'milestone', id: 'lost' },
    { kind: 'setup' },
    { kind: 'state' },
    { kind: 'state' },
    { kind: 'version' },
  ];
  const { all, offered, same, left } = countSubjects(subjects, {
    offered: {
      ...none,
      items: new Set(['a']),
      records: new Set(['r']),
      actions: new Set(['a']),
      milestones: new Set(['m']),
    },
    left: {
      ...{ items: new Set(['bad']), records: new Set(['lost']) },
      ...{ actions: new Set(['a', 'bad']), milestones: new Set(['lost']) },
    },
  });
  assert.deepEqual(Object.fromEntries(offered), { answer: 2, file: 1, action: 1, milestone: 1 });
  assert.deepEqual(Object.fromEntries(left), {
    file: 1,
    answer: 1,
    action: 1,
    milestone: 1,
    setup: 1,
    state: 2,
    version: 1,
  });
  assert.deepEqual([all, same], [15, 2]);
});

test('a copy that changed nothing counts nothing', () => {
  assert.deepEqual(countSubjects([], { offered: none, left: none }), {
    all: 0,
    offered: new Map(),
    same: 0,
    left: new Map(),
  });
});
