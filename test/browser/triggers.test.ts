import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
import { browserDescribe } from '../setup/browser.ts';
import type { PersonOnPage } from './person.ts';
import { closeStage, day, open, openStage, step } from './stage.ts';

browserDescribe('a lead looks after what the desk does by itself', () => {
  let bao: PersonOnPage;
  let lea: PersonOnPage;
  const ask = (content: string) =>
    day.app.desk.open(day.person('bao').id as never, { title: 'No VPN', content, group: 'support', channel: 'slash' });

  beforeAll(async () => {
    await openStage();
    [bao, lea] = [await open('bao'), await open('lea')];
    await lea.goTo('support-desk');
  });
  afterAll(closeStage);

  step('it is tried on what there was before it is switched on', async () => {
    await ask('My lawyer will hear of this.');
    await ask('It is slow today.');
    await lea.write('/ticket triggers');
    const list = lea.form('Triggers');
    await list.getByText('Furious words').waitFor();
    await lea.picture('triggers-01-list', list);
    await lea.choose('Try and switch on', list);
    const trial = lea.form('Try it first');
    await trial.getByText('No VPN').waitFor();
    expect(await trial.innerText()).toContain('Of the last 2 tickets it would have meant 1');
    await lea.picture('triggers-02-trial', trial);
    await lea.press('Switch on', trial);
    await list.getByText('on', { exact: false }).first().waitFor();
    await day.kept('that it is on', `select 1 from triggers where key = 'furious' and enabled`);
    await lea.picture('triggers-03-on', list);
    await lea.press('Close', list);
  });

  step('it acts when it is meant, in its own name, and says so in its log', async () => {
    const outcome = await ask('Unacceptable! My lawyer is informed.');
    const { number } = outcome.kind === 'done' ? outcome.ticket : { number: ticketNumber(0) };
    await day.kept(
      'that it acted',
      `select 1 from trigger_log where ticket = ${number} and deeds::text not like '%null%'`,
    );
    expect(await day.ticket(number)).toMatchObject({ priority: 'urgent', tags: ['furious'] });
    await lea.message(`T-${number}`, 'Urgent').first().waitFor();
    await lea.picture('triggers-04-card');
    await lea.goToApp('Messages');
    await lea.message(`T-${number}`, 'by the trigger').first().waitFor();
    await lea.picture('triggers-05-told');
    await lea.goTo('support-desk');
    await lea.write('/ticket triggers');
    const list = lea.form('Triggers');
    await lea.choose('What it did', list);
    const log = lea.form('What it did');
    await log.getByText(`T-${number}`).waitFor();
    expect(await log.innerText()).toContain('set the priority (Urgent): done');
    expect(await log.innerText()).toContain('What is said with the event has the whole word “lawyer”');
    await lea.picture('triggers-06-log', log);
    await lea.press('Close', log);
    await lea.press('Close', list);
    await lea.write(`/ticket show T-${number}`);
    const window = lea.form(`T-${number}`);
    await lea.press('History', window);
    await lea.picture('triggers-06b-history', window.getByRole('button', { name: 'Why?' }).first());
    await window.getByRole('button', { name: 'Why?' }).first().click();
    const why = lea.form('Why?');
    await why.getByText('Furious words').first().waitFor();
    expect(await why.innerText()).toContain('Because: a request came in');
    await lea.picture('triggers-06c-why', why);
    await lea.press('Close', why);
    await lea.press('Close', window);
  });

  /** Chooses in a menu that stands in a row, by what it shows now. */
  const turn = async (form: Locator, now: string, wanted: string) => {
    const menu = form
      .getByRole('combobox')
      .and(form.locator(`[placeholder="${now}"]`))
      .last();
    await menu.click();
    await menu.fill(wanted);
    await form.page().getByRole('option', { name: wanted, exact: true }).click();
  };

  step('a lead writes one by herself, and sees whom it would have meant', async () => {
    await lea.write('/ticket triggers');
    const list = lea.form('Triggers');
    await lea.press('➕ New trigger', list);
    const form = lea.form('New trigger');
    await form.getByRole('textbox', { name: 'Name' }).fill('VPN is network');
    await lea.picture('triggers-07-new', form);
    await form.getByRole('textbox', { name: 'Any of these, one per line' }).fill('vpn\nwifi');
    await lea.press('Add a condition', form);
    await turn(form, 'Title', 'Priority');
    await form.getByRole('combobox', { name: 'Any of these' }).waitFor();
    await turn(form, 'is', 'is at least');
    await lea.pick(/^Which one$/, 'Normal', form);
    await turn(form, 'Assign it', 'Tag it');
    const tags = form.getByRole('combobox', { name: /^Tags it gets/ });
    await tags.click();
    await tags.fill('vpn');
    await form.getByRole('option', { name: 'vpn', exact: true }).click();
    await lea.press('Add a result', form);
    await turn(form, 'Assign it', 'Set the priority');
    await lea.picture('triggers-08-written', form);
    expect(await form.getByRole('textbox', { name: 'Any of these, one per line' }).inputValue()).toBe('vpn\nwifi');
    await lea.press('Save and try', form);
    const trial = lea.form('Try it first');
    await trial.getByText('Saved. It is off until you switch it on.').waitFor();
    await lea.picture('triggers-09-trial', trial);
    expect(await trial.innerText()).toContain('it would have meant');
    await lea.press('Switch on', trial);
    await day.kept('that it is on', `select 1 from triggers where key = 'vpn_is_network' and enabled`);
    await list.getByText('VPN is network').waitFor();
    await lea.picture('triggers-10-list', list);
  });

  step('an administrator changes it, is told what is wrong, looks at the calls, copies it and deletes it', async () => {
    await lea.press('Close', lea.form('Triggers'));
    const ada = await open('admin');
    await ada.write('/ticket triggers');
    const list = ada.form('Triggers');
    await list.getByText('VPN is network').waitFor();
    await list.getByRole('button', { name: 'More options' }).last().click();
    await ada.page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
    const form = ada.form('Edit trigger');
    await turn(form, 'Set the priority', 'Call a URL');
    await form.getByRole('textbox', { name: /^URL/ }).fill('https://me:secret@crm.example/in');
    await ada.press('Save and try', form);
    await form.getByText('Write an address that begins with https://').waitFor();
    await ada.picture('triggers-11-fault', form);
    await form.getByRole('textbox', { name: /^URL/ }).fill('https://crm.example/in');
    await ada.press('Save and try', form);
    await form.getByText('The secret TRIGGER_SECRET does not stand in the environment.').waitFor();
    await turn(form, 'Call a URL', 'Tell somebody');
    await ada.press('Save and try', form);
    const trial = ada.form('Try it first');
    await trial.getByText('Saved. It is off until you switch it on.').waitFor();
    await day.kept('that it is off', `select 1 from triggers where key = 'vpn_is_network' and not enabled`);
    await ada.press('Close', trial);
    await ada.press('Calls', list);
    await ada.picture('triggers-12-calls', ada.form('Calls'));
    await ada.press('Close', ada.form('Calls'));
    await list.getByRole('button', { name: 'More options' }).last().click();
    await ada.page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
    await ada.press('Copy', form);
    await ada.form('New trigger').getByText('This is a copy.').waitFor();
    await ada.press('Close', ada.form('New trigger'));
    await list.getByRole('button', { name: 'More options' }).last().click();
    await ada.page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
    await ada.press('Delete', form);
    const sure = ada.page
      .getByRole('alertdialog')
      .or(ada.page.locator('dialog'))
      .filter({ hasText: 'Delete this trigger?' })
      .last();
    await ada.picture('triggers-13-sure', sure);
    await ada.press('Delete', sure);
    await ada.page.getByText('The trigger VPN is network was deleted.').waitFor();
    await day.kept('that it is gone', `select 1 where not exists (select from triggers where key = 'vpn_is_network')`);
    await ada.picture('triggers-14-deleted');
  });

  step('who leads nothing is told who may', async () => {
    await bao.goTo('ask-support');
    await bao.write('/ticket triggers');
    await bao.page.getByText('Triggers are looked after by administrators').first().waitFor();
  });
});
