import { expect, test } from 'vitest';
import { postOffice } from './post-office.ts';

test('letters of a batch that Slack has no room for come later, each once', async () => {
  const waits = { pace: 0, backoff: { first: 20, most: 200 }, bulk: { update: 5, post: 5, burst: 2 } };
  const desk = await postOffice({ waits });
  const numbers = [];
  for (let at = 0; at < 6; at++) numbers.push(await desk.raise('bao', { title: `Printer ${at}` }));
  for (const number of numbers) await desk.act(number, 'keep', 'ana');
  await desk.deliverAll();

  for (const number of numbers) {
    const input = { text: `Answer to T-${number}` };
    const outcome = await desk.desk.act(number, { verb: 'reply', by: desk.who('ana'), input, batch: 1 });
    expect(outcome.kind).toBe('done');
  }
  await desk.sql`update letters set not_before = null where not_before < now() + interval '1 hour'`;
  for (const method of ['chat.update', 'chat.postMessage'])
    await desk.on.control({ do: 'arm', fault: { method, kind: { do: 'rate_limit', retry_after: 1 }, left: 2 } });
  await desk.deliverAll();

  const heard = (await desk.dmOf('bao')).map((message) => JSON.stringify(message));
  for (const number of numbers)
    expect(heard.filter((message) => message.includes(`Answer to T-${number}`))).toHaveLength(1);
  const cards = (await desk.deskSees('support-desk')).filter(({ text }) => /^T-\d+ Printer/.test(text));
  expect(cards.filter(({ text }) => text.includes('Answered'))).toHaveLength(numbers.length);
  const refused = [...(await desk.calls('chat.update')), ...(await desk.calls('chat.postMessage'))];
  expect(refused.filter(({ answer }) => JSON.stringify(answer).includes('ratelimited'))).toHaveLength(4);
  const left =
    await desk.sql`select kind, state from letters where state not in ('sent', 'collapsed') and kind <> 'ping'`;
  expect(left).toHaveLength(0);
});
