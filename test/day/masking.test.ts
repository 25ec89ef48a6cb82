import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyBlock } from '@slack/types';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../local-slack/wire.ts';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { wake } from '../../src/db/wake.ts';
import { dumped } from '../db/dumped.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

const CARD = '4111 1111 1111 1111';
const STARS = '∗'.repeat(CARD.length);
const NAME = 'Đặng Thị Ẩn';

const logged: string[] = [];
const log = pino(
  { level: 'trace' },
  new Writable({
    write(line: Buffer, _encoding, next) {
      logged.push(line.toString());
      next();
    },
  }),
);

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;
let lea: PersonInSlack;
let kofi: PersonInSlack;
let desk: string;
const number = ticketNumber(1001);

beforeAll(async () => {
  day = await openDay({ log, settings: { MASKING_KEYS: `2026:${'0a'.repeat(32)}` } });
  [bao, ana, lea, kofi] = [day.person('bao'), day.person('ana'), day.person('lea'), day.person('kofi')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const card = (...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && ['T-1001', ...words].every((w) => wordsOf(m).includes(w)),
  );

/** Messages in Slack, whoever can see them, that show these words. */
function shown(words: string): { by: string; channel: string; ts: string }[] {
  return Object.entries(day.slack.slack.state.messages).flatMap(([channel, messages]) =>
    messages.flatMap((message) =>
      // A message that was just changed can still be pressed as it was, for a moment.
      JSON.stringify({ ...message, before: undefined }).includes(words)
        ? [{ by: message.user ?? '', channel, ts: message.ts }]
        : [],
    ),
  );
}
const ofOurs = (words: string) => shown(words).filter(({ by }) => by !== bao.id);
async function nothingOfOurs(words: string): Promise<void> {
  for (const until = Date.now() + 20_000; ofOurs(words).length > 0; await sleep(50))
    if (Date.now() > until) throw new Error(`still shown: ${JSON.stringify(ofOurs(words))}`);
}
const kept = async (words: string) =>
  (await dumped(day.sql)).flatMap(({ place, text }) => (text.includes(words) ? [place] : []));

let own: Message;
test('a ticket whose words are everywhere: cards, both conversations, threads, messages to one person', async () => {
  await day.app.desk.open(personId(bao.id), {
    title: `Refund to ${CARD}`,
    content: `Please refund ${CARD}, holder ${NAME}.`,
    group: 'support',
    channel: 'slash',
  });
  own = await bao.message('his card', (m) => m.bot && wordsOf(m).includes('T-1001'));
  const made = await card('New');
  await ana.press('Keep', made);
  await card('In progress');
  await ana.command(desk, `reply T-1001 You gave us ${CARD} of ${NAME}.`);
  await bao.reads('You gave us');
  await bao.act({ do: 'send', channel: own.channel, text: `Right, ${CARD}`, thread_ts: own.ts });
  await ana.message('his words in the thread', (m) => m.channel === desk && wordsOf(m).includes(`Right, ${CARD}`));
  // Her morning's list names it.
  const { workspace } = day.app.desk;
  await day.sql`update people set digest = true where id = ${ana.id}`;
  await day.sql`insert into letters (workspace, kind, to_person, conversation)
    values (${workspace}, 'digest', ${ana.id}, ${`u:${ana.id}`})`;
  await wake(day.sql, workspace, `u:${ana.id}`, new Date());
  await ana.message('her list', (m) => m.bot && m.channel !== desk && wordsOf(m).includes(CARD));
  await ana.command(desk, `note T-1001 @Kofi please see whether ${CARD} was ever refunded`);
  await kofi.message('what he is asked', (m) => m.bot && wordsOf(m).includes('was ever refunded'));
  await ana.command(desk, 'escalate T-1001');
  await ana.submit(await ana.form('Escalate T-1001'), {
    to: lea.id,
    ask: `May I refund ${CARD}?`,
    reason: `Said ${NAME}`,
  });
  await lea.message('the question', (m) => wordsOf(m).includes('May I refund'));
  expect(ofOurs(CARD).length).toBeGreaterThanOrEqual(4);
});

test('is masked from one of its messages: what was found is ticked, a name is pasted, and it is shown how it will read', async () => {
  const mine = shown(`Right, ${CARD}`).find(({ by }) => by === bao.id)!;
  const thread = await ana.message(
    'the thread',
    (m) => m.channel === desk && !isRoot(m) && wordsOf(m).includes('Right'),
  );
  await ana.act({ do: 'shortcut', callback_id: 'mask_personal_data', channel: desk, ts: thread.ts });
  const form = await ana.form('Mask in T-1001');
  expect(wordsOf(form)).toContain(CARD);
  expect(wordsOf(form)).toContain(`Right, ${STARS}`);
  expect(wordsOf(form)).toContain('One message was written in Slack itself');
  await ana.submit(form, { words: NAME });
  const done = await ana.await('the answer', ({ views }) => views.find((v) => wordsOf(v).includes('Masked in')));
  expect(wordsOf(done)).toContain('One message was written in Slack itself');
  expect(wordsOf(done)).not.toContain(CARD);
  await nothingOfOurs(CARD);
  await nothingOfOurs(NAME);
  // His own message, which no app can change, is the only one left; he is asked.
  expect(shown(CARD)).toEqual([mine]);
  await ana.press('Ask the author', done);
  const asked = await bao.reads('masked personal data in', 'T-1001', 'only you can change that');
  expect(wordsOf(asked)).not.toContain(CARD);
  expect(wordsOf(await card('With management'))).toContain(STARS);
});

test('is in no table, no letter and no line of the log; nor after he has edited his message', async () => {
  expect(await kept(CARD)).toEqual([]);
  expect(await kept(NAME)).toEqual([]);
  const [mine] = shown(CARD);
  await bao.act({ do: 'edit', channel: mine!.channel, ts: mine!.ts, text: `Right, it is ${CARD}` });
  await ana.message('the edit', (m) => m.channel === desk && wordsOf(m).includes(`Right, it is ${STARS}`));
  expect(await kept(CARD)).toEqual([]);
  await bao.act({ do: 'delete', channel: mine!.channel, ts: mine!.ts });
  expect(shown(CARD)).toEqual([]);
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.filter((line) => line.includes(CARD) || line.includes(NAME))).toEqual([]);
});

/** What can be chosen in a form that brings it back. */
const partsOf = ({ blocks }: { blocks: readonly AnyBlock[] }) =>
  blocks.flatMap((block) =>
    'element' in block && block.element.type === 'checkboxes' && block.block_id?.startsWith('parts.')
      ? block.element.options
      : [],
  );

test('comes back exactly when a lead unmasks it, everywhere, and the history says who and why', async () => {
  await lea.command(desk, 'unmask T-1001');
  const form = await lea.await('the form', ({ views }) => views.find((v) => v.callback_id === 'form.unmask'));
  const all = partsOf(form).map(({ value }) => value ?? '');
  await lea.submit(form, { 'parts.0': all, reason: 'The bank asks for it.', sure: 'sure' });
  await lea.await('that it was done', ({ views }) => views.find((view) => wordsOf(view).includes('can be read again')));
  const { title, content } = (await day.ticket(number))!;
  expect([title, content]).toEqual([`Refund to ${CARD}`, `Please refund ${CARD}, holder ${NAME}.`]);
  await card(`Refund to ${CARD}`);
  await bao.reads(`You gave us ${CARD} of ${NAME}.`);
  const [event] = await day.rows<{ input: { reason: string } }>(
    `select input from events where ticket = 1001 and verb = 'unmask'`,
  );
  expect(event!.input.reason).toBe('The bank asks for it.');
  expect(await day.replayed(number)).toEqual(await day.ticket(number));
});

test('each message of ours was changed by one call', async () => {
  const calls = await day.rows<{ kind: string; seq: number; count: number }>(`
    select l.kind, l.seq, count(*)::int as count from letters l where ticket = 1001 and kind in ('main', 'retell', 'again')
    and state = 'sent' group by 1, 2`);
  // Once when it was said, once masked, once unmasked; words that he edited himself once more.
  for (const { count } of calls) expect(count).toBeLessThanOrEqual(4);
});

/** How often each of our messages was to be changed. */
const letters = () =>
  day.rows<{ kind: string; seq: number; count: number }>(`
    select kind, seq, count(*)::int from letters where ticket = 1001 and kind in ('main', 'retell', 'again') group by 1, 2`);
test('comes back in part: a lead chooses what, and never reads it before', async () => {
  const words = { words: [CARD, NAME] };
  await day.app.desk.act(number, { verb: 'mask', by: personId(ana.id), input: words });
  await nothingOfOurs(CARD);
  await nothingOfOurs(NAME);
  const before = await letters();
  await lea.command(desk, 'unmask T-1001');
  const form = await lea.await('the form', ({ views }) => views.find((v) => v.callback_id === 'form.unmask'));
  expect(wordsOf(form)).toContain('Payment card');
  expect(wordsOf(form)).toContain('Masked by Ana');
  for (const clear of words.words) expect(JSON.stringify(form)).not.toContain(clear);
  const part = partsOf(form).find(({ text }) => text.text.startsWith('Payment card'));
  await lea.submit(form, { 'parts.0': part?.value ?? '', reason: 'The bank asks for it.', sure: 'sure' });
  await lea.await('that it was done', ({ views }) => views.find((view) => wordsOf(view).includes('The rest stays')));
  await card(`Refund to ${CARD}`);
  await bao.reads(`You gave us ${CARD} of ∗∗`);
  expect(ofOurs(NAME)).toEqual([]);
  expect(await kept(NAME)).toEqual([]);
  const { content } = (await day.ticket(number))!;
  expect(content).toBe(`Please refund ${CARD}, holder ${'*'.repeat(NAME.length)}.`);
  for (const { kind, seq, count } of await letters()) {
    const was = before.find((one) => one.kind === kind && one.seq === seq)?.count ?? 0;
    expect(count - was).toBeLessThanOrEqual(1);
  }
});
