import type { KnownBlock } from '@slack/types';
import type { Logged, Told } from '../../desk/told.ts';
import type { PersonId, Role } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { mayReword } from '../../domain/verbs/rewording.ts';
import type { Leaf } from '../leaf.ts';
import { actions, bold, context, date, quote, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { filesOf, isRequesters } from './events.ts';
import { nameOf, type Scene } from './facts.ts';
import { pageIn } from './pages.ts';
import { pageButton, rewordMenu, tabButton } from './presses.ts';
import { markOf } from './sending.ts';

/** One event of a ticket, with what it changed where that was read. */
export type Line = Told & Partial<Pick<Logged, 'before' | 'after'>>;
type TalkModel = Scene & {
  told: readonly Line[];
  audience: 'main' | 'internal';
  ticket: Ticket;
  leaf: Leaf;
  reader: { viewer: PersonId; roles: readonly Role[] };
  /** For agents: how far each answer has come. */
  marked: boolean;
};

const MESSAGE = 2500;
const PAGE = 12;

/** What was said in one of the two conversations: the newest page first, each page from top to bottom. */
export function talkBlocks({ told, audience, ticket, leaf, reader, marked, book, language }: TalkModel): KnownBlock[] {
  const words = wordsOf(language);
  const lines = told.flatMap((one) => (one.said?.audience === audience ? [{ one, said: one.said }] : []));
  const { shown, turn } = pageOf(lines.toReversed(), PAGE, { ticket, leaf, language });
  return [
    ...(audience === 'internal' ? [context(words.show.internal)] : []),
    ...(shown.length === 0 ? [context(words.show.nothingSaid)] : []),
    ...shown.toReversed().map(({ one, said }) => {
      const who = nameOf(book, said.author, words);
      const from = isRequesters(one, ticket) ? ` _${words.events.fromRequester}_` : '';
      const edited = said.editedAt ? ` · _${words.events.edited}_` : '';
      const mark = marked ? markOf(one, ticket, words) : null;
      const typed = one.input['source'] !== undefined;
      const may = mayReword(ticket, { author: said.author, typed }, reader.viewer, reader.roles);
      const [menu] = may ? rewordMenu(ticket.number, one.seq, words) : [];
      const quoted = [quote(said.text, MESSAGE), filesOf(one)].filter(Boolean).join('\n');
      return section(
        `${bold(who)}${from} · ${date(said.at)}${edited}${mark === null ? '' : ` · _${mark}_`}\n${quoted}`,
        menu,
      );
    }),
    ...turn,
    ...actions([
      pageButton(
        'transcript',
        audience,
        `${ticket.number}.${audience === 'internal' ? 'both' : 'main'}`,
        audience === 'internal' ? words.show.transcript.getBoth : words.show.transcript.get,
      ),
    ]),
  ];
}

/** One page of what is given newest first, and the buttons to the pages beside it. */
export function pageOf<T>(
  newest: readonly T[],
  size: number,
  {
    ticket: { number },
    leaf: { tab, page: wanted },
    language,
  }: { ticket: Ticket; leaf: Leaf; language: Scene['language'] },
): { shown: readonly T[]; turn: KnownBlock[] } {
  const { show } = wordsOf(language);
  const pages = Math.ceil(newest.length / size);
  const to = (which: string, label: string) => (at: number) => [tabButton(number, { tab, page: at }, which, label)];
  const { shown, range, steps } = pageIn(
    newest,
    { page: wanted, size },
    {
      range: (first) => show.page(Math.ceil(first / size), pages),
      back: to('newer', show.newer),
      on: to('older', show.older),
    },
  );
  return { shown, turn: [...range, ...actions(steps)] };
}
