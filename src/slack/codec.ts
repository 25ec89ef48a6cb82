import { z } from 'zod';
import { asked } from '../domain/search.ts';
import type { FileRef } from '../domain/files.ts';
import { CHANNELS, personId, ticketNumber, type TicketNumber } from '../domain/language.ts';
import { source } from '../domain/verbs/rule.ts';
import { type Verb, VERBS } from '../domain/verbs.ts';
import { composerMemory } from './composer/memory.ts';
import { refOf, slackFile } from './files/given.ts';
import { GO, type Go } from './going.ts';

/**
 * How a verb and a ticket travel through Slack and back. Written and read only here.
 *
 * button      action_id `do.keep`, value `1042`            does the verb, or opens its form
 * choice      action_id `do.rate.5`, value `1042`          does the verb, its one question answered; `do.undo.7`: that event
 * overflow    action_id `more`, option value `pend.1042`   the same; `correct.1042.7` is about the words of event 7
 * navigation  action_id `go.show`, value `1042`            looks, changes nothing
 * form        callback_id `form.pend`, private_metadata JSON; block_id = field, action_id = `value`
 */
export type { Go } from './going.ts';

/** Verbs of which a press can answer the only question, and which question that is. */
const CHOSEN = { rate: 'score', undo: 'seq', resend: 'of', unschedule: 'of' } as const satisfies Partial<
  Record<Verb, string>
>;
export type ChosenVerb = keyof typeof CHOSEN;

export const verbId = (verb: Verb, choice?: string) => `do.${verb}${choice === undefined ? '' : `.${choice}`}`;
/** Several of one kind may stand in one row: then each has a word of its own. */
export const goId = (go: Go, which?: string) => `go.${go}${which === undefined ? '' : `.${which}`}`;
export const MORE = 'more';
/** `of`: the event whose words are meant. */
export const moreValue = (verb: Verb | 'show' | 'history', ticket: TicketNumber, of?: number) =>
  `${verb}.${ticket}${of === undefined ? '' : `.${of}`}`;
/** Forms that are not of one verb. */
const OTHERS = [
  'create',
  'contact',
  'superior',
  'add',
  'trigger',
  'trigger_edit',
  'field',
  'field_type',
  'field_preview',
  'category',
  'category_decide',
  'template',
  'templates',
  'banned',
  'search',
  'save_view',
  'batch',
  'member',
  'giving',
  'preview',
] as const;
export const formId = (verb: Verb | (typeof OTHERS)[number]) => `form.${verb}`;
/** The action_id of every input of a form; its block_id is the field. */
export const VALUE = 'value';

