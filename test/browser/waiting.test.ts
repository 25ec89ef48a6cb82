import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, onTestFailed, test } from 'vitest';
import { openDay } from '../day/open.ts';
import { browserDescribe } from '../setup/browser.ts';
import { evidence, launch, PersonOnPage } from './person.ts';

browserDescribe('a manager looks what waits', () => {
  let day: Awaited<ReturnType<typeof openDay>>;
  let browser: Browser;
  let marta: PersonOnPage;

  beforeAll(async () => {
    day = await openDay({ tickets: true });
    browser = await launch();
    marta = await PersonOnPage.open(browser, day.slack.url, 'marta');
  });
  afterAll(async () => {
    await browser?.close();
    await day?.close();
  });

  test('at home the question comes first, with its answer one press away; the report counts it', async () => {
    onTestFailed(() => evidence([marta], day));
    await marta.goToApp('Home');
    await marta.main.getByText('In attesa di una mia decisione', { exact: true }).waitFor();
    await marta.main.getByText('May I order a replacement laptop').waitFor();
    await marta.picture('waiting-01-home');
    await marta.press('Rispondi e restituisci', marta.main);
    const form = marta.form(/^Decidi su/);
    await form.getByRole('textbox').fill('Yes, please.');
    await marta.sendOff(form);
    await marta.goTo('general');
    await marta.write('/ticket report escalations');
    await marta.goToApp('Messages');
    await marta.message('Richieste di decisione degli ultimi 30 giorni').waitFor();
    await marta.picture('waiting-02-report', marta.message('Richieste di decisione degli ultimi 30 giorni'));
    await marta.openThread(marta.message('Richieste di decisione degli ultimi 30 giorni'));
    await marta.reply('.csv').waitFor();
    await marta.picture('waiting-03-file', marta.reply('.csv'));
  });
});
