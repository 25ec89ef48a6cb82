import { z } from 'zod';
import type { Outcome } from '../desk/desk.ts';
import { personId, type TicketNumber } from '../domain/language.ts';
import { emojiOf, USUAL_EMOJI } from '../domain/group.ts';
import { askedIn, mainUnder } from './asked-in.ts';
import { forms } from './forms/forms.ts';
import { requestOf } from './message-at.ts';
import type { Parts } from './parts.ts';
import { wordOf } from './typed.ts';
import { existsMessage } from './views/dm.ts';
import { askOrderMessage } from './views/order.ts';
import { refusalMessage } from './views/refusal.ts';
import { voice } from './voice.ts';

const reaction = z.looseObject({
  type: z.literal('reaction_added'),
  user: z.string().transform(personId),
  reaction: z.string(),
  event_ts: z.string().default(''),
  item: z.looseObject({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
});
type Reaction = z.output<typeof reaction>;

/** An emoji under a card is a verb; under a message of a request channel one of them makes a ticket of it. */
export async function react(parts: Parts, event: unknown): Promise<void> {
  const parsed = reaction.safeParse(event);
  if (!parsed.success || parsed.data.user === parts.botUser) return;
  const given = parsed.data;
  const { channel, ts } = given.item;
  const found = await parts.registry.ticketAt(parts.desk.workspace, channel, ts);
  if (!found) return create(parts, given);
  const meant = found.side === 'internal' ? await meaningHere(parts, found.number, given) : undefined;
  if (meant === undefined) return;
  const verb = meant === 'urgent' ? 'edit' : wordOf(meant);
  if (!verb) return;
  const { user } = given;
  if (meant !== 'urgent' && (verb === 'show' || forms[verb]))
    return whisper(parts, given, askOrderMessage({ ...voice(parts, user), verb, number: found.number }));
  if (verb === 'show') return;
  // Whoever takes his emoji away and puts it there again means it again.
  const key = `emoji:${channel}:${ts}:${user}:${given.reaction}:${given.event_ts}`;
  const input = meant === 'urgent' ? { priority: 'urgent' } : {};
  await tell(parts, given, await parts.desk.act(found.number, { verb, by: user, input, key }));
}

/** Every group says for itself what its emoji mean. To whom the ticket is nothing is told so for the usual ones. */
async function meaningHere(parts: Parts, number: TicketNumber, given: Reaction): Promise<string | undefined> {
  const looked = await parts.desk.look(number, given.user);
  return 'kind' in looked ? USUAL_EMOJI[given.reaction] : emojiOf(looked.group.policies)[given.reaction];
}

async function create(parts: Parts, given: Reaction): Promise<void> {
  const { channel, ts } = given.item;
  const group = askedIn(parts, { channel });
  if (!group || emojiOf(group.policies)[given.reaction] !== 'create') return;
  const request = await requestOf(parts, given.user, { channel, ts });
  if (!request) return;
  const { requester, title, content } = request;
  const { thread = ts } = request;
  // What was said in a ticket's thread is of that ticket.
  const known = thread === ts ? null : await parts.registry.ticketAt(parts.desk.workspace, channel, thread);
  if (known) return whisper(parts, given, existsMessage(known.number, voice(parts, given.user)));
  const main = await mainUnder(parts, { channel, ts }, request);
  // An emoji cannot say who has it: where somebody must, he who gave it.
  const has = !group.policies.may_leave_unassigned && group.members.includes(given.user) && requester !== given.user;
  const input = {
    requester,
    title,
    content,
    group: group.key,
    channel: 'emoji',
    ...(main && { main }),
    ...(has && { to: given.user }),
  };
  await tell(parts, given, await parts.desk.open(given.user, input, `from:${channel}:${ts}`));
}

async function tell(parts: Parts, given: Reaction, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'refused' || outcome.why === 'already_yours') return;
  await whisper(parts, given, refusalMessage(outcome, voice(parts, given.user)));
}

async function whisper(parts: Parts, { user, item }: Reaction, said: ReturnType<typeof refusalMessage>): Promise<void> {
  await parts.read.chat.postEphemeral({ channel: item.channel, user, ...said });
}
