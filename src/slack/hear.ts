import { z } from 'zod';
import type { Outcome } from '../desk/desk.ts';
import { forbids } from '../domain/decide.ts';
import { type PersonId, personId, type TicketNumber } from '../domain/language.ts';
import { rolesOf, type Ticket } from '../domain/ticket.ts';
import { typedTicket } from './codec.ts';
import { noTemplate, showTemplate, templateIn } from './composer/typed.ts';
import { typedWarning } from './composer/warning.ts';
import { message as plainMessage, section } from './kit.ts';
import { heirOf } from './heir.ts';
import { type At, asksHelp, obey, orderOf, slipOf } from './order.ts';
import { mentioning } from './mentioning.ts';
import { languageOf, type Parts, type Said, seemsAgent } from './parts.ts';
import { refOf, slackFile } from './files/given.ts';
import { refusedMessage, takenBy } from './files/taking.ts';
import { surfaceOfOrder, through } from './surface.ts';
import { tell, tellingOf } from './telling.ts';
import { plainText } from './text.ts';
import { helpMessage, needsNumberMessage, slipMessage } from './views/command.ts';
import { addedMessage, askWhichTicket, offerRequest } from './views/dm.ts';
import { refusalMessage } from './views/refusal.ts';
import { voice } from './voice.ts';

/** A message that a person wrote (contract A-13): no bot's, no join, no edit. */
const spoken = z.looseObject({
  type: z.literal('message'),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  hidden: z.literal(false).optional(),
  user: z.string().transform(personId),
  text: z.string().default(''),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(slackFile).optional(),
});
/** Requests that are offered to somebody who writes to the bot alone. */
const MOST = 8;

type Spoken = z.output<typeof spoken>;

const edited = z.looseObject({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: z.looseObject({
    ts: z.string(),
    user: z.string(),
    text: z.string(),
    edited: z.looseObject({ ts: z.string().default('') }),
    bot_id: z.undefined().optional(),
  }),
  previous_message: z.looseObject({ text: z.string().optional() }).optional(),
});
const deleted = z.looseObject({ subtype: z.literal('message_deleted'), channel: z.string(), deleted_ts: z.string() });
/** How Slack tells that a message with replies was deleted. */
const buried = z
  .looseObject({
    subtype: z.literal('message_changed'),
    channel: z.string(),
    message: z.looseObject({ subtype: z.literal('tombstone'), ts: z.string() }),
  })
  .transform(({ channel, message }) => ({ channel, deleted_ts: message.ts }));

/** A message somewhere the bot can hear. In a ticket's thread it belongs to the ticket; to the bot alone it is a question. */
export async function hear(parts: Parts, event: unknown): Promise<void> {
  const message = spoken.safeParse(event);
  if (message.success) return heard(parts, message.data);
  const gone = z.union([deleted, buried]).safeParse(event);
  if (gone.success) {
    const where = { channel: gone.data.channel, ts: gone.data.deleted_ts };
    if ((await parts.store.lost(parts.desk.workspace, where)) === null) await reworded(parts, where, null);
    return;
  }
  const edit = edited.safeParse(event);
  if (!edit.success) return;
  const { channel, message: now, previous_message: before } = edit.data;
  if (now.text === before?.text) return;
  await reworded(parts, { channel, ts: now.ts }, { text: plainText(now.text, parts.book()), at: now.edited.ts });
}

/** What a person typed he has changed or deleted in Slack itself: an event like any other, which the mirrors follow. */
async function reworded(parts: Parts, source: At, edit: { text: string; at: string } | null): Promise<void> {
  const { desk, store } = parts;
  const message = await store.messageAt(desk.workspace, source);
  // Our own post of an answer is not the answer: who took it away, Slack does not tell.
  if (!message?.typed || message.author === null) return;
  const { number, seq: of, author: by } = message;
  const place = `${source.channel}:${source.ts}`;
  const outcome = edit
    ? await desk.act(number, {
        verb: 'correct',
        by,
        input: { of, source, text: edit.text },
        key: `edit:${place}:${edit.at}`,
      })
    : await desk.act(number, { verb: 'retract', by, input: { of, source }, key: `gone:${place}` });
  // Of a ticket that is gone there is nothing to record, but the words follow all the same.
  if (outcome.kind === 'refused') await store.amend(desk.workspace, source, edit && edit.text, parts.now());
}

