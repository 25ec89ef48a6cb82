import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../local-slack/wire.ts';
import { ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

type Day = Awaited<ReturnType<typeof openDay>>;
let day: Day;
let bao: PersonInSlack;
let ana: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay({ tickets: false });
  [bao, ana] = [day.person('bao'), day.person('ana')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const mine = (id: string, ...words: string[]) =>
  bao.message(
    `his card of ${id} with ${words.join(', ')}`,
    (m) => m.channel.startsWith('D') && isRoot(m) && [id, ...words].every((w) => wordsOf(m).includes(w)),
  );
const card = (id: string, ...words: string[]) =>
  ana.message(
    `the card of ${id} with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && [id, ...words].every((w) => wordsOf(m).includes(w)),
  );

/** A request of Bao's that Ana has resolved: its number and his card. */
async function resolved(title: string) {
  const input = { title, content: `${title}, since this morning.`, group: 'support', channel: 'slash' };
  const opened = await day.app.desk.open(bao.id as never, input);
  if (opened.kind !== 'done') throw new Error('not opened');
  const id = `T-${opened.ticket.number}`;
  await card(id, 'New');
  await ana.command(desk, `keep ${id}`);
  await ana.command(desk, `resolve ${id} It was the cable.`);
  await card(id, 'Resolved');
  return { id, number: opened.ticket.number, his: await mine(id, 'Resolved') };
}
const writes = (root: { channel: string; ts: string }, text: string) =>
  bao.act({ do: 'send', channel: root.channel, text, thread_ts: root.ts });

test('words after a resolve: the same problem opens it again, from the button under his words', async () => {
  const { id, number, his } = await resolved('The wifi is slow');
  await writes(his, 'It is slow again.');
  const question = await bao.reads('is it still the same problem', 'Something new');
  await mine(id, 'is it still the same problem');
  await card(id, 'asked whether it is the same problem', 'It is slow again.');
  await bao.press('Still the same problem', question);
  await card(id, 'Requester replied');
  await mine(id, 'Being worked on by Ana');
  expect(await day.replayed(ticketNumber(number))).toEqual(await day.ticket(ticketNumber(number)));
});

test('something new: the form begins with his words, the old one stays resolved, both are linked', async () => {
  const { id, number, his } = await resolved('The beamer flickers');
  await writes(his, 'Now the loudspeaker hums.');
  await bao.press('Something new', await mine(id, 'is it still the same problem'));
  const form = await bao.await('the form', ({ views }) => views.find((v) => v.callback_id === 'form.create'));
  const begun = form.blocks.filter((block) => JSON.stringify(block).includes('"Now the loudspeaker hums."'));
  expect(begun.map(({ block_id }) => block_id)).toEqual(['title', 'content']);
  await bao.submit(form, { title: 'Hum', content: 'Now the loudspeaker hums.', type: 'other_technical' });
  const sent = await bao.await('its number', ({ views }) =>
    views.find((view) => /\*T-\d+\* is with/.test(wordsOf(view))),
  );
  await bao.act({ do: 'close', view_id: sent.id, all: true });
  const second = /T-\d+/.exec(wordsOf(sent))![0];
  await mine(id, `Goes on in ${second}`, 'Resolved');
  await day.kept('that it is apart', `select 1 from events where ticket = ${number} and verb = 'other_problem'`);
  expect(await day.ticket(ticketNumber(number))).toMatchObject({ state: 'resolved', sameAsked: null, unread: false });
});

test('the history of it, page by page, with what everything was done with', async () => {
  const { id, his } = await resolved('The printer is out of ink');
  await writes(his, 'Empty again.');
  await bao.press('Still the same problem', await mine(id, 'is it still the same problem'));
  await ana.press('Show', await card(id, 'Requester replied'));
  await ana.press('History', await ana.form(id));
  const log = await ana.await('the history', ({ views }) =>
    views.find((view) => wordsOf(view).includes('State: Resolved → Requester replied')),
  );
  for (const words of ['by button', 'written in the thread', 'with /ticket', 'Assignee: Nobody yet → Ana'])
    expect(wordsOf(log)).toContain(words);
  await ana.press('Earlier tickets', log);
  const earlier = await ana.await('the others', ({ views }) =>
    views.find((view) => wordsOf(view).includes('What else Bao Tran asked for')),
  );
  expect(wordsOf(earlier)).toContain('The beamer flickers');
  await ana.act({ do: 'close', view_id: earlier.id, all: true });

  await bao.press('Show', await mine(id, 'Being worked on'));
  await bao.press('History', await bao.form(id));
  const his_ = await bao.await('his history', ({ views }) =>
    views.find((view) => wordsOf(view).includes('it is the same problem')),
  );
  expect(wordsOf(his_)).not.toContain('→');
});

test('the transcript comes as a file: with the words of agents only to those who may read them', async () => {
  const { id, his } = await resolved('The door does not open');
  await writes(his, 'Still shut: “è chiusa”.');
  await bao.press('Still the same problem', await mine(id, 'is it still the same problem'));
  const root = await card(id, 'Requester replied');
  await ana.act({ do: 'send', channel: desk, text: 'CANARY he forgot his key', thread_ts: root.ts });
  await day.kept('the note', `select 1 from messages where text like 'CANARY%'`);

  const asks = async (who: PersonInSlack, from: Message, tab: string, button: string) => {
    await who.press('Show', from);
    await who.press(tab, await who.form(id));
    const page = await who.await('the button', ({ views }) => views.find((view) => wordsOf(view).includes(button)));
    await who.press(button, page);
    const notice = await who.form('Help desk');
    await who.act({ do: 'close', view_id: notice.id, all: true });
  };
  /** What stands in the file that comes under a line of its own. */
  const transcriptOf = async (who: PersonInSlack, ...asked: [Message, string, string]) => {
    await asks(who, ...asked);
    const file = await who.await('the file', ({ messages }) =>
      messages.flatMap(({ files }) => files).findLast(({ name }) => name.startsWith(id)),
    );
    await who.reads(`Here is the transcript of ${id}.`);
    return { name: file.name, text: await (await fetch(new URL(file.url, day.slack.url))).text() };
  };
  const both = await transcriptOf(ana, root, 'Internal', 'Transcript with Internal');
  expect(both.name).toBe(`${id}-with-internal.md`);
  expect(both.text).toContain('not for the requester');
  for (const words of ['> CANARY he forgot his key', '> Still shut: “è chiusa”.', '> It was the cable.'])
    expect(both.text).toContain(words);
  const main = await transcriptOf(bao, await mine(id, 'Being worked on'), 'Conversation', 'Transcript as a file');
  expect(main.name).toBe(`${id}-conversation.md`);
  expect(main.text).toContain('> Still shut: “è chiusa”.');
  expect(main.text).not.toContain('CANARY');

  const fault = { method: 'files.completeUploadExternal', kind: { do: 'error', error: 'access_denied' }, left: 1 };
  await fetch(`${day.slack.url}/_local/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ do: 'arm', fault }),
  });
  await asks(bao, await mine(id, 'Being worked on'), 'Conversation', 'Transcript as a file');
  await bao.reads(`The transcript of ${id} could not be sent.`);
});
