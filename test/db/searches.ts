import fc from 'fast-check';
import type { Sql } from '../../src/db/connect.ts';
import { CHANNELS, PRIORITIES, STATES } from '../../src/domain/language.ts';
import type { Search } from '../../src/domain/search.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import type { Kept } from './naive.ts';

/** Tickets and searches at random for `search-property.test.ts`. */

export const NOW = new Date('2026-11-20T10:00:00Z');
export const TICKETS = 160;
const GROUPS = ['support', 'billing', 'it'] as const;
const TYPES = ['technical', 'technical.how_to', 'technical.other', 'payments'];
const SAYINGS = [
  'La stampante dell’ufficio non stampa più, perché è rotta',
  "L'accesso alla città di Forlì è più lento",
  'Máy in không hoạt động, tôi không in được hóa đơn',
  'Đăng nhập bị lỗi ở phòng kế toán',
  '프린터가 안 돼요. 사무실 프린터에서 소리가 납니다',
  '비밀번호를 잊어버렸어요 VPN 연결',
  'プリンターが動きません 東京オフィス',
  'The VPN drops: error 0x80070035 on host-17.example.com',
  'Invoice INV-2026/104 was paid twice, straße Łódź',
  '',
];
const LOOKED_FOR = [
  'stampante',
  'ufficio',
  'dell’ufficio',
  'piu',
  'perche',
  'città',
  'stampa',
  'khong',
  'không',
  'hoa don',
  'in',
  'dang nhap',
  'Đăng',
  '프린터',
  '린터',
  '터',
  '소리',
  '비밀',
  'プリンター',
  '東京',
  'vpn',
  'VPN drops',
  '0x80070035',
  'host-17',
  'example.com',
  'inv-2026',
  '"paid twice"',
  '"twice paid"',
  'strasse',
  'lodz',
  'vpn 연결',
  'nothing-like-it',
  '???',
  'error vpn',
  'st',
  'offic',
];

const name = fc.constantFrom<Name>('bao', 'priya', 'ana', 'kofi', 'lea', 'yuki', 'sofia', 'marta', 'gone');
const saying = fc.constantFrom(...SAYINGS);
const moment = fc.integer({ min: 0, max: 400 }).map((hours) => new Date(NOW.getTime() - hours * 5_400_000));
export const ticket = fc.record({
  state: fc.constantFrom(...STATES),
  title: saying.map((text) => text || 'Untitled'),
  content: saying,
  group: fc.constantFrom(...GROUPS),
  priority: fc.constantFrom(...PRIORITIES),
  channel: fc.constantFrom(...CHANNELS),
  language: fc.constantFrom('en', 'it'),
  type: fc.constantFrom(null, ...TYPES),
  fields: fc.record(
    {
      customer_code: fc.constantFrom('104-233', '104234', 'ABC 1'),
      phone: fc.constantFrom('+39 06 1234567', '06/7654321'),
      email: fc.constantFrom('info@acme.example', 'Paolo@Rossi.example'),
      name: fc.constantFrom('Paolo Rossi', 'Nguyễn Thị Bảo'),
    },
    { requiredKeys: [] },
  ),
  processing: fc.constantFrom(null, 'Refund', 'fixed remotely'),
  solution: fc.constantFrom(null, null, ...SAYINGS),
  requester: name,
  creator: name,
  assignee: fc.constantFrom<Name | null>('ana', 'kofi', 'yuki', 'sofia', 'lea', 'marta', null),
  target: fc.constantFrom<Name>('lea', 'marta', 'chiara'),
  consulted: fc.subarray<Name>(['marta', 'chiara']),
  followers: fc.subarray<Name>(['gus', 'priya', 'yuki']),
  parent: fc.constantFrom(null, null, null, 1001),
  asker: fc.constantFrom(null, null, ...GROUPS),
  private: fc.nat(4).map((n) => n === 0),
  archived: fc.nat(4).map((n) => n === 0),
  score: fc.constantFrom(null, null, 1, 2, 3, 4, 5),
  tags: fc.subarray(['vip', 'vpn', 'città']),
  created: moment,
  updated: moment,
  main: fc.array(saying, { maxLength: 2 }),
  internal: fc.array(saying, { maxLength: 2 }),
  takenBack: fc.array(saying, { maxLength: 1 }),
});

const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 3 });
const day = fc
  .integer({ min: 0, max: 30 })
  .map((n) => new Date(NOW.getTime() - n * 86_400_000).toISOString().slice(0, 10));
