import type { Ground } from './ground.ts';
import { spread, table } from './table.ts';
import { type Cost, RUNS, walk } from './walk.ts';

const GOALS: Record<string, number> = { create: 3, keep: 2, note: 1, reply: 3, resolve: 3 };
const whole = (value: number) => String(value);

/** Calls to Slack for every step of a ticket's life. */
export async function calls(ground: Ground): Promise<string> {
  const { costs } = await walk(ground);
  const steps = [...new Set(costs.map(({ step }) => step))];
  const rows = steps.map((step) => {
    const runs = costs.filter((cost) => cost.step === step);
    const of = (which: (name: string) => boolean) =>
      spread(
        runs.map((run) => run.calls.filter(which).length),
        whole,
      );
    return [step, of(isLetter), GOALS[step] ?? '', of(isWindow), of(isDm), lettersOf(runs)];
  });
  return [
    `From the journal of local-slack, ${RUNS} tickets one after the other; minimum / median / maximum.`,
    '',
    table(['step', 'letters', 'goal', 'windows', 'asking for a DM', 'the letters of the last run'], rows),
  ].join('\n');
}

const isWindow = (name: string) => name.startsWith('views.');
/** Once in a person's life: the answer is kept. */
const isDm = (name: string) => name === 'conversations.open';
const isLetter = (name: string) => !isWindow(name) && !isDm(name);

function lettersOf(runs: readonly Cost[]): string {
  const names = runs.at(-1)?.calls.filter(isLetter) ?? [];
  return [...new Set(names)].map((name) => `${names.filter((other) => other === name).length} ${name}`).join(', ');
}
