/** Nothing in the gallery that keeps anybody out: axe over every block, modal and popup, light and dark, wide and narrow. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserDescribe } from '../setup/browser.ts';
import { type Gallery, openGallery } from './gallery/gallery.ts';
import { launch, PersonOnPage } from './person.ts';

const kinds = [
  { name: 'ana', theme: 'light', width: 1400 },
  { name: 'bao', theme: 'dark', width: 1400 },
  { name: 'kofi', theme: 'light', width: 420 },
  { name: 'lea', theme: 'dark', width: 420 },
] as const;

browserDescribe('the gallery, to axe', () => {
  let gallery: Gallery;
  let browser: Browser;

  beforeAll(async () => {
    gallery = await openGallery();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  describe.each(kinds)('$theme, $width wide', ({ name, theme, width }) => {
    let page: Page;

    beforeAll(async () => {
      const person = await PersonOnPage.open(browser, gallery.slack.url, name);
      ({ page } = person);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await person.goTo('general');
      await page.setViewportSize({ width, height: 3000 });
      // Past the page's own rule that no script but its own runs there.
      await page
        .context()
        .newCDPSession(page)
        .then((session) => session.send('Runtime.evaluate', { expression: axe.source }));
    });
    afterAll(async () => {
      await page.context().close();
    });

    /** What is serious, with where it is, within a part of the page. */
    async function faults(within: string): Promise<string[]> {
      const { violations } = await page.evaluate(
        async (part) => (globalThis as unknown as { axe: typeof axe }).axe.run(part),
        within,
      );
      return violations
        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
        .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}\n${node.failureSummary}`));
    }

    async function press(name: string): Promise<void> {
      await page.getByRole('button', { name, exact: true }).first().click();
    }

    test('messages', async () => {
      expect(await page.locator('article .blocks').count()).toBeGreaterThan(8);
      expect(await faults('.content')).toEqual([]);
    });

    test('a modal of inputs, empty and wrong', async () => {
      await press('Open inputs');
      await page.getByRole('dialog', { name: 'Every input' }).waitFor();
      expect(await faults('dialog')).toEqual([]);
      await press('Send');
      await page.getByRole('alert').first().waitFor();
      expect(await faults('dialog')).toEqual([]);
      await page.keyboard.press('Escape');
    });

    test('a modal of choices, with its lists open', async () => {
      await press('Open choices');
      const form = page.getByRole('dialog', { name: 'Every choice' });
      await form.waitFor();
      const found = await faults('dialog');
      for (const field of ['Priority', 'People', 'Day', 'Time', 'Ticket']) {
        await form.getByRole('combobox', { name: field, exact: true }).first().click();
        await form.locator('.popup').waitFor();
        found.push(...(await faults('dialog')));
        await page.keyboard.press('Escape');
        await form.locator('.popup').waitFor({ state: 'hidden' });
      }
      expect(found).toEqual([]);
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'hidden' });
    });

    test('a confirmation and a menu', async () => {
      // By keyboard: in a narrow window the tools of a message lie over its right edge.
      await page.getByRole('button', { name: 'Ask first' }).press('Enter');
      await page.getByRole('alertdialog').waitFor();
      expect(await faults('dialog')).toEqual([]);
      await press('Keep it');
      await page.getByRole('article').getByRole('button', { name: 'More options' }).first().press('Enter');
      await page.getByRole('menu').waitFor();
      expect(await faults('.popup')).toEqual([]);
      await page.keyboard.press('Escape');
    });

    test('the Home tab', async () => {
      await page.setViewportSize({ width: 1400, height: 3000 });
      await page
        .getByRole('navigation', { name: 'Conversations' })
        .getByRole('button', { name: /^Gallery/ })
        .click();
      await page.setViewportSize({ width, height: 3000 });
      await page.getByRole('tabpanel').locator('.blocks').waitFor();
      expect(await faults('.content')).toEqual([]);
    });
  });
});
