import type { PersonId } from '../../domain/language.ts';
import { actions, bold, context, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import type { Listed } from './home.ts';
import { goButton } from './presses.ts';
import { row, waitsForRequester } from './row.ts';

export type ListModel = Scene & Listed & { viewer: PersonId; raised?: Listed };

/** As many as stay below Slack's limit for one message, however long their titles are. */
const ROWS = 15;
/** Fewer of what one has raised for others. */
const RAISED = 8;

/** What a person has asked for, as the answer to a command. Where it is his turn comes first. */
export function listMessage({ tickets, total, raised = { tickets: [], total: 0 }, ...scene }: ListModel): Message {
  const words = wordsOf(scene.language).lists;
  const ordered = [
    ...tickets.filter(waitsForRequester),
    ...tickets.filter((ticket) => !waitsForRequester(ticket)),
  ].slice(0, ROWS);
  const left = total - ordered.length;
  const create = actions([goButton('create', '', words.newRequest)]);
  const others = raised.tickets.slice(0, RAISED);
  const forOthers =
    others.length === 0
      ? []
      : [
          section(bold(words.raised)),
          ...others.map((ticket) => row(ticket, { ...scene, as: 'requester' })),
          ...(raised.total > others.length ? [context(words.more(raised.total - others.length))] : []),
        ];
  if (ordered.length + others.length === 0) return message(words.noneMine, [section(words.noneMine), ...create]);
  return message(words.mine, [
    section(ordered.length === 0 ? words.noneMine : bold(words.mine)),
    ...ordered.map((ticket) => row(ticket, { ...scene, as: 'requester' })),
    ...(left > 0 ? [context(words.more(left))] : []),
    ...forOthers,
    ...create,
  ]);
}
