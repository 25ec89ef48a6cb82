import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { binaries } from './binaries.ts';
import { codeOf, explained } from './fault.ts';
import type { Folder } from './folder.ts';
import type { Identity } from './identity.ts';

/** The superuser, for what only he can do, and the owner of the desk's database. */
export type Role = 'postgres' | 'threadesk';

/** One secret is kept; each role's password comes from it, so that one role cannot tell the other's. */
export const passwordOf = (secret: string, role: Role): string =>
  createHmac('sha256', secret).update(role).digest('hex');

/** Only for whoever starts the server: every account of the machine reaches a loopback port. */
export const urlOf = (folder: Folder, port: number, role: Role, database: string): string =>
  `postgres://${role}:${passwordOf(keptSecret(folder) ?? '', role)}@127.0.0.1:${port}/${database}`;

/** The secret of a server that is about to be made. */
export const secretOf = (folder: Folder): string => keptSecret(folder) ?? keep(folder, draw());

/** Whether nobody gets in without the secret that is kept here. */
export const isSecured = (folder: Folder): boolean => keptSecret(folder) !== null && !trusts(folder);

/** Puts a lock on data that was made without one, or whose secret was lost. No server may run on it meanwhile. */
export async function secure(folder: Folder, identity: Identity): Promise<void> {
  if (isSecured(folder)) return;
  const secret = keptSecret(folder) ?? draw();
  await alone(folder, identity, [
    `alter role postgres password '${passwordOf(secret, 'postgres')}'`,
    `do $$ begin if exists (select from pg_roles where rolname = 'threadesk') then alter role threadesk password '${passwordOf(secret, 'threadesk')}'; end if; end $$`,
  ]);
  writeFileSync(hbaOf(folder), 'host all all 127.0.0.1/32 scram-sha-256\n', { mode: 0o600 });
  keep(folder, secret);
}

/** Runs statements, a line each, in a server that nobody can connect to. */
async function alone(folder: Folder, identity: Identity, statements: string[]): Promise<void> {
  const args = ['--single', '-D', folder.data, '-c', 'exit_on_error=on', '-c', 'log_min_error_statement=panic'];
  const child = identity.run(binaries().postgres, [...args, 'postgres'], ['pipe', 'ignore', 'pipe']);
  let said = '';
  child.stderr?.on('data', (words) => (said += String(words)));
  child.stdin?.on('error', () => {}); // it ended before it had read everything, and its exit code tells
  child.stdin?.end(`${statements.join('\n')}\n`);
  const [code] = await once(child, 'close').catch((error: unknown) => [String(error)]);
  if (code !== 0) throw explained(`${said}\n${code}`, folder.root);
}

const hbaOf = ({ data }: Folder): string => path.join(data, 'pg_hba.conf');

const trusts = (folder: Folder): boolean => /^[^#\n]*\btrust\b/m.test(read(hbaOf(folder)) ?? '');

const draw = (): string => randomBytes(32).toString('hex');

const keptSecret = ({ secret }: Folder): string | null => read(secret)?.trim() || null;

function keep({ secret: file }: Folder, secret: string): string {
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secret;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
