import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig, WrongSettings } from '#src/config.ts';

test('nothing needs to be set', () => {
  assert.deepEqual(readConfig({}), {
    host: '127.0.0.1',
    port: 3000,
    lanPort: 3001,
    dataFolder: './data',
    baseUrl: undefined,
    logLevel: 'info',
    defaultLanguage: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    uploads: false,
  });
});

test('uploads can be switched on', () => {
  assert.equal(readConfig({ UPLOADS: 'on' }).uploads, true);
});

test('an empty setting counts as not set', () => {
  assert.equal(readConfig({ PORT: '', DATABASE_URL: '', UPLOADS: '' }).port, 3000);
});

const wrong: [name: string, value: string][] = [
  ['HOST', '0.0.0.0'],
  ['HOST', '192.168.1.5'],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['PORT', ' '],
  ['BASE_URL', 'ftp://x'],
  ['BASE_URL', 'http://x/path'],
  ['BASE_URL', 'http://x/?q'],
  ['DEFAULT_LANGUAGE', 'fr'],
  ['TIME_ZONE', 'Mars/Olympus'],
  ['LOG_LEVEL', 'loud'],
  ['UPLOADS', 'yes'],
  ['DATABASE_URL', 'postgres://x'],
  ['TRUST_PROXY', '1'],
  ['TRAIL_KEY_FILE', '/key'],
];

for (const [name, value] of wrong) {
  test(`${name}=${value} stops the start with its name and the reason in both languages`, () => {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error: unknown) => {
        assert.ok(error instanceof WrongSettings);
        const [zh = '', en = '', ...more] = error.message.split('\n');
        assert.deepEqual(more, []);
        assert.ok(zh.startsWith(`${name}: `) && /\p{Script=Han}/u.test(zh) && zh.endsWith(`（${value}）`), zh);
        assert.ok(en.startsWith(`${name}: `) && !/\p{Script=Han}/u.test(en) && en.endsWith(` (${value})`), en);
        return true;
      },
    );
  });
}

test('all wrong settings are told at once', () => {
  assert.throws(
    () => readConfig({ PORT: 'x', HOST: 'y' }),
    (error: unknown) => error instanceof WrongSettings && error.message.split('\n').length === 4,
  );
});
