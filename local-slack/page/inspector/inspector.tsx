import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { JournalRow } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { loadJournal, toast } from '../state/line.ts';
import { setState, useStore } from '../state/store.ts';
import { Faults } from './faults.tsx';
import { Row } from './row.tsx';

type Kind = JournalRow['kind'];
const kinds: Kind[] = ['call', 'delivery', 'person'];
const names: Record<Kind, string> = { call: 'Calls', delivery: 'Deliveries', person: 'People' };

/** A drawer that shows all that travels between Slack and the app, and lets one disturb it. */
export function Inspector(): VNode {
  const [tab, setTab] = useState<'journal' | 'faults'>('journal');
  useEffect(() => {
    loadJournal().catch(() => toast('The journal could not be loaded.'));
  }, []);
  return (
    <aside class="inspector" aria-label="Inspector">
      <header class="inspector-head">
        <h2>Inspector</h2>
        <div class="segments" role="group" aria-label="What to show">
          <button type="button" aria-pressed={tab === 'journal'} onClick={() => setTab('journal')}>
            Journal
          </button>
          <button type="button" aria-pressed={tab === 'faults'} onClick={() => setTab('faults')}>
            Faults
          </button>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label="Close inspector"
          onClick={() => setState({ inspector: false })}
        >
          <Icon name="close" />
        </button>
      </header>
      {tab === 'journal' ? <Journal /> : <Faults />}
    </aside>
  );
}

function Journal(): VNode {
  const rows = useStore((state) => state.journal);
  const [filter, setFilter] = useState('');
  const [hidden, setHidden] = useState<ReadonlySet<Kind>>(new Set());
  const wanted = filter.toLowerCase();
  const shown = rows
    .filter((row) => !hidden.has(row.kind) && (!wanted || JSON.stringify(row).toLowerCase().includes(wanted)))
    .slice(-300)
    .toReversed();
  const turn = (kind: Kind): void =>
    setHidden((now) => (now.has(kind) ? new Set([...now].filter((one) => one !== kind)) : new Set([...now, kind])));
  return (
    <>
      <div class="inspector-filter">
        <input
          class="input"
          type="search"
          aria-label="Filter the journal"
          placeholder="Filter: method, id, word…"
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        {kinds.map((kind) => (
          <button
            type="button"
            key={kind}
            class={`kind ${kind}`}
            aria-pressed={!hidden.has(kind)}
            onClick={() => turn(kind)}
          >
            {names[kind]}
          </button>
        ))}
      </div>
      <ol class="journal">
        {shown.map((row) => (
          <Row key={row.n} row={row} onLink={setFilter} />
        ))}
        {shown.length === 0 && <li class="choice-note">Nothing has travelled yet.</li>}
      </ol>
    </>
  );
}
