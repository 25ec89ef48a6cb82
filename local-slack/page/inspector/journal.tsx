import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { JournalRow } from '../../wire.ts';
import { useStore } from '../state/store.ts';
import { Details, MessageDetails } from './details.tsx';
import { kinOf, textOf, troubleOf } from './kin.ts';
import { look } from './look.ts';
import { Rows } from './rows.tsx';
import { clear, listen, setPaused } from './tape.ts';

type Kind = JournalRow['kind'];
const kinds: [Kind, string][] = [
  ['call', 'Calls'],
  ['delivery', 'Deliveries'],
  ['person', 'People'],
];

/** Rows that the filters let through; every word that is looked for must stand in a row. */
function useShown(): readonly JournalRow[] {
  const { rows } = useStore((state) => state.tape);
  const { text, hidden, failed } = useStore((state) => state.look);
  return useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const isWanted = (row: JournalRow): boolean =>
      !hidden.has(row.kind) && (!failed || troubleOf(row) !== '') && words.every((word) => textOf(row).includes(word));
    return rows.filter(isWanted);
  }, [rows, text, hidden, failed]);
}

export function Journal(): VNode {
  useEffect(listen, []);
  const { rows } = useStore((state) => state.tape);
  const { picked, message } = useStore((state) => state.look);
  const shown = useShown();
  const row = picked === null ? undefined : rows.find((one) => one.n === picked);
  const kin = useMemo(() => (row ? kinOf(rows, row) : new Set<number>()), [rows, row]);
  return (
    <div class="journal">
      <Filters />
      <Tape shown={shown.length} />
      <div class="journal-split">
        <Rows rows={shown} picked={picked} kin={kin} onPick={(n) => look({ picked: n, message: null })} />
        {message ? (
          <MessageDetails message={message} />
        ) : (
          row && <Details key={row.n} row={row} kin={kin} rows={rows} />
        )}
      </div>
    </div>
  );
}

function Filters(): VNode {
  const { text, hidden, failed } = useStore((state) => state.look);
  const turn = (kind: Kind): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    look({ hidden: next });
  };
  return (
    <div class="inspector-filter">
      <input
        class="input"
        type="search"
        aria-label="Filter the journal"
        placeholder="Filter: method, id, word…"
        value={text}
        onInput={(event) => look({ text: event.currentTarget.value })}
      />
      {kinds.map(([kind, words]) => (
        <button
          type="button"
          key={kind}
          class={`kind ${kind}`}
          aria-pressed={!hidden.has(kind)}
          onClick={() => turn(kind)}
        >
          {words}
        </button>
      ))}
      <button type="button" class="kind errors" aria-pressed={failed} onClick={() => look({ failed: !failed })}>
        Only errors
      </button>
    </div>
  );
}

/** How much there is, and the levers of a tape. */
function Tape({ shown }: { shown: number }): VNode {
  const { rows, newest, paused } = useStore((state) => state.tape);
  const behind = newest - (rows.at(-1)?.n ?? newest);
  const all = rows.length === 1 ? '1 row' : `${rows.length.toLocaleString('en')} rows`;
  return (
    <div class="tape">
      <span class="tape-count">{shown === rows.length ? all : `${shown.toLocaleString('en')} of ${all}`}</span>
      {paused && <span class="tape-behind">paused{behind > 0 && `, ${behind} new`}</span>}
      <span class="grow" />
      <button type="button" class="btn small" aria-pressed={paused} onClick={() => setPaused(!paused)}>
        {paused ? 'Go on' : 'Pause'}
      </button>
      <button type="button" class="btn small" onClick={clear} title="Takes the rows so far out of this list">
        Clear
      </button>
    </div>
  );
}
