import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { z } from 'zod';
import { type Ring, ringFrom } from './sealing.ts';
import { secretsIn, type TriggerSecrets } from './trigger-secrets.ts';

const port = (name: string, otherwise: number) =>
  z.coerce
    .number({ error: `${name} must be a port number, for example ${otherwise}.` })
    .int(`${name} must be a whole number, for example ${otherwise}.`)
    .min(0, `${name} must be between 0 and 65535.`)
    .max(65_535, `${name} must be between 0 and 65535.`)
    .default(otherwise);

const token = (name: string, prefix: string, where: string) =>
  z
    .string()
    .startsWith(prefix, `${name} must begin with ${prefix}; copy it from ${where} of your Slack app.`)
    .optional();

const schema = z
  .object({
    SLACK_BOT_TOKEN: token('SLACK_BOT_TOKEN', 'xoxb-', '"OAuth & Permissions"'),
    SLACK_APP_TOKEN: token('SLACK_APP_TOKEN', 'xapp-', '"Basic Information", App-Level Tokens,'),
    SLACK_SIGNING_SECRET: z
      .string()
      .min(8, 'SLACK_SIGNING_SECRET is too short; copy it from "Basic Information" of your Slack app.')
      .optional(),
    SLACK_API_URL: z
      .url({ protocol: /^https?$/, error: 'SLACK_API_URL must be an address such as https://slack.com/api/.' })
      .default('https://slack.com/api/'),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'DATABASE_URL must look like postgres://user:password@host:5432/database.',
      })
      .optional(),
    PORT: port('PORT', 3000),
    HOST: z.string().min(1, 'HOST must be an address to listen on, for example 127.0.0.1.').default('127.0.0.1'),
    LOCAL_SLACK_PORT: port('LOCAL_SLACK_PORT', 3001),
    DESK_FILE: z
      .string()
      .min(1, 'DESK_FILE must be the path of the desk file, for example desk.yml.')
      .default('desk.yml'),
    /** Read by its family: see `secretsIn`. */
    TRIGGER_SECRET: z.string().optional(),
    TRIGGER_HOSTS: z
      .string()
      .regex(
        /^[^\s,/@]+(\s*,\s*[^\s,/@]+)*$/,
        'TRIGGER_HOSTS must be hosts with commas between, for example intranet.example,localhost:8080.',
      )
      .transform((hosts) => hosts.toLowerCase().split(/\s*,\s*/))
      .default([]),
    MASKING_KEYS: z
      .string()
      .transform((setting, context): Ring => {
        const ring = ringFrom(setting);
        if (typeof ring !== 'string') return ring;
        context.addIssue(ring);
        return z.NEVER;
      })
      .optional(),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      })
      .default('info'),
  })
  .refine(
    (env) =>
      env.SLACK_BOT_TOKEN === undefined || env.SLACK_APP_TOKEN !== undefined || env.SLACK_SIGNING_SECRET !== undefined,
    {
      message: 'With SLACK_BOT_TOKEN also set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
    },
  );

export type Env = z.output<typeof schema> & { secrets: TriggerSecrets };
/** The keys that the app reads; `.env.example` lists the same. */
export const ENV_KEYS = Object.keys(schema.shape);

/** What is wrong with the settings, one sentence a line. */
export class EnvFault extends Error {
  override name = 'EnvFault';
}

/**
 * The only reader of the environment. Values of the process win over `.env`; an empty value counts as unset.
 * Throws `EnvFault` with a sentence per fault.
 */
export function readEnv(process_env: NodeJS.ProcessEnv = process.env, file = '.env'): Env {
  const written = existsSync(file) ? parse(readFileSync(file)) : {};
  const given = Object.entries({ ...written, ...process_env }).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  const { secrets, faults } = secretsIn(given);
  if (parsed.success && faults.length === 0) return { ...parsed.data, secrets };
  throw new EnvFault([...(parsed.error?.issues ?? []).map(({ message }) => message), ...faults].join('\n'));
}
