import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ViewSeen } from '../../local-slack/wire.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { openDay } from './open.ts';
import { type Filled, isRoot, type PersonInSlack, standing, wordsOf } from './person.ts';

/** What somebody writes in a form is there again, until it is sent or thrown away. */
let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let lea: PersonInSlack;
let bao: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, lea, bao] = [day.person('ana'), day.person('lea'), day.person('bao')];
  desk = day.channel('support-desk');
  for (const title of ['The lamp hums', 'The door sticks', 'The fan rattles', 'The key is lost', 'The cup leaks']) {
    const raised = await day.app.desk.open(bao.id as never, {
      title,
      content: 'So.',
      group: 'support',
      channel: 'slash',
    });
    if (raised.kind !== 'done') throw new Error(raised.kind);
    await does('keep', raised.ticket.number);
  }
});
afterAll(() => day.close());

async function does(verb: Verb, number: number, input = {}, by = ana) {
  const outcome = await day.app.desk.act(number as never, { verb, by: by.id as never, input });
  expect(outcome.kind).toBe('done');
}
async function open(who: PersonInSlack, verb: Verb, number: number): Promise<ViewSeen> {
  await who.command(desk, `${verb} T-${number}`);
  return who.await(`the form ${verb}`, ({ views }) =>
    views.findLast((view) => view.callback_id === `form.${verb}` && view.private_metadata?.includes(String(number))),
  );
}
const close = (who: PersonInSlack, view: ViewSeen) => who.act({ do: 'close', view_id: view.id, all: true });
const kept = (number: number, words: string) =>
  day.kept(words, `select 1 from drafts where ticket = ${number} and values #>> '{answers,text}' = '${words}'`);
/** Types into the answer, with the other answers as they stand. */
async function type(who: PersonInSlack, form: ViewSeen, words: string, answers: Filled = {}) {
  const { block_id = '' } = form.blocks.find(({ block_id: id }) => id === 'text' || id?.startsWith('text.')) ?? {};
  await who.choose(form, block_id, words, answers);
}

test.each(['reply', 'resolve', 'note'] as const)('what is typed for %s is there again until it goes', async (verb) => {
  const first = await open(ana, verb, 1001);
  expect(wordsOf(first)).not.toContain('Your draft');
  await type(ana, first, 'It was the');
  await type(ana, first, 'It was the cable.');
  await kept(1001, 'It was the cable.');
  await close(ana, first);
  const again = await open(ana, verb, 1001);
  expect(standing(again)).toMatchObject({ text: 'It was the cable.' });
  expect(wordsOf(again)).toContain('Your draft');
  // Nobody else's.
  const other = await open(lea, verb, 1001);
  expect(standing(other)).not.toHaveProperty('text');
  await close(lea, other);
  await ana.press('Discard', again);
  const empty = await ana.await('the form anew', ({ views }) =>
    views.find(
      (view) => view.id === again.id && view.callback_id === `form.${verb}` && !wordsOf(view).includes('Discard'),
    ),
  );
  expect(standing(empty)).not.toHaveProperty('text');
  await type(ana, empty, 'It was the lamp.');
  await kept(1001, 'It was the lamp.');
  await ana.submit(empty, { text: 'It was the lamp.' });
  await ana.formsClosed();
  if (verb === 'resolve') await does('not_solved', 1001, { text: 'No.' }, bao);
  const after = await open(ana, verb, 1001);
  expect(wordsOf(after)).not.toContain('Your draft');
  await close(ana, after);
});

test('all answers come back, and the preview writes at the same draft', async () => {
  const form = await open(ana, 'pend', 1002);
  const answers = { kind: 'dependency', waiting_for: 'The landlord', wake_at: new Date('2031-05-01T10:00:00Z') };
  await type(ana, form, 'We have asked.', answers);
  await kept(1002, 'We have asked.');
  await ana.press('Preview', form, { text: 'We have asked him.', ...answers });
  const preview = await ana.form('Preview of');
  await kept(1002, 'We have asked him.');
  await type(ana, preview, 'We have asked him twice.');
  await kept(1002, 'We have asked him twice.');
  await close(ana, preview);
  const again = await open(ana, 'pend', 1002);
  expect(standing(again)).toMatchObject({
    kind: 'dependency',
    waiting_for: 'The landlord',
    wake_at: Date.parse('2031-05-01T10:00:00Z') / 1000,
    text: 'We have asked him twice.',
  });
  await close(ana, again);
});

