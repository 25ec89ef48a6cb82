import type { KnownBlock } from '@slack/types';
import type { Load } from '../../desk/home.ts';
import type { Book } from '../../desk/book.ts';
import { homeValue } from '../home-leaf.ts';
import { bold, context, date, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { groupName, nameOf } from './facts.ts';
import type { HomeModel } from './home.ts';
import { pageButton } from './presses.ts';

/** Who has how much: a line for each agent, and the way to what he has. */
export const loadRows = (model: HomeModel): KnownBlock[] => model.load.map((load) => loadRow(load, model));

function loadRow({ agent, open, late, risk, waiting, outUntil }: Load, model: HomeModel): KnownBlock {
  const { book, language, now, leaf } = model;
  const all = wordsOf(language);
  const words = all.home.load;
  const facts = [
    ...(open === 0 ? [words.free] : [words.open(open)]),
    ...(late > 0 ? [words.late(late)] : []),
    ...(risk > late ? [words.risk(risk - late)] : []),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
    ...(outUntil && outUntil > now ? [words.away(date(outUntil))] : []),
  ];
  const to = homeValue({ ...leaf, board: 'team', agent, page: 0 });
  const button = open === 0 ? undefined : pageButton('home', 'team', to, all.home.showTickets);
  return section(`${bold(nameOf(book, agent, all))}\n${facts.join(' · ')}`, button);
}

const GROUPS = 70;

/** The groups as they are set up, and what is missing. */
export function setupRows({ book, language }: HomeModel): KnownBlock[] {
  const { how } = wordsOf(language).home.setup;
  const shown = book.groups.slice(0, GROUPS);
  const left = book.groups.length - shown.length;
  return [
    ...shown.map((group) => setupRow(group, { book, language })),
    ...(left > 0 ? [context(wordsOf(language).lists.more(left))] : []),
    context(how),
  ];
}

type Scene = Pick<HomeModel, 'book' | 'language'>;

function setupRow({ key, kind, agentsChannel, leads, members, sla }: Book['groups'][number], scene: Scene): KnownBlock {
  const { book, language } = scene;
  const all = wordsOf(language);
  const words = all.home.setup;
  const here = members.filter((person) => book.people.get(person)?.active);
  const led = leads.filter((person) => book.people.get(person)?.active);
  const promises = [sla.first_response, sla.next_response, sla.resolution, sla.root_cause].some(Boolean);
  const facts = [
    kind === 'issue' ? words.issue : words.consultation,
    ...(here.length > 0 ? [words.agents(here.length)] : []),
    ...(led.length > 0 ? [words.led(led.map((person) => nameOf(book, person, all)).join(', '))] : []),
    promises ? words.promises : words.noPromise,
    ...(agentsChannel === null ? [words.noChannel] : []),
    ...(here.length === 0 ? [words.noAgents] : []),
    ...(led.length === 0 ? [words.noLead] : []),
  ];
  return section(`${bold(groupName(book, key))}\n${facts.join(' · ')}`);
}
