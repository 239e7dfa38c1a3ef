import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyWorkshopChange } from '#workshop/apply-workshop-change.ts';
import { minutesOf, workshopMinutesSchema } from '#workshop/minutes.ts';
import { type Workshop, workshopSchema } from '#workshop/workshop.ts';
import { workshopChangeSchema } from '#workshop/workshop-change.ts';
import { holdsFor } from '../scoring/holds-for.ts';
import { attempts, play, voters } from './arbitrary-workshop.ts';

test('whatever is tried, the workshop is a valid one and the fold of its changes as they are read back', () => {
  let accepted = 0;
  let furthest = 0;
  holdsFor(attempts, tried => {
    const { start, changes, workshop } = play(tried);
    assert.deepEqual(workshopSchema.parse(JSON.parse(JSON.stringify(workshop))), workshop);
    const readBack = changes.map(change => workshopChangeSchema.parse(JSON.parse(JSON.stringify(change))));
    assert.deepEqual(readBack.reduce<Workshop>(applyWorkshopChange, start), workshop);
    accepted += changes.length;
    furthest = Math.max(furthest, ...Object.values(workshop.items).map(({ opinions }) => opinions.length));
  });
  assert.ok(accepted > 1_000, `only ${accepted} attempts were accepted`);
  assert.ok(furthest > 0, 'no opinion was ever recorded');
});

test('a snapshot at any place and the changes behind it give the same workshop as all of them', () => {
  holdsFor(fc.tuple(attempts, fc.double({ min: 0, max: 1, noNaN: true })), ([tried, share]) => {
    const { start, changes, workshop } = play(tried);
    const place = Math.floor(share * changes.length);
    const before = changes.slice(0, place).reduce<Workshop>(applyWorkshopChange, start);
    const restored = workshopSchema.parse(JSON.parse(JSON.stringify(before)));
    assert.deepEqual(changes.slice(place).reduce<Workshop>(applyWorkshopChange, restored), workshop);
  });
});

test('the fold alters nothing it is given', () => {
  holdsFor(attempts, tried => {
    const { start, changes } = play(tried);
    changes.reduce<Workshop>((before, change) => {
      const copy = structuredClone(before);
      const next = applyWorkshopChange(before, change);
      assert.deepEqual(before, copy);
      return next;
    }, start);
  });
});

test('there are minutes of every workshop, and no voter is in them', () => {
  holdsFor(attempts, tried => {
    const { workshop } = play(tried);
    const minutes = JSON.stringify(minutesOf(workshop));
    assert.doesNotThrow(() => workshopMinutesSchema.parse(JSON.parse(minutes)));
    assert.ok(!voters.some(voter => minutes.includes(voter)));
  });
});

test('once an item has left the table no ballot of it is kept by voter', () => {
  holdsFor(attempts, tried => {
    const { workshop } = play(tried);
    if (workshop.current !== null) return;
    const text = JSON.stringify(workshop);
    assert.ok(!voters.some(voter => text.includes(voter)));
  });
});

test('an amendment, an undo and every round leave their mark: nothing that was recorded is lost', () => {
  holdsFor(attempts, tried => {
    const { changes, workshop } = play(tried);
    const recorded = changes.filter(change => change.type === 'commanded' && change.step.step === 'recorded').length;
    const kept = Object.values(workshop.items).reduce((sum, { opinions }) => sum + opinions.length, 0);
    assert.equal(kept, recorded);
    assert.equal(workshop.log.length, workshop.rev);
  });
});
