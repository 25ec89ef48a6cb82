import type { Ground } from './ground.ts';
import { openHouse } from './house.ts';
import { live, LIVES, notLived } from './lives.ts';
import { spread, table } from './table.ts';
import { type Cost, RUNS, walk } from './walk.ts';

const GOALS: Record<string, number> = { create: 3, keep: 2, note: 1, reply: 3, resolve: 3 };
const whole = (value: number) => String(value);

/** Calls to Slack for every verb, and for every step of a ticket's life with its forms. */
export async function calls(ground: Ground): Promise<string> {
  return [await ground.within(ofVerbs), '', await ofSteps(ground)].join('\n');
}

/** The letters of each verb, carried by a running app; the deed itself is done at its desk, without a form. */
async function ofVerbs(ground: Ground): Promise<string> {
  const house = await openHouse(ground, { mode: 'socket' });
  const counted: { verb: string; calls: string[] }[] = [];
  let deeds = 0;
  await house.settled();
  for (const life of LIVES)
    await live(life, house, async (verb, work) => {
      const before = (await house.journal(0)).at(-1)?.n ?? 0;
      await work(`bench:${++deeds}`);
      await house.settled();
      const rows = await house.journal(before);
      counted.push({ verb, calls: rows.filter(({ kind }) => kind === 'call').map(({ name }) => name) });
    });
  const rows = [...new Set(counted.map(({ verb }) => verb))].map((verb) => {
    const acts = counted.filter((act) => act.verb === verb);
    return [
      verb,
      spread(
        acts.map((act) => act.calls.filter(isLetter).length),
        whole,
      ),
      lettersOf(acts),
    ];
  });
  return [
    `The letters of every verb, in the lives of ${LIVES.length} tickets; minimum / median / maximum where a verb comes more than once.`,
    `Goal: at most 3. Asking for a DM, once in a person's life, is left out.${notLived()}`,
    '',
    table(['verb', 'letters', 'the letters of the last time'], rows),
  ].join('\n');
}

async function ofSteps(ground: Ground): Promise<string> {
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
    `The same through local-slack with its windows, ${RUNS} tickets one after the other; minimum / median / maximum.`,
    '',
    table(['step', 'letters', 'goal', 'windows', 'asking for a DM', 'the letters of the last run'], rows),
  ].join('\n');
}

const isWindow = (name: string) => name.startsWith('views.');
/** Once in a person's life: the answer is kept. */
const isDm = (name: string) => name === 'conversations.open';
const isLetter = (name: string) => !isWindow(name) && !isDm(name);

function lettersOf(runs: readonly Pick<Cost, 'calls'>[]): string {
  const names = runs.at(-1)?.calls.filter(isLetter) ?? [];
  return [...new Set(names)].map((name) => `${names.filter((other) => other === name).length} ${name}`).join(', ');
}
