import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Localized } from '../../domain/fields.ts';
import { GROUP_KINDS, LANGUAGES } from '../../domain/language.ts';
import { moment, oneOf, workspace } from './column.ts';

export const workspaces = pgTable('workspaces', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** The number that the next ticket gets. */
  nextNumber: integer('next_number').notNull().default(1001),
  botUser: text('bot_user'),
  /** The group at the end of every escalation chain: its leads are `it_support`. */
  itSupportGroup: text('it_support_group'),
  /** The profile field of Slack's in which everybody's manager stands. */
  managerField: text('manager_field'),
  /** Seeded with the demo desk. */
  demo: boolean('demo').notNull().default(false),
});

export const groups = pgTable(
  'groups',
  {
    workspace: workspace().references(() => workspaces.id),
    key: text('key').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: GROUP_KINDS }).notNull().default('consultation'),
    language: text('language', { enum: LANGUAGES }).notNull().default('en'),
    agentsChannel: text('agents_channel'),
    /** Steps of `domain/group.ts`; a person stands in it with his id. */
    chain: jsonb('chain').notNull().default(['manager_of_assignee', 'it_support']),
    policies: jsonb('policies').notNull().default({}),
    /** Null: always open. */
    hours: jsonb('hours'),
    sla: jsonb('sla').notNull().default({}),
    /** The order in which people see the groups. */
    position: integer('position').notNull().default(0),
    /** Which policies were said in Slack since the desk file was last applied, by whom and when. */
    said: jsonb('said').notNull().default({}),
    /** Its processing types that nobody chooses any more, as they were called: tickets may be about them. */
    goneProcessing: jsonb('gone_processing').notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.key] }),
    oneOf('groups_kind', t.kind, GROUP_KINDS),
    oneOf('groups_language', t.language, LANGUAGES),
  ],
);

export const requestChannels = pgTable(
  'request_channels',
  { workspace: workspace(), channel: text('channel').notNull(), groupKey: text('group_key').notNull() },
  (t) => [
    primaryKey({ columns: [t.workspace, t.channel] }),
    foreignKey({ columns: [t.workspace, t.groupKey], foreignColumns: [groups.workspace, groups.key] }),
  ],
);

export const MEMBER_ROLES = ['agent', 'lead'] as const;
export const MEMBER_SOURCES = ['channel', 'explicit'] as const;

/** Seats in a group: from its agents' channel (always `agent`) or said explicitly. */
export const groupMembers = pgTable(
  'group_members',
  {
    workspace: workspace(),
    groupKey: text('group_key').notNull(),
    person: text('person').notNull(),
    role: text('role', { enum: MEMBER_ROLES }).notNull(),
    source: text('source', { enum: MEMBER_SOURCES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.groupKey, t.person, t.source] }),
    foreignKey({ columns: [t.workspace, t.groupKey], foreignColumns: [groups.workspace, groups.key] }),
    index('group_members_person').on(t.workspace, t.person),
    oneOf('group_members_role', t.role, MEMBER_ROLES),
    oneOf('group_members_source', t.source, MEMBER_SOURCES),
  ],
);

/** `desk`: the desk file. `slack`: the person's profile. `hand`: a lead or an administrator, in Slack. */
export const MANAGER_SOURCES = ['desk', 'slack', 'hand'] as const;

