import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { openRegistry } from '../../src/db/registry.ts';
import * as t from '../../src/db/schema.ts';
import { applyDeskFile, carryOut, DeskChanged, proposal } from '../../src/desk-file/apply.ts';
import { readDesk } from '../../src/desk-file/database.ts';
import type { Directory } from '../../src/desk-file/directory.ts';
import { exportDesk } from '../../src/desk-file/export.ts';
import { DeskFileFault } from '../../src/desk-file/fault.ts';
import { personId, workspaceId } from '../../src/domain/language.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { directory, idOf, NORTHWIND } from './northwind.ts';

let database: FreshDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await freshDatabase();
  connection = await connect(database.url);
  await applyDeskFile({ file: 'desk.yml', db: connection.db, workspace: NORTHWIND, directory });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const exported = async (known: Directory = directory) =>
  (await exportDesk(connection.db, NORTHWIND.id, known)) ?? 'no desk';
const given = (text: string, known: Directory = directory) => ({
  file: parseDeskFile('my.yml', text),
  db: connection.db,
  workspace: NORTHWIND,
  directory: known,
});
const changed = (text: string, ...changes: readonly [from: string, to: string][]) =>
  changes.reduce((now, [from, to]) => {
    expect(now).toContain(from);
    return now.replace(from, to);
  }, text);

async function faultsOf(text: string, known?: Directory): Promise<readonly string[]> {
  try {
    await proposal(given(text, known));
  } catch (error) {
    if (error instanceof DeskFileFault) return error.faults;
    throw error;
  }
  return [];
}

test('what is exported differs in nothing from the desk, and reads as it was written', async () => {
  const text = await exported();
  expect((await proposal(given(text))).lines).toEqual([]);
  expect(text).toContain('it_support: it\n');
  expect(text).toContain('  mateo@northwind.example:\n    manager: yuki@northwind.example\n');
  expect(text).toContain('    channel: support-desk\n    request_channels:\n      - ask-support\n');
  expect(text).toContain('      - person: omar@northwind.example\n');
  expect(text).not.toMatch(/\bU0|\bC0|[&*]a\d/);
});

test('without Slack, channels stand in the export with their ids, and are understood', async () => {
  const nothing = { people: [], channels: [] };
  const text = await exported(nothing);
  expect(text).toContain('channel: C0SUPPORTDESK\n');
  expect(text).toContain('manager: yuki@northwind.example\n');
  expect((await proposal(given(text, nothing))).lines).toEqual([]);
  expect((await proposal(given(text))).lines).toEqual([]);
});

test('a difference is shown in plain words, and made', async () => {
  const before = await exported();
  const text = changed(
    before,
    ['name: Support\n', 'name: Help\n'],
    [
      'leads:\n      - lea@northwind.example\n',
      'leads:\n      - kofi@northwind.example\n    agents:\n      - min@northwind.example\n',
    ],
    ['      - ask-support\n', '      - ask-support\n      - general\n'],
    ['    chain:\n      - manager_of_assignee\n', '    chain:\n      - group_lead\n      - manager_of_assignee\n'],
    ['ack_minutes: 30', 'ack_minutes: 45'],
    [
      '  mateo@northwind.example:\n    manager: yuki@northwind.example\n',
      '  min@northwind.example: {}\n  mateo@northwind.example:\n    admin: true\n',
    ],
    ['            required: true\n', '            required: false\n'],
    ['en: Customer code\n', 'en: Client code\n'],
    ['      how_to:\n', '      travel:\n        name: Travel\n      how_to:\n'],
  );
  const wanted = given(text);
  const plan = await proposal(wanted);
  expect(plan.lines.toSorted()).toEqual([
    '+ group "support": agent min@northwind.example',
    '+ group "support": lead kofi@northwind.example',
    '+ group "support": request channel #general',
    '+ person mateo@northwind.example: admin',
    '+ type "travel": group: support',
    '+ type "travel": name: Travel',
    '+ type "travel": under: technical',
    '- group "support": lead lea@northwind.example',
    '- person mateo@northwind.example: manager: yuki@northwind.example',
    '~ group "support": ack_minutes: 30 → 45',
    '~ group "support": chain: manager_of_assignee, it_support → group_lead, manager_of_assignee, it_support',
    '~ group "support": name: Support → Help',
    '~ type "payments": field "customer_code": label: en: Customer code, it: Codice cliente → en: Client code, it: Codice cliente',
    '~ type "payments": field "customer_code": required: true → false',
  ]);
  expect(await exported()).toBe(before);

  let told = 0;
  const stop = await openRegistry(connection.sql).watch(() => told++);
  await carryOut({ ...wanted, plan });
  await expect.poll(() => told).toBeGreaterThan(0);
  await stop();
  expect((await proposal(wanted)).lines).toEqual([]);
  expect((await readDesk(connection.db, NORTHWIND.id)).groups[0]).toMatchObject({
    leads: [idOf('kofi')],
    agents: [idOf('min')],
  });
});

