/** local-slack in figures, as one table: `npm run bench:local-slack`. Nothing is asserted. */
import { cpus } from 'node:os';
import type { Person, Sight } from '../local-slack/wire.ts';
import { launch } from '../test/browser/person.ts';
import { BROKEN, caughtBySecond } from '../test/judge/broken.ts';
import { rulesEnforced } from '../test/local-slack/rules.ts';
import { accepted, pageBytes, type Slack } from './local-slack-load.ts';
import { acrossWindows, type Opening, openings, scrolling } from './local-slack-screen.ts';
import { startProgram } from './program.ts';
import { ms, percentile, ratio, spread, table } from './table.ts';

const MANY = 10_000;

async function channelOf({ url }: Slack, name: string): Promise<string> {
  const people = (await (await fetch(`${url}/_local/people`)).json()) as Person[];
  const ana = people.find((one) => one.name === 'ana')?.id ?? '';
  const sight = (await (await fetch(`${url}/_local/state?as=${ana}`)).json()) as Sight;
  return sight.channels.find((one) => one.name === name)?.id ?? '';
}

const two = (values: readonly number[]): string => `${ms(percentile(values, 0.5))} / ${ms(percentile(values, 0.95))}`;
const times = (found: readonly Opening[], which: keyof Opening): string =>
  spread(
    found.map((one) => one[which]),
    ms,
  );

async function figures(slack: Slack): Promise<(string | number)[][]> {
  const browser = await launch();
  try {
    const [general, ask] = [await channelOf(slack, 'general'), await channelOf(slack, 'ask-support')];
    const few = await openings(browser, slack.url, ask);
    const across = await acrossWindows(browser, slack.url, ask);
    const bytes = await pageBytes(slack);
    const taken = await accepted(slack, general, MANY);
    const many = await openings(browser, slack.url, general);
    const { frames, drawn } = await scrolling(browser, slack.url, general);
    const acrossMany = await acrossWindows(browser, slack.url, general);
    const rules = rulesEnforced();
    const broken = await caughtBySecond();
    const own = BROKEN.filter(({ ours }) => ours().length > 0).length;
    const bare = `${Math.round(taken.echo)} a bare echo, ratio ${ratio(taken.slack / taken.echo)}`;
    return [
      ['message to the other window’s screen, ms, p50 / p95', 'under 100', two(across), ''],
      [`the same in a channel of ${MANY} messages`, 'under 100', two(acrossMany), ''],
      ['messages accepted a second, an app hearing each', 200, Math.round(taken.slack), bare],
      ['first paint, ms', 'under 300', times(few, 'paint'), 'minimum / median / maximum'],
      ['messages on the screen after opening, ms', '', times(few, 'drawn'), ''],
      [`the same in a channel of ${MANY} messages`, '', times(many, 'drawn'), `${drawn} drawn after the scroll below`],
      [
        'frames while scrolling up in it, ms, p50 / p95',
        'under 17 / 34',
        two(frames),
        `longest ${ms(Math.max(...frames))}`,
      ],
      ['page, zipped, KB', 'under 120', (bytes / 1000).toFixed(1), 'document, script and style'],
      ['rules of Slack’s that are enforced', rules.of, rules.enforced, ''],
      [
        'broken samples that the second judge catches',
        '',
        `${broken.caught} of ${broken.of}`,
        `local-slack itself: ${own}`,
      ],
    ];
  } finally {
    await browser.close();
  }
}

const program = startProgram(
  [
    'local-slack/main.ts',
    '--json',
    '--port',
    '0',
    '--rates',
    'off',
    '--manifest',
    'manifest.yml',
    '--seed',
    'local-slack/worlds/demo.yml',
  ],
  { listen: 'line' },
);
try {
  const rows = await figures((await program.said) as Slack);
  const [cpu] = cpus();
  console.log(
    `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpu?.model ?? 'a processor'}\n`,
  );
  console.log(table(['what', 'goal', 'measured', ''], rows));
} finally {
  await program.stop();
}
