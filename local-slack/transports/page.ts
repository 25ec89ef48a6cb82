/** The page: bundled from `local-slack/page/` on first need, and again when a file there has changed. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { send } from './body.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'page');
const ENTRY = join(FOLDER, 'main.tsx');

type Built = { js: string; css: string; error?: string };

const INDEX = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>local-slack</title>
<link rel="icon" href="/icon.png">
<link rel="stylesheet" href="/assets/main.css">
</head>
<body>
<div id="root"></div>
<script type="module" src="/assets/main.js"></script>
</body>
</html>
`;

/** Nothing from outside, no script but our own. */
const POLICY =
  "default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws:; frame-ancestors 'none'";

function newest(): number {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:tsx?|css|json)$/.test(name),
  );
  return Math.max(0, ...files.map((name) => statSync(join(FOLDER, name)).mtimeMs));
}

async function bundle(): Promise<Built> {
  if (!existsSync(ENTRY))
    return { js: '', css: '', error: 'The page is not there yet: local-slack/page/main.tsx is missing.' };
  try {
    const result = await build({
      entryPoints: [ENTRY],
      bundle: true,
      write: false,
      outdir: 'assets',
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.json': 'json' },
      logLevel: 'silent',
    });
    const text = (end: string): string => result.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
    return { js: text('.js'), css: text('.css') };
  } catch (error) {
    return { js: '', css: '', error: error instanceof Error ? error.message : String(error) };
  }
}

export type Page = {
  warm(): Promise<Built>;
  index(response: ServerResponse): Promise<void>;
  asset(response: ServerResponse, name: string): Promise<void>;
};

export function createPage(): Page {
  let made: { at: number; built: Promise<Built> } | undefined;

  function warm(): Promise<Built> {
    const at = existsSync(FOLDER) ? newest() : 0;
    if (made?.at !== at) made = { at, built: bundle() };
    return made.built;
  }

  return {
    warm,
    async index(response) {
      const { error } = await warm();
      const headers = { 'content-security-policy': POLICY, 'cache-control': 'no-store' };
      if (error === undefined) return send(response, 200, INDEX, 'text/html; charset=utf-8', headers);
      const words = error.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      send(
        response,
        200,
        `<!doctype html><title>local-slack</title><h1>local-slack runs, its page does not</h1><pre>${words}</pre>`,
        'text/html; charset=utf-8',
        headers,
      );
    },
    async asset(response, name) {
      const { js, css } = await warm();
      if (name === 'main.js')
        send(response, 200, js, 'text/javascript; charset=utf-8', { 'cache-control': 'no-cache' });
      else if (name === 'main.css')
        send(response, 200, css, 'text/css; charset=utf-8', { 'cache-control': 'no-cache' });
      else send(response, 404, 'not found', 'text/plain');
    },
  };
}