test('what an agent may be given is said, told and exported, and what Slack said of it is part of the desk', async () => {
  const before = await exported();
  const lines = ['    capacity: 5', '    hours:', '      zone: Europe/Rome', '      week:', '        monday:'];
  const more = [...lines, '          - 09:00-13:00', '    skills:', '      - payments', ''].join('\n');
  const mateo = '  mateo@northwind.example:\n    admin: true\n';
  const wanted = given(changed(before, [mateo, `${mateo}${more}`]));
  const plan = await proposal(wanted);
  expect(plan.lines).toEqual([
    '+ person mateo@northwind.example: capacity: 5',
    '+ person mateo@northwind.example: hours, zone: Europe/Rome',
    '+ person mateo@northwind.example: hours, week: monday: (09:00-13:00)',
    '+ person mateo@northwind.example: skills: payments',
  ]);
  await carryOut({ ...wanted, plan });
  expect(await exported()).toContain(`${mateo}${more}`);
  const { roster } = openRegistry(connection.sql);
  const [workspace, person] = [workspaceId(NORTHWIND.id), personId(idOf('mateo'))];
  const hours = { zone: 'Europe/Rome', week: { monday: ['09:00-13:00'] }, holidays: [] };
  expect(await roster.member(workspace, person)).toEqual({ outUntil: null, capacity: 5, hours, skills: ['payments'] });
  await roster.save(workspace, person, { outUntil: null, capacity: 7, hours: null, skills: [] });
  expect((await proposal(wanted)).lines).toContain('~ person mateo@northwind.example: capacity: 7 → 5');
  const back = given(before);
  await carryOut({ ...back, plan: await proposal(back) });
  expect(await exported()).toBe(before);
});

test('groups and types that stay may change their order', async () => {
  const text = await exported();
  const [, head, support, billing, rest] =
    /^(.*?)( {2}support:\n.*?)( {2}billing:\n.*?)( {2}it:\n.*)$/s.exec(text) ?? [];
  const wanted = given(`${head}${billing}${support}${rest}`);
  const plan = await proposal(wanted);
  expect(plan.lines).toEqual(['~ order of the groups: support, billing, it → billing, support, it']);
  await carryOut({ ...wanted, plan });
  expect((await readDesk(connection.db, NORTHWIND.id)).groups.map(({ key }) => key)).toEqual([
    'billing',
    'support',
    'it',
  ]);
});

test('a group can go with all that belongs to it, unless it has tickets', async () => {
  const whole = await exported();
  const without = given(
    whole.replace(/ {2}billing:\n.*?(?= {2}support:\n)/s, '').replaceAll('group: billing', 'group: support'),
  );
  const plan = await proposal(without);
  expect(plan.lines).toContain('- group "billing": agents\' channel: #billing-desk');
  expect(plan.lines).toContain('~ type "payments": group: billing → support');
  await carryOut({ ...without, plan });
  expect((await readDesk(connection.db, NORTHWIND.id)).groups.map(({ key }) => key)).toEqual(['support', 'it']);

  const back = given(whole);
  await carryOut({ ...back, plan: await proposal(back) });
  await connection.db.insert(t.tickets).values(ticketIn('billing'));
  await expect(proposal(without)).rejects.toThrow(
    'The group "billing" has one ticket, so it cannot be taken away: leave it in the file.',
  );
});

test('of two people who change the desk at once, one is told to look again', async () => {
  const text = await exported();
  const mine = given(changed(text, ['name: IT\n', 'name: Machines\n']));
  const hers = given(changed(text, ['name: IT\n', 'name: Computers\n']));
  const [plan, other] = [await proposal(mine), await proposal(hers)];
  await carryOut({ ...hers, plan: other });
  await expect(carryOut({ ...mine, plan })).rejects.toThrow(DeskChanged);
  expect((await readDesk(connection.db, NORTHWIND.id)).groups.find(({ key }) => key === 'it')?.name).toBe('Computers');
});

test('names that Slack does not know are told with their lines, all at once', async () => {
  const { people, channels } = directory;
  const text = `people:
  zoe@northwind.example: {}
  lea@northwind.example: {}
groups:
  legal:
    name: Legal
    kind: consultation
    channel: general
    request_channels: [ask-legal, ask-it]
    leads: [zoe@northwind.example]
`;
  const known = { people, channels: channels.map((one) => ({ ...one, member: one.name !== 'ask-it' })) };
  expect(await faultsOf(text, known)).toEqual([
    'my.yml:2: person "zoe@northwind.example" has no account in this Slack; correct the e-mail, or invite this person first.',
    'my.yml:8: group "legal" has the agents\' channel #general, which everybody can read; make it private or name a private one.',
    'my.yml:9: group "legal" names the channel #ask-legal, which is not to be seen in this Slack; create it, and invite the bot to it if it is private.',
    'my.yml:9: group "legal" names the channel #ask-it, where the bot is not a member; type  /invite @Threadesk  in it.',
  ]);
});

function ticketIn(groupKey: string): typeof t.tickets.$inferInsert {
  const at = new Date('2026-11-21T09:30:00Z');
  const words = {
    title: 'T',
    content: 'C',
    kind: 'question',
    priority: 'normal',
    channel: 'home',
    language: 'en',
  } as const;
  const times = { createdAt: at, since: at, updatedAt: at };
  const facts = {
    version: 1,
    state: 'new',
    fields: {},
    private: false,
    unread: false,
    reopened: 0,
    detail: {},
  } as const;
  return {
    workspace: NORTHWIND.id,
    number: 1,
    groupKey,
    requester: idOf('bao'),
    creator: idOf('bao'),
    ...words,
    ...times,
    ...facts,
  };
}
