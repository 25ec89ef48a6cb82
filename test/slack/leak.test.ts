import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import type { Outcome, Request } from '../../src/desk/desk.ts';
import type { Book } from '../../src/desk/book.ts';
import type { OutLetter } from '../../src/desk/letters.ts';
import { whyNot } from '../../src/domain/decide.ts';
import { isOpen, type PersonId, theClock, type TicketNumber } from '../../src/domain/language.ts';
import { mayRead, type Ticket } from '../../src/domain/ticket.ts';
import { type Verb, VERBS } from '../../src/domain/verbs.ts';
import { type Click } from '../../src/slack/codec.ts';
import { TABS } from '../../src/slack/leaf.ts';
import { planOf } from '../../src/slack/deliver/draw.ts';
import { home } from '../../src/slack/home.ts';
import type { Parts } from '../../src/slack/parts.ts';
import { isForRequester, turn } from '../../src/slack/show.ts';
import { listMessage } from '../../src/slack/views/list.ts';
import { refusalMessage } from '../../src/slack/views/refusal.ts';
import { transcript } from '../../src/slack/views/transcript.ts';
import { inputFor } from '../db/inputs.ts';
import { ANSWERED, openTestDesk, type TestDesk } from '../db/open.ts';
import { actor, type Name, who, WORKSPACE } from '../make.ts';

let house: TestDesk;
let book: Book;
beforeAll(async () => {
  house = await openTestDesk(null, ANSWERED);
  book = await openRegistry(house.sql).load(WORKSPACE);
});
afterAll(() => house.close());

/** Stands in everything that is written for agents or managers only. */
const CANARY = 'CANARY-7f3a';
/** So long it goes on drawing lists, and until it has looked where words are; whoever wants more gives it more. */
const BUDGET_MS = 8000;
/** They ask, and are nobody else: what reaches them, or a channel where one asks, is Main. */
const ASKING: readonly Name[] = ['bao', 'priya', 'gus'];
const dmOf = (person: PersonId) => `D:${person}`;
const MAIN: readonly string[] = [...ASKING.map((name) => dmOf(who[name])), 'C0HELP', 'C0MONEY'];
const WORKING: readonly Name[] = ['ana', 'kofi', 'lea', 'mateo', 'yuki', 'ivan', 'sofia', 'marta', 'chiara', 'ada'];
const CAST: readonly Name[] = [...WORKING, ...ASKING];

/** What is no free text: chosen from what there is. */
const CHOSEN = ['to', 'group', 'kind', 'priority', 'clock', 'how'];
/** The words that a verb gives to the requester. Those of every other one are for agents, until it is said here. */
const OPENLY: Partial<Record<Verb, readonly string[]>> = {
  reply: ['text'],
  message: ['text'],
  change_answers: ['fields'],
  edit: ['title'],
  pend: ['text'],
  resolve: ['text', 'reason'],
  resolve_internally: ['reason'],
  workaround: ['text'],
  not_solved: ['text'],
  ask_cancel: ['text'],
  split: ['title'],
};

/** After these little can be done: they are chosen seldom. */
const ENDING: readonly Verb[] = [
  ...(['resolve', 'resolve_internally', 'merge', 'cancel', 'agree', 'close', 'complete', 'expire', 'delete'] as const),
  'archive',
];
/** By these a ticket is born. */
const BEARING: readonly Verb[] = ['split', 'escalate_to_team'];
/** They change the words of somebody, who has to be found first. */
const REWORDING: readonly Verb[] = ['correct', 'retract'];

/** What agents answer for themselves goes along with these. */
const TAKING_ANSWERS: readonly Verb[] = ['edit', 'resolve'];
const ABOUT = { type: 'malfunction', fields: { device: 'Laptop' } };

type Family = { numbers: TicketNumber[]; refused: unknown[]; done: Map<Verb, number> };
type Choice = { ticket: number; pair: number; seed: number };
const picks = fc.array(fc.record({ ticket: fc.nat(9), pair: fc.nat(9999), seed: fc.nat(1_000_000) }), {
  minLength: 40,
  maxLength: 40,
});

const read = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;

