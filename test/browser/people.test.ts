import { afterAll, beforeAll, expect } from 'vitest';
import { browserDescribe } from '../setup/browser.ts';
import type { PersonOnPage } from './person.ts';
import { closeStage, open, openStage, step } from './stage.ts';

browserDescribe('tags, followers and mentions, by hand', () => {
  let bao: PersonOnPage;
  let ana: PersonOnPage;
  let kofi: PersonOnPage;

  beforeAll(async () => {
    await openStage();
    [bao, ana, kofi] = [await open('bao'), await open('ana'), await open('kofi')];
    await ana.goTo('support-desk');
    await kofi.goTo('support-desk');
  });
  afterAll(closeStage);

  step('Ana tags it in the form, and the card shows it', async () => {
    await bao.goTo('ask-support');
    await bao.write('/ticket VPN drops every hour');
    const request = bao.form('New request');
    await request.getByRole('textbox', { name: /^What happened/ }).fill('Since Monday.');
    await bao.pick(/^What is it about/, 'How-to', request);
    await bao.send(request);
    await bao.press('Close', bao.form('T-1001'));
    await ana.press('Keep', ana.message('T-1001', 'VPN drops'));
    await ana.message('T-1001', 'In progress').waitFor();
    await ana.write('/ticket tag 1001');
    const form = ana.form('Tags of T-1001');
    await form.getByRole('textbox', { name: /^New tags/ }).fill('VPN, vip clients');
    await ana.picture('people-01-tags', form);
    await ana.sendOff(form);
    await ana.message('T-1001', 'vpn, vip-clients').waitFor();
  });

  step('Kofi watches it from the card, and hears of the answer', async () => {
    await kofi.choose('Watch', kofi.message('T-1001', 'In progress'));
    await kofi.message('T-1001', 'Watched by Kofi').waitFor();
    await kofi.picture('people-02-card', kofi.message('T-1001'));
    await ana.write('/ticket reply 1001 Please restart the laptop.');
    await kofi.goToApp('Messages');
    const told = kofi.message('answered', 'Please restart the laptop');
    await told.waitFor();
    await kofi.picture('people-03-told', told);
  });

  step('Bao lets a colleague read along, and stops nobody else', async () => {
    await bao.write('/ticket follow 1001 @priya');
    await bao.message('one more follower').waitFor();
    await bao.goToApp('Messages');
    await bao.message('T-1001', 'can read this too').waitFor();
    await bao.picture('people-04-requester', bao.message('T-1001', 'can read this too'));
  });

  step('Kofi is named in a note, and Bao is not told of it', async () => {
    await ana.write('/ticket note 1001 @kofi have you seen this? @bao too');
    const said = ana.message('Your note on T-1001');
    await said.waitFor();
    expect(await said.innerText()).toContain('cannot read what agents say');
    await ana.picture('people-05-note', said);
    await kofi.message('mentions you on').waitFor();
    await kofi.picture('people-06-mention', kofi.message('mentions you on'));
    await kofi.write('/ticket mine');
    await kofi.message('Watched by me').waitFor();
    await kofi.picture('people-07-mine', kofi.message('Watched by me'));
  });
});
