import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPE } from '../../../src/slack/deliver/find.ts';
import { postOffice } from './post-office.ts';

const words = (message: unknown) => JSON.stringify(message);

describe('a new ticket', () => {
  it('is a card in the agents channel with one thread, and a card in the DM of the requester', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    const [card, thread, ...more] = await desk.deskSees('support-desk');
    expect(more).toEqual([]);
    expect(words(card?.blocks)).toContain('VPN drops');
    expect(card?.thread_ts ?? card?.ts).toBe(card?.ts);
    expect(thread?.thread_ts).toBe(card?.ts);
    expect(words(thread?.blocks)).toContain('internal');
    const [own] = await desk.dmOf('bao');
    expect(words(own?.blocks)).toContain(`T-${number}`);
    expect(await desk.places()).toMatchObject([
      { kind: 'card', channel: desk.channelOf('support-desk'), ts: card?.ts },
      { kind: 'requester_card', ts: own?.ts },
    ]);
    expect(await desk.registry.dm(desk.team, desk.who('bao'))).toBe(own?.channel);
  });

  it('carries its mark in every post, and nothing of the request in it', async () => {
    const desk = await postOffice();
    await desk.raise('bao');
    await desk.deliverAll();
    const posts = await desk.calls('chat.postMessage');
    expect(posts).toHaveLength(3);
    const oids = posts.map(({ request }) => {
      const { metadata } = request as { metadata: unknown };
      const mark = (typeof metadata === 'string' ? JSON.parse(metadata) : metadata) as {
        event_type: string;
        event_payload: Record<string, unknown>;
      };
      expect(mark.event_type).toBe(EVENT_TYPE);
      expect(mark.event_payload['v']).toBe(1);
      expect(words(mark)).not.toContain('VPN');
      return mark.event_payload['oid'];
    });
    expect(new Set(oids).size).toBe(3);
  });

  it('from a request channel goes on in the thread there', async () => {
    const desk = await postOffice();
    const channel = desk.channelOf('ask-support');
    const { ts = '' } = (await desk.on.act('bao', { do: 'send', channel, text: 'VPN drops' })) as { ts?: string };
    const number = await desk.raise('bao', { channel: 'message', main: { channel, ts } });
    await desk.act(number, 'reply', 'ana', { text: 'Try again.' });
    await desk.deliverAll();
    const below = (await desk.on.sight('bao')).messages.filter(({ thread_ts, bot }) => thread_ts === ts && bot);
    expect(below).toHaveLength(2);
    expect(words(below[1]?.blocks)).toContain('Try again.');
    expect(await desk.dmOf('bao')).toEqual([]);
  });

  it('speaks to each in his language, and to the group in its own', async () => {
    const desk = await postOffice();
    await desk.raise('giulia');
    await desk.deliverAll();
    const [card] = await desk.deskSees('support-desk');
    const [own] = await desk.dmOf('giulia');
    expect(words(card?.blocks)).toContain('Keep');
    expect(words(own?.blocks)).toMatch(/richieste|Aggiungi/);
  });
});

