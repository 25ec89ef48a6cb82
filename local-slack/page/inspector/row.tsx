import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { JournalRow } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { control, toast } from '../state/line.ts';
import { useWorld } from '../state/store.ts';

const signs: Record<JournalRow['kind'], string> = { call: 'app → Slack', delivery: 'Slack → app', person: 'person' };

function failed(row: JournalRow): boolean {
  const answer = row.answer as { ok?: unknown; body?: { ok?: unknown } } | null;
  return row.fault !== undefined || answer?.ok === false || answer?.body?.ok === false;
}

/** JSON within JSON, as form fields carry it, is opened too. */
function opened(_: string, value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

export function Row({ row, onLink }: { row: JournalRow; onLink: (link: string) => void }): VNode {
  const [open, setOpen] = useState(false);
  const who = useWorld((world) => world.people[row.as ?? '']?.real_name ?? row.as);
  return (
    <li class={`row ${row.kind} ${failed(row) ? 'failed' : ''}`}>
      <button type="button" class="row-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class={`row-kind ${row.kind}`}>{signs[row.kind]}</span>
        <span class="row-name">{row.name}</span>
        {who && <span class="row-who">{who}</span>}
        {row.attempt !== undefined && row.attempt > 1 && <span class="row-who">attempt {row.attempt}</span>}
        {row.fault && <span class="row-fault">{row.fault}</span>}
        <span class="grow" />
        {row.ms !== null && <span class="row-ms">{Math.round(row.ms)} ms</span>}
        <time class="row-ms">{new Date(row.at).toLocaleTimeString('en-GB')}</time>
      </button>
      {open && <Details row={row} onLink={onLink} />}
    </li>
  );
}

function Details({ row, onLink }: { row: JournalRow; onLink: (link: string) => void }): VNode {
  const { link } = row;
  return (
    <div class="row-details">
      <div class="row-tools">
        {link && (
          <button type="button" class="btn small" onClick={() => onLink(link)}>
            Rows linked to it
          </button>
        )}
        {row.kind === 'delivery' && (
          <button
            type="button"
            class="btn small"
            onClick={() => void control({ do: 'replay', row: row.n }).then(() => toast('Delivered again'))}
          >
            <Icon name="replay" size={14} /> Replay
          </button>
        )}
        {row.kind === 'call' && (
          <button type="button" class="btn small" onClick={() => void navigator.clipboard.writeText(curlOf(row))}>
            Copy as curl
          </button>
        )}
        <button
          type="button"
          class="btn small"
          onClick={() => void navigator.clipboard.writeText(JSON.stringify(row, null, 2))}
        >
          Copy JSON
        </button>
      </div>
      <h4>{row.kind === 'delivery' ? 'Payload' : 'Request'}</h4>
      <pre>{JSON.stringify(row.request, opened, 2)}</pre>
      <h4>{row.kind === 'delivery' ? 'Acknowledgement' : 'Answer'}</h4>
      <pre>{JSON.stringify(row.answer, opened, 2)}</pre>
    </div>
  );
}

/** The same call, for a shell; the token is left to whoever runs it. */
function curlOf(row: JournalRow): string {
  const fields = Object.entries((row.request ?? {}) as Record<string, unknown>).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return ` --data-urlencode '${name}=${text.replaceAll("'", String.raw`'\''`)}'`;
  });
  return `curl -s ${location.origin}/api/${row.name} -H "Authorization: Bearer $SLACK_BOT_TOKEN"${fields.join('')}`;
}
