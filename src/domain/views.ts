import { type GroupKey, type Person, type PersonId, STATES } from './language.ts';
import { fold } from './query/conditions.ts';
import type { Asked } from './search.ts';

/** A search that is kept under a name, by one person for himself or by a lead for a group. */
export type SavedView = { id: number; name: string; owner: ViewOwner; said: Asked };
export type ViewOwner = { person: PersonId } | { group: GroupKey };

/** A name stands on a button and behind `/ticket view`. */
export const MOST_NAME = 40;
/** As many as one person, or one group, may keep. */
export const MOST_VIEWS = 20;

const ALL = STATES.filter((state) => state !== 'spam');
const WORKING: Asked['states'] = ['preparing', 'in_progress', 'requester_replied', 'escalation_answered'];

/** The lists that everybody knows by their names. `for`: whom they serve. */
const DEFAULT_VIEWS = {
  all: { for: 'anyone', said: { states: ALL } },
  group: { for: 'agent', said: { states: ALL } },
  new: { for: 'agent', said: { states: ['new'], sort: 'oldest' } },
  replied: { for: 'agent', said: { states: ['requester_replied'] } },
  mine: { for: 'anyone', said: { states: ['open'], agents: ['me'] } },
  'mine:progress': { for: 'agent', said: { states: WORKING, agents: ['me'] } },
  'mine:pending': { for: 'agent', said: { states: ['pending'], agents: ['me'] } },
  'mine:resolved': { for: 'agent', said: { states: ['resolved'], agents: ['me'] } },
  'mine:completed': { for: 'agent', said: { states: ['completed'], agents: ['me'] } },
  followed: { for: 'anyone', said: { states: ['open', 'resolved'], followers: ['me'] } },
  unhappy: { for: 'agent', said: { states: ALL, moods: ['unhappy'] } },
  archived: { for: 'anyone', said: { states: ALL, archived: 'only' } },
  spam: { for: 'lead', said: { states: ['spam'] } },
} as const satisfies Record<string, { for: 'anyone' | 'agent' | 'lead'; said: unknown }>;
export type DefaultView = keyof typeof DEFAULT_VIEWS;
export const isDefaultView = (name: string): name is DefaultView => Object.hasOwn(DEFAULT_VIEWS, name);

const seatsOf = ({ agentOf, leadOf }: Person): GroupKey[] => [...new Set([...agentOf, ...leadOf])];

/** The lists of that kind that this person has. */
export const defaultViewsFor = (person: Person): DefaultView[] =>
  (Object.keys(DEFAULT_VIEWS) as DefaultView[]).filter((name) => {
    const { for: whom } = DEFAULT_VIEWS[name];
    if (whom === 'lead') return person.admin || person.leadOf.length > 0;
    return whom === 'anyone' || seatsOf(person).length > 0;
  });

/** What one of them shows this person: to whoever is no agent, "mine" is what he asked for. */
export function saidBy(name: DefaultView, person: Person): Asked {
  const { said } = DEFAULT_VIEWS[name];
  const plain: Asked = JSON.parse(JSON.stringify(said)) as Asked;
  const seats = seatsOf(person);
  if (name === 'group') return { ...plain, groups: seats };
  return name === 'mine' && seats.length === 0 ? { states: ['open'], users: ['me'] } : plain;
}

/** Who may see a view: whoever keeps it, and everybody in the group. */
export const maySeeView = (person: Person, { owner }: Pick<SavedView, 'owner'>): boolean =>
  'person' in owner ? owner.person === person.id : person.admin || seatsOf(person).includes(owner.group);

/** Who may make, rename and delete it: its person; the leads of its group, and administrators. */
export const mayKeepView = (person: Person, owner: ViewOwner): boolean =>
  person.active &&
  ('person' in owner ? owner.person === person.id : person.admin || person.leadOf.includes(owner.group));

/** As names are compared: none twice with one owner. */
export const viewKey = (name: string): string => fold(name);

/** The view of that name: one's own before a group's. */
export const viewCalled = (typed: string, views: readonly SavedView[]): SavedView | null =>
  views
    .filter(({ name }) => viewKey(name) === viewKey(typed))
    .toSorted((one, other) => Number('group' in one.owner) - Number('group' in other.owner))[0] ?? null;
