import { patternFault } from '../domain/patterns.ts';
import { MOST_PROCESSING } from '../domain/processing.ts';
import type { Complaint } from './fault.ts';
import { blockOf, entriesOf, itemsOf, nameOf, type RawType, typesOf, wordOf } from './raw.ts';

type Path = readonly PropertyKey[];
type Names = { people: ReadonlySet<string>; groups: ReadonlySet<string>; types: ReadonlyMap<string, RawType> };

/** What no single line can know: whether those who are named exist, and whether the whole makes sense. */
export function referenceFaults(raw: unknown): Complaint[] {
  const file = blockOf(raw);
  const types = typesOf(file['types']);
  const names: Names = {
    people: new Set(Object.keys(blockOf(file['people'])).map((name) => nameOf(name) ?? name)),
    groups: new Set(Object.keys(blockOf(file['groups']))),
    types: new Map(types.map((type) => [type.key, type])),
  };
  return [
    ...(names.groups.size > 0 ? [] : [{ path: ['groups'], says: 'needs at least one group under groups' }]),
    ...peopleFaults(file['people'], names),
    ...groupFaults(file, names),
    ...channelFaults(file['groups']),
    ...typeFaults(types, names),
    ...ticketFaults(file['tickets'], names),
  ];
}

const unknownPerson = (path: Path, role: string, value: unknown, { people }: Names): Complaint[] => {
  const name = nameOf(value);
  return name === null || people.has(name)
    ? []
    : [
        {
          path,
          says: `names ${role} "${name}", who does not stand under people; add  ${name}: {}  there or correct it`,
        },
      ];
};

const unknownGroup = (path: Path, value: unknown, { groups }: Names): Complaint[] => {
  const name = wordOf(value);
  if (name === null || groups.has(name)) return [];
  const known = groups.size > 0 ? `the groups are ${[...groups].join(', ')}` : 'there is no group yet';
  return [{ path, says: `names the group "${name}", which does not exist; ${known}` }];
};

const unknownType = (path: Path, value: unknown, { types }: Names): Complaint[] => {
  const type = wordOf(value);
  return type === null || types.has(type) ? [] : [{ path, says: `names the type "${type}", which does not exist` }];
};

function peopleFaults(people: unknown, names: Names): Complaint[] {
  const managers = new Map(entriesOf(people).map(([name, { manager }]) => [nameOf(name) ?? name, nameOf(manager)]));
  const seen = new Set<string>();
  return entriesOf(people).flatMap(([written, { manager, skills }]): Complaint[] => {
    const name = nameOf(written) ?? written;
    const path = ['people', written];
    const unknown = itemsOf(skills).flatMap((type, index) => unknownType([...path, 'skills', index], type, names));
    if (seen.has(name)) return [{ path, says: 'stands under people twice; keep one of the two' }];
    seen.add(name);
    const circle = circleFrom(name, managers);
    // A circle is told once, at the one of its people who stands first in the file.
    if (circle && circle.every((other) => other === name || !seen.has(other)))
      return [
        {
          path: [...path, 'manager'],
          says: `stands in a circle of managers: ${[...circle, name].join(' → ')}; somebody in it must have no manager, or another one`,
        },
      ];
    return [...unknown, ...unknownPerson([...path, 'manager'], 'the manager', manager, names)];
  });
}

/** The way up from a person back to himself. */
function circleFrom(start: string, managers: ReadonlyMap<string, string | null>): string[] | null {
  const way = [start];
  for (let next = managers.get(start); next && way.length <= managers.size; next = managers.get(next)) {
    if (next === start) return way;
    way.push(next);
  }
  return null;
}

function groupFaults(file: Readonly<Record<string, unknown>>, names: Names): Complaint[] {
  const support = wordOf(file['it_support']);
  const faults = unknownGroup(['it_support'], support, names);
  if (
    support !== null &&
    names.groups.has(support) &&
    itemsOf(blockOf(blockOf(file['groups'])[support])['leads']).length === 0
  )
    faults.push({
      path: ['groups', support, 'leads'],
      says: 'is the it_support at the end of every chain and so needs a lead, for example  leads: [nora@northwind.example]',
    });
  for (const [key, { leads, agents, chain, policies }] of entriesOf(file['groups'])) {
    const path = ['groups', key];
    faults.push(...processingFaults([...path, 'policies', 'processing_types'], blockOf(policies)['processing_types']));
    itemsOf(leads).forEach((lead, index) =>
      faults.push(...unknownPerson([...path, 'leads', index], 'the lead', lead, names)),
    );
    itemsOf(agents).forEach((agent, index) =>
      faults.push(...unknownPerson([...path, 'agents', index], 'the agent', agent, names)),
    );
    itemsOf(chain).forEach((step, index) => {
      const named = [blockOf(step)['person'], ...itemsOf(blockOf(blockOf(step)['on_call'])['people'])];
      faults.push(...named.flatMap((one) => unknownPerson([...path, 'chain', index], 'in its chain', one, names)));
      if (step === 'it_support' && support === null)
        faults.push({
          path: [...path, 'chain', index],
          says: 'ends its chain at it_support, but the file does not say which group that is; add  it_support: it  at the top',
        });
    });
  }
  return faults;
}