async function heard(parts: Parts, message: Spoken): Promise<void> {
  const { channel, thread_ts, ts, user } = message;
  if (user === parts.botUser) return;
  const found = thread_ts ? await parts.registry.ticketAt(parts.desk.workspace, channel, thread_ts) : null;
  if (found) {
    const outcome = await intoTicket(parts, found.number, found.side, message);
    if (outcome?.kind === 'refused')
      await whisper(parts, message, refusalMessage(outcome, voice(parts, user), { channel, ts }));
    return;
  }
  if (message.channel_type === 'im') {
    const said = await typedAlone(parts, message.text, { user, at: { channel, ts } });
    if (said) return void (await parts.write.chat.postMessage({ channel, thread_ts: thread_ts ?? ts, ...said }));
    const { tickets } = await parts.desk.board({ board: 'asked', person: user, limit: MOST });
    const asked = askWhichTicket({ ...voice(parts, user), tickets, channel, ts });
    await parts.write.chat.postMessage({ channel, thread_ts: thread_ts ?? ts, ...asked });
  }
}

/** Words typed in a ticket's thread. In Internal they stay inside; in Main they are the requester's or an answer to him. */
async function intoTicket(
  parts: Parts,
  number: TicketNumber,
  side: 'main' | 'internal',
  message: Spoken,
): Promise<Outcome | null> {
  const { channel, ts, user } = message;
  const telling = side === 'internal' ? tellingOf(message.text, parts.botUser) : null;
  if (telling) {
    const given = { number, user, telling, at: { channel, ts } };
    await whisper(parts, message, await tell(through(parts, surfaceOfOrder(message.text)), given));
    return null;
  }
  const order = orderOf(message.text, parts.botUser);
  if (order) {
    const said = await obey(through(parts, surfaceOfOrder(message.text)), {
      number,
      user,
      order,
      at: { channel, ts },
      side,
    });
    if (said) await whisper(parts, message, said);
    return null;
  }
  const named = await templateIn(parts, { number, user, text: message.text });
  const aside = named
    ? showTemplate(parts, user, named, { channel, ts })
    : (asideOf(parts, message.text, user, number) ?? (await noTemplate(parts, { number, user, text: message.text })));
  if (aside) {
    await whisper(parts, message, aside);
    return null;
  }
  return said(parts, number, side, message);
}

/** Words, with the files that the ticket's group takes; of the others its author alone is told. */
async function said(
  parts: Parts,
  number: TicketNumber,
  side: 'main' | 'internal',
  message: Spoken,
): Promise<Outcome | null> {
  const { channel, ts, user } = message;
  const given = (message.files ?? []).map(refOf);
  const text = plainText(message.text, parts.book()) || given.map(({ name }) => name).join(', ');
  if (text === '') return null;
  const { taken: files, refused } = await takenBy(parts, number, given);
  const attached = files.length > 0 ? { files } : {};
  const key = `msg:${channel}:${ts}`;
  const heard = side === 'main' && (await intoHeir(parts, number, message, { text, ...attached }, key));
  if (heard) return heard;
  const input = { text, source: { channel, ts }, ...attached };
  const verb = side === 'internal' ? 'note' : await verbInMain(parts, number, user);
  const mentioned = await mentioning(parts, { number, user, verb, typed: message.text });
  const outcome = await parts.desk.act(number, { verb, by: user, input: { ...input, ...mentioned.input }, key });
  if (outcome.kind !== 'done') return outcome;
  if (mentioned.said) await whisper(parts, message, mentioned.said);
  if (verb === 'reply') await warn(parts, message, outcome.ticket, text);
  if (refused.length > 0) await whisper(parts, message, refusedMessage(refused, languageOf(parts, user)));
  return outcome;
}

