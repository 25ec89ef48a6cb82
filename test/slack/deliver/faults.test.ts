import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../local-slack/wire.ts';
import { slackClients } from '../../../src/slack/clients.ts';
import { carrier } from '../../../src/slack/deliver.ts';
import { until } from '../../local-slack/workspace.ts';
import { type PostOffice, postOffice } from './post-office.ts';

const arm = (desk: PostOffice, method: string, kind: Fault['kind'], left: number | null = 1) =>
  desk.on.control({ do: 'arm', fault: { method, kind, left } });
const posts = async (desk: PostOffice) => (await desk.deskSees('support-desk')).length;
const states = async (desk: PostOffice) => (await desk.letters()).map(({ kind, state }) => `${kind} ${state}`);
const ALL_SENT = ['card sent', 'thread sent', 'requester_card sent'];

describe('a post whose answer is lost', () => {
  it('is found again when it had arrived, and stands there once', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    await arm(desk, 'chat.postMessage', { do: 'apply_then_drop' });
    await desk.deliver(desk.support);
    expect(await states(desk)).toContain('card unknown');
    await desk.deliverAll();
    const [card, thread, ...more] = await desk.deskSees('support-desk');
    expect(more).toEqual([]);
    expect(thread?.thread_ts).toBe(card?.ts);
    expect(await desk.places()).toContainEqual({ kind: 'card', channel: card?.channel, ts: card?.ts });
    expect(await states(desk)).toEqual(ALL_SENT);
  });

  it('in a thread is found there, and what it told is not told again', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    await desk.act(number, 'note', 'ana', { text: 'First.' });
    await arm(desk, 'chat.postMessage', { do: 'apply_then_drop' });
    await desk.deliver(desk.support);
    await desk.act(number, 'note', 'ana', { text: 'Second.' });
    await desk.deliverAll();
    const told = (await desk.deskSees('support-desk')).slice(2).map(({ blocks }) => JSON.stringify(blocks));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('First.');
    expect(told[1]).toContain('Second.');
    expect(told[1]).not.toContain('First.');
  });

  it('is posted again, once, when it is not there after the last look', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    await arm(desk, 'chat.postMessage', { do: 'http', status: 500 });
    await desk.deliverAll();
    expect(await posts(desk)).toBe(2);
    expect(await desk.calls('conversations.history')).toHaveLength(3 + 1);
    const sent = (await desk.calls('chat.postMessage')).map(({ request }) => request as { channel: string });
    expect(sent.filter(({ channel }) => channel === desk.channelOf('support-desk'))).toHaveLength(3);
    expect(await states(desk)).toEqual(ALL_SENT);
  });

  it('found twice stays once: the first', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    const channel = desk.channelOf('support-desk');
    const [place] = await desk.places();
    const [row] = await desk.sql<{ oid: string }[]>`select oid from letters where kind = 'card'`;
    const metadata = { event_type: 'ticket_outbox', event_payload: { oid: row?.oid ?? '', v: 1 } };
    await desk.clients.write.apiCall('chat.postMessage', { channel, text: 'the same again', metadata });
    expect(await posts(desk)).toBe(3);
    await desk.sql`update letters set state = 'unknown', not_before = null where kind = 'card'`;
    await desk.deliverAll();
    expect(await posts(desk)).toBe(2);
    expect((await desk.places())[0]).toEqual(place);
    expect(number).toBe(1001);
  });

  it('because we died while it was under way is looked for at the next start', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    await desk.deliverAll();
    await desk.sql`update letters set state = 'sending' where kind in ('card', 'requester_card')`;
    await desk.sql`delete from places`;
    await desk.deliverAll(carrier(desk.deps));
    expect(await posts(desk)).toBe(2);
    expect(await desk.dmOf('bao')).toHaveLength(1);
    expect(await desk.places()).toHaveLength(2);
  });
});

