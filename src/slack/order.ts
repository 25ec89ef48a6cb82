import { createHash } from 'node:crypto';
import type { Outcome } from '../desk/desk.ts';
import type { PersonId, TicketNumber } from '../domain/language.ts';
import { ruleOf, type Verb } from '../domain/verbs.ts';
import { bannedIn } from './composer/warning.ts';
import { namedToFollow } from './following.ts';
import { andSaid, mentioning } from './mentioning.ts';
import { refusalOf } from './looked.ts';
import type { Parts, Said } from './parts.ts';
import { plainText } from './text.ts';
import { isDirect, namedIn, nearestTo, typedInput, wordOf } from './typed.ts';
import { doneMessage } from './views/command.ts';
import { askOrderMessage, previewMessage } from './views/order.ts';
import { refusalMessage } from './views/refusal.ts';
import { voice } from './voice.ts';

/** Typed in a ticket's thread for the desk, where Slack takes no commands: `?keep`, `@Threadesk resolve It was the cable.` */
export type Order = { verb: Verb | 'show'; words: string };
/** Meant for the desk, but no verb: what was meant, and what is near it. */
type Slip = { typed: string; meant: Verb | 'show' };
export type At = { channel: string; ts: string };

/** The word behind the mark, and what follows it. */
function markedIn(text: string, bot: string): { typed: string; words: string } {
  const [, typed = '', words = ''] =
    new RegExp(`^\\s*(?:\\?|<@${bot}(?:\\|[^>]*)?>[\\s,:]*)([a-z][a-z_-]*)(?![?\\w])\\s*([\\s\\S]*)$`, 'i').exec(
      text,
    ) ?? [];
  return { typed, words: words.trim() };
}

/** Null: words for people. */
export function orderOf(text: string, bot: string): Order | null {
  const { typed, words } = markedIn(text, bot);
  const verb = typed === '' ? null : wordOf(typed.toLowerCase());
  return verb && { verb, words };
}

/** `?kepe`: nearly an order. Null: an order, or words for people. */
export function slipOf(text: string, bot: string): Slip | null {
  const { typed } = markedIn(text, bot);
  const meant = nearestTo(typed);
  return meant && { typed, meant };
}

/** `?help`, or the bot's name alone. */
export const asksHelp = (text: string, bot: string): boolean =>
  new RegExp(`^\\s*(?:\\?\\s*help|<@${bot}(?:\\|[^>]*)?>[\\s,:]*(?:help)?)\\s*$`, 'i').test(text);

/** A hash of what was shown to whoever sends it: in the record, beside the words. */
export const previewOf = (text: string): string => createHash('sha256').update(text).digest('hex');

type Given = { number: TicketNumber; user: PersonId; order: Order; at: At; side: 'main' | 'internal' };

/** Carries out an order, or asks what is still missing. What it returns is shown to the person alone. */
export async function obey(parts: Parts, { number: own, user, order, at, side }: Given): Promise<Said | null> {
  const scene = voice(parts, user);
  const typed = plainText(order.words, parts.book());
  const named = namedIn(order.verb, typed);
  const [number, words] = named === null ? [own, typed] : [named, typed.replace(/^\S+\s*/, '')];
  const about = order.verb === 'show' ? null : await namedToFollow(parts, user, order.verb, order.words);
  if (about && 'text' in about) return about;
  if (about) {
    const outcome = await parts.desk.act(number, { ...about, by: user, key: keyOf(at) });
    return answered(parts, user, about.verb, outcome);
  }
  if (order.verb === 'show' || !isDirect(order.verb, words))
    return askOrderMessage({ ...scene, number, verb: order.verb });
  // What leaves the agents' thread is looked at once more before it goes.
  if (side === 'internal' && ruleOf(order.verb).says === 'main')
    return preview(parts, { number, user, verb: order.verb, words, at });
  const mentioned = await mentioning(parts, { number, user, verb: order.verb, typed: order.words });
  const input = { ...typedInput(order.verb, words), ...mentioned.input };
  const outcome = await parts.desk.act(number, { verb: order.verb, by: user, input, key: keyOf(at) });
  // What was typed stands there to be sent once more.
  if (outcome.kind === 'refused' && outcome.why === 'unwise_words')
    return preview(parts, { number, user, verb: order.verb, words, at });
  const said = answered(parts, user, order.verb, outcome);
  return said && outcome.kind === 'done' ? andSaid(said, mentioned.said) : said;
}

const keyOf = ({ channel, ts }: At) => `msg:${channel}:${ts}`;

type Promoted = { number: TicketNumber; user: PersonId; verb: Verb; words: string; at: At };

async function preview(parts: Parts, { number, user, verb, words, at }: Promoted): Promise<Said> {
  const looked = await parts.desk.look(number, user);
  if ('kind' in looked) return refusalMessage(looked, voice(parts, user));
  const { ticket } = looked;
  return previewMessage({
    ...voice(parts, user),
    ticket,
    verb,
    words,
    at,
    banned: bannedIn(parts, { ticket, text: words }),
    no: refusalOf(looked, verb, parts.now()),
  });
}

/** The only way from Internal to Main: by somebody, on purpose, after he has seen what goes. */
export async function promote(parts: Parts, { number, user, verb, words, at }: Promoted): Promise<Said | null> {
  // The preview named the banned words that it showed.
  const knowing = true;
  const promoted = verb === 'reply' ? { promoted: { ...at, preview: previewOf(words) } } : {};
  const input = { text: words, ...promoted };
  return answered(parts, user, verb, await parts.desk.act(number, { verb, by: user, input, key: keyOf(at), knowing }));
}

function answered(parts: Parts, user: PersonId, verb: Verb, outcome: Outcome): Said | null {
  const said = voice(parts, user);
  if (outcome.kind === 'repeated') return null;
  return outcome.kind === 'refused'
    ? refusalMessage(outcome, said)
    : doneMessage({ ...said, verb, number: outcome.ticket.number, seq: outcome.ticket.version });
}