/** What an agent types in Slack itself is read already: he alone can take banned words away. */
async function warn(parts: Parts, message: Spoken, ticket: Ticket, text: string): Promise<void> {
  const said = typedWarning(parts, message.user, { ticket, text });
  if (said) await whisper(parts, message, plainMessage(said, [section(said)]));
}

/**
 * Words in the thread of a ticket that was merged go to the one that goes on with it, are posted there, and whoever wrote
 * them is told where they are. Null: there is none, or it is over; then they belong to this one as ever.
 */
async function intoHeir(
  parts: Parts,
  number: TicketNumber,
  message: Spoken,
  input: Record<string, unknown>,
  key: string,
): Promise<Outcome | null> {
  const { user } = message;
  const heir = await heirOf(parts, number, user);
  if (heir === null) return null;
  const verb = await verbInMain(parts, heir, user);
  const outcome = await parts.desk.act(heir, { verb, by: user, input, key });
  if (outcome.kind === 'refused') return null;
  if (outcome.kind === 'done') await whisper(parts, message, addedMessage({ ...voice(parts, user), number: heir }));
  return outcome;
}

async function verbInMain(parts: Parts, number: TicketNumber, user: PersonId): Promise<'message' | 'reply'> {
  const looked = await parts.desk.look(number, user);
  if ('kind' in looked) return 'message';
  const roles = rolesOf(looked.actor, looked.ticket);
  // An agent who raised it for somebody answers as an agent.
  const theirs = roles.includes('requester') || (roles.includes('creator') && !roles.includes('agent'));
  return !theirs && forbids('reply', looked.actor, looked.ticket) === null ? 'reply' : 'message';
}

/** A call for help, or a slip of the fingers: answered to him alone, and nothing is made of it. */
function asideOf(parts: Parts, text: string, user: PersonId, number: TicketNumber | null): Said | null {
  const said = voice(parts, user);
  if (asksHelp(text, parts.botUser)) return helpMessage({ ...said, agent: seemsAgent(parts.book(), user) });
  const slip = slipOf(text, parts.botUser);
  return slip && slipMessage({ ...said, ...slip, number });
}

/** An order outside of any ticket's thread names its ticket, or is asked for it. Null: it is no order. */
async function typedAlone(
  parts: Parts,
  text: string,
  { user, at }: { user: PersonId; at: { channel: string; ts: string } },
): Promise<Said | null> {
  const order = orderOf(text, parts.botUser);
  if (!order) return asideOf(parts, text, user, null);
  const [first = '', ...rest] = order.words.split(/\s+/);
  const number = typedTicket.safeParse(first);
  if (!number.success) return needsNumberMessage({ ...voice(parts, user), verb: order.verb, typed: '?' });
  const words = rest.length === 0 ? '' : order.words.slice(first.length).trim();
  const given = { number: number.data, user, order: { verb: order.verb, words }, at, side: 'main' as const };
  return obey(through(parts, surfaceOfOrder(text)), given);
}

const whisper = async (parts: Parts, { channel, thread_ts, user }: Spoken, said: Said) =>
  parts.read.chat.postEphemeral({ channel, user, ...(thread_ts && { thread_ts }), ...said });

const mention = z.looseObject({
  type: z.literal('app_mention'),
  user: z.string().transform(personId),
  channel: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  bot_id: z.undefined().optional(),
});

/** Somebody calls the bot in a channel: he is offered a request made of his words. */
export async function mentioned(parts: Parts, event: unknown): Promise<void> {
  const called = mention.safeParse(event);
  if (!called.success) return;
  const { channel, ts, user, text, thread_ts } = called.data;
  // What is called in a ticket's own thread is heard with all else that is said there.
  if (thread_ts && (await parts.registry.ticketAt(parts.desk.workspace, channel, thread_ts))) return;
  const said =
    (await typedAlone(parts, text, { user, at: { channel, ts } })) ??
    offerRequest({ ...voice(parts, user), channel, ts });
  await parts.read.chat.postEphemeral({ channel, user, ...(thread_ts && { thread_ts }), ...said });
}
