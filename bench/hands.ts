import type { Act, Message, ViewSeen } from '../local-slack/wire.ts';
import type { TicketNumber } from '../src/domain/language.ts';
import type { Verb } from '../src/domain/verbs.ts';
import { formId, MORE, moreValue, verbId } from '../src/slack/codec.ts';
import type { PersonInSlack } from '../test/day/person.ts';
import type { House } from './house.ts';

type Press = Omit<Extract<Act, { do: 'click' }>, 'as'>;
type Element = { type: string; action_id?: string; value?: string; options?: { value: string }[] };
type Block = { block_id?: string; elements?: Element[]; accessory?: Element };

/** A ticket's card as a person sees it, or the card of its escalation. */
export async function cardOf(
  { sql }: House,
  person: PersonInSlack,
  ticket: TicketNumber,
  kind = 'card',
): Promise<Message> {
  const [place] = await sql<{ channel: string; ts: string }[]>`
    select channel, ts from places where ticket = ${ticket} and kind = ${kind} order by seq desc limit 1`;
  const { messages } = await person.see();
  const card = messages.find(({ channel, ts }) => channel === place?.channel && ts === place.ts);
  if (!card) throw new Error(`${person.id} does not see the ${kind} of T-${ticket}`);
  return card;
}

/** The press that does a verb: a button of the message, or a choice from its three dots. */
export function pressOf({ channel, ts, blocks }: Message, verb: Verb, ticket: TicketNumber): Press {
  const at = { do: 'click', place: { kind: 'message', channel, ts } } as const;
  for (const { block_id = '', elements = [], accessory } of blocks as Block[])
    for (const { type, action_id = '', value, options = [] } of accessory ? [...elements, accessory] : elements) {
      if (action_id === verbId(verb) && value === String(ticket)) return { ...at, block_id, action_id };
      const chosen = action_id === MORE && options.find((option) => option.value === moreValue(verb, ticket));
      if (chosen) return { ...at, block_id, action_id, value: { type, selected_option: chosen } };
    }
  throw new Error(`T-${ticket} offers no ${verb}`);
}

/** Presses, and waits for the form that comes. */
export async function open(person: PersonInSlack, verb: Verb, card: Message, ticket: TicketNumber): Promise<ViewSeen> {
  await person.act(pressOf(card, verb, ticket));
  return formOf(person, verb);
}

export const formOf = (person: PersonInSlack, verb: Verb | 'create'): Promise<ViewSeen> =>
  person.await(`the form of ${verb}`, ({ views }) => views.find((view) => view.callback_id === formId(verb)));
