import type { JournalRow, Setup } from '../../wire.ts';

/** In single quotes nothing is special to a shell but the single quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function json(path: string, body: unknown): string {
  return `curl -sS ${quoted(location.origin + path)} -H 'Content-Type: application/json' --data-raw ${quoted(JSON.stringify(body))}`;
}

/** The same call, act or delivery once more, for a shell. */
export function curlOf(row: JournalRow, setup: Setup): string {
  const fields = (row.request ?? {}) as Record<string, unknown>;
  if (row.kind === 'person') return json('/_local/act', fields);
  if (row.kind === 'delivery') return json('/_local/control', { do: 'replay', row: row.n });
  if (row.name === 'response_url') return json(row.link ? new URL(row.link).pathname : '/respond/', fields);
  const token = row.name.startsWith('apps.connections.') ? setup.app_token : setup.bot_token;
  const given = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return ` --data-urlencode ${quoted(`${name}=${text}`)}`;
  });
  const address = quoted(`${location.origin}/api/${row.name}`);
  // Without a field curl would ask with GET.
  return `curl -sS -X POST ${address} -H ${quoted(`Authorization: Bearer ${token}`)}${given.join('')}`;
}
