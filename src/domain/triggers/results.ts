import { z } from 'zod';
import { HOW } from '../distribution.ts';
import { groupKey, personId, PRIORITIES } from '../language.ts';
import { tags } from '../verbs/tagging.ts';

/** What of a ticket may be sent to another system: nothing of it goes that is not chosen. */
export const SENDABLE = [
  'title',
  'content',
  'state',
  'priority',
  'kind',
  'type',
  'group',
  'tags',
  'channel',
  'language',
  'fields',
  'requester',
  'requester_email',
  'assignee',
  'created_at',
] as const;
export type Sendable = (typeof SENDABLE)[number];

const group = z.string().min(1).transform(groupKey);
const person = z.string().min(1).transform(personId);
const MOST_SENT = 500;

/** What a trigger does. `assign` names a person, a group whose queue it is, or how somebody of a group is found. */
export const result = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('assign'),
    /** Left out: the group that has the ticket. */
    group: group.optional(),
    to: person.optional(),
    how: z.enum(HOW).optional(),
  }),
  z.object({ do: z.literal('priority'), priority: z.enum(PRIORITIES) }),
  z.object({ do: z.literal('type'), type: z.string().min(1) }),
  z.object({ do: z.literal('tag'), add: tags, remove: tags }),
  z.object({
    do: z.literal('notify'),
    whom: z.enum(['assignee', 'leads', 'person', 'channel']),
    person: person.optional(),
    /** Into whose agents' channel. */
    group: group.optional(),
  }),
  z.object({ do: z.literal('escalate') }),
  z.object({
    do: z.literal('call'),
    url: z.url({ protocol: /^https?$/ }).max(MOST_SENT),
    send: z.array(z.enum(SENDABLE)).default([]),
    /** Which secret it is signed with, by its name alone: "CRM". Left out: the one that is everybody's. */
    secret: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{0,39}$/)
      .optional(),
  }),
]);
export type Result = z.output<typeof result>;
export type ResultOf<D extends Result['do']> = Extract<Result, { do: D }>;

type Named = { groups: readonly string[]; people: readonly string[]; types: readonly string[] };
const NONE: Named = { groups: [], people: [], types: [] };

/** Whom and what a result needs to exist. */
export function namedByResult(one: Result): Named {
  switch (one.do) {
    case 'assign':
      return { ...NONE, groups: one.group ? [one.group] : [], people: one.to ? [one.to] : [] };
    case 'notify':
      return { ...NONE, groups: one.group ? [one.group] : [], people: one.person ? [one.person] : [] };
    case 'type':
      return { ...NONE, types: [one.type] };
    case 'priority':
    case 'tag':
    case 'escalate':
    case 'call':
      return NONE;
  }
}

export type ResultFault = 'nobody_named' | 'two_ways' | 'no_channel' | 'no_person' | 'bad_address' | 'no_tag';

/** Null: the result makes sense, as far as it can be said without knowing the desk. */
export function faultOfResult(one: Result): ResultFault | null {
  switch (one.do) {
    case 'assign':
      if (!one.group && !one.to && !one.how) return 'nobody_named';
      return one.to && one.how ? 'two_ways' : null;
    case 'notify':
      if (one.whom === 'person' && !one.person) return 'no_person';
      return one.whom === 'channel' && !one.group ? 'no_channel' : null;
    case 'call':
      return hasLogin(one.url) ? 'bad_address' : null;
    case 'tag':
      return one.add.length + one.remove.length === 0 ? 'no_tag' : null;
    case 'priority':
    case 'type':
    case 'escalate':
      return null;
  }
}

/** A password in an address would stand in lists and logs. */
const hasLogin = (url: string): boolean => {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
};