/** Something that somebody may do to the ticket as it is, and mostly what was done seldom so far. */
async function chosen(family: Family, { ticket: at, pair, seed }: Choice): Promise<[TicketNumber, Request] | null> {
  const number = family.numbers[at % family.numbers.length]!;
  const ticket = await read(number);
  const actors = [
    ...CAST.map((name) => ({ by: who[name] as Request['by'], as: actor(name) })),
    { by: 'clock' as const, as: theClock },
  ];
  const may = VERBS.flatMap((verb) =>
    actors.flatMap(({ by, as }) => (whyNot(verb, as, ticket) === null ? [{ verb, by }] : [])),
  );
  // Little can be done to what is over: then something new is asked.
  if (!isOpen(ticket.state) && seed % 3 === 0)
    family.numbers.push(await house.raise({ to: who.ana, requester: who.bao, ...ABOUT }, 'kofi'));
  const goesOn = may.filter(({ verb }) => !ENDING.includes(verb));
  const offered = goesOn.length > 0 && seed % 5 > 0 ? goesOn : may;
  const least = Math.min(...offered.map(({ verb }) => family.done.get(verb) ?? 0));
  const seldom = offered.filter(({ verb }) => (family.done.get(verb) ?? 0) <= least + 1);
  const from = seed % 2 === 0 ? seldom : offered;
  const wish = from[pair % from.length];
  if (!wish) return null;
  if (!REWORDING.includes(wish.verb)) return [number, { ...wish, input: inputOf(family, ticket, wish, seed) }];
  const [row] = await house.sql<{ of: number; by: PersonId; audience: string }[]>`
    select seq as of, author as by, audience from messages where ticket = ${number} and author is not null
      and deleted_at is null order by seq desc offset ${seed % 3} limit 1`;
  if (!row) return null;
  const isOpenly = row.audience === 'main' && ticket.parent === null;
  const text = isOpenly ? `Openly: put right ${seed}` : `${CANARY} put right ${seed}`;
  return [number, { verb: wish.verb, by: row.by, input: { of: row.of, text, sure: true } }];
}

function inputOf(family: Family, ticket: Ticket, { verb }: { verb: Verb }, seed: number) {
  const [given = {}] = fc.sample(inputFor(verb), { seed, numRuns: 1 });
  const other = family.numbers[seed % family.numbers.length]!;
  // What agents say to another team is said in the Internal conversation of the ticket that they have.
  const open = ticket.parent === null ? (OPENLY[verb] ?? []) : [];
  const word = (key: string, value: unknown) =>
    ['blocked_by', 'duplicate_of', 'with', 'into'].includes(key)
      ? other
      : typeof value !== 'string' || CHOSEN.includes(key) || (open.includes('reason') && key === 'reason')
        ? value
        : open.includes(key) || (verb === 'pend' && given['kind'] === 'requester' && ticket.parent === null)
          ? `Openly: ${key} ${seed}`
          : `${CANARY} ${key}`;
  const input = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, word(key, value)]));
  return {
    ...input,
    ...(TAKING_ANSWERS.includes(verb) && { fields: { cause: `${CANARY} cause` } }),
    // Until it goes nobody but agents knows of it.
    ...(verb === 'schedule' && { answer: { text: `${CANARY} answer`, kind: 'requester', waiting_for: CANARY } }),
    ...(verb === 'note' && { files: [{ id: 'F1', name: `${CANARY}.pdf`, link: `https://a.example/${CANARY}` }] }),
    ...(verb === 'escalate_to_team' && { group: 'it' }),
    ...(verb === 'change_owner' && { to: who[ASKING[seed % ASKING.length]!] }),
    // To whoever has the ticket that asks, and he is an agent.
    ...(verb === 'hand_on' && { to: seed % 2 === 0 ? who.ana : who.kofi }),
    ...(['delete', 'resolve_internally'].includes(verb) && { sure: true }),
    ...(verb === 'pend' && { wake_at: new Date(Date.now() + 3_600_000), blocked_by: other }),
  };
}

async function play(family: Family, pick: Choice): Promise<void> {
  const wish = await chosen(family, pick);
  if (!wish) return;
  const [number, request] = wish;
  const outcome: Outcome = await house.desk.act(number, request);
  if (outcome.kind === 'done') family.done.set(request.verb, (family.done.get(request.verb) ?? 0) + 1);
  if (outcome.kind === 'refused' && ASKING.some((name) => who[name] === request.by))
    family.refused.push(refusalMessage(outcome, { book, language: 'en', now: new Date() }));
  if (outcome.kind !== 'done' || !BEARING.includes(request.verb)) return;
  const born = await house.sql<{ number: TicketNumber }[]>`select number from tickets
    where number > ${family.numbers[0]!} order by number`;
  family.numbers = [family.numbers[0]!, ...born.map((row) => row.number)];
}

const outbox = () => openOutbox(house.sql);
const scene = { language: 'en' as const, now: new Date() };

