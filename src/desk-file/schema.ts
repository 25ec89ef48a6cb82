import { z } from 'zod';
import { HOW, MOST_OPEN } from '../domain/distribution.ts';
import { AUDIENCES, EDITORS, field, MOST_FIELDS, PREFILLS } from '../domain/fields.ts';
import { BANNED_HOW, MOST_REOFFER, type policies } from '../domain/group.ts';
import { DOCUMENT_ON_CLOSE } from '../domain/processing.ts';
import { CHANNELS, ESCALATION_RULES, GROUP_KINDS, KINDS, LANGUAGES, PRIORITIES } from '../domain/language.ts';
import { type Verb, VERBS } from '../domain/verbs.ts';
import { bannedOfFile } from './banned.ts';
import { stepOfFile } from './chain.ts';
import { templatesOfFile } from './templates.ts';
import { triggersOfFile } from './triggers.ts';
import { milliseconds } from './duration.ts';
import { filesOfFile } from './files.ts';
import { hoursOfFile, slaOfFile } from './hours.ts';
import {
  block,
  blocks,
  channel,
  inLanguages,
  key,
  list,
  needs,
  oneOf,
  orEmpty,
  person,
  text,
  daysOrNever,
  hoursOrNever,
  minutesOrNever,
  wholeDays,
  wholeMinutes,
  wholeNumber,
  yesOrNo,
} from './phrase.ts';

const personOfFile = orEmpty(
  block({
    manager: person('manager').optional(),
    admin: yesOrNo('admin').default(false),
    capacity: wholeNumber('capacity', MOST_OPEN).optional(),
    hours: hoursOfFile.optional(),
    skills: list('skills', 'payments', key),
  }),
);

