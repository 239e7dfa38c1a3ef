import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { ChecklistStore } from '#checklist/checklist-store.ts';
import type { Created, DraftStore } from '#checklist/draft-store.ts';
import { buildChecklist } from '../support/build-checklist.ts';

type Store = ChecklistStore & { drafts: DraftStore };
/** `reopen` opens the store again on what it kept. */
export type DraftStoreUnderTest = { store: Store; reopen: () => Promise<Store> };

const stamp = { by: 'local', at: '2026-11-26T08:00:00.000Z' };
const city = buildChecklist({ id: 'city', version: '1.0.0' });
function revOf(created: Created): number {
  assert.ok(typeof created === 'object');
  return created.rev;
}
const renamed = (zh: string) => ({ ...city, title: { zh } });

/** What every implementation of the port does. `open` gives a store whose program has the checklist `example`. */
export function draftStoreContract(name: string, open: (test: TestContext) => Promise<DraftStoreUnderTest>): void {
  describe(`${name} as a store of drafts`, () => {
    test('what is created and changed is found, also after a restart', async context => {
      const { store, reopen } = await open(context);
      const created = await store.drafts.create(city, stamp);
      const draft = await store.drafts.commit('city', () => ({ change: renamed('乙') }), stamp);
      assert.ok(draft && 'rev' in draft);
      assert.equal(draft.rev, revOf(created) + 1);
      assert.deepEqual(store.drafts.find('city'), draft);
      assert.deepEqual((await reopen()).drafts.list(), [draft]);
    });

    test('one draft of an id, and none of a checklist of the program', async context => {
      const { store } = await open(context);
      const both = await Promise.all([store.drafts.create(city, stamp), store.drafts.create(renamed('乙'), stamp)]);
      assert.equal(both[1], 'exists');
      assert.equal(await store.drafts.create(buildChecklist(), stamp), 'taken');
      assert.equal(store.drafts.find('city')?.checklist.title.zh, '示例检查表');
    });

    test('changes at the same moment are decided one after the other', async context => {
      const { store } = await open(context);
      const first = revOf(await store.drafts.create(city, stamp));
      const seen: number[] = [];
      const change = () =>
        store.drafts.commit(
          'city',
          ({ rev, checklist }) => {
            seen.push(rev);
            return { change: checklist };
          },
          stamp,
        );
      await Promise.all([change(), change(), change()]);
      assert.deepEqual(seen, [first, first + 1, first + 2]);
    });

    test('a draft that is begun after one was discarded is not taken for it', async context => {
      const { store } = await open(context);
      const first = revOf(await store.drafts.create(city, stamp));
      assert.equal(await store.drafts.discard('city', first), true);
      assert.notEqual(revOf(await store.drafts.create(renamed('乙'), stamp)), first);
      assert.equal(await store.drafts.discard('city', first), false);
    });

    test('a refusal changes nothing', async context => {
      const { store } = await open(context);
      const first = revOf(await store.drafts.create(city, stamp));
      assert.deepEqual(await store.drafts.commit('city', () => ({ refused: 'no' }), stamp), { refused: 'no' });
      assert.deepEqual(await store.drafts.publish('city', () => ({ refused: 'no' })), { refused: 'no' });
      assert.equal(store.drafts.find('city')?.rev, first);
      assert.equal(await store.drafts.commit('none', () => ({ change: city }), stamp), undefined);
      assert.equal(await store.drafts.publish('none', () => ({ change: city })), undefined);
    });

    test('what is published stays, also after a restart, and the draft is gone', async context => {
      const { store, reopen } = await open(context);
      for (const version of ['1.9.0', '1.10.0']) {
        await store.drafts.create(city, stamp);
        await store.drafts.publish('city', ({ checklist }) => ({ change: { ...checklist, version } }));
      }
      for (const opened of [store, await reopen()]) {
        assert.deepEqual(opened.drafts.list(), []);
        assert.deepEqual(
          opened.versions('city').map(({ pin }) => pin.version),
          ['1.10.0', '1.9.0'],
        );
        assert.equal(opened.list().at(-1)?.pin.version, '1.10.0');
        assert.deepEqual(opened.find('city', '1.9.0')?.checklist, { ...city, version: '1.9.0' });
        assert.deepEqual(opened.unusable(), []);
        assert.ok(!opened.isBuiltIn('city') && opened.isBuiltIn('example'));
      }
    });

    test('a draft is discarded as it was seen, and its id is free again', async context => {
      const { store, reopen } = await open(context);
      const rev = revOf(await store.drafts.create(city, stamp));
      assert.equal(await store.drafts.discard('city', rev + 1), false);
      assert.equal(await store.drafts.discard('city', rev), true);
      assert.equal(await store.drafts.discard('city', rev), false);
      const reopened = await reopen();
      assert.deepEqual(reopened.drafts.list(), []);
      assert.equal(typeof (await reopened.drafts.create(city, stamp)), 'object');
    });
  });
}
