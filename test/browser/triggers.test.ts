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
    expect(await log.innerText()).toContain('set the priority: done');
    await lea.picture('triggers-06-log', log);
  });

  step('who leads nothing is told who may', async () => {
    await bao.goTo('ask-support');
    await bao.write('/ticket triggers');
    await bao.page.getByText('Triggers are looked after by administrators').first().waitFor();
  });
});
