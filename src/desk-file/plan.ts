import { bannedOutlines } from './banned.ts';
import { renamed } from './chain.ts';
import { differences } from './difference.ts';
import { type Directory, type Names, namesIn } from './directory.ts';
import { type Complaint, DeskFileFault } from './fault.ts';
import { type DeskOutline, saysNothing } from './outline.ts';
import type { DeskFile } from './read.ts';
import { templateOutlines } from './templates.ts';
import { typeList } from './tree.ts';
import { outlinesOf } from './triggers.ts';

export type Plan = { after: DeskOutline; lines: readonly string[]; names: Names };

/** What the file would make of the present desk. Throws `DeskFileFault` for names that Slack does not know. */
export function planDesk(file: DeskFile, current: DeskOutline, directory: Directory): Plan {
  const names = namesIn(directory);
  const faults = [...peopleFaults(file, names), ...channelFaults(file, names)];
  if (faults.length > 0) throw new DeskFileFault(faults.map(file.sentence));
  const after = resolved(file, current, names);
  return { after, lines: differences(current, after, names), names };
}

/** Everybody whom the file names stands under people, so that is where an unknown e-mail is told. */
function peopleFaults({ people }: DeskFile, { findPerson }: Names): Complaint[] {
  return Object.keys(people).flatMap((name) =>
    findPerson(name)
      ? []
      : [
          {
            path: ['people', name],
            says: 'has no account in this Slack; correct the e-mail, or invite this person first',
          },
        ],
  );
}

function channelFaults({ groups }: DeskFile, { findChannel }: Names): Complaint[] {
  return Object.entries(groups).flatMap(([key, { channel, request_channels }]) => {
    const complain = (path: readonly PropertyKey[], name: string): Complaint[] => {
      const found = findChannel(name);
      if (!found)
        return [
          {
            path,
            says: `names the channel #${name}, which is not to be seen in this Slack; create it, and invite the bot to it if it is private`,
          },
        ];
      return found.member
        ? []
        : [
            {
              path,
              says: `names the channel #${name}, where the bot is not a member; type  /invite @Threadesk  in it`,
            },
          ];
    };
    const path = ['groups', key, 'channel'];
    const open = findChannel(channel)?.private === false;
    return [
      ...complain(path, channel),
      ...(open
        ? [
            {
              path,
              says: `has the agents' channel #${channel}, which everybody can read; make it private or name a private one`,
            },
          ]
        : []),
      ...request_channels.flatMap((name, index) => complain(['groups', key, 'request_channels', index], name)),
    ];
  });
}

function resolved(
  {
    it_support: itSupport,
    manager_field: managerField,
    people,
    groups,
    types,
    triggers,
    banned_words: banned,
    templates,
  }: DeskFile,
  current: DeskOutline,
  { findPerson, findChannel }: Names,
): DeskOutline {
  const person = (name: string) => findPerson(name)?.id ?? name;
  const channel = (name: string) => findChannel(name)?.id ?? name;
  const outlines = Object.entries(people).map(
    ([name, { manager, admin, capacity = null, hours = null, skills }]) =>
      [
        person(name),
        { manager: manager === undefined ? null : person(manager), admin, capacity, hours, skills },
      ] as const,
  );
  return {
    itSupport: itSupport ?? null,
    managerField: managerField ?? null,
    people: new Map(outlines.filter(([, said]) => !saysNothing(said))),
    groups: Object.entries(groups).map(([key, group]) => {
      const leads = [...new Set(group.leads.map(person))];
      return {
        key,
        name: group.name,
        kind: group.kind,
        language: group.language,
        channel: channel(group.channel),
        requestChannels: group.request_channels.map(channel),
        leads,
        // A lead is an agent anyway.
        agents: [...new Set(group.agents.map(person))].filter((id) => !leads.includes(id)),
        chain: group.chain.map((step) => renamed(step, person)),
        policies: group.policies,
        hours: group.hours ?? null,
        sla: group.sla,
      };
    }),
    types: typeList(types),
    triggers: triggers === undefined ? current.triggers : outlinesOf(triggers, person),
    banned: banned === undefined ? current.banned : bannedOutlines(banned),
    templates: templates === undefined ? current.templates : templateOutlines(templates),
    written: new Map(),
    taken: new Map(),
  };
}
