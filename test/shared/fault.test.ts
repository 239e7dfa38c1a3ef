import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { answerSchema } from '#assessment/answer.ts';
import { setupSchema } from '#assessment/assessment.ts';
import { check, fault } from '#shared/fault.ts';

const kinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('a') }),
  z.strictObject({ kind: z.literal('b') }),
]);
const cases: [what: string, schema: z.ZodType, input: unknown, zh: string, en: string][] = [
  ['missing', z.strictObject({ a: z.string() }), {}, '缺少这一项', 'is missing'],
  ['a number for a text', z.string(), 7, '须为文字', 'must be text'],
  ['a text for a whole number', z.int(), '7', '须为数', 'must be a number'],
  ['a fraction', z.int(), 1.5, '须为整数', 'must be a whole number'],
  ['a text for a list', z.array(z.string()), 'a', '须为列表', 'must be a list'],
  [
    'a list for named values',
    z.record(z.string(), z.string()),
    [],
    '须为一组有名称的值',
    'must be a set of named values',
  ],
  ['nothing typed', z.string().min(1), '', '不能为空', 'must not be empty'],
  ['too long a text', z.string().max(3), '一二三四', '太长，最多 3 字', 'is too long: at most 3 characters'],
  ['too short a text', z.string().min(3), '一', '太短，至少 3 字', 'is too short: at least 3 characters'],
  ['too many', z.array(z.string()).max(1), ['a', 'b'], '太多，最多 1 个', 'holds too many: at most 1'],
  ['too few', z.array(z.string()).min(1), [], '至少 1 个', 'must hold 1 or more'],
  ['too great', z.number().max(5), 6, '须不大于 5', 'must be 5 or less'],
  ['too small', z.number().positive(), 0, '须大于 0', 'must be more than 0'],
  ['not of a pattern', z.string().regex(/^[a-z]+$/), 'A', '写法不对', 'is not written as it has to be'],
  [
    'no name',
    z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
    'a b',
    '只能用英文字母、数字、_ 和 -，1 到 40 个',
    'takes letters, digits, _ and - only, 1 to 40 of them',
  ],
  ['no version', z.string().regex(/^\d+\.\d+\.\d+$/), '1', '须写成 1.2.3 这样', 'has to be like 1.2.3'],
  ['no day', z.iso.date(), '2026-02-30', '不是日期，请按 2026-11-30 这样写', 'is not a day such as 2026-11-30'],
  ['a kind left out', kinds, {}, '缺少这一项', 'is missing'],
  ['a kind that is none', kinds, { kind: 'c' }, '须是其中之一：a, b', 'must be one of a, b'],
  ['a choice left out', z.strictObject({ a: z.enum(['x', 'y']) }), {}, '缺少这一项', 'is missing'],
  ['a choice that is none', z.enum(['pdf', 'docx']), 'doc', '须是其中之一：pdf, docx', 'must be one of pdf, docx'],
  [
    'one of two shapes left out',
    z.strictObject({ a: z.union([z.string(), z.number()]) }),
    {},
    '缺少这一项',
    'is missing',
  ],
  ['none of the kinds', z.union([z.literal(true), z.number()]), 'a', '须为 true，或数', 'must be true, or a number'],
  ['a text for a short list', z.array(z.string()).max(2), 'long', '须为列表', 'must be a list'],
  ['a text for true or false', z.boolean(), 'yes', '须为 true 或 false', 'must be true or false'],
  ['an unknown name', z.strictObject({}), { b: 1 }, '没有这一项', 'there is no such field'],
];

for (const [what, schema, input, zh, en] of cases) {
  test(`${what} is told in both languages without names of types`, () => {
    const checked = check(schema, input);
    assert.ok(!checked.ok);
    assert.deepEqual(
      checked.faults.map(({ message }) => message),
      [{ zh, en }],
    );
  });
}

test('of two shapes that could stand somewhere, the one that was nearly met says what is wrong inside', () => {
  const plain = z.strictObject({ title: z.string(), groups: z.array(z.string()) });
  const crossed = z.strictObject({ title: z.string(), rows: z.string(), columns: z.string() });
  const paths = (input: unknown) => {
    const checked = check(z.array(z.union([plain, crossed])), input);
    return checked.ok ? [] : checked.faults.map(({ path, message }) => `${path.join('.')} ${message.en}`);
  };
  assert.deepEqual(paths([{ groups: ['a', 7] }]), ['0.title is missing', '0.groups.1 must be text']);
  assert.deepEqual(paths([{ title: 'x', rows: 'a', colums: 'b' }]), [
    '0.columns is missing',
    '0.colums there is no such field',
  ]);
  assert.deepEqual(paths([{ title: 'x', groups: [1, 2, 3, 4, 5] }]), [
    '0.groups.0 must be text',
    '0.groups.1 must be text',
    '0.groups.2 must be text',
    '0.groups.3 must be text',
    '0.groups.4 must be text',
  ]);
  assert.equal(paths([7]).length, 1);
});

test('a message of the schema itself stays', () => {
  const checked = check(
    z.string().refine(() => false, '自己的话'),
    'x',
  );
  assert.deepEqual(checked, { ok: false, faults: [fault([], '自己的话', '自己的话')] });
});

test('whatever is sent, no message shows a pattern or a type', () => {
  fc.assert(
    fc.property(fc.constantFrom(answerSchema, setupSchema), fc.jsonValue(), (schema, input) => {
      const checked = check(schema, input);
      if (checked.ok) return;
      for (const { message } of checked.faults) {
        assert.doesNotMatch(message.zh, /\^|\$|string|record|object|undefined|number|array/);
        assert.doesNotMatch(message.en ?? '', /\^|\$|string|record|undefined|regex/);
      }
    }),
  );
});
