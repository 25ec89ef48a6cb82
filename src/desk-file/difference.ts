import type { SubmissionType } from '../domain/fields.ts';
import { beforeIt } from '../domain/type-making.ts';
import { bannedInWords } from './banned.ts';
import { inWords as stepInWords } from './chain.ts';
import type { Names } from './directory.ts';
import { filesContent } from './files.ts';
import { hoursContent, slaContent } from './hours.ts';
import { policyOf, SAID_IN_SLACK } from './policies.ts';
import { templateContent, type TemplateOutline } from './templates.ts';
import { triggerContent, type TriggerOutline } from './triggers.ts';
import { fieldsOfType, placeOfType, typeItself } from './tree.ts';
import type { DeskOutline, GroupOutline, PersonOutline, WrittenInSlack } from './outline.ts';

/** One thing that a desk says: of what, and what. A thing that is or is not has no value. */
type Said = [of: string, value: string];

/** What changes from one desk to another, in plain words: `+` comes, `-` goes, `~` changes, `!` is lost. */
export function differences(before: DeskOutline, after: DeskOutline, names: Names): string[] {
  const old = new Map(saidBy(before, names));
  const now = new Map(saidBy(after, names));
  const lines = [...new Set([...now.keys(), ...old.keys()])].flatMap((of) => {
    const [was, is] = [old.get(of), now.get(of)];
    if (was === is) return [];
    if (was === undefined) return [told('+', of, is ?? '')];
    return is === undefined ? [told('-', of, was)] : [`~ ${of}: ${was} → ${is}`];
  });
  return [
    ...undone(before, after, names),
    ...lines,
    ...orderOf('groups', before.groups, after.groups),
    ...after.groups.flatMap(({ key, policies }) => {
      const was = before.groups.find((group) => group.key === key)?.policies.processing_types ?? [];
      return orderOf(`processing types of group "${key}"`, was, policies.processing_types);
    }),
    ...orderOf('types', before.types, after.types),
    ...orderOf('triggers', before.triggers, after.triggers),
  ];
}

type Listed = Pick<DeskOutline, 'groups' | 'types' | 'triggers' | 'templates' | 'banned'>;
/** What may be written in Slack as well, each as it is called, with all that it says. */
const listed = ({ groups, types, triggers, templates, banned }: Listed, other: Listed): Said[] => [
  ...groups.flatMap(({ key, policies }) =>
    SAID_IN_SLACK.map((policy): Said => [policyOf(key, policy), inWords(policies[policy])]),
  ),
  ...types.flatMap((one): Said[] => [
    [typeItself(one), inWords({ ...one, fields: '', hint: one.hint ?? '', parent: one.parent ?? '' })],
    [placeOfType(one), beforeIt(types.filter(isAmong(other.types)), one)?.key ?? ''],
    [fieldsOfType(one), inWords(one.fields)],
  ]),
  ...triggers.map((one): Said => [`trigger "${one.key}"`, JSON.stringify(one)]),
  ...templates.map((one): Said => [`template "${one.code}"`, inWords(templateContent(one))]),
  ...banned.map((one): Said => [bannedInWords(one), '']),
];

const isAmong =
  (others: Keyed) =>
  ({ key }: { key: string }): boolean =>
    others.some((other) => other.key === key);

/** As many are named one by one. */
const MOST_NAMED = 20;

/** What was written in Slack, and the file says otherwise or not at all. */
function undone(before: DeskOutline, after: DeskOutline, names: Names): string[] {
  const kept = new Map(listed(after, before));
  const inSlack = ({ by, at }: WrittenInSlack) => `in Slack by ${names.person(by)} on ${at.toISOString().slice(0, 10)}`;
  const said = listed(before, after).flatMap(([of, says]) => {
    const by = before.written.get(of);
    return by && kept.get(of) !== says
      ? [
          `! ${of} was written ${inSlack(by)}, and the file does not say so: to keep that, answer no and write it into the file, as  npm run desk -- export  shows it`,
        ]
      : [];
  });
  const taken = after.types.flatMap((type) => {
    const by = before.taken.get(type.key);
    return by
      ? [
          `! ${typeItself(type)} was taken away ${inSlack(by)}, and the file brings it back: to keep that, answer no and take it out of the file`,
        ]
      : [];
  });
  const lost = [...said, ...taken];
  const more = lost.length - MOST_NAMED;
  return more > 0 ? [...lost.slice(0, MOST_NAMED), `! and so were ${more} more`] : lost;
}

const told = (sign: string, of: string, value: string) => `${sign} ${of}${value === '' ? '' : `: ${value}`}`;

type Keyed = readonly { key: string }[];

/** Whether those that stay have changed places. */
function orderOf(what: string, before: Keyed, after: Keyed): string[] {
  const staying = (some: Keyed, others: Keyed) =>
    some.flatMap(({ key }) => (others.some((other) => other.key === key) ? [key] : [])).join(', ');
  const [was, is] = [staying(before, after), staying(after, before)];
  return was === is ? [] : [`~ order of the ${what}: ${was} → ${is}`];
}

