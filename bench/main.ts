import { cpus } from 'node:os';
import { ack } from './ack.ts';
import { batch } from './batch.ts';
import { calls } from './calls.ts';
import { create } from './create.ts';
import { breakGround, type Ground } from './ground.ts';
import { home } from './home.ts';
import { masking } from './masking.ts';
import { memory, start } from './start.ts';
import { similar } from './similar.ts';
import { statements } from './statements.ts';
import { timers } from './timers.ts';
import { window } from './window.ts';
import { visible } from './visible.ts';
import { words } from './words.ts';
import { year } from './year.ts';

/** `long`: only for whoever asks for it by name. */
type Section = { title: string; run(ground: Ground): Promise<string>; long?: true };
const sections: Record<string, Section> = {
  ack: { title: 'The answer to a click', run: ack },
  visible: { title: 'From the click to the change on another screen', run: visible },
  window: { title: 'The window of a ticket', run: window },
  calls: { title: 'Calls to Slack', run: calls },
  statements: { title: 'Round trips to Postgres', run: statements },
  batch: { title: 'Batches', run: batch },
  home: { title: 'The App Home', run: home },
  create: { title: 'Tickets created', run: create },
  similar: { title: 'Similar tickets', run: similar },
  words: { title: 'Banned words', run: words },
  masking: { title: 'Masking', run: masking },
  timers: { title: 'What is due', run: timers },
  year: { title: 'A year', run: year, long: true },
  start: { title: 'Start', run: start },
  memory: { title: 'Memory', run: memory },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !sections[name]);
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}: choose from ${Object.keys(sections).join(', ')}.`);
  process.exit(1);
}

const ground = await breakGround();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void ground.stop().finally(() => process.exit(130)));
// Whoever reads our output may go away before we are done.
process.stdout.once('error', () => void ground.stop().finally(() => process.exit(1)));
try {
  const [cpu] = cpus();
  console.log(
    `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpu?.model ?? 'a processor'}\n`,
  );
  for (const [name, { title, run, long }] of Object.entries(sections)) {
    if (asked.length > 0 ? !asked.includes(name) : long) continue;
    const began = performance.now();
    console.log(`## ${title}\n\n${await ground.within(run)}\n`);
    console.error(`(${name}: ${((performance.now() - began) / 1000).toFixed(0)} s)`);
  }
} finally {
  await ground.stop();
}
