import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Lexer } from 'yaml';
import { tokensPerCharacter, tooManyTokens } from '#store/yaml-tokens.ts';

const pieces = [...'-?:,[]{}#&*!|>\'"%@`\\ \t\n\r\ufeffa1.', '---', '...', '\r\n', '- ', ': '];

test('no text has more tokens for its length than the limit goes by', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), drawn => {
      const text = drawn.join('');
      assert.ok([...new Lexer().lex(text)].length <= tokensPerCharacter * (text.length + 1));
    }),
    { numRuns: 2_000 },
  );
});

test('a text of brackets is refused from the limit on, a long one of few tokens is not', () => {
  assert.match(tooManyTokens('['.repeat(1_000_001))?.en ?? '', /1000000/);
  assert.equal(tooManyTokens('['.repeat(400_000)), undefined);
  assert.equal(tooManyTokens('a'.repeat(1_500_000)), undefined);
});
