/** axe over every screen: no serious or critical violation, in light and dark, wide and narrow. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { later, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { launch } from './person.ts';
import { busyApp, screens } from './screens.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;

/** The serious violations of what is on the screen now, one line each, with the place. */
async function faultsOf(page: Page, screen: string): Promise<string[]> {
  // Colours are judged when they have come to rest.
  await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))');
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) =>
      one.nodes.map((node) => `${screen}: ${one.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
}

browserDescribe('axe', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each([
    ['light, wide', 'light', 1400],
    ['dark, wide', 'dark', 1400],
    ['light, narrow', 'light', 420],
    ['dark, narrow', 'dark', 420],
  ] as const)(
    '%s',
    async (_, colorScheme, width) => {
      const on = await workspace();
      await busyApp(on);
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      later(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(`${on.url}/archives/${on.ids.channels['general']}?as=ana`);
      await page.getByRole('main', { name: 'general' }).waitFor();
      await page.evaluate(axe);
      const found: string[] = [];
      for (const [name, open, leave] of screens) {
        await open(page, on);
        found.push(...(await faultsOf(page, name)));
        await leave?.(page);
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});
