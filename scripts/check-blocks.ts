/** Asks Slack's own `blocks.validate` about recorded payloads and sets its opinion beside local-slack's. */
import { readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageProblems } from '../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../local-slack/core/checks/view-check.ts';
import type { JournalRow } from '../local-slack/wire.ts';
import { type Payload, payloadsOf } from '../test/judge/payloads.ts';

const SLACK = 'https://slack.com/api/';
const SAMPLES = new URL('../test/fixtures/slack/samples/views/', import.meta.url);
const PATIENCE_MS = 15_000;

const USAGE = `npm run check:blocks -- [--at ADDRESS] [--from LOCAL-SLACK]
  --at    the API to ask (${SLACK})
  --from  a running local-slack, http://127.0.0.1:3001: every payload in its journal is asked about
          (without it: the sample views of the tests)`;

type Verdict = { ok: boolean; words: string };

class Unreachable extends Error {}

async function ask(at: string, { kind, value }: Payload): Promise<Verdict> {
  const field = kind === 'view' ? 'view' : 'blocks';
  const url = new URL('blocks.validate', at);
  let response: Response;
  try {
    const body = new URLSearchParams({ [field]: JSON.stringify(value) });
    response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new Unreachable(`${url.href} cannot be reached: is there a network?`, { cause: error });
  }
  const answer = (await response.json().catch(() => null)) as {
    ok?: boolean;
    error?: string;
    errors?: unknown[];
  } | null;
  if (answer === null) throw new Unreachable(`${url.href} answered ${response.status} and no JSON.`);
  if (answer.ok === true) return { ok: true, words: '' };
  return { ok: false, words: `${answer.error ?? ''} ${(answer.errors ?? []).slice(0, 3).map(told).join('; ')}`.trim() };
}

function told(error: unknown): string {
  if (typeof error === 'string') return error;
  const { message, pointer } = error as { message?: string; pointer?: string };
  return `${message ?? ''} at ${pointer ?? ''}`;
}

function own({ kind, value }: Payload): Verdict {
  const problems = kind === 'view' ? viewProblems(value) : messageProblems(value);
  return {
    ok: problems.length === 0,
    words: problems
      .slice(0, 3)
      .map((one) => `${one.message} at ${one.at}`)
      .join('; '),
  };
}

function samples(): Payload[] {
  return readdirSync(SAMPLES).map((name) => ({
    kind: 'view',
    at: name,
    value: JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8')) as unknown,
  }));
}

async function journal(from: string): Promise<Payload[]> {
  const response = await fetch(new URL('/_local/journal', from)).catch((error: unknown) => {
    throw new Unreachable(`No local-slack answers at ${from}.`, { cause: error });
  });
  const found = ((await response.json()) as JournalRow[]).flatMap(payloadsOf);
  return [...new Map(found.map((one) => [JSON.stringify([one.kind, one.value]), one])).values()];
}

const word = ({ ok }: Verdict): string => (ok ? 'takes it' : 'refuses');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { at: { type: 'string', default: SLACK }, from: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const at = values.at.endsWith('/') ? values.at : `${values.at}/`;
  const payloads = values.from === undefined ? samples() : await journal(values.from);
  const width = Math.max(10, ...payloads.map((one) => one.at.length)) + 2;
  console.log(`${'payload'.padEnd(width)}local-slack  ${new URL(at).host}`);
  let different = 0;
  for (const payload of payloads) {
    const [ours, theirs] = [own(payload), await ask(at, payload)];
    const same = ours.ok === theirs.ok;
    if (!same) different += 1;
    console.log(`${payload.at.padEnd(width)}${word(ours).padEnd(13)}${word(theirs)}${same ? '' : '   DIFFERENT'}`);
    for (const [name, { words }] of [
      ['local-slack', ours],
      [new URL(at).host, theirs],
    ] as const)
      if (!same && words !== '') console.log(`${' '.repeat(4)}${name}: ${words}`);
  }
  console.log(`${payloads.length} payloads, ${different} different opinions`);
  return different === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Unreachable) && !(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
