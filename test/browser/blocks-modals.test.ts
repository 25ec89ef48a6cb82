/** What a modal does around its inputs: errors, stacks, waiting, and where the focus is. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserDescribe } from '../setup/browser.ts';
import { type Gallery, openGallery } from './gallery/gallery.ts';
import { launch, PersonOnPage } from './person.ts';

browserDescribe('modals', () => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    gallery = await openGallery();
    browser = await launch();
    const bao = await PersonOnPage.open(browser, gallery.slack.url, 'bao');
    await bao.goTo('general');
    ({ page } = bao);
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  const form = (name: string): Locator => page.getByRole('dialog', { name });
  const open = async (button: string, name: string): Promise<Locator> => {
    await page.getByRole('button', { name: button }).click();
    await form(name).waitFor();
    return form(name);
  };
  const hasFocus = (of: Locator): Promise<void> => of.and(page.locator(':focus')).waitFor();

  test('what is missing is told under its question, and the first wrong field takes the focus', async () => {
    const inputs = await open('Open inputs', 'Every input');
    const title = inputs.getByRole('textbox', { name: 'Title' });
    await hasFocus(title); // focus_on_load
    await inputs.getByRole('textbox', { name: 'E-mail' }).fill('nobody');
    await inputs.getByRole('textbox', { name: 'How many' }).fill('1000');
    await inputs.getByRole('textbox', { name: 'Title' }).fill('x'.repeat(41));
    await inputs.getByRole('status', { name: '-1 characters left' }).waitFor();
    await inputs.getByRole('button', { name: 'Send' }).click();
    await inputs.getByRole('alert').first().waitFor();
    await hasFocus(title);
    const told = async (name: string): Promise<string> => {
      const field = inputs.getByRole('textbox', { name });
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
      const words = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
      return words.join(' ').trim();
    };
    expect(await told('Title')).toBe('Must be 40 characters or fewer.');
    expect(await told('E-mail')).toBe('Please enter a valid email address.');
    expect(await told('Address')).toBe('Please complete this required field.');
    expect(await told('How many')).toMatch(/100/);
    await page.keyboard.press('Escape');
    await inputs.waitFor({ state: 'hidden' });
    await hasFocus(page.getByRole('button', { name: 'Open inputs' }));
  });

  test('views are put on one another; Escape and the arrow take away the uppermost, and what was written below stays', async () => {
    const first = await open('Open stack', 'Step 1');
    await first.getByRole('textbox', { name: 'Name 1' }).fill('kept');
    await first.getByRole('button', { name: 'Go deeper' }).click();
    await form('Step 2').getByRole('button', { name: 'Go deeper' }).click();
    await form('Step 3').waitFor();
    await page.keyboard.press('Escape');
    await form('Step 2').waitFor();
    await hasFocus(form('Step 2').getByRole('button', { name: 'Go deeper' }));
    await form('Step 2').getByRole('button', { name: 'Back' }).click();
    await form('Step 1').waitFor();
    expect(await first.getByRole('textbox', { name: 'Name 1' }).inputValue()).toBe('kept');
    expect(await first.getByRole('button', { name: 'Back' }).count()).toBe(0);
  });

  test('while the app thinks the form waits; its errors stand under their inputs', async () => {
    const first = form('Step 1');
    Object.assign(gallery.next, { wait: 700, errors: { 'name-1': 'This name is taken.' } });
    await first.getByRole('textbox', { name: 'Name 1' }).press('Control+Enter');
    await first.locator('button[aria-busy=true]').waitFor();
    await first.getByRole('alert').getByText('This name is taken.').waitFor();
    await hasFocus(first.getByRole('textbox', { name: 'Name 1' }));
    await first.getByRole('button', { name: 'Next' }).click();
    await first.waitFor({ state: 'hidden' });
    expect(gallery.submissions.at(-1)?.values).toMatchObject({ 'name-1': { a: { value: 'kept' } } });
  });

  test('an app that does not answer leaves the form as it is', async () => {
    const first = await open('Open stack', 'Step 1');
    await first.getByRole('textbox', { name: 'Name 1' }).fill('patience');
    gallery.next.wait = 3500;
    await first.getByRole('button', { name: 'Next' }).click();
    await first.getByRole('alert').getByText('We had some trouble connecting. Try again?').waitFor();
    expect(await first.getByRole('textbox', { name: 'Name 1' }).inputValue()).toBe('patience');
    await page.keyboard.press('Escape');
    await first.waitFor({ state: 'hidden' });
  });

  test('a long form scrolls between its head and its foot, and the focus stays in it', async () => {
    await page.setViewportSize({ width: 420, height: 600 });
    const first = await open('Open stack', 'Step 1');
    const body = first.locator('.dialog-body');
    expect(await body.evaluate((node) => node.scrollHeight > node.clientHeight)).toBe(true);
    await body.evaluate((node) => node.scrollTo(0, node.scrollHeight));
    for (const name of ['Next', 'Cancel', 'Close dialog']) {
      const box = await first.getByRole('button', { name }).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 600).toBe(true);
    }
    for (let n = 0; n < 12; n += 1) {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus:not(dialog, dialog *)').count()).toBe(0);
    }
    await page.keyboard.press('Escape');
    await first.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 1400, height: 900 });
  });
});