function saidBy(
  { itSupport, managerField, people, groups, types, triggers, banned, templates }: DeskOutline,
  names: Names,
): Said[] {
  const rights = [...people].flatMap(([id, person]) => saidByPerson(names.person(id), person, names));
  return [
    ...(itSupport === null ? [] : [['it_support', itSupport] satisfies Said]),
    ...(managerField === null ? [] : [['manager_field', managerField] satisfies Said]),
    ...rights,
    ...groups.flatMap((group) => saidByGroup(group, names)),
    ...types.flatMap(saidByType),
    ...triggers.flatMap((trigger) => saidByTrigger(trigger, names)),
    ...banned.map((one): Said => [bannedInWords(one), '']),
    ...templates.flatMap(saidByTemplate),
  ];
}

function saidByPerson(name: string, { manager, admin, capacity, hours, skills }: PersonOutline, names: Names): Said[] {
  const of = (what: string) => `person ${name}: ${what}`;
  return [
    ...(manager === null ? [] : [[of('manager'), names.person(manager)] satisfies Said]),
    ...(admin ? [[of('admin'), ''] satisfies Said] : []),
    ...(capacity === null ? [] : [[of('capacity'), String(capacity)] satisfies Said]),
    ...Object.entries(hours ? hoursContent(hours) : {}).map(([what, value]): Said => [
      of(`hours, ${what}`),
      inWords(value),
    ]),
    ...(skills.length === 0 ? [] : [[of('skills'), skills.join(', ')] satisfies Said]),
  ];
}

function saidByGroup(group: GroupOutline, names: Names): Said[] {
  const of = (what: string) => `group "${group.key}": ${what}`;
  const { processing_types: types, ...policies } = group.policies;
  const chain = group.chain.map((step) => stepInWords(step, names.person)).join(', ');
  return [
    [of('name'), group.name],
    [of('kind'), group.kind],
    [of('language'), group.language],
    ...(group.channel === null ? [] : [[of("agents' channel"), `#${names.channel(group.channel)}`] satisfies Said]),
    ...group.requestChannels.map((id): Said => [of(`request channel #${names.channel(id)}`), '']),
    ...group.leads.map((id): Said => [of(`lead ${names.person(id)}`), '']),
    ...group.agents.map((id): Said => [of(`agent ${names.person(id)}`), '']),
    [of('chain'), chain === '' ? 'nobody' : chain],
    ...Object.entries({ ...policies, files: filesContent(policies.files) }).map(([policy, value]): Said => [
      of(policy),
      wordFor(value),
    ]),
    ...types.map(({ key, name }): Said => [of(`processing type "${key}"`), inWords(name)]),
    ...Object.entries(group.hours ? hoursContent(group.hours) : {}).map(([what, value]): Said => [
      of(`hours, ${what}`),
      inWords(value),
    ]),
    ...Object.entries(slaContent(group.sla)).map(([what, value]): Said => [of(`sla, ${what}`), inWords(value)]),
  ];
}

function saidByType({ key, parent, name, group, hint, fields }: SubmissionType): Said[] {
  const of = (what: string) => `type "${key}": ${what}`;
  return [
    [of('name'), inWords(name)],
    ...(parent === null ? [] : [[of('under'), parent] satisfies Said]),
    [of('group'), group],
    ...(hint === null ? [] : [[of('hint'), inWords(hint)] satisfies Said]),
    ...fields.flatMap((field) =>
      Object.entries(field).flatMap(([setting, value]): Said[] =>
        setting === 'key' || value === undefined ? [] : [[of(`field "${field.key}": ${setting}`), inWords(value)]],
      ),
    ),
    ...(fields.length > 1
      ? [[of('order of its fields'), fields.map((field) => field.key).join(', ')] satisfies Said]
      : []),
  ];
}

const saidByTrigger = (trigger: TriggerOutline, names: Names): Said[] =>
  Object.entries(triggerContent(trigger, names.person)).map(([what, value]): Said => [
    `trigger "${trigger.key}": ${what}`,
    inWords(value),
  ]);

const saidByTemplate = (template: TemplateOutline): Said[] =>
  Object.entries(templateContent(template)).map(([what, value]): Said => [
    `template "${template.code}": ${what}`,
    inWords(value),
  ]);

function inWords(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((one) => `(${inWords(one)})`).join(', ');
  // In one order, however it was written.
  return Object.entries(value ?? {})
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([word, inner]) => `${word}: ${inWords(inner)}`)
    .join(', ');
}

/** A setting in one line; what stands under it in pairs. */
const wordFor = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, meant]) => `${name}: ${String(meant)}`)
        .join(', ')
    : String(value);
