import { Document } from 'yaml';
import { peopleIn } from '../domain/triggers.ts';
import { bannedContent } from './banned.ts';
import type { SubmissionType } from '../domain/fields.ts';
import { peopleOf, renamed } from './chain.ts';
import { type Database, readDesk } from './database.ts';
import { type Directory, directoryOf, joined, type Names, namesIn } from './directory.ts';
import { filesContent } from './files.ts';
import { hoursContent, slaContent } from './hours.ts';
import { templateContent } from './templates.ts';
import { triggerContent } from './triggers.ts';
import { type DeskOutline, type GroupOutline, NOTHING_SAID } from './outline.ts';

const HEAD = ` The desk as it is now. Change this file, then  npm run desk -- apply <file>  shows the difference and makes it.
 What each setting means is said in the desk.yml that comes with Threadesk.`;

/** The desk as a desk file, with people by e-mail and channels by name where they are known; null when there is none. */
export async function exportDesk(db: Database, workspace: string, directory: Directory): Promise<string | null> {
  const desk = await readDesk(db, workspace);
  if (desk.groups.length === 0) return null;
  const names = namesIn(joined(directory, await directoryOf(db, workspace)));
  const document = new Document(contentOf(desk, names), { aliasDuplicateObjects: false });
  document.commentBefore = HEAD;
  return document.toString({ lineWidth: 0 });
}

const contentOf = (
  { itSupport, managerField, people, groups, types, triggers, banned, templates }: DeskOutline,
  names: Names,
) => ({
  ...(itSupport === null ? {} : { it_support: itSupport }),
  ...(managerField === null ? {} : { manager_field: managerField }),
  people: Object.fromEntries(
    namedIn({ people, groups, triggers })
      .toSorted(by(names.person))
      .map((id) => {
        const { manager, admin, capacity, hours, skills } = people.get(id) ?? NOTHING_SAID;
        const said = {
          ...(manager === null ? {} : { manager: names.person(manager) }),
          ...(admin ? { admin } : {}),
          ...(capacity === null ? {} : { capacity }),
          ...(hours === null ? {} : { hours: hoursContent(hours) }),
          ...(skills.length === 0 ? {} : { skills }),
        };
        return [names.person(id), said];
      }),
  ),
  groups: Object.fromEntries(groups.map((group) => [group.key, groupContent(group, names)])),
  types: branch(types, null),
  triggers: Object.fromEntries(triggers.map((trigger) => [trigger.key, triggerContent(trigger, names.person)])),
  ...(templates.length === 0
    ? {}
    : { templates: Object.fromEntries(templates.map((one) => [one.code, templateContent(one)])) }),
  ...(banned.length === 0 ? {} : { banned_words: bannedContent(banned) }),
});

const by = (name: (id: string) => string) => (a: string, b: string) => name(a).localeCompare(name(b));

/** Everybody whom the file names has to stand under people. */
function namedIn({ people, groups, triggers }: Pick<DeskOutline, 'people' | 'groups' | 'triggers'>): string[] {
  const managers = [...people.values()].flatMap(({ manager }) => (manager === null ? [] : [manager]));
  const inGroups = groups.flatMap(({ leads, agents, chain }) => [...leads, ...agents, ...chain.flatMap(peopleOf)]);
  return [...new Set([...people.keys(), ...managers, ...inGroups, ...peopleIn(triggers)])];
}

const groupContent = (
  { name, kind, language, channel, requestChannels, leads, agents, chain, policies, hours, sla }: GroupOutline,
  names: Names,
) => ({
  name,
  kind,
  language,
  ...(channel === null ? {} : { channel: names.channel(channel) }),
  request_channels: requestChannels.map(names.channel),
  leads: leads.map(names.person),
  ...(agents.length === 0 ? {} : { agents: agents.map(names.person) }),
  chain: chain.map((step) => renamed(step, names.person)),
  policies: { ...policies, files: filesContent(policies.files) },
  ...(hours === null ? {} : { hours: hoursContent(hours) }),
  ...(Object.keys(slaContent(sla)).length === 0 ? {} : { sla: slaContent(sla) }),
});

type Branch = { [key: string]: Record<string, unknown> };

function branch(types: readonly SubmissionType[], above: SubmissionType | null): Branch {
  const here = types.filter(({ parent }) => parent === (above?.key ?? null));
  return Object.fromEntries(
    here.map((type) => {
      const { key, name, group, hint, fields } = type;
      const below = branch(types, type);
      const rest = {
        ...(group === above?.group ? {} : { group }),
        ...(hint === null ? {} : { hint }),
        ...(fields.length === 0 ? {} : { fields }),
        ...(Object.keys(below).length === 0 ? {} : { types: below }),
      };
      return [key, { name, ...rest }];
    }),
  );
}
