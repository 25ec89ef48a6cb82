/** One Web API call from its body to its answer: token, scopes, rates, faults, arguments, the method, the journal. */
import type { z } from 'zod';
import type { Fault } from '../../wire.ts';
import type { Obj } from '../../core/model.ts';
import { Refusal, invalidArguments, refuse } from '../../core/refusal.ts';
import { type Slack, scopesOf } from '../../core/slack.ts';
import type { Call, Method } from './method.ts';

export type Tokens = { bot: string; app: string };
export type Asked = { method: string; token: string | undefined; args: Obj; isJson: boolean };
export type Answer = { status: number; headers: Record<string, string>; body: Obj | string; drop: boolean };

const ALWAYS_ALLOWED = ['token', 'team_id', 'pretty'];

function tokenKind(token: string | undefined, tokens: Tokens): 'bot' | 'app' {
  if (token === undefined || token === '') return refuse('not_authed');
  if (token === tokens.bot) return 'bot';
  if (token === tokens.app) return 'app';
  return refuse('invalid_auth');
}

function checkToken(method: Method, asked: Asked, tokens: Tokens): void {
  if (method.token === 'none') return;
  const kind = tokenKind(asked.token, tokens);
  if (method.token !== 'any' && method.token !== kind) refuse('not_allowed_token_type');
}

function checkScopes(method: Method, has: string[]): void {
  if (method.scopes.length === 0 || method.scopes.some((scope) => has.includes(scope))) return;
  refuse('missing_scope', { needed: method.scopes.join(','), provided: has.join(',') });
}

function readArgs(method: Method, args: Obj): Obj {
  const known = new Set([...Object.keys(method.args.shape), ...ALWAYS_ALLOWED]);
  const strange = Object.keys(args).filter((name) => !known.has(name));
  if (strange.length > 0) return invalidArguments(...strange.map((name) => `no such argument: ${name}`));
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

function limited(seconds: number | null): Answer {
  const headers: Record<string, string> = seconds === null ? {} : { 'retry-after': String(seconds) };
  return { status: 429, headers, body: { ok: false, error: 'ratelimited' }, drop: false };
}

/** What an armed fault does before the method runs; nothing means: go on. */
async function before(slack: Slack, fault: Fault | undefined): Promise<Answer | undefined> {
  const kind = fault?.kind;
  switch (kind?.do) {
    case 'error':
      return { status: 200, headers: {}, body: { ok: false, error: kind.error }, drop: false };
    case 'http':
      return { status: kind.status, headers: {}, body: 'upstream trouble', drop: false };
    case 'rate_limit':
      return limited(kind.retry_after);
    case 'drop':
    case 'lose':
      return { status: 500, headers: {}, body: '', drop: true };
    case 'delay':
      await new Promise<void>((done) => slack.clock.after(kind.ms, done));
      return undefined;
    case 'apply_then_drop':
    case 'duplicate':
    case undefined:
      return undefined;
  }
}

async function run(slack: Slack, method: Method | undefined, asked: Asked, tokens: Tokens): Promise<Answer> {
  const scopes = scopesOf(slack);
  const headers: Record<string, string> = {
    'x-oauth-scopes': scopes.join(','),
    'x-accepted-oauth-scopes': method?.scopes.join(',') ?? '',
  };
  const call: Call = { slack, scopes, warnings: [] };
  try {
    if (!method) return refuse('unknown_method', { req_method: asked.method });
    if (asked.isJson && !method.json) return invalidArguments('this method does not accept a JSON body');
    checkToken(method, asked, tokens);
    checkScopes(method, scopes);
    const wait = slack.rates.call(asked.method, method.tier);
    if (wait > 0) return limited(wait);
    const answer = await method.run(call, readArgs(method, asked.args));
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
    return JSON.parse(text);
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
  const early = await before(slack, fault);
  let answer = early ?? (await run(slack, method, asked, tokens));
  if (fault?.kind.do === 'duplicate') answer = await run(slack, method, asked, tokens);
  if (fault?.kind.do === 'apply_then_drop') answer = { ...answer, drop: true };
  slack.journal.close(row, { status: answer.status, body: answer.body }, fault ? { fault: fault.kind.do } : {});
  return answer;
}
