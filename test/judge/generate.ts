/** TypeScript types as JSON Schema: made once for each version of the packages and of the judge, then read from a file. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Definitions, Schema } from './schema.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/second-judge/', import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

/** `file` is named by its path, or as a package's entry; with `closed`, properties that the types do not name are refused. */
type Wanted = { file: string; types: string[]; closed: boolean };

function packageFolder(pack: string): string {
  const main = resolve(pack);
  return main.slice(0, main.lastIndexOf(path.join('node_modules', pack)) + path.join('node_modules', pack).length);
}

function keyOf(wanted: Wanted): string {
  const hash = createHash('sha256').update(JSON.stringify(wanted));
  for (const pack of ['@slack/types', '@slack/bolt', 'ts-json-schema-generator'])
    hash.update(readFileSync(path.join(packageFolder(pack), 'package.json')));
  for (const name of readdirSync(HERE).toSorted())
    if (name.endsWith('.ts')) hash.update(readFileSync(path.join(HERE, name)));
  return hash.digest('hex').slice(0, 24);
}

/** @returns the definitions of the wanted types and of all that they name, after `finish` */
export async function definitionsOf(wanted: Wanted, finish: (all: Definitions) => Definitions): Promise<Definitions> {
  const file = path.join(CACHE, `${keyOf(wanted)}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Definitions;
  } catch {
    const made = finish(await generated(wanted));
    mkdirSync(CACHE, { recursive: true });
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, JSON.stringify(made));
    renameSync(mine, file);
    return made;
  }
}

async function generated({ file, types, closed }: Wanted): Promise<Definitions> {
  const { createGenerator } = await import('ts-json-schema-generator');
  const generator = createGenerator({
    path: file.startsWith('@') ? path.join(packageFolder(file), 'dist', 'index.d.ts') : path.join(HERE, file),
    skipTypeCheck: true,
    additionalProperties: !closed,
    expose: 'all',
    topRef: true,
    encodeRefs: false,
    jsDoc: 'extended',
  });
  return Object.assign({}, ...types.map((type) => generator.createSchema(type).definitions as Record<string, Schema>));
}
