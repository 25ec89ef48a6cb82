import { groupKey } from '../domain/language.ts';
import { definition, faultsOf, type Known, MOST_TRIGGERS, peopleIn, type TriggerFault } from '../domain/triggers.ts';
import type { Complaint } from './fault.ts';
import type { DeskOfFile } from './schema.ts';
import { typeList } from './tree.ts';

const SAYS: Record<TriggerFault['why'], (named: string) => string> = {
  unknown_group: (named) => `names the group "${named}", which does not exist`,
  unknown_type: (named) => `names the type "${named}", which does not exist`,
  unknown_processing: (named) => `names the processing type "${named}", which no group has`,
  unknown_person: (named) =>
    `names "${named}", who does not stand under people; add  ${named}: {}  there or correct it`,
  unknown_field: (named) => `asks about the answer to "${named}", which no type asks`,
  unknown_secret: (named) => `names the secret "${named}", which does not stand in the environment`,
  no_agents_channel: (named) => `names the group "${named}", which has no agents' channel`,
  makes_no_sense: (named) => `has something that makes no sense at "${named}"`,
};
const WORD = { group: 'group', conditions: 'if', results: 'do' } as const;

/** What tickets may turn out to be about, in any group of the file. */
const processingKeys = (groups: DeskOfFile['groups']): Set<string> =>
  new Set(Object.values(groups).flatMap(({ policies }) => policies.processing_types.map(({ key }) => key)));

/** Whoever and whatever triggers name has to stand in the file. */
export function triggerFaults({ triggers = {}, groups, types, people }: DeskOfFile): Complaint[] {
  const all = Object.entries(triggers);
  if (all.length > MOST_TRIGGERS)
    return [{ path: ['triggers'], says: `has more than ${MOST_TRIGGERS} triggers; take some away` }];
  return all.flatMap(([key, { name, group, on, match, if: conditions, do: results }]) => {
    const given = definition.safeParse({ name, group: group ?? null, on, match, conditions, results });
    if (!given.success)
      return [{ path: ['triggers', key], says: 'has more conditions or results than a trigger may have (20 and 10)' }];
    const known: Known = {
      groups: new Map(Object.entries(groups).map(([one, { channel }]) => [groupKey(one), { agentsChannel: channel }])),
      types: new Set(typeList(types).map((type) => type.key)),
      fields: new Set(typeList(types).flatMap(({ fields }) => fields.map((field) => field.key))),
      processing: processingKeys(groups),
      people: new Set(peopleIn([given.data]).filter((one) => Object.hasOwn(people, one))),
    };
    return faultsOf(given.data, known).map(({ part, at, why, named }) => ({
      path: ['triggers', key, WORD[part], ...(part === 'group' ? [] : [at])],
      says: SAYS[why](named),
    }));
  });
}
