import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, type TestContext, test } from 'node:test';
import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment } from '#assessment/assessment.ts';
import type { AssessmentStore } from '#assessment/assessment-store.ts';
import { answer, answerExpecting, created, minute } from './assessment-changes.ts';
import type { TestSummary } from './open-store.ts';

type Store = AssessmentStore<TestSummary>;
/** `reopen` closes the store and opens it again on what it kept. */
export type StoreUnderTest = { store: Store; reopen: () => Promise<Store> };

/** What every implementation of the port does. `open` gives an empty store. */
export function assessmentStoreContract(name: string, open: (test: TestContext) => Promise<StoreUnderTest>): void {
  describe(`${name} as an assessment store`, () => {
    test('what is created and answered is found, also after a restart', async context => {
      const { store, reopen } = await open(context);
      await store.create(created('one'));
      const stored = await store.commit('one', answer('a1', '好'));
      assert.deepEqual(await store.find('one'), stored);
      assert.ok('assessment' in stored);
      assert.equal(stored.seq, 2);
      assert.equal(stored.assessment.answers.a1?.answer?.note, '好');
      assert.deepEqual(await (await reopen()).find('one'), stored);
    });

    test('creating gives the assessment of the first change', async context => {
      const { store } = await open(context);
      const stored = await store.create(created('one'));
      const trail = await store.verifyTrail('one');
      assert.ok(trail.ok);
      const { seq, head } = trail;
      assert.deepEqual(stored, { assessment: applyChange(undefined, created('one')), seq, head });
      assert.equal(seq, 1);
    });

    test('a journal taken elsewhere brings the whole history, with the same hashes', async context => {
      const here = (await open(context)).store;
      await here.create(created('one'));
      for (const note of ['一', '二', '三']) await here.commit('one', answer('a1', note));
      const journal = await here.journal('one');
      const { store, reopen } = await open(context);
      const read = store.readJournal(journal);
      assert.ok(read.ok);
      assert.deepEqual([read.seq, read.assessment], [4, (await here.find('one'))?.assessment]);
      assert.equal(await store.find('one'), undefined, 'reading stores nothing');
      assert.deepEqual(await store.adopt(journal), await here.find('one'));
      assert.deepEqual(await store.verifyTrail('one'), await here.verifyTrail('one'));
      assert.deepEqual(await store.changes('one'), await here.changes('one'));
      await store.commit('one', answer('a1', '四'));
      const reopened = await reopen();
      assert.equal((await reopened.find('one'))?.seq, 5);
      assert.ok((await reopened.verifyTrail('one')).ok);
    });

    test('a journal that was altered, cut, emptied or made by a newer program is refused whole, and so is a taken id', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      await store.commit('one', answer('a1', '好'));
      const journal = Buffer.from(await store.journal('one'));
      const other = (await open(context)).store;
      const altered: [Buffer, RegExp][] = [
        [Buffer.from(journal.toString().replace('示例市', '示例县')), /第 3 行与前一行不衔接/],
        [Buffer.from(journal.toString().replace('"好"', '"坏"')).subarray(0, -2), /末尾不完整/],
        [journal.subarray(0, journal.indexOf('\n') + 1), /没有“新建”/],
        [Buffer.alloc(0), /首行/],
        [Buffer.from('no journal\n'), /首行/],
        [Buffer.from(journal.toString().replace('"id":"one"', '"id":"two"')), /第 2 行与前一行不衔接/],
        [Buffer.from(journal.toString().replaceAll(/"v":\d+/g, `"v":99`)), /更新版本/],
        [Buffer.concat([journal, Buffer.from('{}\n')]), /第 4 行/],
      ];
      for (const [bytes, reason] of altered) {
        const read = other.readJournal(bytes);
        assert.match(read.ok ? '' : read.reason.zh, reason);
        await assert.rejects(other.adopt(bytes), { code: 'faulty-input' });
      }
      assert.deepEqual(other.summaries(), []);
      await assert.rejects(store.adopt(journal), { code: 'storage-failed' });
      await assert.rejects(store.journal('none'), { code: 'not-found' });
    });

    test('an unknown assessment is not found and cannot be changed', async context => {
      const { store } = await open(context);
      assert.equal(await store.find('none'), undefined);
      assert.equal(await store.find('../lock'), undefined);
      await assert.rejects(store.commit('none', answer('a1', '')), { code: 'not-found' });
      await assert.rejects(store.changes('none'), { code: 'not-found' });
      await assert.rejects(store.verifyTrail('none'), { code: 'not-found' });
      await assert.rejects(store.journal('../lock'), { code: 'not-found' });
    });

    test('the journal is the lines that the trail hashes, the last one being its head', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      const { head } = await store
        .commit('one', answer('a1', '好'))
        .then(stored => ('head' in stored ? stored : { head: '' }));
      const lines = Buffer.from(await store.journal('one'))
        .toString()
        .trimEnd()
        .split('\n');
      assert.equal(lines.length, 3);
      assert.equal(
        createHash('sha256')
          .update(lines[2] ?? '')
          .digest('hex'),
        head,
      );
    });

    test('an id is given once only', async context => {
      const { store, reopen } = await open(context);
      await store.create(created('one', minute(0)));
      await assert.rejects(store.create(created('one', minute(5))), { code: 'storage-failed' });
      const reopened = await reopen();
      await assert.rejects(reopened.create(created('one', minute(5))), { code: 'storage-failed' });
      assert.deepEqual(await reopened.changes('one'), [created('one', minute(0))]);
    });

    test('of two who create the same id at once one is refused', async context => {
      const { store } = await open(context);
      const both = await Promise.allSettled([store.create(created('one')), store.create(created('one', minute(9)))]);
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal((await store.changes('one')).length, 1);
    });

    test('a refusal is handed on and stores nothing', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      const done = await store.commit('one', answerExpecting('a1', 7, ''));
      assert.deepEqual(done, { refused: 'stale' });
      assert.equal((await store.find('one'))?.seq, 1);
    });

    test('each of many at once decides exactly once, on the newest state', async context => {
      const { store, reopen } = await open(context);
      await store.create(created('one'));
      const seen: number[] = [];
      const writers = Array.from({ length: 30 }, (_, index) =>
        store.commit('one', assessment => {
          seen.push(Object.keys(assessment.answers).length);
          return answer(`a${index}`, `${index}`)(assessment);
        }),
      );
      const stored = await Promise.all(writers);
      assert.deepEqual(
        seen,
        Array.from({ length: 30 }, (_, index) => index),
      );
      assert.deepEqual(
        stored.map(each => 'seq' in each && each.seq),
        Array.from({ length: 30 }, (_, index) => index + 2),
      );
      assert.equal(Object.keys((await (await reopen()).find('one'))?.assessment.answers ?? {}).length, 30);
    });

    test('of twenty who expect the same revision one wins and nineteen are told', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      const writers = Array.from({ length: 20 }, (_, index) =>
        store.commit('one', answerExpecting('a1', 0, `${index}`)),
      );
      const results = await Promise.all(writers);
      assert.equal(results.filter(result => 'refused' in result).length, 19);
      assert.equal((await store.find('one'))?.assessment.answers.a1?.rev, 1);
    });

    test('a decision that throws harms nobody else', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      const first = store.commit('one', answer('a1', 'first'));
      const broken = store.commit('one', () => {
        throw new RangeError('a bug');
      });
      const last = store.commit('one', answer('a2', 'last'));
      await assert.rejects(broken, RangeError);
      await Promise.all([first, last]);
      assert.deepEqual(Object.keys((await store.find('one'))?.assessment.answers ?? {}), ['a1', 'a2']);
    });

    test('a change that could not be read back is refused before it is stored', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      const unreadable = store.commit('one', () => ({ change: { type: 'made-final', by: 'local', at: 'yesterday' } }));
      await assert.rejects(unreadable);
      assert.equal((await store.changes('one')).length, 1);
    });

    test('the changes are all there, oldest first, and their fold is the assessment', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      for (const item of ['a1', 'a2', 'a1']) await store.commit('one', answer(item, item));
      const changes = await store.changes('one');
      assert.equal(changes.length, 4);
      const fold = changes.reduce<Assessment | undefined>(applyChange, undefined);
      assert.deepEqual(fold, (await store.find('one'))?.assessment);
    });

    test('the history has every change with the hash that stood at the end right after it', async context => {
      const { store, reopen } = await open(context);
      const heads = [(await store.create(created('one'))).head];
      for (const item of ['a1', 'a2']) {
        const done = await store.commit('one', answer(item, item));
        heads.push('head' in done ? done.head : '');
      }
      const changes = await store.changes('one');
      const entries = changes.map((change, index) => ({ seq: index + 1, head: heads[index], change }));
      const expected = { entries, trail: { ok: true, seq: 3, head: heads[2] } };
      assert.deepEqual(await store.history('one'), expected);
      const reopened = await reopen();
      assert.deepEqual(await reopened.history('one'), expected);
      assert.equal((await reopened.find('one'))?.head, heads[2]);
      await assert.rejects(store.history('none'), { code: 'not-found' });
    });

    test('what was found before does not change with the next commit', async context => {
      const { store } = await open(context);
      await store.create(created('one'));
      const before = await store.find('one');
      const copy = structuredClone(before);
      await store.commit('one', answer('a1', 'later'));
      assert.deepEqual(before, copy);
    });

    test('summaries are of the newest state, newest change first, also after a restart', async context => {
      const { store, reopen } = await open(context);
      for (const id of ['one', 'two', 'three']) await store.create(created(id));
      await store.commit('two', answer('a1', '', minute(2)));
      await store.commit('one', answer('a1', '', minute(3)));
      const expected = [
        { id: 'one', seq: 2, answers: 1 },
        { id: 'two', seq: 2, answers: 1 },
        { id: 'three', seq: 1, answers: 0 },
      ];
      assert.deepEqual(store.summaries(), expected);
      assert.deepEqual((await reopen()).summaries(), expected);
    });

    test('the trail of a sound assessment is whole and has the hash of its last change', async context => {
      const { store, reopen } = await open(context);
      await store.create(created('one'));
      const before = await store.verifyTrail('one');
      await store.commit('one', answer('a1', ''));
      const after = await store.verifyTrail('one');
      assert.ok(before.ok && after.ok);
      assert.deepEqual([before.seq, after.seq], [1, 2]);
      assert.notEqual(before.head, after.head);
      assert.deepEqual(await (await reopen()).verifyTrail('one'), after);
    });
  });
}
