import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { applyWorkshopChange } from '#workshop/apply-workshop-change.ts';
import { ballotsOf } from '#workshop/ballot-box.ts';
import { findSeatByToken } from '#workshop/seats.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { WorkshopStore } from '#workshop/workshop-store.ts';
import { second } from '../workshop/build-workshop.ts';
import { commanding, createdWorkshop, joining, voting } from './workshop-changes.ts';

/** `reopen` closes the store and opens it again on what it kept; `crash` opens it as after a breakdown. */
export type WorkshopStoreUnderTest = {
  store: WorkshopStore;
  reopen: () => Promise<WorkshopStore>;
  crash: () => Promise<WorkshopStore>;
};

async function running(store: WorkshopStore): Promise<void> {
  await store.create(createdWorkshop('one'));
  await commands(store, 'start', 'next', 'open');
}

async function commands(store: WorkshopStore, ...names: string[]): Promise<void> {
  for (const name of names) assert.ok('workshop' in (await store.commit('one', commanding(name))), name);
}

const boxOf = (workshop: Workshop | undefined) => ballotsOf(workshop?.table.boxes[1] ?? { size: 0, drawers: [] });

/** What every implementation of the port does. `open` gives an empty store. */
export function workshopStoreContract(
  name: string,
  open: (test: TestContext) => Promise<WorkshopStoreUnderTest>,
): void {
  describe(`${name} as a workshop store`, () => {
    test('what was created is found by its id and by its code, also after a restart', async context => {
      const { store, reopen } = await open(context);
      const change = createdWorkshop('one');
      const stored = await store.create(change);
      assert.deepEqual(stored, { workshop: applyWorkshopChange(undefined, change), seq: 1 });
      for (const each of [store, await reopen()]) {
        assert.deepEqual(await each.find('one'), stored);
        assert.equal(each.findIdByCode(change.code), 'one');
      }
      assert.equal(store.findIdByCode('ZZZZZZ'), undefined);
    });

    test('an id and a code are given once only, also of two at once', async context => {
      const { store } = await open(context);
      await store.create(createdWorkshop('one', 1));
      await assert.rejects(store.create(createdWorkshop('one', 2)), { code: 'storage-failed' });
      await assert.rejects(store.create(createdWorkshop('two', 1)), { code: 'storage-failed' });
      const both = await Promise.allSettled([3, 4].map(number => store.create(createdWorkshop('three', number))));
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal(store.summaries().length, 2);
    });

    test('an unknown workshop is not found and cannot be changed or joined', async context => {
      const { store } = await open(context);
      assert.equal(await store.find('none'), undefined);
      assert.equal(await store.findSeats('none'), undefined);
      await assert.rejects(store.commit('none', commanding('start')), { code: 'not-found' });
      await assert.rejects(store.commitSeats('none', joining(1)), { code: 'not-found' });
      await assert.rejects(store.changes('none'), { code: 'not-found' });
    });

    test('of twenty who close the same vote at once one does, and the others know it is done', async context => {
      const { store } = await open(context);
      await running(store);
      const rev = (await store.find('one'))?.workshop.rev;
      const tried = Array.from({ length: 20 }, () => store.commit('one', commanding('close', { expectedRev: rev })));
      const results = await Promise.all(tried);
      const refused = results.flatMap(result => ('refused' in result ? [result.refused] : []));
      assert.equal(refused.length, 19);
      assert.deepEqual(new Set(refused.map(({ reason }) => reason)), new Set(['repeated']));
      assert.equal((await store.find('one'))?.workshop.rev, (rev ?? 0) + 1);
    });

    test('two hundred who vote at once are all counted, once each', async context => {
      const { store, crash } = await open(context);
      await running(store);
      const votes = Array.from({ length: 200 }, (_, number) => store.commit('one', voting(number, number % 6)));
      await Promise.all(votes);
      for (const each of [store, await crash()]) {
        const ballots = boxOf((await each.find('one'))?.workshop);
        assert.equal(ballots.length, 200);
        assert.equal(ballots.filter(([, { value }]) => value === 0).length, 34);
      }
    });

    test('a workshop that was running comes back paused, in the same state with all votes', async context => {
      const { store, crash } = await open(context);
      await running(store);
      await Promise.all([store.commit('one', voting(1, 3)), store.commit('one', voting(2, 4))]);
      const before = (await store.find('one'))?.workshop;
      const after = (await (await crash()).find('one'))?.workshop;
      assert.ok(before && after);
      assert.equal(after.state, 'paused');
      assert.deepEqual([after.current, after.items, after.table], [before.current, before.items, before.table]);
      assert.deepEqual([after.log.at(-1)?.command, after.log.at(-1)?.role], ['pause', 'system']);
    });

    test('a lobby and a finished workshop come back as they were', async context => {
      const { store, crash } = await open(context);
      await store.create(createdWorkshop('one'));
      await commands(store, 'start');
      const again = await crash();
      assert.equal((await again.find('one'))?.workshop.state, 'lobby');
      await commands(again, 'finish');
      assert.equal((await (await crash()).find('one'))?.workshop.state, 'closed');
    });

    test('seats are kept through a restart, and two hundred who join at once have one each', async context => {
      const { store, crash } = await open(context);
      await running(store);
      await Promise.all(Array.from({ length: 200 }, (_, number) => store.commitSeats('one', joining(number))));
      const seats = await (await crash()).findSeats('one');
      assert.ok(seats);
      assert.equal(Object.keys(seats.seats).length, 200);
      assert.equal(findSeatByToken(seats, 'token-7')?.participant, 'random-7');
    });

    test('who joins is in the seats and not in the changes of the workshop', async context => {
      const { store } = await open(context);
      await running(store);
      const before = await store.changes('one');
      await store.commitSeats('one', joining(1));
      assert.deepEqual(await store.changes('one'), before);
    });

    test('when the workshop is finished the seats are gone, and nobody can join any more', async context => {
      const { store, crash } = await open(context);
      await running(store);
      await store.commitSeats('one', joining(1));
      await store.commit('one', voting(1, 3));
      await commands(store, 'park', 'finish');
      for (const each of [store, await crash()]) {
        assert.equal(await each.findSeats('one'), undefined);
        await assert.rejects(each.commitSeats('one', joining(2)), { code: 'not-found' });
      }
    });

    test('opened again it has empty seats of its own', async context => {
      const { store, crash } = await open(context);
      await running(store);
      await store.commitSeats('one', joining(1));
      await commands(store, 'park', 'finish');
      const owner = { actor: { role: 'owner', by: 'local' } } as const;
      await store.commit('one', commanding('reopen-workshop', { reason: '次日继续' }, owner));
      for (const each of [store, await crash()])
        assert.deepEqual(await each.findSeats('one'), { id: 'one-2', seats: {} });
      assert.ok('seats' in (await store.commitSeats('one', joining(2))));
    });

    test('the changes are all there, oldest first, and their fold is the workshop', async context => {
      const { store } = await open(context);
      await running(store);
      await store.commit('one', voting(1, 3));
      const changes = await store.changes('one');
      assert.equal(changes.length, 5);
      const fold = changes.reduce<Workshop | undefined>(applyWorkshopChange, undefined);
      assert.deepEqual(fold, (await store.find('one'))?.workshop);
      assert.ok((await store.verifyTrail('one')).ok);
    });

    test('summaries are of the newest state, newest change first', async context => {
      const { store, reopen } = await open(context);
      await store.create(createdWorkshop('one', 1, second(0)));
      await store.create(createdWorkshop('two', 2, second(5)));
      await store.commit('one', commanding('start', {}, { at: second(9) }));
      for (const each of [store, await reopen()])
        assert.deepEqual(
          each.summaries().map(({ id, state, items, recorded }) => [id, state, items, recorded]),
          [
            ['one', 'lobby', 2, 0],
            ['two', 'draft', 2, 0],
          ],
        );
    });
  });
}
