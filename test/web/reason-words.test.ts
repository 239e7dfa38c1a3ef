import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reasonWords } from '#web/reason-words.ts';
import { openWords } from '#web/words.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const [zh, en] = [words.translate('zh-CN'), words.translate('en')];
const written = [zh, en];

const reasons: [key: string, name: string | null][] = [
  ['suggestion.why', 'period'],
  ['joined.why', 'rev'],
  ['joined.why.record', null],
  ['import.why', 'file'],
];

for (const [key, name] of reasons) {
  test(`a reason that the program wrote is read in either language: ${key}`, () => {
    fc.assert(
      fc.property(
        fc.string().filter(named => !named.includes('\n')),
        named => {
          const params = name === null ? {} : { [name]: named };
          for (const from of written)
            for (const to of written) assert.equal(reasonWords(from(key, params), written, to), to(key, params));
        },
      ),
    );
  });
}

test('what is no reason of the program stays as it is', () => {
  for (const why of ['', '确认', 'Why not', '来自文件“甲'])
    for (const to of written) assert.equal(reasonWords(why, written, to), why);
});
