import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewProblems } from '../../../local-slack/core/checks/view-check.ts';
import type { Member } from '../../../src/desk/roster.ts';
import { personId } from '../../../src/domain/language.ts';
import { givingForm, memberForm } from '../../../src/slack/forms/team.ts';
import { teamView } from '../../../src/slack/views/team.ts';
import { hostileTitle } from '../hostile.ts';
import { ana, book, kofi, lea, marta, now, support } from './make.ts';
import { chapters, sketchView } from './sketch.ts';

const share = { outUntil: null, capacity: null, hours: null, skills: [] };
const hours = { zone: 'Europe/Rome', week: { monday: ['09:00-13:00'], tuesday: ['09:00-13:00'] }, holidays: [] };
const members: Member[] = [
  { ...share, person: lea, lead: true, open: 1 },
  { ...share, person: ana, lead: false, open: 3, capacity: 3 },
  { ...share, person: kofi, lead: false, open: 0, hours, skills: ['malfunction'] },
  { ...share, person: marta, lead: false, open: 2, outUntil: new Date('2026-11-30T08:00:00Z') },
];
const giving = { auto_assign: 'round_robin', reoffer_minutes: 30 } as const;

test('who is here, and what can be said of it', async () => {
  const drawn = (language: 'en' | 'it') => {
    const scene = { book, language, now };
    const group = support.key;
    const of = (mayChange: boolean) =>
      sketchView(teamView({ group, giving, members, mayChange, viewer: ana, groups: [group] }, scene));
    const about = { person: kofi, group, zone: 'Europe/Rome' };
    return [
      [`lead, ${language}`, of(true)],
      [`agent, ${language}`, of(false)],
      [`somebody, ${language}`, sketchView(memberForm({ ...about, may: 'all' }, members[2]!, scene))],
      [`oneself, ${language}`, sketchView(memberForm({ ...about, may: 'away' }, members[3]!, scene))],
      [`giving, ${language}`, sketchView(givingForm(group, giving, scene))],
    ] as const;
  };
  await expect(chapters([...drawn('en'), ...drawn('it')])).toMatchFileSnapshot('./sketches/team.txt');
});

test('Slack takes it, however many there are and whatever they are called', () => {
  fc.assert(
    fc.property(hostileTitle, fc.nat(90), (name, many) => {
      const crowd = Array.from({ length: many }, (_, nth) => ({
        ...members[nth % members.length]!,
        person: personId(`U${nth}`),
        skills: book.types.map(({ key }) => key),
      }));
      const people = new Map(crowd.map(({ person }) => [person, { ...book.people.get(ana)!, id: person, name }]));
      const scene = { book: { ...book, people }, language: 'en' as const, now };
      const groups = Array.from({ length: many }, () => support.key);
      const model = {
        group: support.key,
        giving,
        members: crowd,
        mayChange: true,
        viewer: ana,
        groups: [...new Set(groups)],
      };
      expect(viewProblems(teamView(model, scene))).toEqual([]);
    }),
  );
});