describe('what happens to it', () => {
  it('is shown to the whole channel when its requester writes while nobody has it, or it is open again', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    const shown = async () => {
      const below = await desk.deskSees('support-desk');
      return below.flatMap((one) => (one.subtype === 'thread_broadcast' ? [words(one.blocks)] : []));
    };
    await desk.act(number, 'message', 'bao', { text: 'Anybody there?' });
    await desk.deliverAll();
    expect(await shown()).toEqual([expect.stringContaining('Anybody there?')]);
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'message', 'bao', { text: 'Thank you, Ana.' });
    await desk.act(number, 'resolve', 'ana', { text: 'Done.' });
    await desk.deliverAll();
    expect(await shown()).toHaveLength(1);
    await desk.act(number, 'not_solved', 'bao', { text: 'Not yet.' });
    await desk.deliverAll();
    expect(await shown()).toEqual([expect.anything(), expect.stringContaining('Not yet.')]);
  });

  it('changes the cards where they stand; words go to the requester under his card', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.deliverAll();
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'reply', 'ana', { text: 'Restart it.' });
    await desk.deliverAll();
    const [own, answer, ...more] = await desk.dmOf('bao');
    expect(more).toEqual([]);
    expect(answer?.thread_ts).toBe(own?.ts);
    expect(words(answer?.blocks)).toContain('Restart it.');
    const [card] = await desk.deskSees('support-desk');
    expect(words(card?.blocks)).toContain('Still working');
    expect(await desk.calls('chat.update')).toHaveLength(2);
    const [place] = await desk.sql`select channel, ts from messages where seq = 3`;
    expect(place).toEqual({ channel: answer?.channel, ts: answer?.ts });
  });

  it('leaves a note of the agents among the agents', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.act(number, 'note', 'ana', { text: 'He is a difficult one.' });
    await desk.deliverAll();
    const posts = await desk.calls('chat.postMessage');
    const inside = posts.filter(({ request }) => words(request).includes('difficult'));
    expect(inside.map(({ request }) => (request as { channel: string }).channel)).toEqual([
      desk.channelOf('support-desk'),
    ]);
  });

  it('moves the card when another group gets it, and a new thread begins there', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.act(number, 'keep', 'ana');
    await desk.deliverAll();
    await desk.act(number, 'forward', 'ana', { group: 'billing' });
    await desk.deliverAll();
    const [left] = await desk.deskSees('support-desk');
    expect(words(left?.blocks)).toContain('Billing');
    expect(words(left?.blocks)).not.toContain('Keep');
    const [card, thread] = await desk.deskSees('billing-desk', 'mateo');
    expect(words(card?.blocks)).toContain('VPN drops');
    expect(thread?.thread_ts).toBe(card?.ts);
    expect(words(thread?.blocks)).toContain('internal');
    // A change goes to the new card alone, and the thread does not begin again.
    await desk.act(number, 'keep', 'mateo');
    await desk.act(number, 'note', 'mateo', { text: 'Looking.' });
    await desk.deliverAll();
    const after = await desk.deskSees('billing-desk', 'mateo');
    expect(after).toHaveLength(3);
    expect(words(after[2]?.blocks)).not.toContain('internal');
    expect((await desk.deskSees('support-desk'))[0]?.blocks).toEqual(left?.blocks);
  });

  it('asks a manager in a DM, redraws what she was asked, and tells the escalator', async () => {
    const desk = await postOffice();
    await desk.sql`update people set manager = ${desk.who('marta')} where id = ${desk.who('ana')}`;
    const number = await desk.raise('bao');
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'escalate', 'ana', { to: desk.who('marta'), ask: 'A new line?', reason: 'It is costly.' });
    await desk.deliverAll();
    const [asked] = await desk.dmOf('marta');
    expect(words(asked?.blocks)).toContain('A new line?');
    await desk.act(number, 'acknowledge', 'marta');
    await desk.deliverAll();
    const [redrawn, ...more] = await desk.dmOf('marta');
    expect(more).toEqual([]);
    expect(redrawn?.ts).toBe(asked?.ts);
    expect(redrawn?.blocks).not.toEqual(asked?.blocks);
    expect(words(await desk.dmOf('ana'))).toContain(`T-${number}`);
  });

  it('leaves a reminder no buttons once there is a newer one, or nothing to decide', async () => {
    const desk = await postOffice();
    await desk.sql`update people set manager = ${desk.who('marta')} where id = ${desk.who('ana')}`;
    const number = await desk.raise('bao');
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'escalate', 'ana', { to: desk.who('marta'), ask: 'A new line?', reason: 'It is costly.' });
    await desk.act(number, 'nudge', 'ana');
    await desk.deliverAll();
    const buttons = async () =>
      (await desk.dmOf('marta')).map(({ blocks }) => words(blocks).includes('do.acknowledge'));
    expect(await buttons()).toEqual([true, true]);
    const later = new Date(Date.now() + 3_600_000);
    expect((await desk.desk.act(number, { verb: 'nudge', by: 'clock' }, later)).kind).toBe('done');
    await desk.deliverAll();
    expect(await buttons()).toEqual([true, false, true]);
    await desk.act(number, 'withdraw', 'ana', { reason: 'It works again.' });
    await desk.deliverAll();
    expect(await buttons()).toEqual([false, false, false]);
    const [card, ...reminders] = (await desk.dmOf('marta')).map(({ blocks }) => words(blocks));
    expect(card).toContain('It works again.');
    for (const reminder of reminders) expect(reminder).toContain('La tua decisione non serve più');
  });

  it('is not sent at all when it was taken back before it left', async () => {
    const desk = await postOffice();
    await desk.sql`update people set manager = ${desk.who('marta')} where id = ${desk.who('ana')}`;
    const number = await desk.raise('bao');
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'escalate', 'ana', { to: desk.who('marta'), ask: 'A new line?', reason: 'It is costly.' });
    await desk.act(number, 'undo', 'ana');
    await desk.deliverAll();
    expect(await desk.dmOf('marta')).toEqual([]);
    await desk.act(number, 'escalate', 'ana', { to: desk.who('marta'), ask: 'A new line?', reason: 'It is costly.' });
    await desk.deliverAll();
    // What somebody was told is not undone in silence: the way back is to withdraw it, and his card says so.
    const undone = await desk.desk.act(number, { verb: 'undo', by: desk.who('ana') });
    expect(undone).toMatchObject({ why: 'told_already', next: expect.arrayContaining(['withdraw']) });
  });

  it('is live again when the manager takes back what he decided; what others were told by DM stands', async () => {
    const desk = await postOffice();
    await desk.sql`update people set manager = ${desk.who('marta')} where id = ${desk.who('ana')}`;
    const number = await desk.raise('bao');
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'escalate', 'ana', { to: desk.who('marta'), ask: 'A new line?', reason: 'It is costly.' });
    const live = async () => {
      await desk.deliverAll();
      return (await desk.dmOf('marta')).map(({ blocks }) => words(blocks).includes('do.return'));
    };
    expect(await live()).toEqual([true]);
    const agents = async () => words((await desk.deskSees('support-desk'))[0]?.blocks);
    for (const [verb, input, said] of [
      ['decline', { reason: 'Not mine.' }, 'Not mine.'],
      ['return', { text: 'By all means.' }, 'By all means.'],
    ] as const) {
      await desk.act(number, verb, 'marta', input);
      expect(await live()).toEqual([false]);
      expect(await agents()).toContain(said);
      await desk.act(number, 'undo', 'marta');
      expect(await live()).toEqual([true]);
      expect(await agents()).not.toContain(said);
    }
    await desk.act(number, 'take_over', 'marta');
    expect(await live()).toEqual([false]);
    expect(await desk.desk.act(number, { verb: 'undo', by: desk.who('marta') })).toMatchObject({ why: 'told_already' });
  });

  it('is drawn anew where people have their home open', async () => {
    const desk = await postOffice();
    await desk.registry.sawHome(desk.team, desk.who('bao'));
    await desk.raise('bao');
    await desk.deliverAll();
    const [published] = await desk.calls('views.publish');
    expect(published?.request).toMatchObject({ user_id: desk.who('bao') });
  });

  it('is not sent once more where it would say what it says', async () => {
    const drawn = { type: 'home' as const, blocks: [{ type: 'divider' }] as KnownBlock[] };
    const desk = await postOffice({ home: async () => drawn });
    const look = async (seen?: { anew: boolean }) => {
      await desk.registry.sawHome(desk.team, desk.who('bao'), seen);
      await desk.deliverAll();
      return (await desk.calls('views.publish')).length;
    };
    expect([await look(), await look(), await look()]).toEqual([1, 1, 1]);
    expect(await look({ anew: true })).toBe(2);
    drawn.blocks = [{ type: 'divider' }, { type: 'divider' }];
    expect([await look(), await look()]).toEqual([3, 3]);
  });

  it('is shown as it is when the letter is carried, not as it was', async () => {
    const desk = await postOffice();
    const number = await desk.raise('bao');
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'reply', 'ana', { text: 'Restart it.' });
    await desk.act(number, 'resolve', 'ana', { text: 'It is fixed.' });
    await desk.deliver(desk.support);
    const [card, ...more] = await desk.deskSees('support-desk');
    expect(more).toHaveLength(1);
    expect(words(card?.blocks)).toContain('Resolved');
    expect(await desk.calls('chat.update')).toEqual([]);
  });
});
