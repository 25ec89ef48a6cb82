import { expect, it } from 'vitest';
import { type PostOffice, postOffice } from './post-office.ts';

const words = (message: unknown) => JSON.stringify(message);

async function leaves(desk: PostOffice, name: string) {
  await desk.sql`update people set active = false where id = ${desk.who(name)}`;
  await desk.book.reload();
}

it('of whoever has left, his own messages are left alone: neither a card nor an answer goes there', async () => {
  const desk = await postOffice();
  const number = await desk.raise('bao');
  await desk.deliverAll();
  const before = (await desk.dmOf('bao')).length;
  await leaves(desk, 'bao');
  await desk.act(number, 'reply', 'ana', { text: 'It is in the drawer.' });
  await desk.deliverAll();
  expect(await desk.dmOf('bao')).toHaveLength(before);
  expect(await desk.calls('chat.postMessage')).toHaveLength(4);
  expect(words((await desk.deskSees('support-desk')).at(-1))).toContain('did not reach');
});

it('what a team was asked goes on where its agents read it, though the one who asked has left', async () => {
  const desk = await postOffice();
  await desk.sql`update groups set kind = 'issue' where key = 'billing'`;
  const number = await desk.raise('bao');
  await desk.act(number, 'keep', 'ana');
  await desk.act(number, 'escalate_to_team', 'ana', { group: 'billing', title: 'Who pays?', content: 'The laptop.' });
  await desk.deliverAll();
  await leaves(desk, 'ana');
  const [child] = await desk.sql<[{ number: typeof number }]>`select number from tickets where parent = ${number}`;
  const [agent] = await desk.sql<[{ name: string }]>`
    select split_part(lower(p.name), ' ', 1) as name from group_members m join people p on p.id = m.person
    where m.group_key = 'billing' and p.id not in (select person from group_members where group_key = 'support') limit 1`;
  await desk.act(child.number, 'keep', agent.name);
  await desk.deliverAll();
  const line = (await desk.deskSees('support-desk', 'kofi')).findLast((message) =>
    words(message).includes('Who pays?'),
  );
  expect(words(line?.blocks)).toContain('Being worked on');
});

it('a card that stood in the former owner’s messages because its channel was closed does not stay his', async () => {
  const desk = await postOffice();
  await desk.sql`update people set admin = true where id = ${desk.who('lea')}`;
  const channel = desk.channelOf('ask-support');
  const { ts = '' } = (await desk.on.act('bao', { do: 'send', channel, text: 'VPN drops' })) as { ts?: string };
  const number = await desk.raise('bao', { channel: 'message', main: { channel, ts } });
  const closed = { method: 'chat.postMessage', kind: { do: 'error', error: 'is_archived' }, left: 1 } as const;
  await desk.on.control({ do: 'arm', fault: closed });
  await desk.deliver(`c:${channel}`);
  expect(words(await desk.dmOf('bao'))).toContain('VPN drops');
  await desk.deliverAll();
  await desk.act(number, 'change_owner', 'lea', { to: desk.who('priya') });
  await desk.act(number, 'edit', 'lea', { title: 'The salary of Priya' });
  await desk.deliverAll();
  expect(words(await desk.dmOf('bao'))).not.toContain('salary');
});
