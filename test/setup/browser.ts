import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium, or the one that CHROMIUM_PATH names. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  return (named ? [named] : PLACES).find((place) => existsSync(place)) ?? null;
}

/** `describe` for tests that need a browser: skipped where there is none, except in CI, where that fails. */
export function browserDescribe(name: string, tests: () => void): void {
  if (chromiumPath() !== null) describe(name, tests);
  else if (process.env['CI'] === 'true')
    describe(name, () => {
      it('has a Chromium to run in', () => {
        throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.');
      });
    });
  else describe.skip(name, tests);
}
