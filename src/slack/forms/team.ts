import type { ModalView } from '@slack/types';
import type { Giving, Share } from '../../desk/roster.ts';
import { HOW, MOST_OPEN } from '../../domain/distribution.ts';
import { MOST_REOFFER } from '../../domain/group.ts';
import { dayBegins } from '../../domain/hours.ts';
import type { GroupKey, PersonId } from '../../domain/language.ts';
import { weekOf, weekText } from '../../domain/week.ts';
import { type Answers, formId, metadata, VALUE } from '../codec.ts';
import { context, day, modal, multiSelect, section, select } from '../kit.ts';
import { nameOf, type Scene, typeName } from '../views/facts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask, askText } from './ask.ts';

/** The day on which a moment falls in a time zone, as a calendar has it. */
const dayIn = (zone: string, at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

type About = { person: PersonId; group: GroupKey; zone: string; may: 'all' | 'away' };

/** How much somebody may be given, when, and of what; only until when he is away, where no more may be said. */
export function memberForm({ person, group, zone, may }: About, share: Share, scene: Scene): ModalView {
  const words = wordsOf(scene.language);
  const { team } = words.distribution;
  const { outUntil, capacity, hours, skills } = share;
  const away = outUntil && outUntil > scene.now ? dayIn(zone, outUntil) : undefined;
  const types = scene.book.types.map(({ key }) => ({
    value: key,
    label: typeName(scene.book, key, scene.language) ?? key,
  }));
  return modal(
    {
      title: may === 'all' ? team.member.title : team.own.title,
      submit: team.member.submit,
      close: words.forms.close,
      callback: formId('member'),
      metadata: metadata({ person, key: group }),
    },
    [
      section(nameOf(scene.book, person, words)),
      ask('until', may === 'all' ? team.ask.until : { ...team.ask.until, ...team.own }, day(VALUE, away), {
        optional: true,
      }),
      ...(may === 'away'
        ? []
        : [
            askText('capacity', team.ask.capacity, {
              optional: true,
              multiline: false,
              max: 3,
              initial: capacity?.toString(),
            }),
            askText('hours', team.ask.hours, {
              optional: true,
              multiline: false,
              max: 300,
              initial: hours ? weekText(hours.week, scene.language) : undefined,
            }),
            ...(types.length === 0
              ? []
              : [ask('skills', team.ask.skills, multiSelect(VALUE, types, { initial: skills }), { optional: true })]),
            context(team.zone(hours?.zone ?? zone)),
          ]),
    ],
  );
}

type Read = { share: Share } | { errors: Record<string, string> };

/** What was said of somebody, beside how it was. */
export function readMember(
  answers: Answers,
  before: Share,
  { zone, now, holidays }: { zone: string; now: Date; holidays: NonNullable<Share['hours']>['holidays'] },
  words: Catalog,
): Read {
  const { errors: faults } = words.distribution.team;
  const [until, capacity, week] = [given(answers, 'until'), given(answers, 'capacity'), given(answers, 'hours')];
  const same = until !== undefined && before.outUntil !== null && until === dayIn(zone, before.outUntil);
  const outUntil = until === undefined ? null : same ? before.outUntil : dayBegins(until, zone);
  const many = capacity === undefined ? null : /^\d{1,3}$/.test(capacity) ? Number(capacity) : NaN;
  const read = week === undefined ? null : weekOf(week);
  const errors = {
    ...(outUntil && outUntil <= now && { until: faults.past }),
    ...(Number.isNaN(many) && { capacity: faults.capacity(MOST_OPEN) }),
    ...(week !== undefined && !read && { hours: faults.hours }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const skills = answers['skills'];
  return {
    share: {
      outUntil,
      capacity: many,
      hours: read && { zone: before.hours?.zone ?? zone, week: read, holidays: before.hours?.holidays ?? holidays },
      skills: Array.isArray(skills) ? skills.filter((one) => typeof one === 'string') : [],
    },
  };
}

/** How a group gives its tickets away. */
export function givingForm(group: GroupKey, { auto_assign, reoffer_minutes }: Giving, scene: Scene): ModalView {
  const words = wordsOf(scene.language);
  const { team } = words.distribution;
  const ways = (['off', ...HOW] as const).map((way) => ({
    value: way,
    label: team.way[way],
    description: team.wayHint[way],
  }));
  return modal(
    {
      title: team.giving.title,
      submit: team.giving.submit,
      close: words.forms.close,
      callback: formId('giving'),
      metadata: metadata({ key: group }),
    },
    [
      ask('way', team.ask.way, select(VALUE, ways, { initial: auto_assign })),
      askText('reoffer', team.ask.reoffer, {
        optional: true,
        multiline: false,
        max: 5,
        initial: reoffer_minutes > 0 ? String(reoffer_minutes) : undefined,
      }),
    ],
  );
}

export function readGiving(answers: Answers, words: Catalog): { giving: Giving } | { errors: Record<string, string> } {
  const way = (['off', ...HOW] as const).find((one) => one === given(answers, 'way')) ?? 'off';
  const minutes = given(answers, 'reoffer') ?? '0';
  if (!/^\d{1,5}$/.test(minutes) || Number(minutes) > MOST_REOFFER)
    return { errors: { reoffer: words.distribution.team.errors.minutes(MOST_REOFFER) } };
  return { giving: { auto_assign: way, reoffer_minutes: Number(minutes) } };
}
