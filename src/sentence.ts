import { DatabaseUnreachable } from './db/unreachable.ts';
import { EmbeddedPostgresError } from './db/embedded.ts';
import { DeskChanged } from './desk-file/apply.ts';
import { DeskFileFault } from './desk-file/fault.ts';
import { EnvFault } from './env.ts';
import { CannotListen } from './http/server.ts';
import { SlackRefused } from './slack/refused.ts';

const OURS = [
  EnvFault,
  CannotListen,
  DatabaseUnreachable,
  EmbeddedPostgresError,
  DeskFileFault,
  DeskChanged,
  SlackRefused,
];

/** What a person can do about a start that failed, in one sentence; null: a defect, which deserves its stack. */
export const sentenceOf = (error: unknown): string | null =>
  error instanceof Error && OURS.some((kind) => error instanceof kind) ? error.message : null;
