import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let mateo: PersonInSlack;
let bao: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, mateo, bao] = [day.person('ana'), day.person('mateo'), day.person('bao')];
  desk = day.channel('support-desk');
  for (const [group, title] of [
    ['support', 'The printer is stupid'],
    ['billing', 'The invoice is wrong'],
    ['support', 'The screen is dark'],
  ]) {
    const raised = await day.app.desk.open(bao.id as never, { title, content: 'So it is.', group, channel: 'slash' });
    expect(raised.kind).toBe('done');
  }
});
afterAll(() => day.close());

const form = (person: PersonInSlack, ...words: string[]) =>
  person.await(`a form with ${words.join(', ')}`, ({ views }) =>
    views.findLast((view) =>
      words.every((word) => `${view.type === 'modal' ? view.submit?.text : ''}${wordsOf(view)}`.includes(word)),
    ),
  );

test('a form names the words, and sent once more it goes with what stands in it then', async () => {
  await ana.command(desk, 'keep T-1001');
  await ana.command(desk, 'pend T-1001');
  const asked = await ana.form('T-1001');
  const answers = { waiting_for: 'The model of it', text: 'Shut up, please. Which model is it?' };
  await ana.submit(asked, answers);
  const warned = await form(ana, 'requesters do not get: “shut up”', 'Send anyway');
  // Others than it warned of are told again, whatever was pressed.
  await ana.submit(warned, { ...answers, text: 'Which model, IDIOT?' });
  const again = await form(ana, 'requesters do not get: “idiot”', 'Send anyway');
  expect(wordsOf(again)).not.toContain('shut up');
  await ana.submit(again, { ...answers, text: 'Idiot! Which model is it?' });
  await ana.formsClosed();
  await bao.reads('Idiot! Which model is it?');
  expect(await day.ticket(1001 as never)).toMatchObject({ state: 'pending', pending: { kind: 'requester' } });
});

test('a group that blocks them says which under the answer, and nothing goes', async () => {
  await mateo.command(day.channel('billing-desk'), 'keep T-1002');
  await mateo.command(day.channel('billing-desk'), 'reply T-1002');
  const asked = await mateo.form('T-1002');
  await mateo.submit(asked, { text: 'You get a guaranteed refund, stupid.' });
  await mateo.await('which words', ({ views }) =>
    views.find(({ errors }) => errors['text']?.includes('“guaranteed refund”, “stupid”')),
  );
  await mateo.submit(asked, { text: 'You get a refund.' });
  await bao.reads('You get a refund.');
});

test('an answer that is typed is shown first, and what was typed in Slack itself is warned of', async () => {
  await ana.command(desk, 'reply T-1003 It is not my problem.');
  const held = await ana.await('why not', ({ views }) =>
    views.find((view) => wordsOf(view).includes('“not my problem”')),
  );
  await ana.act({ do: 'close', view_id: held.id });
  await ana.command(desk, 'keep T-1003');
  const card = await ana.message(
    'the card',
    (m) => m.channel === desk && !m.ephemeral && isRoot(m) && wordsOf(m).includes('T-1003'),
  );
  await ana.act({ do: 'send', channel: desk, thread_ts: card.ts, text: '?reply Then shut up.' });
  const preview = await ana.message('the words', (m) => m.ephemeral && wordsOf(m).includes('“shut up”'));
  await ana.press('Send', preview);
  await bao.reads('Then shut up.');
});

test('whoever is written to first gets none of them, and no ticket is left behind', async () => {
  await ana.command(desk, `contact <@${bao.id}>`);
  const asked = await ana.form('Write to somebody');
  const answers = { requester: bao.id, title: 'Your laptop', text: 'Stupid thing, it is here.' };
  await ana.submit(asked, answers);
  const warned = await form(ana, '“stupid”', 'Send anyway');
  expect(await day.rows('select 1 from tickets where number = 1004')).toEqual([]);
  await ana.submit(warned, answers);
  await bao.reads('Stupid thing, it is here.');
});
