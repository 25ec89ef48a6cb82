import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { replay } from '../../src/db/replay.ts';
import * as t from '../../src/db/schema.ts';
import { openStore } from '../../src/db/store.ts';
import { type Applied, applyDeskFile } from '../../src/desk-file/apply.ts';
import { readDesk } from '../../src/desk-file/database.ts';
import { seedTickets } from '../../src/desk-file/tickets.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { personId, ticketNumber, workspaceId, STATES } from '../../src/domain/language.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { directory, idOf, NORTHWIND, takeSeats } from './northwind.ts';

const NOW = new Date('2026-11-21T09:30:00Z');
let database: FreshDatabase;
let connection: Connection;
let first: Applied;
let second: Applied;

const seed = () =>
  applyDeskFile({ file: 'desk.yml', db: connection.db, workspace: NORTHWIND, directory, onlyIfEmpty: true });
const people = new Map(directory.people.map(({ email, id }) => [email ?? '', id]));
const desk = () => openDesk({ store: openStore(connection.sql), workspace: workspaceId(NORTHWIND.id), now: () => NOW });
const tell = () => seedTickets({ file: 'desk.yml', desk: desk(), people, now: NOW });

beforeAll(async () => {
  database = await freshDatabase();
  connection = await connect(database.url);
  // Two processes start on one empty database.
  [first, second] = await Promise.all([seed(), seed()]);
  await takeSeats(connection);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

test('the demo desk fills an empty database, once', async () => {
  expect([first, second].filter(({ changed }) => changed)).toHaveLength(1);
  expect(await seed()).toEqual({ changed: false, lines: [] });
  const { itSupport, groups, people, types } = await readDesk(connection.db, NORTHWIND.id);
  expect(itSupport).toBe('it');
  expect(groups.map(({ key, kind, channel, leads, agents }) => [key, kind, channel, ...leads, ...agents])).toEqual([
    ['support', 'consultation', 'C0SUPPORTDESK', idOf('lea')],
    ['billing', 'consultation', 'C0BILLINGDESK', idOf('yuki')],
    ['it', 'issue', 'C0ITDESK', idOf('nora')],
  ]);
  expect(groups[2]?.chain).toEqual(['group_lead', { person: idOf('omar') }]);
  expect(groups[1]?.policies).toMatchObject({ assignee_may_forward: false, ack_minutes: 30 });
  expect(people.get(idOf('mateo'))).toEqual({
    manager: idOf('yuki'),
    admin: false,
    capacity: null,
    hours: null,
    skills: [],
  });
  expect(people.get(idOf('admin'))).toMatchObject({ manager: null, admin: true });
  expect(people.has(idOf('bao'))).toBe(false);
  expect(types.map(({ key, parent, group }) => [parent, key, group])).toEqual([
    [null, 'administrative', 'billing'],
    ['administrative', 'payments', 'billing'],
    [null, 'commercial', 'support'],
    ['commercial', 'prices', 'support'],
    ['commercial', 'complaints', 'billing'],
    ['commercial', 'care', 'support'],
    [null, 'technical', 'support'],
    ['technical', 'malfunction', 'support'],
    ['technical', 'how_to', 'support'],
    ['technical', 'other_technical', 'support'],
    ['technical', 'network', 'it'],
  ]);
});

test('its chains end at IT', async () => {
  const store = openStore(connection.sql);
  const { managers, itSupport } = await store.hierarchy(workspaceId(NORTHWIND.id), {
    of: personId(idOf('ana')),
    people: [],
    userGroups: [],
  });
  expect(managers).toEqual(['lea', 'marta', 'omar'].map(idOf));
  expect(itSupport).toEqual([idOf('nora')]);
});

test('its tickets stand in every state that the verbs can reach, and are told once', async () => {
  expect(await tell()).toEqual({ tickets: 16, refused: [] });
  const before = await connection.db.select().from(t.events);
  expect(await tell()).toEqual({ tickets: 16, refused: [] });
  expect(await connection.db.select().from(t.events)).toHaveLength(before.length);

  const tickets = await connection.db.select().from(t.tickets).orderBy(t.tickets.number);
  expect(tickets.map(({ number }) => number)).toEqual(tickets.map((_, at) => 1001 + at));
  expect(tickets.map(({ title, state, groupKey }) => [title.slice(0, 20), state, groupKey].join(' · '))).toEqual([
    'Shared calendar show · resolved · support',
    'The calendar opens o · resolved · support',
    'Toner for the printe · pending · support',
    'Where is the price l · completed · support',
    'A second screen for  · cancelled · support',
    'Invoice 2291 was cha · requester_replied · billing',
    'A question about my  · in_progress · billing',
    'The projector in the · workaround · support',
    'Laptop for a new col · preparing · it',
    'Discount for forty s · escalation_answered · support',
    'Il badge non apre la · answered · support',
    'CHEAP TONER!!! 80 %  · spam · support',
    'The laptop does not  · escalated · support',
    'VPN drops every hour · in_progress · support',
    'How do I share a fol · new · support',
    'The web shop shows a · new · support',
  ]);
  expect(new Set(tickets.map(({ state }) => state))).toEqual(new Set(STATES));
  expect(tickets.filter((one) => one.private).map(({ number }) => number)).toEqual([1007]);
  expect(tickets.filter(({ language }) => language === 'it').map(({ number }) => number)).toEqual([1004, 1011]);
  expect(tickets.filter(({ priority }) => priority === 'urgent').map(({ number }) => number)).toEqual([1016]);
  expect(tickets[8]).toMatchObject({ creator: idOf('lea'), requester: idOf('bao') });
});

test('the past lies in the past, and a wake ahead', async () => {
  const workspace = workspaceId(NORTHWIND.id);
  const tickets = await connection.db.select().from(t.tickets).orderBy(t.tickets.number);
  expect(tickets.every(({ updatedAt }) => updatedAt <= NOW)).toBe(true);
  expect(tickets[13]?.createdAt).toEqual(new Date('2026-11-21T08:00:00Z'));
  const look = async (number: number, by: string) => {
    const seen = await desk().look(ticketNumber(number), personId(idOf(by)));
    return 'kind' in seen ? seen.why : seen.ticket;
  };
  expect(await look(1003, 'ana')).toMatchObject({
    state: 'pending',
    pending: { kind: 'check', wakeAt: new Date('2026-11-22T03:30:00Z') },
  });
  expect(await look(1013, 'marta')).toMatchObject({
    state: 'escalated',
    escalation: { from: idOf('lea'), to: idOf('marta'), level: 1, acknowledgedAt: null },
  });
  for (const { number, state, version } of tickets)
    expect(await replay(connection.sql, workspace, ticketNumber(number))).toMatchObject({ number, state, version });
});

test('a step that the desk refuses is told with its line', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'threadesk-desk-')), 'desk.yml');
  const text = (await readFile('desk.yml', 'utf8')).replace(
    'by: kofi@northwind.example, do: keep',
    'by: sven@northwind.example, do: keep',
  );
  await writeFile(file, text);
  const other = { ...NORTHWIND, id: 'T0OTHER' };
  await applyDeskFile({ file, db: connection.db, workspace: other, directory });
  await takeSeats(connection, other.id);
  const store = openStore(connection.sql);
  const { tickets, refused } = await seedTickets({
    file,
    desk: openDesk({ store, workspace: workspaceId(other.id) }),
    people,
    now: NOW,
  });
  const line = text.split('\n').findIndex((words) => words.includes('by: sven@northwind.example, do: keep')) + 1;
  expect(tickets).toBe(15);
  expect(refused).toEqual([
    `${path.relative('.', file)}:${line}: step 1 of ticket "Shared calendar shows the wrong week" is refused to sven@northwind.example: keep no_ticket.`,
  ]);
  await rm(path.dirname(file), { recursive: true });
});
