import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoNotes } from '#src/cli/demo.ts';

test('the demo says that it does not use the data folder that is set, and nothing where none is', () => {
  assert.deepEqual(demoNotes({}), []);
  const notes = demoNotes({ DATA_DIR: '/srv/data' });
  assert.match(notes.join('\n'), /示例不使用 DATA_DIR（\/srv\/data）.*\n.*does not use DATA_DIR \(\/srv\/data\)/);
});
