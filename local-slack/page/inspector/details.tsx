import type { VNode } from 'preact';
import type { JournalRow, Message, Setup } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { control, toast } from '../state/line.ts';
import { useWorld } from '../state/store.ts';
import { curlOf } from './curl.ts';
import { Json } from './json.tsx';
import { troubleOf } from './kin.ts';
import { look } from './look.ts';
import { fetchSetup } from './setup.ts';

async function copy(words: Promise<string> | string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(await words);
    toast(`${what} copied`);
  } catch {
    toast('The browser did not allow copying.');
  }
}

async function replay(row: JournalRow): Promise<void> {
  const answer = (await control({ do: 'replay', row: row.n })) as {
    ok?: boolean;
    error?: string;
    ack?: { ok: boolean; why?: string };
  };
  const { ack } = answer;
  if (answer.ok !== true) toast(`It could not be delivered again: ${answer.error ?? 'no answer'}`);
  else
    toast(ack?.ok === false ? `Delivered again, without an answer: ${ack.why}` : 'Delivered again, and acknowledged');
}

function CloseButton(): VNode {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Close details"
      onClick={() => look({ picked: null, message: null })}
    >
      <Icon name="close" size={16} />
    </button>
  );
}

type Props = { row: JournalRow; rows: readonly JournalRow[]; kin: ReadonlySet<number> };

export function Details({ row, rows, kin }: Props): VNode {
  const who = useWorld((world) => world.people[row.as ?? '']?.real_name ?? row.as);
  const trouble = troubleOf(row);
  const isDelivery = row.kind === 'delivery';
  const facts: [string, string | number | undefined][] = [
    ['who', who],
    ['at', new Date(row.at).toISOString().replace('T', ' ').replace('Z', ' UTC')],
    ['took', row.ms === null ? 'no answer yet' : `${Math.round(row.ms)} ms`],
    ['attempt', row.attempt === undefined ? undefined : row.attempt + 1],
    ['went wrong', trouble || undefined],
    ['fault', row.fault],
    ['link', row.link],
  ];
  return (
    <section class="details" aria-label={`Row ${row.n}: ${row.name}`}>
      <header class="details-head">
        <h3>{row.name}</h3>
        <CloseButton />
      </header>
      <div class="row-tools">
        {isDelivery && (
          <button type="button" class="btn small" onClick={() => void replay(row)}>
            <Icon name="replay" size={14} /> Replay
          </button>
        )}
        <button
          type="button"
          class="btn small"
          onClick={() =>
            void copy(
              fetchSetup().then((setup: Setup) => curlOf(row, setup)),
              'The command',
            )
          }
        >
          Copy as curl
        </button>
        <button type="button" class="btn small" onClick={() => void copy(JSON.stringify(row, null, 2), 'The row')}>
          Copy JSON
        </button>
      </div>
      <dl class="facts">
        {facts.flatMap(([name, value]) => (value === undefined ? [] : [<Fact key={name} name={name} value={value} />]))}
      </dl>
      <Kin rows={rows.filter((one) => kin.has(one.n) && one.n !== row.n)} />
      <h4>{isDelivery ? 'Payload' : 'Request'}</h4>
      <Json value={row.request} />
      <h4>{isDelivery ? 'Acknowledgement' : 'Answer'}</h4>
      <Json value={row.answer} />
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string | number }): VNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** The rows that belong to the same press, message or answer. */
function Kin({ rows }: { rows: readonly JournalRow[] }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>Belongs to it</h4>
      <ul class="kin">
        {rows.slice(0, 20).map((row) => (
          <li key={row.n}>
            <button type="button" class="text-button" onClick={() => look({ picked: row.n })}>
              {row.kind} {row.name}
            </button>
            {troubleOf(row) && <span class="row-trouble">{troubleOf(row)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A message as Slack stores it; the rows beside it are those that speak of it. */
export function MessageDetails({ message }: { message: Message }): VNode {
  return (
    <section class="details" aria-label={`Message ${message.ts}`}>
      <header class="details-head">
        <h3>Message {message.ts}</h3>
        <CloseButton />
      </header>
      <div class="row-tools">
        <button
          type="button"
          class="btn small"
          onClick={() => void copy(JSON.stringify(message, null, 2), 'The message')}
        >
          Copy JSON
        </button>
        <button
          type="button"
          class="btn small"
          onClick={() => void copy(JSON.stringify({ blocks: message.blocks }, null, 2), 'The blocks')}
        >
          Copy blocks
        </button>
      </div>
      <Json value={message} />
    </section>
  );
}
