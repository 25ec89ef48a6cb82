/** A story that is played by hand: the desk, a browser for everybody in it, and its steps. One for each file. */
import type { Browser } from 'playwright-core';
import { onTestFailed, test } from 'vitest';
import { openDay } from '../day/open.ts';
import { evidence, launch, PersonOnPage } from './person.ts';

export let day: Awaited<ReturnType<typeof openDay>>;
let browser: Browser;
export const everybody: PersonOnPage[] = [];

export async function openStage(options: Parameters<typeof openDay>[0] = {}): Promise<void> {
  day = await openDay(options);
  browser = await launch();
}

export async function closeStage(): Promise<void> {
  await browser?.close();
  await day?.close();
}

export async function open(name: string): Promise<PersonOnPage> {
  const person = await PersonOnPage.open(browser, day.slack.url, name);
  everybody.push(person);
  return person;
}

/** When it fails, what everybody had before his eyes is kept. */
export const step = (name: string, work: () => Promise<void>) =>
  test(name, async () => {
    onTestFailed(() => evidence(everybody, day));
    await work();
  });
