import type { PersonId } from '../../domain/language.ts';
import { actions, bold, context, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import type { Listed } from './home.ts';
import { goButton } from './presses.ts';
import { row, waitsForRequester } from './row.ts';

export type ListModel = Scene & Listed & { viewer: PersonId };

/** As many as stay below Slack's limit for one message, however long their titles are. */
const ROWS = 15;

/** What a person has asked for, as the answer to a command. Where it is his turn comes first. */
export function listMessage({ tickets, total, ...scene }: ListModel): Message {
  const words = wordsOf(scene.language).lists;
  const ordered = [
    ...tickets.filter(waitsForRequester),
    ...tickets.filter((ticket) => !waitsForRequester(ticket)),
  ].slice(0, ROWS);
  const left = total - ordered.length;
  const create = actions([goButton('create', '', words.newRequest)]);
  if (ordered.length === 0) return message(words.noneMine, [section(words.noneMine), ...create]);
  return message(words.mine, [
    section(bold(words.mine)),
    ...ordered.map((ticket) => row(ticket, { ...scene, as: 'requester' })),
    ...(left > 0 ? [context(words.more(left))] : []),
    ...create,
  ]);
}
