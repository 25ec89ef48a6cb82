import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const NAMED = /`(test\/[^`]+\.test\.ts)`: (.+?) \|/g;

test('the tests that are said to hold the invariants exist', () => {
  const page = readFileSync('docs/invariants.md', 'utf8');
  const rows = page.split('\n').filter((line) => /^\| (?:\d|T)/.test(line));
  for (const number of [1, 2, 3, 4, 5, 6, 8, 9]) expect(page).toMatch(new RegExp(`^\\| ${number} \\| \\S`, 'm'));
  const named = [...page.matchAll(NAMED)];
  expect(named).toHaveLength(rows.length);
  for (const [, file = '', name = ''] of named)
    expect(readFileSync(file, 'utf8'), `${file} has no test “${name}”`).toContain(`'${name}'`);
});
