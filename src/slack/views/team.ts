import type { KnownBlock, ModalView } from '@slack/types';
import type { Giving, Member, Seen } from '../../desk/roster.ts';
import { isOpenAt } from '../../domain/hours.ts';
import type { GroupKey, PersonId } from '../../domain/language.ts';
import { weekText } from '../../domain/week.ts';
import { goId } from '../codec.ts';
import { actions, bold, button, context, date, divider, modal, section, select } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { groupName, nameOf, rawGroup, type Scene, typeName } from './facts.ts';

/** More would not fit into a window. */
const MOST = 40;

type TeamModel = Seen & { viewer: PersonId; groups: readonly GroupKey[] };

const isAway = ({ outUntil }: Member, now: Date): boolean => outUntil !== null && outUntil > now;

const standing = (member: Member, { now }: Scene, { distribution: { team } }: Catalog): string => {
  if (member.outUntil && isAway(member, now)) return `⛱️ ${team.away(date(member.outUntil))}`;
  if (!isOpenAt(now, member.hours)) return `🌙 ${team.notNow}`;
  if (member.capacity !== null && member.open >= member.capacity) return `🔴 ${team.full}`;
  return `🟢 ${team.here}`;
};

function memberBlocks(member: Member, model: TeamModel, scene: Scene): KnownBlock[] {
  const words = wordsOf(scene.language);
  const { team } = words.distribution;
  const { person, lead, open, capacity, hours, skills } = member;
  const mine = person === model.viewer;
  const edit = button({
    action: goId('team', person),
    value: `edit|${model.group}|${person}`,
    label: model.mayChange ? team.edit : team.iAmAway,
  });
  const name = `${bold(nameOf(scene.book, person, words))}${lead ? ` · ${team.lead}` : ''}`;
  const types = skills.map((key) => typeName(scene.book, key, scene.language) ?? key).join(', ');
  return [
    section(
      `${name}\n${standing(member, scene, words)} · ${team.open(open, capacity)}`,
      ...(model.mayChange || mine ? [edit] : []),
    ),
    context(
      hours ? team.works(weekText(hours.week, scene.language), hours.zone) : team.anyTime,
      types ? team.takes(types) : team.takesAll,
    ),
  ];
}

const givingText = ({ auto_assign, reoffer_minutes }: Giving, { distribution: { team } }: Catalog): string =>
  [
    team.ways[auto_assign],
    ...(auto_assign !== 'off' && reoffer_minutes > 0 ? [team.reoffered(reoffer_minutes)] : []),
  ].join(' ');

/** Who works in a group, who is here, and how much everybody has. */
export function teamView(model: TeamModel, scene: Scene): ModalView {
  const words = wordsOf(scene.language);
  const { team } = words.distribution;
  const { group, groups, giving, members, mayChange } = model;
  const shown = members.slice(0, MOST);
  const change = button({ action: goId('team', 'giving'), value: `giving|${group}`, label: team.change });
  const choices = groups.map((key) => ({ value: `show|${key}`, label: rawGroup(scene.book, key) }));
  return modal({ title: team.title, close: words.forms.close }, [
    ...(groups.length > 1 ? actions([select(goId('team', 'group'), choices, { initial: `show|${group}` })]) : []),
    section(`${bold(groupName(scene.book, group))}\n${givingText(giving, words)}`, ...(mayChange ? [change] : [])),
    divider,
    ...(shown.length === 0 ? [context(team.nobody)] : shown.flatMap((member) => memberBlocks(member, model, scene))),
    ...(members.length > shown.length ? [context(team.more(members.length - shown.length))] : []),
    ...(mayChange ? [] : [context(team.onlyLeads)]),
  ]);
}