const EMOJI_WORDS = ['create', 'urgent', ...VERBS];
/** An emoji stands with or without its colons, and `off` for none. */
const emojiMap = z.preprocess(
  (given) => (given === 'off' ? false : given),
  z.union(
    [
      z.boolean(),
      z.record(
        z
          .string()
          .transform((name) => name.replace(/^:(.*):$/, '$1'))
          .pipe(z.string().regex(/^[a-z0-9_+'-]+$/)),
        z
          .string()
          .transform((verb) => verb.replaceAll('-', '_'))
          .pipe(z.enum(EMOJI_WORDS)),
      ),
    ],
    {
      error: needs('emoji with a verb each, true for the usual ones, or off', 'emoji: { ticket: create, eyes: keep }'),
    },
  ),
);

/** A policy of the domain without a question here does not compile. */
const policiesOfFile = block({
  assignee_may_forward: yesOrNo('assignee_may_forward').default(true),
  assignee_may_forward_triggered: yesOrNo('assignee_may_forward_triggered').default(false),
  anybody_may_raise: yesOrNo('anybody_may_raise').default(true),
  may_leave_unassigned: yesOrNo('may_leave_unassigned').default(true),
  auto_assign: oneOf('auto_assign', ['off', ...HOW]).default('off'),
  reoffer_minutes: minutesOrNever('reoffer_minutes', MOST_REOFFER),
  reopen: oneOf('reopen', ['reopen_in_window', 'follow_up_only', 'reopen_n_days']).default('reopen_in_window'),
  reopen_days: wholeDays('reopen_days', 14),
  remind_days: daysOrNever('remind_days', 3),
  no_response_days: daysOrNever('no_response_days', 4),
  emoji: emojiMap.default(true),
  ack_minutes: wholeMinutes('ack_minutes', 30),
  ack_minutes_urgent: wholeMinutes('ack_minutes_urgent', 10),
  nudge_hours: hoursOrNever('nudge_hours', 4),
  escalate_on: list('escalate_on', 'breach', oneOf('escalate_on', ESCALATION_RULES)),
  urgent_unassigned_minutes: wholeMinutes('urgent_unassigned_minutes', 15),
  banned_words: oneOf('banned_words', BANNED_HOW).default('warn'),
  files: filesOfFile,
  processing_types: list(
    'processing_types',
    '{ key: how_to, name: How-to }',
    block({ key, name: inLanguages('a name', 'name: { en: How-to, it: Istruzioni }') }),
  ),
  document_on_close: oneOf('document_on_close', DOCUMENT_ON_CLOSE).default('off'),
  customer_for_agents: yesOrNo('customer_for_agents').default(true),
} satisfies Record<keyof typeof policies.shape, z.ZodType>);

const groupOfFile = block({
  name: text('a name', 'name: Support', 75),
  kind: oneOf('kind', GROUP_KINDS),
  language: oneOf('language', LANGUAGES).default('en'),
  channel: channel("an agents' channel", 'channel: support-desk'),
  request_channels: list(
    'request_channels',
    'ask-support',
    channel('request channels by name', 'request_channels: [ask-support]'),
  ),
  leads: list('leads', 'lea@northwind.example', person('leads', 'leads by e-mail', 'leads: [lea@northwind.example]')),
  agents: list(
    'agents',
    'ana@northwind.example',
    person('agents', 'agents by e-mail', 'agents: [ana@northwind.example]'),
  ),
  chain: list('chain', 'manager_of_assignee, it_support', stepOfFile),
  policies: orEmpty(policiesOfFile),
  /** Left out: always open. */
  hours: hoursOfFile.optional(),
  sla: orEmpty(slaOfFile),
});

const ENDINGS = { error: needs('how names of files end, without a dot, in small letters', 'types: [pdf, png]') };
const fieldOfFile = block({
  key,
  label: inLanguages('a label', 'label: { en: Device, it: Dispositivo }'),
  ask: oneOf('ask', field.shape.ask.unwrap().options).default('line'),
  required: z
    .union([z.boolean(), z.literal('resolve')], {
      error: needs('"required": true, false or resolve', 'required: true'),
    })
    .default(false),
  audience: oneOf('audience', AUDIENCES).optional(),
  editable: oneOf('editable', EDITORS).optional(),
  hint: inLanguages('a hint', 'hint: { en: For example a laptop, it: Per esempio un portatile }').optional(),
  pattern: text('a regular expression', String.raw`pattern: '\d{6}'`).optional(),
  otherwise: inLanguages('a sentence for a wrong answer', 'otherwise: The code has 6 digits.').optional(),
  options: z
    .array(block({ key, label: inLanguages('a label', 'label: Laptop') }), {
      error: needs('a list of options', 'options: [{ key: laptop, label: Laptop }]'),
    })
    .optional(),
  types: z
    .array(text('how names of files end', 'types: [pdf, png]').regex(/^[a-z0-9]{1,10}$/, ENDINGS), ENDINGS)
    .min(1, ENDINGS)
    .optional(),
  remember: yesOrNo('remember').optional(),
  personal: yesOrNo('personal').optional(),
  prefill: oneOf('prefill', PREFILLS).optional(),
} satisfies Record<keyof typeof field.shape, z.ZodType>);

const typeOfFile = block({
  name: inLanguages('a name', 'name: { en: Payments, it: Pagamenti }'),
  /** A type under another one goes to the same group unless it says otherwise. */
  group: text('the key of a group', 'group: support').optional(),
  hint: inLanguages('a hint', 'hint: { en: Which invoice?, it: Quale fattura? }').optional(),
  fields: list('fields', '{ key: device, label: Device }', fieldOfFile).refine((all) => all.length <= MOST_FIELDS, {
    error: `asks more than ${MOST_FIELDS} questions, which no form of Slack holds`,
  }),
  get types() {
    return typesOfFile;
  },
});
const typesOfFile: z.ZodType<Record<string, TypeOfFile>> = z.lazy(() => blocks('submission type', key, typeOfFile));
export type TypeOfFile = {
  name: z.output<typeof typeOfFile.shape.name>;
  group?: string | undefined;
  hint?: z.output<typeof typeOfFile.shape.hint>;
  fields: z.output<typeof fieldOfFile>[];
  types: Record<string, TypeOfFile>;
};

function duration(name: string, what: string, example: string) {
  const error = needs(`"${name}", ${what}, in d, h, m and s`, `${name}: ${example}`);
  return z
    .string({ error })
    .trim()
    .refine((given) => milliseconds(given) !== null, { error })
    .transform((given) => milliseconds(given) ?? 0);
}

const step = block({
  after: duration('after', 'the time since the step before', '5m'),
  by: person('by'),
  do: oneOf('do', VERBS as readonly [Verb, ...Verb[]]),
  with: orEmpty(
    z.record(z.string(), z.unknown(), { error: needs('a block of settings for "with"', 'with: { text: Done. }') }),
  ),
});
export type StepOfFile = z.output<typeof step>;

const ticketOfFile = block({
  title: text('a title', 'title: The printer is on fire', 150),
  content: text('its content', 'content: Since this morning.', 40_000),
  requester: person('requester'),
  /** Who files it, when it is somebody else. */
  by: person('by').optional(),
  to: person('to').optional(),
  type: text('the key of a submission type', 'type: malfunction').optional(),
  fields: orEmpty(
    z.record(
      z.string(),
      z.union([z.string(), z.number()], { error: needs('an answer', 'fields: { device: Laptop }') }).transform(String),
    ),
  ),
  group: text('the key of a group', 'group: support').optional(),
  kind: oneOf('kind', KINDS).default('question'),
  priority: oneOf('priority', PRIORITIES).default('normal'),
  channel: oneOf('channel', CHANNELS).default('home'),
  language: oneOf('language', LANGUAGES).default('en'),
  private: yesOrNo('private').default(false),
  ago: duration('ago', 'how long ago it came in', '2h'),
  // oxlint-disable-next-line unicorn/no-thenable -- a list is never called, and no word reads better in the file
  then: list('then', '{ after: 5m, by: ana@northwind.example, do: keep }', step),
});
export type TicketOfFile = z.output<typeof ticketOfFile>;

export const deskFile = block({
  it_support: text('the key of a group', 'it_support: it').optional(),
  manager_field: text('the id of a profile field', 'manager_field: Xf0MANAGER1', 40).optional(),
  people: blocks(
    'person, by e-mail',
    person('people', 'an e-mail for every person', 'lea@northwind.example: {}'),
    personOfFile,
  ),
  groups: blocks('group', key, groupOfFile),
  types: typesOfFile,
  triggers: triggersOfFile,
  banned_words: bannedOfFile.optional(),
  templates: templatesOfFile.optional(),
  tickets: list('tickets', '{ title: ..., content: ..., requester: ..., ago: 2h }', ticketOfFile),
});
export type DeskOfFile = z.output<typeof deskFile>;
