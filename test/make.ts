import type { Connection } from '../src/db/connect.ts';
import * as t from '../src/db/schema.ts';
import {
  groupKey,
  type GroupKey,
  type Language,
  type Person,
  type PersonId,
  personId,
  workspaceId,
} from '../src/domain/language.ts';

/** The desk that the tests play on: one workspace, three groups, a hierarchy that ends at IT. */
export const WORKSPACE = workspaceId('T0001');
const BOT = personId('U0BOT');

type Key = 'support' | 'billing' | 'it';
type Part = {
  name: string;
  language?: Language;
  tz?: string;
  manager?: string;
  agentOf?: readonly Key[];
  leadOf?: readonly Key[];
  admin?: true;
  left?: true;
  guest?: true;
};

/** Ana's manager is Lea, then Marta, then Chiara; nobody stands above Chiara, so then comes IT: Ivan. */
const parts = {
  ana: { name: 'Ana Petrova', tz: 'Europe/Sofia', manager: 'lea', agentOf: ['support'] },
  kofi: { name: 'Kofi Mensah', tz: 'Africa/Accra', manager: 'lea', agentOf: ['support', 'billing'] },
  lea: { name: 'Lea Rossi', language: 'it', tz: 'Europe/Rome', manager: 'marta', leadOf: ['support'] },
  mateo: { name: 'Mateo Ruiz', tz: 'Europe/Madrid', manager: 'marta', leadOf: ['billing'] },
  yuki: { name: '由紀 佐藤', tz: 'Asia/Tokyo', manager: 'mateo', agentOf: ['billing'] },
  ivan: { name: 'Ivan Horvat', tz: 'Europe/Zagreb', manager: 'chiara', leadOf: ['it'] },
  sofia: { name: 'Sofia Lind', tz: 'Europe/Stockholm', manager: 'ivan', agentOf: ['it'] },
  marta: { name: 'Marta Bianchi', language: 'it', tz: 'Europe/Rome', manager: 'chiara' },
  chiara: { name: 'Chiara Conti', language: 'it', tz: 'Europe/Rome' },
  bao: { name: 'Bao Nguyen', tz: 'Asia/Ho_Chi_Minh' },
  priya: { name: 'Priya Nair', tz: 'Asia/Kolkata' },
  gus: { name: 'Gus Guest', tz: 'America/Chicago', guest: true },
  ada: { name: 'Ada Admin', tz: 'Europe/London', admin: true },
  gone: { name: 'Gone Agent', left: true, manager: 'lea', agentOf: ['support'] },
} as const satisfies Record<string, Part>;

export type Name = keyof typeof parts;
const NAMES = Object.keys(parts) as Name[];
const partOf = (name: Name): Part => parts[name];

export const idOf = (name: string): PersonId => personId(`U0${name.toUpperCase()}`);
/** Slack ids by name: `who.ana`. */
export const who = Object.fromEntries(NAMES.map((name) => [name, idOf(name)])) as Record<Name, PersonId>;

/** Somebody of the cast as the desk sees him. */
export function actor(name: Name): Person {
  const { agentOf = [], leadOf = [], admin = false, left = false } = partOf(name);
  return {
    kind: 'person',
    id: who[name],
    agentOf: agentOf.map(groupKey),
    leadOf: leadOf.map(groupKey),
    admin,
    active: !left,
  };
}

const GROUPS = {
  support: { name: 'Support', kind: 'consultation', agentsChannel: 'C0SUPPORT', requests: ['C0HELP'] },
  billing: { name: 'Billing', kind: 'consultation', agentsChannel: 'C0BILLING', requests: ['C0MONEY'] },
  it: { name: 'IT', kind: 'issue', agentsChannel: 'C0IT', requests: [] },
} as const;
const KEYS = Object.keys(GROUPS) as Key[];

export const group: Record<Key, GroupKey> = {
  support: groupKey('support'),
  billing: groupKey('billing'),
  it: groupKey('it'),
};
/** The DM of a person with the bot. */
const dmOf = (name: Name) => `D0${name.toUpperCase()}`;

/** What a request needs at least; the rest of `intake` has defaults. */
export const request = (more: Record<string, unknown> = {}) => ({
  title: 'VPN drops every hour',
  content: 'Since Monday, on both laptops.',
  group: 'support',
  channel: 'slash',
  ...more,
});

/** Puts the whole cast into an empty database. */
export async function seedDesk({ db }: Pick<Connection, 'db'>, workspace: string = WORKSPACE): Promise<void> {
  const members = NAMES.flatMap((name) => {
    const { agentOf = [], leadOf = [] } = partOf(name);
    return [
      ...agentOf.map((key) => ({ name, key, role: 'agent' as const, source: 'channel' as const })),
      ...leadOf.map((key) => ({ name, key, role: 'lead' as const, source: 'explicit' as const })),
    ];
  });
  await db.transaction(async (tx) => {
    await tx.insert(t.workspaces).values({ id: workspace, name: 'Acme', botUser: BOT, itSupportGroup: 'it' });
    await tx.insert(t.groups).values(
      KEYS.map((key, position) => {
        const { name, kind, agentsChannel } = GROUPS[key];
        return { workspace, key, name, kind, agentsChannel, position };
      }),
    );
    const requests = KEYS.flatMap((key) => GROUPS[key].requests.map((id) => ({ key, id })));
    await tx
      .insert(t.requestChannels)
      .values(requests.map(({ key, id }) => ({ workspace, channel: id, groupKey: key })));
    await tx.insert(t.people).values(NAMES.map((name) => personRow(workspace, name)));
    await tx
      .insert(t.groupMembers)
      .values(members.map(({ name, key, ...seat }) => ({ workspace, groupKey: key, person: who[name], ...seat })));
    await tx.insert(t.submissionTypes).values([
      { workspace, key: 'technical', name: { en: 'Technical', it: 'Tecnico' }, groupKey: 'support' },
      {
        workspace,
        key: 'malfunction',
        parent: 'technical',
        name: { en: 'Malfunction', it: 'Guasto' },
        groupKey: 'support',
        fields: [{ key: 'device', label: { en: 'Device', it: 'Dispositivo' }, ask: 'line', required: true }],
        position: 1,
      },
      { workspace, key: 'payments', name: { en: 'Payments', it: 'Pagamenti' }, groupKey: 'billing', position: 2 },
    ]);
  });
}

function personRow(workspace: string, name: Name): typeof t.people.$inferInsert {
  const { name: full, language = 'en', tz = 'UTC', manager, admin = false, left = false, guest = false } = partOf(name);
  return {
    workspace,
    id: who[name],
    name: full,
    email: `${name}@acme.example`,
    language,
    locale: language === 'it' ? 'it-IT' : 'en-US',
    tz,
    manager: manager === undefined ? null : idOf(manager),
    admin,
    active: !left,
    guest,
    dmChannel: dmOf(name),
  };
}
/** What everybody is called. */
export const NAMES_OF = Object.fromEntries(NAMES.map((name) => [name, partOf(name).name])) as Record<Name, string>;
