/** A person with the inspector open. */
import type { Browser, Locator } from 'playwright-core';
import { type Workspace, later, workspace } from '../local-slack/workspace.ts';
import { PersonOnPage } from './person.ts';

export type Seat = { on: Workspace; ana: PersonOnPage; drawer: Locator };

export async function open(browser: Browser, on: Workspace, name: string): Promise<PersonOnPage> {
  const person = await PersonOnPage.open(browser, on.url, name);
  later(() => person.page.context().close());
  await person.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return person;
}

export async function seatOf(browser: Browser): Promise<Seat> {
  const on = await workspace();
  const ana = await open(browser, on, 'ana');
  await ana.page.getByRole('button', { name: 'Inspector' }).click();
  return { on, ana, drawer: ana.page.getByRole('complementary', { name: 'Inspector' }) };
}

export const rows = (drawer: Locator): Locator => drawer.getByRole('listbox', { name: 'Journal' }).getByRole('option');
export const press = (drawer: Locator, name: string): Promise<void> =>
  drawer.getByRole('button', { name, exact: true }).click();
export const copied = (person: PersonOnPage): Promise<string> =>
  person.page.evaluate<string>('navigator.clipboard.readText()');
export const toast = (person: PersonOnPage, words: RegExp): Promise<void> =>
  person.page.getByRole('status').filter({ hasText: words }).first().waitFor();
