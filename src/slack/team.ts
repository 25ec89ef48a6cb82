import type { ViewResponseAction } from '@slack/bolt';
import { maySayShare, rosterOf, sayGiving, sayShare } from '../desk/roster.ts';
import { zoneCalled } from '../domain/hours.ts';
import { type GroupKey, groupKey, personId, type PersonId } from '../domain/language.ts';
import type { Click, Submission } from './codec.ts';
import { givingForm, memberForm, readGiving, readMember } from './forms/team.ts';
import { section } from './kit.ts';
import { openList, type Opening } from './listing.ts';
import type { Parts, Said } from './parts.ts';
import { noticeView } from './views/refusal.ts';
import { teamView } from './views/team.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

const deps = ({ desk, registry: { roster } }: Parts) => ({ desk, roster });

/** The groups whose people he may see, those that he leads first. */
async function groupsOf({ desk, book }: Parts, user: PersonId): Promise<GroupKey[]> {
  const person = await desk.person(user);
  if (!person?.active) return [];
  const { leadOf, agentOf, admin } = person;
  const all = book().groups.map(({ key }) => key);
  const his = all.filter((key) => admin || leadOf.includes(key) || agentOf.includes(key));
  return his.toSorted((a, b) => Number(leadOf.includes(b)) - Number(leadOf.includes(a)));
}

async function viewOf(parts: Parts, user: PersonId, group: GroupKey) {
  const [seen, groups] = await Promise.all([rosterOf(deps(parts), user, group), groupsOf(parts, user)]);
  return seen && teamView({ ...seen, viewer: user, groups }, voice(parts, user));
}

/** The window in which one sees who works in a group; what is returned is said to whoever works in none. */
export async function openTeam(parts: Parts, { trigger, user }: Opening): Promise<Said | null> {
  const [first] = await groupsOf(parts, user);
  const view = first === undefined ? null : await viewOf(parts, user, first);
  return openList(parts, trigger, view, wordsOf(voice(parts, user).language).distribution.team.onlyAgents);
}

const zoneOf = (parts: Parts, person: PersonId): string =>
  zoneCalled(parts.book().people.get(person)?.tz ?? '') ?? 'UTC';

/** Something was pressed in it: `edit|support|U0ANA`, `giving|support`, `show|support`. */
export async function pressTeam(parts: Parts, { user, trigger, view }: Click, value: string): Promise<void> {
  const [how = '', key = '', whom = ''] = value.split('|');
  const [group, person] = [groupKey(key), personId(whom)];
  const scene = voice(parts, user);
  if (how === 'show') return redraw(parts, user, group, view?.id);
  if (how === 'giving') {
    const seen = await rosterOf(deps(parts), user, group);
    if (seen?.mayChange)
      await parts.read.views.push({ trigger_id: trigger, view: givingForm(group, seen.giving, scene) });
    return;
  }
  const may = await maySayShare(deps(parts), user, person);
  const share = may && (await parts.registry.roster.member(parts.desk.workspace, person));
  if (!may || !share) return;
  const about = { person, group, zone: zoneOf(parts, person), may };
  await parts.read.views.push({ trigger_id: trigger, view: memberForm(about, share, scene) });
}

async function redraw(parts: Parts, user: PersonId, group: GroupKey, view_id: unknown): Promise<void> {
  const view = await viewOf(parts, user, group);
  if (view && typeof view_id === 'string') await parts.read.views.update({ view_id, view });
}

const refused = (parts: Parts, user: PersonId): ViewResponseAction => {
  const { language } = voice(parts, user);
  return {
    response_action: 'update',
    view: noticeView([section(wordsOf(language).distribution.team.onlyLeads)], language),
  };
};

/** The form of one of them was sent. */
export async function submitMember(parts: Parts, { user, answers, metadata: { person, key }, view }: Submission) {
  if (person === undefined || key === undefined) throw new Error('a form without its person');
  const before = await parts.registry.roster.member(parts.desk.workspace, person);
  if (!before) return refused(parts, user);
  const group = groupKey(key);
  const holidays = parts.book().groups.find((one) => one.key === group)?.hours?.holidays ?? [];
  const { language, now } = voice(parts, user);
  const read = readMember(answers, before, { zone: zoneOf(parts, person), now, holidays }, wordsOf(language));
  if ('errors' in read) return { response_action: 'errors' as const, errors: read.errors };
  if (!(await sayShare(deps(parts), user, person, read.share))) return refused(parts, user);
  return after(parts, user, group, view);
}

/** How the group gives was said. */
export async function submitGiving(parts: Parts, { user, answers, metadata: { key }, view }: Submission) {
  if (key === undefined) throw new Error('a form without its group');
  const group = groupKey(key);
  const read = readGiving(answers, wordsOf(voice(parts, user).language));
  if ('errors' in read) return { response_action: 'errors' as const, errors: read.errors };
  if (!(await sayGiving(deps(parts), user, group, read.giving))) return refused(parts, user);
  return after(parts, user, group, view);
}

/** The form closes, and the window below shows how it is now. */
async function after(parts: Parts, user: PersonId, group: GroupKey, { id, root_view_id: root }: Submission['view']) {
  if (root !== id) await redraw(parts, user, group, root);
  return undefined;
}
