import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findKeyRole } from '#workshop/create-workshop.ts';
import { issuableKeys, issueKey, type KeyRequest } from '#workshop/issue-key.ts';
import { minutesOf } from '#workshop/minutes.ts';
import { keyRoles, type Role, roleSchema } from '#workshop/role.ts';
import { hashSecret } from '#workshop/secrets.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { attempts, play } from './arbitrary-workshop.ts';
import { after, briefed, buildWorkshop, give, second, secrets } from './build-workshop.ts';

function issue(workshop: Workshop, request: Partial<KeyRequest>, role: Role = 'owner', key = 'key-new') {
  const asked = { role: 'scribe', expectedRev: workshop.rev, ...request } as const;
  return issueKey(workshop, asked, { actor: { role, by: role }, at: second(300), key });
}

const may: Partial<Record<Role, string[]>> = {
  owner: ['facilitator', 'co-facilitator', 'scribe', 'projector'],
  facilitator: ['co-facilitator', 'scribe', 'projector'],
};

describe('who replaces whose key', () => {
  for (const role of roleSchema.options)
    test(`a ${role} that of ${may[role]?.join(', ') ?? 'nobody'}`, () => {
      const done = keyRoles.filter(key => 'change' in issue(briefed(), { role: key }, role));
      assert.deepEqual(done, may[role] ?? []);
      assert.deepEqual(issuableKeys(briefed(), role), may[role] ?? []);
    });
});

test('a new key is the key of its role, the one before is nobody’s, and the others stay', () => {
  const workshop = after(buildWorkshop(), issue(buildWorkshop(), { role: 'scribe' }));
  assert.equal(findKeyRole(workshop.keys, 'key-new'), 'scribe');
  assert.equal(findKeyRole(workshop.keys, secrets.scribe), undefined);
  for (const role of ['facilitator', 'co-facilitator', 'projector'] as const)
    assert.equal(findKeyRole(workshop.keys, secrets[role]), role);
});

test('it is told in the log and the minutes who replaced whose key, and the key is in neither', () => {
  const workshop = after(briefed(), issue(briefed(), { role: 'projector' }, 'facilitator'));
  const { command, role, key, at } = minutesOf(workshop).log.at(-1) ?? {};
  assert.deepEqual(
    { command, role, key, at },
    { command: 'issue-key', role: 'facilitator', key: 'projector', at: second(300) },
  );
  const text = JSON.stringify(minutesOf(workshop));
  for (const secret of ['key-new', hashSecret('key-new')]) assert.ok(!text.includes(secret));
  assert.ok(!JSON.stringify(workshop).includes('key-new'));
});

test('pressed twice it is done once, on an older state it is refused with what was done meanwhile', () => {
  const before = briefed();
  const once = after(before, issue(before, {}));
  assert.deepEqual(issue(once, { expectedRev: before.rev }), { refused: { reason: 'repeated' } });
  const stale = issue(give(before, ['open']), { expectedRev: before.rev });
  assert.ok('refused' in stale && stale.refused.reason === 'stale' && stale.refused.last?.command === 'open');
  for (const [request, role] of [
    [{ role: 'projector', expectedRev: before.rev }, 'owner'],
    [{ expectedRev: before.rev }, 'facilitator'],
    [{ expectedRev: 99 }, 'owner'],
  ] as const) {
    const other = issue(once, request, role);
    assert.ok('refused' in other && other.refused.reason === 'stale', `${role} ${JSON.stringify(request)}`);
  }
});

test('when a workshop is over the owner alone can still end a link that opens its minutes', () => {
  const closed = give(buildWorkshop(), ['start', 'finish']);
  assert.ok('change' in issue(closed, {}));
  const refused = issue(closed, {}, 'facilitator');
  assert.ok('refused' in refused && refused.refused.reason === 'illegal-step');
});

test('whatever is going on, a new key changes nothing but the key, the revision and the log', () => {
  fc.assert(
    fc.property(attempts, fc.constantFrom(...keyRoles), (tried, role) => {
      const { workshop } = play(tried);
      const { keys, rev, log, changedAt: _at, ...rest } = after(workshop, issue(workshop, { role }));
      const { keys: keysBefore, rev: revBefore, log: logBefore, changedAt: _before, ...same } = workshop;
      assert.deepEqual(rest, same);
      assert.deepEqual(keys, { ...keysBefore, [role]: hashSecret('key-new') });
      assert.deepEqual([rev, log.slice(0, -1)], [revBefore + 1, logBefore]);
    }),
    { numRuns: 60 },
  );
});