test('what is refused is kept, with the templates in it', async () => {
  const form = await open(ana, 'reply', 1003);
  const [option] = await ana.search(form, 'template', 'vpn');
  if (!option) throw new Error('no template');
  await ana.choose(form, 'template', option as never, { text: 'Hello.' });
  const drawn = await ana.await('its words', ({ views }) =>
    views.find(({ id, hash }) => id === form.id && hash !== form.hash),
  );
  const text = String(standing(drawn)['text.1']);
  await kept(1003, text.replaceAll("'", "''"));
  await does('resolve', 1003, { text: 'It was the hinge.' });
  await ana.submit(drawn, { 'text.1': `${text} Bye.` });
  const refused = await ana.await('why not', ({ views }) =>
    views.find((view) => wordsOf(view).includes('is resolved')),
  );
  expect(wordsOf(refused)).toContain('Bye.');
  expect(wordsOf(refused)).toContain('kept as your draft');
  await close(ana, refused);
  await does('not_solved', 1003, { text: 'No.' }, bao);
  const again = await open(ana, 'reply', 1003);
  expect(standing(again)).toMatchObject({ text: `${text} Bye.` });
  expect(JSON.parse(again.private_metadata ?? '')).toMatchObject({ templates: [option.value] });
  expect(drawn.blocks.map(({ block_id }) => block_id)).toContainEqual(expect.stringMatching(/^acts\./));
  expect(again.blocks.map(({ block_id }) => block_id)).toContain('acts');
  await close(ana, again);
});

test('a template that is chosen comes behind what was typed since, as far as Slack has told', async () => {
  const form = await open(ana, 'reply', 1002);
  await type(ana, form, 'Hello');
  await kept(1002, 'Hello');
  await day.sql`
    update drafts set at = now() + interval '1 minute', values = jsonb_set(values, '{answers,text}', '"Hello there"')
    where ticket = 1002 and form = 'reply'`;
  const [option] = await ana.search(form, 'template', 'vpn');
  await ana.choose(form, 'template', option as never, { text: 'Hello' });
  const drawn = await ana.await('its words', ({ views }) =>
    views.find(({ id, hash }) => id === form.id && hash !== form.hash),
  );
  const text = String(standing(drawn)['text.1']);
  expect(text).toMatch(/^Hello there\n\n./);
  await kept(1002, text.replaceAll("'", "''"));
  await close(ana, drawn);
});

const arm = (method: string, error: string) =>
  fetch(`${day.slack.url}/_local/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ do: 'arm', fault: { method, kind: { do: 'error', error }, left: 1 } }),
  });

test('a window that Slack does not open or draw any more is said to be gone, and its words are kept', async () => {
  await arm('views.open', 'expired_trigger_id');
  await ana.command(desk, 'reply T-1004');
  await ana.reads('Slack did not open the window', 'Nothing was changed');
  await arm('views.update', 'not_found');
  await ana.command(desk, 'reply T-1004');
  await ana.reads('The window was closed before it could be drawn');
  const empty = (await ana.see()).views.at(-1)!;
  await close(ana, empty);

  const form = await open(ana, 'reply', 1004);
  await arm('views.push', 'exchanged_trigger_id');
  await ana.press('Preview', form, { text: 'Look under the mat.' });
  await ana.message(
    'that there is no preview',
    (m) => m.channel.startsWith('D') && wordsOf(m).includes('did not open'),
  );
  await close(ana, form);
  const again = await open(ana, 'reply', 1004);
  expect(standing(again)).toMatchObject({ text: 'Look under the mat.' });
  expect((await day.ticket(1004 as never))?.state).toBe('in_progress');
  await close(ana, again);
});

test('an answer that is typed with a banned word opens its form with these words, behind the draft', async () => {
  await ana.command(desk, 'reply T-1004 It is there, you idiot.');
  const form = await ana.await('the form', ({ views }) =>
    views.find(({ callback_id }) => callback_id === 'form.reply'),
  );
  const text = 'Look under the mat.\n\nIt is there, you idiot.';
  expect(standing(form)).toMatchObject({ text });
  expect(wordsOf(form)).toContain('“idiot”');
  await ana.submit(form, { text });
  await ana.formsClosed();
  await bao.reads('It is there, you idiot.');
});

test('a template that is typed where no answer goes is shown without Send, and with why', async () => {
  await does('resolve', 1005, { text: 'Here is another one.' });
  const card = await ana.message('the card', (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('T-1005'));
  await ana.act({ do: 'send', channel: desk, thread_ts: card.ts, text: '?vpn_reset' });
  const said = await ana.reads('is going to read', 'You cannot answer T-1005, because it is resolved');
  expect(said.ephemeral).toBe(true);
  expect(JSON.stringify(said.blocks)).not.toContain('send_order');
});
