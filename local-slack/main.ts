import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { join, dirname } from 'node:path';
import { startLocalSlack } from './server.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['LOCAL_SLACK_PORT'] ?? '3001' },
      manifest: { type: 'string', default: 'manifest.yml' },
      world: { type: 'string', default: join(HERE, 'worlds', 'demo.yml') },
      state: { type: 'string' },
      rates: { type: 'string', default: 'on' },
      'http-url': { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`"${values.port}" is not a port.`);
  return { ...values, port };
}

function sentence(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const { port } = error as Error & { port?: number };
    return `Port ${port ?? ''} is taken: stop what runs there, or choose another with --port or LOCAL_SLACK_PORT.`;
  }
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const values = options();
  const running = await startLocalSlack({
    port: values.port,
    manifest: values.manifest,
    world: values.world,
    rates: values.rates !== 'off',
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values['http-url'] === undefined ? {} : { httpUrl: values['http-url'] }),
  });
  process.stdout.write(`${JSON.stringify({ ready: true, url: running.url })}\n`);
  void running.warmPage();
  const stop = (): void => void running.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.channel) process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 1;
});
