import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENV_KEYS, EnvFault, readEnv } from '../src/env.ts';

const KEY = 'ab'.repeat(32);
const NO_FILE = 'no-such.env';
const keysOf = (file: string) => [...readFileSync(file, 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, key]) => key);

test('.env.example and the README name the settings that the app reads', () => {
  expect(new Set(keysOf('.env.example'))).toEqual(new Set(ENV_KEYS));
  const readme = readFileSync('README.md', 'utf8');
  for (const key of ENV_KEYS) expect(readme).toContain(`\`${key}\``);
});

test('.env.example is a valid .env of defaults', () => {
  expect(readEnv({}, '.env.example')).toEqual(readEnv({}, NO_FILE));
});

test('the process wins over the file, and an empty value counts as unset', () => {
  expect(readEnv({ PORT: '4000', HOST: '' }, '.env.example')).toMatchObject({ PORT: 4000, HOST: '127.0.0.1' });
});

test.each([
  [{ SLACK_BOT_TOKEN: 'nonsense', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN must begin with xoxb-'],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'With SLACK_BOT_TOKEN also set SLACK_APP_TOKEN'],
  [{ SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN must begin with xapp-'],
  [{ SLACK_SIGNING_SECRET: 'abc' }, 'SLACK_SIGNING_SECRET is too short'],
  [{ SLACK_API_URL: 'slack' }, 'SLACK_API_URL must be an address'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like postgres://'],
  [{ MASKING_KEYS: '2026:short' }, 'MASKING_KEYS must be keys of 32 bytes'],
  [{ MASKING_KEYS: `a:${KEY},a:${KEY}` }, 'MASKING_KEYS has two keys of one name'],
  [{ PORT: 'http' }, 'PORT must be a port number'],
  [{ PORT: '70000' }, 'PORT must be between 0 and 65535'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
])('%j is refused with one sentence that says what to do', (given, sentence) => {
  const fault = (() => {
    try {
      return readEnv(given, NO_FILE);
    } catch (error) {
      return error;
    }
  })();
  expect(fault).toBeInstanceOf(EnvFault);
  const { message } = fault as EnvFault;
  expect(message).toContain(sentence);
  expect(message.split('\n')).toHaveLength(1);
});

test('secrets of calls are read by name, with the one before each, and what cannot be is told', () => {
  const [now, before] = ['a secret long enough', 'the one that was before'];
  const given = { TRIGGER_SECRET: now, TRIGGER_SECRET_CRM: now, TRIGGER_SECRET_CRM_OLD: before };
  expect([...readEnv(given, NO_FILE).secrets]).toEqual([
    ['', [now]],
    ['CRM', [now, before]],
  ]);
  expect(() => readEnv({ TRIGGER_SECRET_ERP: 'short' }, NO_FILE)).toThrow('TRIGGER_SECRET_ERP must have at least 16');
  expect(() => readEnv({ TRIGGER_SECRET_OLD: before }, NO_FILE)).toThrow(
    'TRIGGER_SECRET_OLD is the secret before TRIGGER_SECRET',
  );
});
