import { z } from 'zod';
import type { Outcome } from '../desk/desk.ts';
import { type PersonId, personId, type TicketNumber } from '../domain/language.ts';
import { askedIn, requestOf } from './new-request.ts';
import type { Parts } from './parts.ts';
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

/** What an emoji means under a card, and what under a message that is no ticket yet. */
const ON_CARD = { eyes: 'keep', white_check_mark: 'resolve', rotating_light: 'urgent' } as const;
const CREATE = 'ticket';

/** An emoji under a card is a verb; under a message of a request channel the ticket makes a ticket of it. */
export async function react(parts: Parts, event: unknown): Promise<void> {
  const parsed = reaction.safeParse(event);
  if (!parsed.success || parsed.data.user === parts.botUser) return;
  const given = parsed.data;
  const { channel, ts } = given.item;
  const found = await parts.registry.ticketAt(parts.desk.workspace, channel, ts);
  if (!found) return given.reaction === CREATE ? create(parts, given) : undefined;
  const meant = Object.entries(ON_CARD).find(([emoji]) => emoji === given.reaction)?.[1];
  if (found.side !== 'internal' || !meant || !(await listens(parts, found.number, given.user))) return;
  if (meant === 'resolve')
    return whisper(
      parts,
      given,
      askOrderMessage({ ...voice(parts, given.user), verb: 'resolve', number: found.number }),
    );
  // Whoever takes his emoji away and puts it there again means it again.
  const key = `emoji:${channel}:${ts}:${given.user}:${given.reaction}:${given.event_ts}`;
  const order = meant === 'keep' ? { verb: 'keep' as const } : { verb: 'edit' as const, input: { priority: 'urgent' } };
  await tell(parts, given, await parts.desk.act(found.number, { ...order, by: given.user, key }));
}

/** A group may have its emoji for itself. */
async function listens(parts: Parts, number: TicketNumber, user: PersonId): Promise<boolean> {
  const looked = await parts.desk.look(number, user);
  return 'kind' in looked || looked.group.policies.emoji;
}

async function create(parts: Parts, given: Reaction): Promise<void> {
  const { channel, ts } = given.item;
  const group = askedIn(parts, { channel });
  if (!group?.policies.emoji) return;
  const request = await requestOf(parts, given.user, { channel, ts });
  if (!request) return;
  const { requester, title, content } = request;
  // An emoji cannot say who has it: where somebody must, he who gave it.
  const has = !group.policies.may_leave_unassigned && group.members.includes(given.user) && requester !== given.user;
  const input = {
    requester,
    title,
    content,
    group: group.key,
    channel: 'emoji',
    main: { channel, ts },
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
