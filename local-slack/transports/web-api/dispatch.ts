/** One Web API call from its body to its answer: token, scopes, rates, faults, arguments, the method, the journal. */
import type { z } from 'zod';
import { holdsExecution } from '../../core/functions.ts';
import { readJson } from '../../core/json.ts';
import type { Obj } from '../../core/model.ts';
import { Refusal, invalidArguments, refuse } from '../../core/refusal.ts';
import { type Slack, scopesOf } from '../../core/slack.ts';
import { arrived, asWhenAsked, instead, limited } from '../call-faults.ts';
import type { Call, Method } from './method.ts';

export type Tokens = { bot: string; app: string };
export type Asked = { method: string; token: string | undefined; args: Obj; isJson: boolean; warnings: string[] };
export type Answer = { status: number; headers: Record<string, string>; body: Obj | string; drop: boolean };

const ALWAYS_ALLOWED = ['token', 'team_id', 'pretty'];

function tokenKind(slack: Slack, token: string | undefined, tokens: Tokens): 'bot' | 'app' {
  if (token === undefined || token === '') return refuse('not_authed');
  if (token === tokens.bot || holdsExecution(slack, token)) return 'bot';
  if (token === tokens.app) return 'app';
  return refuse('invalid_auth');
}

function checkToken(slack: Slack, method: Method, asked: Asked, tokens: Tokens): void {
  if (method.token === 'none') return;
  const kind = tokenKind(slack, asked.token, tokens);
  if (method.token !== 'any' && method.token !== kind) refuse('not_allowed_token_type');
}

function checkScopes(method: Method, has: string[]): void {
  if (method.scopes.length === 0 || method.scopes.some((scope) => has.includes(scope))) return;
  refuse('missing_scope', { needed: method.scopes.join(','), provided: has.join(',') });
}

function readArgs({ strictness }: Slack, method: Method, args: Obj): Obj {
  const known = new Set([...Object.keys(method.args.shape), ...ALWAYS_ALLOWED]);
  const strange = Object.keys(args).filter((name) => !known.has(name));
  if (strange.length > 0 && strictness.unknown_arguments === 'refuse')
    return invalidArguments(...strange.map((name) => `no such argument: ${name}`));
  const read = method.args.safeParse(args);
  if (read.success) return read.data;
  return invalidArguments(...read.error.issues.map((issue) => complaint(issue, args)));
}

function complaint(issue: z.core.$ZodIssue, args: Obj): string {
  const name = String(issue.path[0] ?? '');
  return args[name] === undefined || args[name] === ''
    ? `missing required field: ${name}`
    : `invalid value for \`${name}\``;
}

function unknownMethod(name: string, why: string | undefined): never {
  const messages = why === undefined ? undefined : [`[ERROR] local-slack has no ${name}: ${why}`];
  return refuse('unknown_method', { req_method: name, ...(messages ? { response_metadata: { messages } } : {}) });
}

async function run(slack: Slack, method: Method | undefined, asked: Asked, tokens: Tokens): Promise<Answer> {
  const scopes = scopesOf(slack);
  const headers: Record<string, string> = {
    'x-oauth-scopes': scopes.join(','),
    'x-accepted-oauth-scopes': method?.scopes.join(',') ?? '',
  };
  const call: Call = { slack, scopes, warnings: [...asked.warnings], token: asked.token ?? '' };
  try {
    if (!method || method.absent !== undefined) return unknownMethod(asked.method, method?.absent);
    if (asked.isJson && !method.json) return invalidArguments('this method does not accept a JSON body');
    checkToken(slack, method, asked, tokens);
    checkScopes(method, scopes);
    const wait = slack.rates.call(asked.method, method.tier);
    if (wait > 0) return limited(wait);
    const answer = await method.run(call, readArgs(slack, method, asked.args));
    return { status: 200, headers, body: { ok: true, ...answer, ...warned(call, answer) }, drop: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'ratelimited') return limited(Number(error.more['retry_after'] ?? 1));
    return { status: 200, headers, body: { ok: false, error: error.code, ...error.more }, drop: false };
  }
}

function warned(call: Call, answer: Obj): Obj {
  if (call.warnings.length === 0) return {};
  const meta = typeof answer['response_metadata'] === 'object' ? answer['response_metadata'] : {};
  return { warning: call.warnings.join(','), response_metadata: { ...meta, warnings: call.warnings } };
}

/** Arguments for the journal: without the token, JSON fields as what they say. */
function readable(args: Obj): Obj {
  const { token: _token, ...rest } = args;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      typeof value === 'string' && /^[[{]/.test(value) ? (parsed(value) ?? value) : value,
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

export async function dispatch(
  slack: Slack,
  methods: Record<string, Method>,
  tokens: Tokens,
  asked: Asked,
): Promise<Answer> {
  const trigger = asked.args['trigger_id'];
  const row = slack.journal.write({
    kind: 'call',
    name: asked.method,
    request: readable(asked.args),
    answer: null,
    ms: null,
    ...(typeof trigger === 'string' ? { link: trigger } : {}),
  });
  const fault = slack.faults.take(asked.method);
  const method = Object.hasOwn(methods, asked.method) ? methods[asked.method] : undefined;
  const now = (): Promise<Answer> =>
    run(slack, method, { ...asked, args: asWhenAsked(slack, fault, asked.args) }, tokens);
  const answer = (await instead(slack, fault)) ?? (await arrived(fault, await now(), now));
  slack.journal.close(row, { status: answer.status, body: answer.body }, fault ? { fault: fault.kind.do } : {});
  return answer;
}