describe('Slack that is not well', () => {
  it('that says "later" is obeyed, and the order is kept', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    await desk.act(number, 'reply', 'ana', { text: 'One' });
    await desk.act(number, 'note', 'ana', { text: 'meanwhile' });
    await arm(desk, 'chat.postMessage', { do: 'rate_limit', retry_after: 1 });
    await desk.deliver(desk.to('bao'));
    await desk.act(number, 'work', 'ana');
    await desk.act(number, 'reply', 'ana', { text: 'Two' });
    // The first is put off, so nothing overtakes it there; the agents' channel goes on.
    await desk.deliver(desk.to('bao'));
    expect(await desk.dmOf('bao')).toHaveLength(1);
    await desk.deliver(desk.support);
    expect(await posts(desk)).toBe(3);
    await desk.deliverAll();
    const said = (await desk.dmOf('bao')).slice(1).map(({ blocks }) => JSON.stringify(blocks));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('One');
    expect(said[1]).toContain('Two');
  });

  it('that cannot be reached is tried again until it can, and nothing is posted twice', async () => {
    const nobody = createServer();
    await new Promise<void>((done) => nobody.listen(0, '127.0.0.1', done));
    const { port } = nobody.address() as { port: number };
    await new Promise((done) => nobody.close(done));
    const desk = await postOffice();
    await desk.raise('bao');
    const away = slackClients({ token: desk.on.botToken, apiUrl: `http://127.0.0.1:${port}/api/`, log: desk.log });
    const cut = carrier({ ...desk.deps, clients: { read: desk.clients.read, write: away.write } });
    await desk.deliver(desk.support, cut);
    await desk.deliver(desk.to('bao'), cut);
    const letters = await desk.letters();
    expect(letters.map(({ state }) => state)).toEqual(['pending', 'pending', 'pending']);
    expect(letters.map(({ error }) => error)).toEqual(['ECONNREFUSED', null, 'ECONNREFUSED']);
    await desk.deliverAll();
    expect(await posts(desk)).toBe(2);
    expect(await desk.calls('conversations.history')).toEqual([]);
  });

  it('is simply asked again for what may be done twice', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    await desk.act(number, 'keep', 'ana');
    await arm(desk, 'chat.update', { do: 'apply_then_drop' }, 2);
    await desk.deliverAll();
    expect(await states(desk)).toEqual([...ALL_SENT, 'card sent', 'requester_card sent']);
    expect(await posts(desk)).toBe(2);
  });

  it('that does not know our token gets no more letters for a while, and loses none', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    await arm(desk, 'chat.postMessage', { do: 'error', error: 'token_revoked' });
    await desk.deliver(desk.support);
    await desk.deliver(desk.to('bao'));
    expect(await desk.calls('chat.postMessage')).toHaveLength(1);
    expect(desk.woken).toEqual([desk.to('bao')]);
    expect(desk.lines.filter((line) => line.includes('does not accept our token'))).toHaveLength(1);
    await desk.deliverAll();
    expect(await states(desk)).toEqual(ALL_SENT);
  });
});

describe('a letter that cannot be carried', () => {
  it('is given up with its reason, logged without a word of it, and the next one follows', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    await arm(desk, 'chat.postMessage', { do: 'error', error: 'restricted_action' });
    await desk.raise('priya', { title: 'A quite different thing' });
    await desk.deliver(desk.support);
    expect((await desk.letters()).filter(({ state }) => state === 'failed')).toMatchObject([
      { kind: 'card', error: 'restricted_action' },
      { kind: 'thread', error: 'no_card' },
    ]);
    expect(JSON.stringify(await desk.deskSees('support-desk'))).toContain('A quite different thing');
    expect(desk.lines.filter((line) => line.includes('could not be carried'))).toHaveLength(2);
    expect(desk.lines.join('')).not.toContain('VPN');
  });

  it('because Slack does not take the blocks is carried as plain words', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    await arm(desk, 'chat.postMessage', { do: 'error', error: 'invalid_blocks' });
    await desk.deliver(desk.support);
    await desk.deliverAll();
    const [card] = await desk.deskSees('support-desk');
    expect(card?.blocks).toEqual([]);
    expect(card?.text).toContain('T-1001');
    expect(desk.lines.some((line) => line.includes('did not take our blocks'))).toBe(true);
    expect(await states(desk)).toEqual(ALL_SENT);
  });

  it('because our own drawing failed does not stop the others', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    let asked = 0;
    const torn = carrier({
      ...desk.deps,
      book: () => {
        if (asked++ === 0) throw new Error('a defect');
        return desk.book.now();
      },
    });
    await desk.deliver(desk.support, torn);
    await desk.deliver(desk.to('bao'), torn);
    expect(await states(desk)).toEqual(['card failed', 'thread failed', 'requester_card sent']);
  });

  it('because its card was deleted is posted anew', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    const [before] = await desk.places();
    await desk.clients.write.chat.delete({ channel: before!.channel, ts: before!.ts });
    await desk.act(number, 'keep', 'ana');
    await desk.deliverAll();
    const [place] = await desk.places();
    expect(place?.ts).not.toBe(before?.ts);
    const cards = (await desk.deskSees('support-desk')).filter((one) => one.ts === place?.ts);
    expect(JSON.stringify(cards)).toContain('In progress');
  });
});

describe('the pace', () => {
  it('is kept in a channel that would answer 429', async () => {
    const desk = await postOffice({ waits: { pace: 1100 } }, { rates: true });
    const number = await desk.raise('bao');
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await desk.act(number, 'note', 'ana', { text });
      await desk.deliver(desk.support);
    }
    expect(JSON.stringify((await desk.calls('chat.postMessage')).map(({ answer }) => answer))).not.toContain(
      'ratelimited',
    );
    expect(await posts(desk)).toBe(7);
  });

  it('ends between two letters when we are to stop; the rest stays', async () => {
    const stop = new AbortController();
    const desk = await postOffice({ signal: stop.signal });
    await desk.raise('bao');
    const [first] = await Promise.all([
      desk.deliver(desk.support),
      until(async () => ((await posts(desk)) > 0 ? true : undefined)).then(() => stop.abort()),
    ]);
    expect(first).toBeUndefined();
    await desk.deliver(desk.to('bao'));
    expect(await states(desk)).toContain('requester_card pending');
    expect(desk.woken).toContain(desk.to('bao'));
    await desk.deliverAll(carrier({ ...desk.deps, signal: new AbortController().signal }));
    expect(await states(desk)).toEqual(ALL_SENT);
  });
});