const days = fc.record({ from: day, before: day }, { requiredKeys: [] });
const looked = fc.constantFrom(...LOOKED_FOR);
/** Mostly one condition or two, so that something is found. */
export const search = fc
  .record({
    text: looked,
    title: looked,
    numbers: some(fc.integer({ min: 4995, max: 5000 + TICKETS })),
    created: days,
    updated: days,
    priorities: some(fc.constantFrom(...PRIORITIES)),
    groups: some(fc.constantFrom(...GROUPS)),
    agents: some(fc.constantFrom('nobody', who.ana, who.kofi, who.yuki)),
    states: some(fc.constantFrom('open', ...STATES)),
    channels: some(fc.constantFrom(...CHANNELS)),
    types: some(fc.constantFrom(...TYPES, 'no such type')),
    processing: some(fc.constantFrom('refund', 'Fixed remotely')),
    customer: fc.constantFrom('104233', '104 234', 'abc1', '9'),
    name: fc.constantFrom('bao', 'Nguyen', 'paolo ros', 'petrova', '由紀', 'x'),
    users: some(name.map((one) => who[one])),
    creators: some(name.map((one) => who[one])),
    followers: some(fc.constantFrom(who.gus, who.priya, who.yuki, who.ana)),
    email: fc.constantFrom('info@acme', 'PAOLO@rossi.example', '@acme.example', 'nobody@'),
    phone: fc.constantFrom('061234567', '1234567', '0039 06 1234567', '06 7654321', '00'),
    languages: some(fc.constantFrom('en', 'it')),
    tags: some(fc.constantFrom('vip', 'CITTA', 'none')),
    moods: some(fc.constantFrom('happy', 'unhappy')),
  })
  .chain((all) =>
    fc
      .record({
        keys: fc.subarray(Object.keys(all), { minLength: 0, maxLength: 3 }),
        wide: fc.boolean(),
        archived: fc.constantFrom('only', 'also', undefined),
        sort: fc.constantFrom('updated', 'created', 'oldest', 'priority', undefined),
      })
      .map(({ keys, wide, archived, sort }) => ({
        ...(wide && { states: [...STATES] }),
        ...Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key))),
        ...(archived && { archived }),
        ...(sort && { sort }),
      })),
  ) as fc.Arbitrary<Search>;

export async function write(sql: Sql, tickets: readonly Kept[]): Promise<void> {
  for (const t of tickets) {
    const held = t.state === 'new' ? null : (t.assignee ?? 'ana');
    const detail =
      t.state === 'escalated'
        ? {
            seq: 1,
            level: 1,
            from: held && who[held],
            to: who[t.target],
            ask: '',
            reason: '',
            at: NOW,
            acknowledgedAt: null,
            ackDueAt: NOW,
          }
        : t.state === 'resolved' || t.state === 'completed'
          ? { reason: 'solved', by: null, at: NOW }
          : t.state === 'pending'
            ? { kind: 'check', waitingFor: '', wakeAt: null, blockedBy: null }
            : t.state === 'cancelled'
              ? { by: who.ana, note: null }
              : {};
    await sql`insert into tickets ${sql({
      workspace: WORKSPACE,
      number: t.number,
      version: 1,
      state: t.state,
      title: t.title,
      content: t.content,
      kind: 'question',
      type: t.type,
      fields: sql.json(t.fields),
      processing: t.processing,
      solution: t.solution,
      group_key: t.group,
      priority: t.priority,
      channel: t.channel,
      language: t.language,
      requester: who[t.requester],
      creator: who[t.creator],
      assignee: held && who[held],
      private: t.private,
      unread: false,
      reopened: 0,
      asker: t.asker,
      parent: t.parent,
      rating: t.score === null ? null : sql.json({ score: t.score, at: NOW }),
      archived_at: t.archived ? NOW : null,
      consulted: sql.json(t.consulted.map((one) => who[one])),
      created_at: t.created,
      since: t.created,
      updated_at: t.updated,
      detail: sql.json(detail as never),
      tags: t.tags,
      followers: t.followers.map((one) => who[one]),
    } as never)}`;
    const said = [
      ...t.main.map((text) => ({ text, audience: 'main', deleted: false })),
      ...t.internal.map((text) => ({ text, audience: 'internal', deleted: false })),
      ...t.takenBack.map((text) => ({ text, audience: 'main', deleted: true })),
    ];
    for (const [nth, { text, audience, deleted }] of said.entries())
      await sql`insert into messages (workspace, ticket, seq, audience, text, at, deleted_at)
        values (${WORKSPACE}, ${t.number}, ${nth + 2}, ${audience}, ${text}, ${NOW}, ${deleted ? NOW : null})`;
  }
}
