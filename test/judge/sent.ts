/** A judge of what local-slack sends: the types by which Bolt tells an app what comes. */
import { Ajv } from 'ajv';
import { definitionsOf } from './generate.ts';
import { type Definitions, type Schema, refTo, resolved } from './schema.ts';
import { opinions } from './second.ts';

type Obj = Record<string, unknown>;
/** Complaints about one delivery, `{ type, payload }` as the journal keeps it. */
export type SentJudge = {
  delivery(request: unknown): string[];
};

const TYPES = [
  'Envelope',
  'AnyEvent',
  'Click',
  'AnyAction',
  'Suggestion',
  'Global',
  'OnMessage',
  'Command',
  'Closed',
  'Submitted',
];
const INTERACTIONS: Record<string, string> = {
  block_actions: 'Click',
  block_suggestion: 'Suggestion',
  shortcut: 'Global',
  message_action: 'OnMessage',
  view_submission: 'Submitted',
  view_closed: 'Closed',
};

/** Where the types ask for what Slack does not send: seen in its own samples. */
const WRONG_IN_TYPES: { at: RegExp; says: RegExp; why: string }[] = [
  {
    at: /^\/event\/(?:root|(?:message|previous_message)(?:\/root)?)(?:\/(?:user|subtype))?$/,
    says: /^must (?:have required property|be equal to constant|NOT be valid)/,
    why: 'a message inside an event has no channel, time or kind of its own as an event',
  },
  { at: /^\/event$/, says: /'client_msg_id'$/, why: 'only what a person typed has one' },
  { at: /^\/event$/, says: /'inviter'$/, why: 'who joins by himself was invited by nobody' },
  { at: /^$/, says: /'response_url'$/, why: 'a click in a view has none' },
  { at: /\/files\/\d+$/, says: /'(?:channels|groups)'$/, why: 'only files.* tell where else a file is' },
];

function membersByName(union: Schema, all: Definitions): Map<string, Schema[]> {
  const found = new Map<string, Schema[]>();
  for (const one of resolved(union, all).anyOf ?? [union]) {
    const whole = resolved(one, all);
    if (whole.anyOf && !whole.properties) {
      for (const [name, more] of membersByName(one, all)) found.set(name, [...(found.get(name) ?? []), ...more]);
      continue;
    }
    const { type, subtype } = whole.properties ?? {};
    if (typeof type?.const !== 'string') continue;
    const name = typeof subtype?.const === 'string' ? `${type.const}/${subtype.const}` : type.const;
    found.set(name, [...(found.get(name) ?? []), one]);
  }
  return found;
}

let made: Promise<SentJudge> | undefined;

export function sentJudge(): Promise<SentJudge> {
  made ??= make();
  return made;
}

async function make(): Promise<SentJudge> {
  const definitions = await definitionsOf({ file: 'sent-types.ts', types: TYPES, closed: false }, (all) => all);
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, verbose: true });
  ajv.addSchema({ $id: 'slack', definitions });
  // `null` stands for a field that is not there, as in Slack's own samples.
  const faults = (schema: Schema, value: unknown, root: string): string[] => {
    const fits = ajv.getSchema(`slack${schema.$ref ?? ''}`);
    if (!fits) throw new Error(`No schema ${schema.$ref}.`);
    if (fits(value) === true) return [];
    return opinions(
      fits.errors?.filter(({ data }) => data !== null),
      root,
    )
      .filter(
        ({ at, message }) =>
          !message.startsWith('must match a schema') &&
          !WRONG_IN_TYPES.some((one) => one.at.test(at) && one.says.test(message)),
      )
      .map(({ at, message }) => `${message} at ${at}`);
  };
  /** By the nearest, where several types go by one name. */
  const check = (meant: Schema[], value: unknown, root: string): string[] =>
    meant.map((one) => faults(one, value, root)).toSorted((one, other) => one.length - other.length)[0] ?? [];
  const events = membersByName(refTo('AnyEvent'), definitions);
  const actions = membersByName(refTo('AnyAction'), definitions);
  const oneOf = (members: Map<string, Schema[]>, name: string, value: unknown, at: string): string[] => {
    const meant = members.get(name);
    return meant ? check(meant, value, at) : [];
  };
  const interaction = (payload: Obj): string[] => {
    const name = INTERACTIONS[String(payload['type'])];
    if (name === undefined) return [`no type of Bolt's is a ${String(payload['type'])}`];
    const clicked = Array.isArray(payload['actions']) ? (payload['actions'] as Obj[]) : [];
    return [
      ...faults(refTo(name), payload, ''),
      ...clicked.flatMap((one, n) => oneOf(actions, String(one['type']), one, `/actions/${n}`)),
    ];
  };
  const event = (payload: Obj): string[] => {
    const inner = payload['event'] as { type: string; subtype?: string };
    const { type, subtype } = inner;
    const name = subtype === undefined ? type : `${type}/${subtype}`;
    return [...faults(refTo('Envelope'), payload, ''), ...oneOf(events, name, inner, '/event')];
  };
  return {
    delivery(request) {
      const { type, payload } = request as { type: string; payload: Obj };
      if (type === 'events_api') return payload['type'] === 'event_callback' ? event(payload) : [];
      return type === 'slash_commands' ? faults(refTo('Command'), payload, '') : interaction(payload);
    },
  };
}
