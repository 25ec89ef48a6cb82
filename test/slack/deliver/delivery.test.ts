import { expect, test } from 'vitest';
import type { Fault } from '../../../local-slack/wire.ts';
import { type PostOffice, postOffice } from './post-office.ts';

const words = (message: unknown) => JSON.stringify(message);
const fails = (desk: PostOffice, kind: Fault['kind'], left: number | null) =>
  desk.on.control({ do: 'arm', fault: { method: 'chat.postMessage', kind, left } });
const cardOf = async (desk: PostOffice) =>
  words((await desk.deskSees('support-desk')).findLast(({ blocks }) => words(blocks).includes('do.')));
async function begun(desk: PostOffice) {
  const number = await desk.raise('bao');
  await desk.act(number, 'keep', 'ana');
  await desk.deliverAll();
  return number;
}

test('an answer that will never arrive is told to the agents with Retry, which sends it once however often it is pressed', async () => {
  const desk = await postOffice();
  const number = await begun(desk);
  await desk.act(number, 'reply', 'ana', { text: 'Restart it.' });
  await fails(desk, { do: 'error', error: 'cannot_dm_bot' }, 1);
  await desk.deliverAll();
  const told = (await desk.deskSees('support-desk')).at(-1);
  expect(words(told)).toContain('An answer did not reach Bao Tran');
  expect(words(told)).toContain('the person has left, or takes no messages');
  expect(words(told)).toContain(`<@${desk.who('ana')}>`);
  expect(words(told)).toContain('do.resend.');
  const [card] = (await desk.deskSees('support-desk')).filter(({ ts }) => ts === told?.thread_ts);
  expect(words(card)).toContain('do.resend.');
  expect(words(await desk.dmOf('bao'))).not.toContain('Restart it.');

  const [first, second] = await Promise.all(
    ['ana', 'ana'].map((by) => desk.desk.act(number, { verb: 'resend', by: desk.who(by), input: {} })),
  );
  expect(new Set([first?.kind, second?.kind])).toEqual(new Set(['done', 'refused']));
  expect([first, second].find((one) => one?.kind === 'refused')).toMatchObject({ why: 'nothing_to_resend' });
  await desk.deliverAll();
  expect((await desk.dmOf('bao')).filter((message) => words(message).includes('Restart it.'))).toHaveLength(1);
  const [after] = (await desk.deskSees('support-desk')).filter(({ ts }) => ts === told?.thread_ts);
  expect(words(after)).not.toContain('do.resend.');
  const line = (await desk.deskSees('support-desk')).find(({ ts }) => ts === told?.ts);
  expect(words(line)).toContain('An answer did not reach Bao Tran');
  expect(words(line)).toContain('sent again');
  expect(words(line)).not.toContain('do.resend.');
});

test('what fails once more is told once more, and nobody else may send it again', async () => {
  const desk = await postOffice();
  const number = await begun(desk);
  await desk.act(number, 'resolve', 'ana', { text: 'It was the cable.', reason: 'solved' });
  await fails(desk, { do: 'error', error: 'channel_not_found' }, 1);
  await desk.deliverAll();
  for (const by of ['bao', 'marta'])
    expect(await desk.desk.act(number, { verb: 'resend', by: desk.who(by), input: {} })).toMatchObject({
      kind: 'refused',
    });
  await desk.act(number, 'resend', 'ana');
  await fails(desk, { do: 'error', error: 'channel_not_found' }, 1);
  await desk.deliver(desk.to('bao'));
  const rows = await desk.sql`select from events where ticket = ${number} and verb = 'undelivered'`;
  expect(rows.length).toBe(2);
  await desk.act(number, 'resend', 'ana');
  await desk.deliverAll();
  expect((await desk.dmOf('bao')).filter((message) => words(message).includes('It was the cable.'))).toHaveLength(1);
});

test('what Slack does not take for some seconds waits, and the card says so until it has gone', async () => {
  const desk = await postOffice();
  const number = await begun(desk);
  const before = await desk.calls('chat.update');
  await desk.act(number, 'reply', 'ana', { text: 'Try again.' });
  await desk.deliverAll();
  // What is taken at once costs no call more.
  expect((await desk.calls('chat.update')).length - before.length).toBe(2);
  expect(await cardOf(desk)).not.toContain('not reached');
  const drawn = async () => (await desk.outbox.drawing(desk.team, number))?.late;
  await desk.act(number, 'reply', 'ana', { text: 'Later.' });
  await desk.deliver(desk.support);
  await fails(desk, { do: 'rate_limit', retry_after: 30 }, 1);
  await desk.deliver(desk.to('bao'));
  expect(await drawn()).toBe(1);
  await desk.deliver(desk.support);
  expect(await cardOf(desk)).toContain('has not reached Bao Tran');
  await desk.sql`update letters set not_before = created_at + interval '6 s', created_at = created_at - interval '1 m'
    where kind = 'main' and state = 'pending'`;
  await desk.deliverAll();
  expect(await drawn()).toBe(0);
  expect(await cardOf(desk)).not.toContain('has not reached');
});