export const people = pgTable(
  'people',
  {
    workspace: workspace().references(() => workspaces.id),
    id: text('id').notNull(),
    name: text('name').notNull(),
    email: text('email'),
    language: text('language', { enum: LANGUAGES }).notNull().default('en'),
    locale: text('locale').notNull().default('en-US'),
    tz: text('tz').notNull().default('UTC'),
    manager: text('manager'),
    /** Who said so: what people said by hand, a profile does not change. */
    managerSource: text('manager_source', { enum: MANAGER_SOURCES }).notNull().default('desk'),
    /** Not to be asked before. */
    outUntil: moment('out_until'),
    admin: boolean('admin').notNull().default(false),
    active: boolean('active').notNull().default(true),
    guest: boolean('guest').notNull().default(false),
    bot: boolean('bot').notNull().default(false),
    /** The DM with the bot, once it is known. */
    dmChannel: text('dm_channel'),
    /** How many open tickets he may be given at most; null: any number. */
    capacity: integer('capacity'),
    /** When he works, as a group's hours; null: at any time. */
    hours: jsonb('hours'),
    /** The submission types that he takes; none: all. */
    skills: text('skills').array().notNull().default([]),
    /** When he wants no pings; null: never. */
    quiet: jsonb('quiet'),
    /** Is he told in the morning what waits for him? */
    digest: boolean('digest').notNull().default(true),
    /** The day, where the person is, on which he was last told what waits for him. */
    digestOn: text('digest_on'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.id] }),
    index('people_email').on(t.workspace, sql`lower(${t.email})`),
    index('people_manager')
      .on(t.workspace, t.manager)
      .where(sql`${t.manager} is not null`),
    oneOf('people_language', t.language, LANGUAGES),
    oneOf('people_manager_source', t.managerSource, MANAGER_SOURCES),
  ],
);

/**
 * What keeps two from giving at once. Of a group (no person): how often it gave something away. Of a person (no group): what has
 * changed his load. Of both: at which turn of the group he was last given something.
 */
export const turns = pgTable(
  'turns',
  {
    workspace: workspace(),
    groupKey: text('group_key').notNull(),
    person: text('person').notNull(),
    turn: integer('turn').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.groupKey, t.person] })],
);

/** The App Homes that somebody has opened: who looks, and where he is. Apart from people, of whom all processes are told. */
export const homes = pgTable(
  'homes',
  {
    workspace: workspace(),
    person: text('person').notNull(),
    seenAt: moment('seen_at').notNull(),
    /** When it was last read to be drawn. */
    drawnAt: moment('drawn_at'),
    /** The fingerprint of what stands there; null: not known. */
    shown: text('shown'),
    /** What he has chosen; null: nothing. */
    board: text('board'),
    groupKey: text('group_key'),
    agent: text('agent'),
    page: integer('page').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.person] }), index('homes_seen').on(t.workspace, t.seenAt)],
);

/** Slack's user groups, as far as they were told to us. */
export const userGroups = pgTable(
  'user_groups',
  {
    workspace: workspace().references(() => workspaces.id),
    id: text('id').notNull(),
    handle: text('handle').notNull(),
    people: jsonb('people').notNull().$type<readonly string[]>(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.id] })],
);

export const submissionTypes = pgTable(
  'submission_types',
  {
    workspace: workspace(),
    key: text('key').notNull(),
    parent: text('parent'),
    name: jsonb('name').notNull().$type<Localized>(),
    groupKey: text('group_key').notNull(),
    hint: jsonb('hint').$type<Localized>(),
    /** The questions, as `domain/fields.ts` knows them. */
    fields: jsonb('fields').notNull().default([]),
    /** Who wrote them in Slack last, since a desk file said what they are. */
    editedBy: text('edited_by'),
    editedAt: moment('edited_at'),
    /** Who wrote in Slack last what it is called and where it goes, and who gave it its place, since then. */
    madeBy: text('made_by'),
    madeAt: moment('made_at'),
    movedBy: text('moved_by'),
    movedAt: moment('moved_at'),
    position: integer('position').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.key] }),
    foreignKey({ columns: [t.workspace, t.groupKey], foreignColumns: [groups.workspace, groups.key] }),
  ],
);

/** Types that nobody chooses any more, as they were: there are tickets about them. */
export const removedTypes = pgTable(
  'removed_types',
  {
    workspace: workspace(),
    key: text('key').notNull(),
    type: jsonb('type').notNull(),
    /** Who took it away in Slack; null: a desk file did. */
    by: text('by_person'),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.key] })],
);
