import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { faultsOfDraft, publishDraft } from '#checklist/publish-draft.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { readChecklist } from '#store/read-checklist.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

const long = (length: number) => ({ zh: '长'.repeat(length) });

function withTexts(inTitles: number, inTexts: number) {
  const item = buildItem('a1', { title: long(inTitles), guidance: long(inTexts) });
  return buildChecklist({
    title: long(inTitles),
    about: long(inTexts),
    areas: [{ ...buildArea('a', { items: [item] }), title: long(inTitles) }],
  });
}

const tooLong = withTexts(201, 5_001);
const places = [
  'title.zh 太长，最多 200 字',
  'about.zh 太长，最多 5000 字',
  'areas.0.title.zh 太长，最多 200 字',
  'areas.0.items.0.title.zh 太长，最多 200 字',
  'areas.0.items.0.guidance.zh 太长，最多 5000 字',
].sort();

test('texts of a file that no page can show are refused at their place', () => {
  for (const as of ['checklist', 'draft'] as const) {
    const read = readChecklist(Buffer.from(JSON.stringify(tooLong, null, 2)), as);
    const faults = read.ok ? [] : read.faults;
    assert.deepEqual(faults.map(({ path, message }) => `${path.join('.')} ${message.zh}`).sort(), places);
    assert.equal(new Set(faults.map(({ line }) => line)).size, places.length, 'each at its line');
    assert.ok(readChecklist(Buffer.from(JSON.stringify(withTexts(200, 5_000))), as).ok);
  }
});

test('a draft with such texts, copied from a version that is stored, is not published again', () => {
  const draft = { format: 'checklist-draft/1', id: tooLong.id, rev: 1, by: '', at: '', checklist: tooLong } as const;
  assert.deepEqual(
    faultsOfDraft(draft)
      .map(({ path, message }) => `${path.join('.')} ${message.zh}`)
      .sort(),
    places,
  );
  const published = publishDraft(draft, { rev: 1, version: '1.0.0', newest: undefined });
  assert.ok('refused' in published && published.refused.reason === 'faulty');
});

test('a stored version with such texts is still read and scored', () => {
  const stored = parseChecklist(tooLong);
  assert.ok(stored.ok);
  scoreAssessment({ checklist: stored.value, answers: new Map(), referenceDate: '2026-11-26', profile: {} });
});
