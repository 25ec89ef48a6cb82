import type { Search } from '../src/domain/search.ts';
import { personId, groupKey } from '../src/domain/language.ts';
import { GROUPS, REQUESTERS } from './search-data.ts';

/** What is asked of the big desk, each time with other values. */
export type Ask = { name: string; by: 'admin' | 'agent' | 'agent of all' | 'lead' | 'requester'; search(): Search };

let state = 7;
const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
export const upTo = (n: number): number => Math.floor(n * random());
const one = <T>(...list: readonly T[]): T => list[upTo(list.length)] as T;
const day = () => new Date(Date.now() - upTo(700) * 86_400_000).toISOString().slice(0, 10);
const agent = () => personId(`UA${upTo(10 * GROUPS)}`);
const requester = () => personId(`UR${upTo(REQUESTERS)}`);
const anyState: Pick<Search, 'states'> = { states: ['open', 'resolved', 'completed', 'cancelled'] };
const COMMON = ['stampante', 'fattura', 'rete', 'account', 'ordine'];
const FAIR = ['mật khẩu', 'dang nhap', 'hoa don', '비밀번호', '결제', '오류', '주문'];

export const asks: readonly Ask[] = [
  {
    name: 'created in a month',
    by: 'admin',
    search: () => ({ created: { from: '2026-08-01', before: '2026-09-01' }, ...anyState }),
  },
  { name: 'created since a day, open', by: 'agent', search: () => ({ created: { from: day() } }) },
  { name: 'priority, open', by: 'admin', search: () => ({ priorities: [one('urgent', 'high')] }) },
  { name: 'by number', by: 'agent', search: () => ({ numbers: [1001 + upTo(90_000)] as never }) },
  { name: 'title: a rare word', by: 'admin', search: () => ({ title: `ref${upTo(90_000)}`, ...anyState }) },
  { name: 'title: a common word, open', by: 'agent', search: () => ({ title: one(...COMMON) }) },
  { name: 'title: a common word, all', by: 'admin', search: () => ({ title: one(...COMMON), ...anyState }) },
  { name: 'group, open', by: 'admin', search: () => ({ groups: [groupKey(`g${upTo(GROUPS)}`)] }) },
  { name: 'group, all states', by: 'admin', search: () => ({ groups: [groupKey(`g${upTo(GROUPS)}`)], ...anyState }) },
  { name: 'agent, open', by: 'admin', search: () => ({ agents: [agent()] }) },
  { name: 'agent, all states', by: 'admin', search: () => ({ agents: [agent()], ...anyState }) },
  { name: 'nobody’s', by: 'agent', search: () => ({ agents: ['nobody'] }) },
  { name: 'state: pending', by: 'admin', search: () => ({ states: ['pending'] }) },
  { name: 'state: completed', by: 'agent', search: () => ({ states: ['completed'] }) },
  { name: 'channel, open', by: 'agent', search: () => ({ channels: [one('slash', 'home', 'dm')] }) },
  { name: 'type, all states', by: 'agent', search: () => ({ types: [`type${upTo(20)}`], ...anyState }) },
  { name: 'type with all under it, open', by: 'admin', search: () => ({ types: [`top${upTo(4)}`] }) },
  { name: 'processing, all states', by: 'agent', search: () => ({ processing: [`kind ${upTo(6)}`], ...anyState }) },
  { name: 'customer number', by: 'admin', search: () => ({ customer: String(100_000 + upTo(30_000)), ...anyState }) },
  { name: 'name', by: 'admin', search: () => ({ name: `family${upTo(2500)}`, ...anyState }) },
  { name: 'requester', by: 'admin', search: () => ({ users: [requester()], ...anyState }) },
  { name: 'e-mail', by: 'admin', search: () => ({ email: `person${upTo(REQUESTERS)}@`, ...anyState }) },
  { name: 'phone', by: 'admin', search: () => ({ phone: `0${10_000_000 + upTo(89_999_999)}`, ...anyState }) },
  { name: 'language, open', by: 'agent', search: () => ({ languages: ['it'] }) },
  { name: 'tag', by: 'agent', search: () => ({ tags: [`tag${upTo(50)}`], ...anyState }) },
  { name: 'unhappy', by: 'lead', search: () => ({ moods: ['unhappy'], ...anyState }) },
  { name: 'archived', by: 'agent', search: () => ({ archived: 'only', ...anyState }) },
  { name: 'nothing said', by: 'admin', search: () => ({}) },
  { name: 'nothing said', by: 'agent', search: () => ({}) },
  { name: 'nothing said', by: 'agent of all', search: () => ({}) },
  { name: 'nothing said', by: 'requester', search: () => ({}) },
  { name: 'all, most urgent first', by: 'agent', search: () => ({ ...anyState, sort: 'priority' }) },
  { name: 'oldest open', by: 'admin', search: () => ({ sort: 'oldest' }) },
  { name: 'text: rare', by: 'agent', search: () => ({ text: `ref${upTo(90_000)}` }) },
  { name: 'text: common', by: 'agent', search: () => ({ text: one(...COMMON) }) },
  { name: 'text: common', by: 'admin', search: () => ({ text: one(...COMMON) }) },
  { name: 'text: common', by: 'agent of all', search: () => ({ text: one(...COMMON) }) },
  { name: 'text: in nearly every ticket', by: 'agent', search: () => ({ text: 'printer' }) },
  { name: 'text: in nearly every ticket', by: 'admin', search: () => ({ text: 'printer' }) },
  { name: 'text: common', by: 'requester', search: () => ({ text: one(...COMMON) }) },
  { name: 'text: two words', by: 'agent', search: () => ({ text: `${one(...COMMON)} ${one(...FAIR)}` }) },
  { name: 'text: Vietnamese, Korean', by: 'agent', search: () => ({ text: one(...FAIR) }) },
  { name: 'text: two Korean letters', by: 'admin', search: () => ({ text: one('비밀', '결제', '오류', '주문') }) },
  {
    name: 'text, group and state',
    by: 'admin',
    search: () => ({ text: one(...COMMON), groups: [groupKey(`g${upTo(20)}`)], states: ['pending'] }),
  },
  {
    name: 'six conditions',
    by: 'admin',
    search: () => ({
      groups: [groupKey('g0'), groupKey('g1'), groupKey(`g${upTo(20)}`)],
      priorities: ['high', 'urgent'],
      states: ['completed', 'resolved'],
      languages: ['it'],
      channels: ['slash', 'home', 'dm'],
      created: { from: '2026-01-01', before: '2026-07-01' },
    }),
  },
];