function processingFaults(path: Path, given: unknown): Complaint[] {
  const keys = itemsOf(given).map((type) => wordOf(blockOf(type)['key']));
  if (keys.length > MOST_PROCESSING)
    return [{ path, says: `has more than ${MOST_PROCESSING} processing types; take some away` }];
  return keys.flatMap((key, index) =>
    key === null || keys.indexOf(key) === index
      ? []
      : [{ path: [...path, index], says: `has the processing type "${key}" twice; keep one of the two` }],
  );
}

/**
 * One channel, one purpose: otherwise nobody could say to which group a message in it belongs. Only the agents of a group
 * may ask in their own channel.
 */
function channelFaults(groups: unknown): Complaint[] {
  const taken = new Map<string, string>();
  return entriesOf(groups).flatMap(([key, { channel, request_channels }]) => {
    const own = `the agents' channel of "${key}"`;
    const uses = [
      { path: ['groups', key, 'channel'], name: wordOf(channel), use: own },
      ...itemsOf(request_channels).map((name, index) => ({
        path: ['groups', key, 'request_channels', index],
        name: wordOf(name),
        use: `a request channel of "${key}"`,
      })),
    ];
    return uses.flatMap(({ path, name, use }): Complaint[] => {
      const channel = name?.replace(/^#/, '');
      if (channel === undefined) return [];
      const other = taken.get(channel);
      const free = other === undefined || (other === own && use !== own);
      if (free) taken.set(channel, use);
      return free ? [] : [{ path, says: `uses #${channel}, which is already ${other}; give it a channel of its own` }];
    });
  });
}

function typeFaults(types: readonly RawType[], names: Names): Complaint[] {
  const seen = new Set<string>();
  return types.flatMap(({ key, path, group, block }) => {
    const faults = unknownGroup([...path, 'group'], block['group'], names);
    if (group === null)
      faults.push({ path, says: 'needs a group, its own or that of the type above it, for example  group: support' });
    if (seen.has(key)) faults.push({ path, says: 'has a key that another type has too; every type needs its own' });
    seen.add(key);
    return [...faults, ...fieldFaults(path, itemsOf(block['fields']).map(blockOf))];
  });
}

function fieldFaults(type: Path, fields: readonly Readonly<Record<string, unknown>>[]): Complaint[] {
  return fields.flatMap((field, index): Complaint[] => {
    const path = [...type, 'fields', index];
    const faults: Complaint[] = [];
    if (fields.findIndex(({ key }) => key === field['key']) < index)
      faults.push({ path, says: 'stands in this type twice; keep one of the two' });
    const isChoice = field['ask'] === 'choice' || field['ask'] === 'several';
    if (isChoice && itemsOf(field['options']).length === 0)
      faults.push({
        path,
        says: 'asks for a choice and so needs options, for example  options: [{ key: laptop, label: Laptop }]',
      });
    if (!isChoice && field['options'] !== undefined)
      faults.push({ path: [...path, 'options'], says: 'has options; write  ask: choice  or  ask: several  with them' });
    if (field['types'] !== undefined && field['ask'] !== 'file')
      faults.push({ path: [...path, 'types'], says: 'says which files are taken; write  ask: file  with it' });
    if (field['audience'] === 'agent')
      for (const setting of ['remember', 'prefill', 'editable'].filter((each) => field[each] !== undefined))
        faults.push({
          path: [...path, setting],
          says: `is for agents only, who are not asked for it by whoever files a request; leave out  ${setting}`,
        });
    const pattern = wordOf(field['pattern']);
    const wrong = pattern === null ? null : patternFault(pattern);
    if (wrong !== null) faults.push({ path: [...path, 'pattern'], says: badPattern[wrong] });
    return faults;
  });
}

const badPattern = {
  unreadable: String.raw`has a pattern that is not a regular expression, for example  pattern: '\d{6}'`,
  endless: String.raw`has a pattern that could take for ever on some answers: let nothing be repeated inside what is repeated, as in (a+)+, and at most three parts be of any length, for example  pattern: '\d+-\d+'`,
} as const;

function ticketFaults(tickets: unknown, names: Names): Complaint[] {
  return itemsOf(tickets)
    .map(blockOf)
    .flatMap((ticket, index) => {
      const path = ['tickets', index];
      const faults = [
        ...unknownPerson([...path, 'requester'], 'the requester', ticket['requester'], names),
        ...unknownPerson([...path, 'by'], 'the creator', ticket['by'], names),
        ...unknownPerson([...path, 'to'], 'the assignee', ticket['to'], names),
        ...unknownGroup([...path, 'group'], ticket['group'], names),
      ];
      const type = wordOf(ticket['type']);
      if (type !== null && !names.types.has(type))
        faults.push({ path: [...path, 'type'], says: `names the type "${type}", which does not exist` });
      if (ticket['group'] === undefined && type === null)
        faults.push({ path, says: 'needs a group or a type, for example  type: how_to' });
      itemsOf(ticket['then'])
        .map(blockOf)
        .forEach((step, at) => {
          faults.push(...unknownPerson([...path, 'then', at, 'by'], 'the actor', step['by'], names));
          faults.push(
            ...unknownPerson([...path, 'then', at, 'with', 'to'], 'the target', blockOf(step['with'])['to'], names),
          );
        });
      return faults;
    });
}