/** Every letter that was written about these tickets, drawn as they are now: what is said, and in which conversations. */
async function drawnLetters(numbers: readonly TicketNumber[]): Promise<{ where: string; said: unknown }[]> {
  // Cards stand, so that what is told under them is told.
  await house.sql`insert into places (workspace, ticket, kind, seq, channel, ts)
    select t.workspace, t.number, 'card', 0, g.agents_channel, '1.' || t.number from tickets t
      join groups g on g.workspace = t.workspace and g.key = t.group_key
    where t.number in ${house.sql(numbers)} on conflict do nothing`;
  const rows = await house.sql<Row[]>`
    select id, kind, seq, ticket, conversation, to_person as to from letters
    where ticket in ${house.sql(numbers)} and kind <> 'home' order by id`;
  const draw = {
    outbox: outbox(),
    book: () => book,
    now: () => scene.now,
    home: async () => null,
    digest: async () => null,
    quiet: async () => null,
    person: (id: PersonId) => house.store.person(WORKSPACE, id),
    batch: async () => null,
    dm: async (person: PersonId) => dmOf(person),
  };
  const drawn = await Promise.all(
    rows.map(async (row) => {
      const plan = await planOf(draw, {
        ...row,
        oid: '1',
        workspace: WORKSPACE,
        state: 'pending',
        attempt: 0,
        bulk: false,
        firstSentAt: null,
        channel: null,
        thread: null,
      });
      if (plan.do !== 'post' && plan.do !== 'update') return [];
      const { post } = plan;
      const places = [post.channel, plan.do === 'update' ? plan.at.channel : null, (await post.instead?.())?.channel];
      return [
        ...places.flatMap((where) => (where ? [{ where, said: post.said }] : [])),
        ...(post.leaving ? [{ where: post.leaving.at.channel, said: post.leaving.said }] : []),
      ];
    }),
  );
  return drawn.flat();
}
type Row = {
  id: number;
  kind: OutLetter['kind'];
  seq: number;
  ticket: TicketNumber;
  conversation: string;
  to: PersonId | null;
};

/** What one of those who ask opens himself: every page of every ticket, his lists, his home, a transcript. */
async function opened(name: Name, numbers: readonly TicketNumber[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  const update = async ({ view }: { view: unknown }) => void seen.push(view);
  const said = { ...scene, book };
  const parts = {
    desk: house.desk,
    store: house.store,
    outbox: outbox(),
    book: () => book,
    now: () => scene.now,
    read: { views: { update } },
    registry: openRegistry(house.sql),
  } as unknown as Parts;
  const user = who[name];
  const view = { id: 'V1' } as Click['view'];
  for (const number of numbers) {
    await Promise.all(TABS.map((tab) => turn(parts, { user, view, trigger: 't' }, `${number}.${tab}.0`)));
    const drawing = (await outbox().drawing(WORKSPACE, number))!;
    if (!mayRead(actor(name), await read(number))) continue;
    const told = (await outbox().history(WORKSPACE, number)).filter(isForRequester);
    seen.push(transcript({ ...said, drawing, told, internal: false }));
  }
  seen.push(await home(parts, user));
  for (const board of ['asked', 'raised', 'ended', 'ever'] as const) {
    const rows = await house.desk.board({ board, person: user, limit: 15 });
    seen.push(listMessage({ ...said, viewer: user, ...rows }));
  }
  return seen;
}

test('whatever agents and managers do and write, nothing of it is ever where the requester reads', async () => {
  const done = new Map<Verb, number>();
  const found = { inMain: 0, among: 0 };
  const until = Date.now() + BUDGET_MS;
  const isEnough = () => Date.now() > until && found.inMain > 5 && found.among > 2 && done.size > 5;
  let roots = 1;
  await fc.assert(
    fc.asyncProperty(picks, fc.boolean(), async (acts, inChannel) => {
      if (isEnough()) return;
      const main = inChannel ? { main: { channel: 'C0HELP', ts: `${(roots += 1)}.000100` } } : {};
      const family: Family = {
        numbers: [
          await house.raise({ ...main, ...ABOUT }, 'bao'),
          await house.raise({ to: who.ana, requester: who.bao, ...ABOUT }, 'kofi'),
        ],
        refused: [],
        done,
      };
      for (const pick of acts) await play(family, pick);
      for (const { where, said } of await drawnLetters(family.numbers)) {
        const text = JSON.stringify(said);
        if (MAIN.includes(where)) expect(text).not.toContain(CANARY);
        found[MAIN.includes(where) ? 'inMain' : 'among'] += MAIN.includes(where) || text.includes(CANARY) ? 1 : 0;
      }
      const shown = await Promise.all((['bao', 'priya'] as const).map((name) => opened(name, family.numbers)));
      for (const each of [...shown.flat(), ...family.refused]) expect(JSON.stringify(each)).not.toContain(CANARY);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  // The search looks where words are, and finds those of agents where they belong.
  expect(found.inMain).toBeGreaterThan(5);
  expect(found.among).toBeGreaterThan(2);
  expect(done.size).toBeGreaterThan(5);
});
