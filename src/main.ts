import { pino } from 'pino';
import { readEnv } from './env.ts';
import { sentenceOf } from './sentence.ts';
import { startThreadesk, type Threadesk } from './threadesk.ts';

/** Time to finish what is under way before the process goes. */
const DRAIN_MS = 10_000;

/** What must never be written to a log, wherever it hides. */
const REDACT = ['*.token', 'token', '*.authorization', 'headers.authorization', '*.text', '*.email'];

async function run(): Promise<void> {
  const env = readEnv();
  const log = pino({ level: env.LOG_LEVEL, redact: REDACT }, pino.destination({ dest: 1, sync: true }));
  const starting = startThreadesk({ env, log });
  let going = false;
  const stop = (why: string) => {
    if (going) return;
    going = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), DRAIN_MS + 2000).unref();
    void starting
      .then((desk: Threadesk) => desk.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  process.on('disconnect', () => stop('the starter has gone'));
  // A supervisor starts us anew; going on in an unknown state would be worse.
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'an unhandled rejection');
    process.exitCode = 1;
    stop('an unhandled rejection');
  });
  const desk = await starting;
  process.send?.({ ready: true, port: desk.port });
  log.info({ port: desk.port, mode: desk.mode }, 'ready');
}

try {
  await run();
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  console.error(sentence);
  process.exit(1);
}
