/** The page: bundled from `local-slack/page/` on first need, and again when a file there has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { send } from './body.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'page');
const ENTRY = join(FOLDER, 'main.tsx');

type Asset = { body: Buffer; packed: Buffer; tag: string; type: string };
type Built = { assets: ReadonlyMap<string, Asset>; index: string; error?: string };

/** The assets' addresses change with what is in them, so a browser may keep them for good. */
const indexOf = ({ js, css }: { js: string; css: string }): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>local-slack</title>
<link rel="icon" href="/icon.png">
<link rel="modulepreload" href="/assets/main.js?${js}">
<link rel="stylesheet" href="/assets/main.css?${css}">
</head>
<body>
<div id="root"></div>
<script type="module" src="/assets/main.js?${js}"></script>
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

function assetOf(contents: Uint8Array, type: string): Asset {
  const body = Buffer.from(contents);
  const tag = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { body, packed: gzipSync(body), tag, type };
}

async function bundle(): Promise<Built> {
  const failed = (error: string): Built => ({ assets: new Map(), index: '', error });
  if (!existsSync(ENTRY)) return failed('The page is not there yet: local-slack/page/main.tsx is missing.');
  try {
    const result = await build({
      entryPoints: [ENTRY],
      bundle: true,
      write: false,
      outdir: 'assets',
      format: 'esm',
      target: 'es2022',
      charset: 'utf8',
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.json': 'json' },
      logLevel: 'silent',
    });
    const named = (end: string): Uint8Array =>
      result.outputFiles.find((file) => file.path.endsWith(end))?.contents ?? new Uint8Array();
    const js = assetOf(named('.js'), 'text/javascript; charset=utf-8');
    const css = assetOf(named('.css'), 'text/css; charset=utf-8');
    const assets = new Map([
      ['main.js', js],
      ['main.css', css],
    ]);
    return { assets, index: indexOf({ js: js.tag, css: css.tag }) };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

export type Page = {
  warm(): Promise<unknown>;
  index(response: ServerResponse): Promise<void>;
  asset(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
};

function sendAsset(request: IncomingMessage, response: ServerResponse, asset: Asset, kept: boolean): void {
  const etag = `"${asset.tag}"`;
  const headers = {
    etag,
    vary: 'accept-encoding',
    'cache-control': kept ? 'max-age=31536000, immutable' : 'no-cache',
  };
  if (request.headers['if-none-match'] === etag) return send(response, 304, '', asset.type, headers);
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return send(response, 200, asset.body, asset.type, headers);
  send(response, 200, asset.packed, asset.type, { ...headers, 'content-encoding': 'gzip' });
}

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
      const { index, error } = await warm();
      const headers = { 'content-security-policy': POLICY, 'cache-control': 'no-store' };
      if (error === undefined) return send(response, 200, index, 'text/html; charset=utf-8', headers);
      const words = error.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      send(
        response,
        200,
        `<!doctype html><title>local-slack</title><h1>local-slack runs, its page does not</h1><pre>${words}</pre>`,
        'text/html; charset=utf-8',
        headers,
      );
    },
    async asset(request, response, url) {
      const asset = (await warm()).assets.get(url.pathname.slice('/assets/'.length));
      if (!asset) return send(response, 404, 'not found', 'text/plain');
      sendAsset(request, response, asset, url.search === `?${asset.tag}`);
    },
  };
}