const ANY_FORM = /^form\./;
/** `T-1042`, `t1042`, `#1042` or `1042`, as people type it. */
export const ticketId = (number: TicketNumber) => `T-${number}`;
export const typedTicket = z
  .string()
  .trim()
  .regex(/^(?:t-?|#)?\d{1,9}$/i)
  .transform((typed) => ticketNumber(Number(typed.replace(/\D/g, ''))));

const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform((digits) => ticketNumber(Number(digits)));
export const user = z.object({ id: z.string().min(1).transform(personId) });
const verbWord = z.enum(VERBS);

/** What a form carries back and forth. Nothing in it is trusted: who may do what is decided from the database. */
const formMetadata = z.object({
  n: z.number().int().positive().max(999_999_999).transform(ticketNumber).optional(),
  via: z.enum(CHANNELS).optional(),
  main: source.optional(),
  /** The message that a new request is made of, or that is added to a ticket. */
  from: source.optional(),
  /** The message among agents whose words are sent to the requester. */
  promotes: source.optional(),
  /** The event whose words are changed. */
  of: z.number().int().positive().max(999_999_999).optional(),
  /** It began with words of its own. */
  own: z.boolean().optional(),
  /** The ticket that the new request goes on with. */
  follows: z.number().int().positive().max(999_999_999).optional(),
  /** The tickets that stand in it as alike. */
  like: z.array(z.number().int().positive().max(999_999_999)).max(10).optional(),
  /** The chosen submission type while a new request is being written. */
  type: z.string().optional(),
  /** The batch that is being chosen, how far one is with it, and which page of tickets is shown. */
  batch: z.number().int().positive().max(2_147_483_647).optional(),
  step: z.enum(['which', 'act', 'preview']).optional(),
  page: z.number().int().min(0).max(999).optional(),
  /** How often it was drawn: Slack keeps what stands in a block of the same name. */
  drawn: z.number().int().min(0).max(99_999).optional(),
  /** The trigger that the form is about. */
  key: z.string().max(80).optional(),
  /** By which words a list is narrowed. */
  find: z.string().max(100).optional(),
  /** Which of its versions was seen. */
  version: z.number().int().min(0).max(2_147_483_647).optional(),
  /** Whom the form is about. */
  person: z.string().min(1).transform(personId).optional(),
  /** What was said before the form of a search was opened. */
  search: asked.optional(),
  ...composerMemory,
  /** The saved view that is renamed. */
  view: z.number().int().positive().max(2_147_483_647).optional(),
});
export type FormMetadata = z.input<typeof formMetadata>;
export const metadata = (data: FormMetadata) => JSON.stringify(data);

const json = z.string().transform((text, context): unknown => {
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

const option = z.object({ value: z.string() });
/** An element of `view.state.values` or of `actions[]`, as far as it carries an answer. */
const element = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_date: z.string().nullish(),
  files: z.array(slackFile.or(z.string().transform((id) => ({ id })))).nullish(),
  selected_date_time: z.number().int().min(0).max(8_640_000_000_000).nullish(),
});

/** One answer: a string, several, or undefined when the person left it empty. Moments are ISO 8601 in UTC. */
type Answer = string | readonly string[] | readonly FileRef[] | undefined;
export type Answers = Readonly<Record<string, Answer>>;

function answerOf(given: z.output<typeof element>): Answer {
  if (given.files) return given.files.map(refOf);
  if (given.selected_options) return given.selected_options.map(({ value }) => value);
  if (given.selected_users) return given.selected_users;
  if (typeof given.selected_date_time === 'number') return new Date(given.selected_date_time * 1000).toISOString();
  return (
    given.value ??
    given.selected_option?.value ??
    given.selected_user ??
    given.selected_conversation ??
    given.selected_date ??
    undefined
  );
}

/** Where several stand in one row, each says which it is: `go.trigger_edit.of` in the row `c3` answers `c3.of`. */
const WHICH = /^go\.\w+\.(.+)$/;
/** `{block: {action: element}}` flattened to one answer per block. */
export const answers = z.record(z.string(), z.record(z.string(), element)).transform((values): Answers =>
  Object.fromEntries(
    Object.entries(values).flatMap(([block, elements]) => {
      const [first] = Object.values(elements);
      const each = Object.entries(elements).flatMap(([action_id, one]) => {
        const [, which] = WHICH.exec(action_id) ?? [];
        return which === undefined ? [] : [[`${block}.${which}`, answerOf(one)] as const];
      });
      return [[block, first && answerOf(first)] as const, ...each];
    }),
  ),
);

/** The input that the press itself brings; null: the verb asks what it asks. */
const chosenOf = (verb: Verb, choice: string | undefined): Record<string, string> | null =>
  choice !== undefined && verb in CHOSEN ? { [CHOSEN[verb as ChosenVerb]]: choice } : null;

const action = z.looseObject({ action_id: z.string(), block_id: z.string().optional() }).and(element);

const meant = action.transform((pressed, context) => {
  const { action_id: id } = pressed;
  const answer = answerOf(pressed);
  const value = typeof answer === 'string' ? answer : '';
  const [head = '', word = '', choice] = id.split('.');
  if (head === 'do') {
    const known = z.object({ verb: verbWord, ticket: number }).safeParse({ verb: word, ticket: value });
    if (known.success) return { kind: 'verb' as const, ...known.data, chosen: chosenOf(known.data.verb, choice) };
  }
  if (id === MORE) {
    const [verb = '', ticket = '', of] = value.split('.');
    const known = z.object({ verb: verbWord, ticket: number, of: number.optional() }).safeParse({ verb, ticket, of });
    if (known.success) return { kind: 'verb' as const, ...known.data, chosen: null };
    if (verb === 'show') return { kind: 'go' as const, go: 'show' as const, value: ticket };
    if (verb === 'history') return { kind: 'go' as const, go: 'show' as const, value: `${ticket}.history.0` };
  }
  if (head === 'go') {
    const go = z.enum(GO).safeParse(word);
    if (go.success) return { kind: 'go' as const, go: go.data, value };
  }
  if (id === VALUE) return { kind: 'choice' as const, field: pressed.block_id ?? '', value: answer };
  context.addIssue('not one of our buttons');
  return z.NEVER;
});

const view = z.looseObject({
  id: z.string(),
  hash: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: z.object({ values: answers }).optional(),
});

/** A press of anything: `meant` says what, and when by Slack's clock. */
export const click = z
  .looseObject({
    trigger_id: z.string().default(''),
    user,
    actions: z.tuple([meant.and(z.object({ action_ts: z.string().optional() }))], z.unknown()),
    response_url: z.string().optional(),
    container: z
      .looseObject({
        message_ts: z.string().optional(),
        channel_id: z.string().optional(),
        thread_ts: z.string().optional(),
      })
      .optional(),
    channel: z.looseObject({ id: z.string() }).optional(),
    view: view.optional(),
  })
  .transform(({ actions: [pressed], user: { id }, trigger_id, ...rest }) => ({
    meant: pressed,
    user: id,
    trigger: trigger_id,
    ...rest,
  }));
export type Click = z.output<typeof click>;

/** A form that was sent: which, about what, with which answers. */
export const submission = z
  .looseObject({ user, trigger_id: z.string().default(''), view })
  .transform(({ user: { id }, trigger_id, view: { callback_id, private_metadata, state, ...rest } }) => ({
    user: id,
    trigger: trigger_id,
    view: rest,
    form: callback_id,
    metadata: private_metadata,
    answers: state?.values ?? {},
  }))
  .pipe(
    z.object({
      user: z.custom<ReturnType<typeof personId>>(),
      trigger: z.string(),
      view: z.looseObject({ id: z.string(), hash: z.string() }),
      form: z
        .string()
        .regex(ANY_FORM)
        .transform((id) => id.slice('form.'.length))
        .pipe(z.enum([...VERBS, ...OTHERS])),
      metadata: json.pipe(formMetadata),
      answers: z.custom<Answers>(),
    }),
  );
export type Submission = z.output<typeof submission>;
export const keptMetadata = json.pipe(formMetadata);
export const readMetadata = (text: string) => keptMetadata.safeParse(text);
