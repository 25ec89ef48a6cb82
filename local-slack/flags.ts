/** What is asked for on the command line, each flag checked with a sentence. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `A Slack on this machine, for any Bolt app.

  npm run local-slack -- --manifest FILE [options]

  --manifest FILE     the app's manifest, YAML or JSON (without it: manifest.yml, .yaml or .json in this folder)
  --seed FILE         the people, channels and messages to begin with, YAML or JSON (without it: a small office)
  --state FILE        keep the workspace in this file, and go on with it the next time
  --port NUMBER       without it: $LOCAL_SLACK_PORT, else 3001 or the next free one; 0: any free one
  --http-url ADDRESS  send events, clicks and commands to this address by signed HTTP instead of Socket Mode
  --rates on|off      answer 429 where Slack would (on)
  --lenient           where the sources on Slack's rules disagree, take the kinder one
  --json              say on one line of JSON that it is ready, for programs
  --help              this page

How to write a seed file, the control API and more: local-slack/README.md
`;

const USUAL_PORT = 3001;
const PORTS_TRIED = 200;
const USUAL_MANIFESTS = ['manifest.yml', 'manifest.yaml', 'manifest.json'];

const FLAGS = {
  manifest: { type: 'string' },
  seed: { type: 'string' },
  state: { type: 'string' },
  port: { type: 'string' },
  'http-url': { type: 'string' },
  rates: { type: 'string', default: 'on' },
  lenient: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type Wish = {
  help: boolean;
  json: boolean;
  lenient: boolean;
  rates: boolean;
  manifest: string;
  seed: string | undefined;
  state: string | undefined;
  httpUrl: string | undefined;
  /** Tried in this order. */
  ports: number[];
};

/**
 * @param folder where relative paths begin
 * @param envPort a port asked for by the environment, if any
 * @throws {Error} with a sentence
 */
export function readFlags(args: string[], folder: string, envPort: string | undefined): Wish {
  const values = parsed(args);
  const path = (file: string | undefined): string | undefined =>
    file === undefined ? undefined : resolve(folder, file);
  const named = Object.entries(values).find(([, value]) => value === '');
  if (named) throw new Error(`--${named[0]} has no value.`);
  if (values.rates !== 'on' && values.rates !== 'off')
    throw new Error(`--rates is "${values.rates}": it can be on or off.`);
  return {
    help: values.help,
    json: values.json,
    lenient: values.lenient,
    rates: values.rates === 'on',
    manifest: path(values.manifest) ?? (values.help ? '' : usualManifest(folder)),
    seed: path(values.seed),
    state: path(values.state),
    httpUrl: address(values['http-url']),
    ports: ports(values.port ?? (envPort === '' ? undefined : envPort)),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS }).values;
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new Error(`${first}. --help shows what there is.`, { cause: error });
  }
}

function usualManifest(folder: string): string {
  const found = USUAL_MANIFESTS.map((name) => resolve(folder, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error(`There is no manifest.yml, manifest.yaml or manifest.json in ${folder}: name one with --manifest.`);
}

function address(url: string | undefined): string | undefined {
  if (url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return url;
  throw new Error(`--http-url is "${url}": it must be an address such as http://127.0.0.1:3000/slack/events.`);
}

function ports(asked: string | undefined): number[] {
  if (asked === undefined) return Array.from({ length: PORTS_TRIED }, (_, n) => USUAL_PORT + n);
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port > 65_535) throw new Error(`"${asked}" is no port: choose a number up to 65535.`);
  return [port];
}
