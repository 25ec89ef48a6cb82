import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumPath } from '../setup/browser.ts';

const ARTEFACTS = 'test-artifacts';
const WAIT_MS = 15_000;

export type Words = string | RegExp;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath() ?? '',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** One person in a browser of his own, who sees what stands on his screen and clicks and types as people do. */
export class PersonOnPage {
  readonly page: Page;
  readonly name: string;
  /** What the page itself complained of. */
  readonly complaints: string[] = [];

  private constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    page.setDefaultTimeout(WAIT_MS);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && this.complaints.push(line.text()));
  }

  static async open(browser: Browser, url: string, name: string): Promise<PersonOnPage> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-GB' });
    const person = new PersonOnPage(await context.newPage(), name);
    await person.page.goto(`${url}/?as=${name}`);
    await person.conversations.waitFor();
    return person;
  }

  get conversations(): Locator {
    return this.page.getByRole('navigation', { name: 'Conversations' });
  }

  /** Types a day and an hour where a form asks for both. */
  async pickMoment(moment: Locator, day: string, hour: string): Promise<void> {
    await moment.getByRole('combobox', { name: 'Date' }).fill(day);
    await moment.getByRole('combobox', { name: 'Time' }).fill(hour);
    await this.page.keyboard.press('Enter');
  }

  get thread(): Locator {
    return this.page.getByRole('complementary', { name: 'Thread' });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  async goTo(conversation: string): Promise<void> {
    await this.conversations.getByRole('button', { name: new RegExp(`^${conversation}\\b`) }).click();
    await this.page.getByRole('main', { name: conversation }).waitFor();
  }

  /** The app's own place, at one of its tabs. */
  async goToApp(tab: 'Home' | 'Messages'): Promise<void> {
    await this.goTo('Threadesk');
    await this.page.getByRole('tab', { name: tab }).click();
  }

  /** A message of the open conversation that has all these words, the newest. */
  message(...words: Words[]): Locator {
    return newest(this.main, words);
  }

  reply(...words: Words[]): Locator {
    return newest(this.thread, words);
  }

  async openThread(of: Locator): Promise<void> {
    await of.getByRole('button', { name: /\d+ repl/ }).click();
    await this.thread.waitFor();
  }

  async write(words: string): Promise<void> {
    await this.main.getByRole('textbox', { name: /^Message to/ }).click();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
  }

  async writeInThread(words: string): Promise<void> {
    await this.thread.getByRole('textbox', { name: /^Reply to thread/ }).click();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
  }

  async press(label: string, on: Locator): Promise<void> {
    await on.getByRole('button', { name: label, exact: true }).click();
  }

  /** Chooses from the three dots. */
  async choose(label: string, on: Locator): Promise<void> {
    await on.getByRole('button', { name: 'More options' }).first().click();
    await this.page.getByRole('menuitem', { name: label, exact: true }).click();
  }

  async chooseFor(message: Locator, action: RegExp): Promise<void> {
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  form(title: Words): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Chooses in a select by typing what stands there. */
  async pick(question: RegExp, answer: string, form: Locator): Promise<void> {
    const field = form.getByRole('combobox', { name: question });
    await field.click();
    await field.fill(answer);
    await form.getByRole('option', { name: new RegExp(`^${answer}`) }).click();
  }

  async send(form: Locator): Promise<void> {
    await form.locator('button[type=submit]').click();
  }

  /** Sends a form in which nothing is wrong. */
  async sendOff(form: Locator): Promise<void> {
    await this.send(form);
    await form.waitFor({ state: 'hidden' });
  }

  /** Keeps the screen as a picture, to be looked at, as soon as something is on it. */
  async picture(name: string, showing?: Locator): Promise<void> {
    await showing?.waitFor();
    await this.draw(path.join(ARTEFACTS, `${name}.png`));
  }

  async draw(file: string): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }
}

const newest = (place: Locator, words: Words[]): Locator =>
  words.reduce<Locator>((found, hasText) => found.filter({ hasText }), place.getByRole('article')).last();

/** For a step that failed: what everybody had before his eyes, and what had not reached Slack. */
export async function evidence(
  everybody: readonly PersonOnPage[],
  desk: { unsent(): Promise<unknown> },
): Promise<void> {
  for (const person of everybody) await person.picture(`failed-${person.name}`);
  console.error('Letters that are not in Slack:', await desk.unsent());
}
