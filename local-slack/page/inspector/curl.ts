import type { JournalRow, Setup } from '../../wire.ts';

/** In single quotes nothing is special to a shell but the single quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function json(path: string, body: unknown): string {
  return `curl -sS ${quoted(location.origin + path)} -H 'Content-Type: application/json' --data-raw ${quoted(JSON.stringify(body))}`;
}

/** The journal keeps no bytes: they are read back from the file that came of them. */
function uploadOf({ answer }: JournalRow, fields: Record<string, unknown>): string {
  const { file } = (answer ?? {}) as { file?: string };
  if (!file) return json('/_local/act', fields);
  const { content: _, ...rest } = fields;
  const before = `${JSON.stringify(rest).slice(0, -1)},"content":"`;
  const bytes = `curl -sS ${quoted(`${location.origin}/_local/file/${file}`)} | base64 | tr -d '\\n'`;
  const body = `{ printf %s ${quoted(before)}; ${bytes}; printf %s '"}'; }`;
  return `${body} | curl -sS ${quoted(`${location.origin}/_local/act`)} -H 'Content-Type: application/json' --data-binary @-`;
}

/** The same call, act or delivery once more, for a shell. */
export function curlOf(row: JournalRow, setup: Setup): string {
  const fields = (row.request ?? {}) as Record<string, unknown>;
  if (row.kind === 'person') return row.name === 'upload' ? uploadOf(row, fields) : json('/_local/act', fields);
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
