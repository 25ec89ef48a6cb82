import { join } from 'node:path';
import { LENIENT } from './core/checks/strictness.ts';
import { HELP, type Wish, readFlags } from './flags.ts';
import { type LocalSlack, startLocalSlack } from './server.ts';

function wish(): Wish {
  const { env } = process;
  // npm changes to the package's folder; paths mean the one where it was called.
  const folder = (env['npm_lifecycle_event'] === 'local-slack' && env['INIT_CWD']) || process.cwd();
  return readFlags(process.argv.slice(2), folder, env['LOCAL_SLACK_PORT']);
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function start({ ports, manifest, seed, state, httpUrl, rates, lenient }: Wish): Promise<LocalSlack> {
  for (const port of ports) {
    try {
      return await startLocalSlack({
        port,
        manifest,
        rates,
        ...(seed === undefined ? {} : { world: seed }),
        ...(state === undefined ? {} : { stateFile: state }),
        ...(httpUrl === undefined ? {} : { httpUrl }),
        ...(lenient ? { strictness: LENIENT } : {}),
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  const [first] = ports;
  throw new Error(
    ports.length === 1
      ? `Port ${first} is taken: stop what runs there, or choose another with --port or LOCAL_SLACK_PORT.`
      : `No port from ${first} to ${ports.at(-1)} is free: choose one with --port.`,
  );
}

function line(running: LocalSlack): string {
  const { url, botToken, appToken, signingSecret } = running;
  return `${JSON.stringify({ ready: true, url, slackApiUrl: `${url}/api/`, botToken, appToken, signingSecret })}\n`;
}

type Settings = LocalSlack['slack']['manifest']['settings'];

const addressIn = ({ event_subscriptions, interactivity }: Settings): string | undefined =>
  event_subscriptions.request_url ?? interactivity.request_url;

function byHttp(address: string | undefined): string {
  if (address !== undefined) return `by HTTP to ${address}`;
  return 'nothing: the manifest has Socket Mode off and no request_url (turn it on, or use --http-url)';
}

function page({ slack, url, botToken, appToken, signingSecret }: LocalSlack, { httpUrl }: Wish): string {
  const api = `${url}/api/`;
  const { settings } = slack.manifest;
  const bySocket = httpUrl === undefined && settings.socket_mode_enabled;
  const secret = bySocket ? `SLACK_APP_TOKEN=${appToken}` : `SLACK_SIGNING_SECRET=${signingSecret}`;
  const options = bySocket ? 'token, appToken, socketMode: true' : 'token, signingSecret';
  return `
${slack.state.team.name}, with the app ${slack.manifest.display_information.name}

  The page          ${url}   (choose at its top who you are)
  Bot token         ${botToken}
  App token         ${appToken}
  Signing secret    ${signingSecret}
  Slack sends       ${bySocket ? 'by Socket Mode' : byHttp(httpUrl ?? addressIn(settings))}

In your app:

  new App({ ${options}, clientOptions: { slackApiUrl: '${api}' } })

or, with an app that is not to be touched:

  SLACK_BOT_TOKEN=${botToken} ${secret} SLACK_API_URL=${api} \\
    node --import ${join(import.meta.dirname, 'redirect.mjs')} app.js

Ctrl-C stops it.
`;
}

async function main(): Promise<void> {
  const wished = wish();
  if (wished.help) return void process.stdout.write(HELP);
  const running = await start(wished);
  let stopping = false;
  // npm hands the terminal's Ctrl-C on, so that one press arrives twice.
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void running.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.channel) process.once('disconnect', stop);
  process.stdout.write(wished.json ? line(running) : page(running, wished));
  void running.warmPage();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
