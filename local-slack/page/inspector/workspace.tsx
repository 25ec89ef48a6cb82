import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../frame/question.tsx';
import { control, toast } from '../state/line.ts';
import { useWorld } from '../state/store.ts';
import { Channels } from './channels.tsx';
import { Groups } from './groups.tsx';
import { OneLine } from './one-line.tsx';
import { order } from './order.ts';
import { People } from './people.tsx';
import { useSetup } from './setup.ts';

/** What an administrator, or time itself, could do to the workspace. */
export function Workspace(): VNode {
  return (
    <div class="levers">
      <Clock />
      <Rates />
      <People />
      <Groups />
      <Channels />
      <AsFile />
    </div>
  );
}

const steps: [string, number][] = [
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
  ['+1 day', 86_400_000],
];

function Clock(): VNode {
  const lag = useWorld((world) => world.lag);
  const [now, setNow] = useState(() => Date.now() + lag);
  const [minutes, setMinutes] = useState(5);
  useEffect(() => {
    setNow(Date.now() + lag);
    const tick = setInterval(() => setNow(Date.now() + lag), 1000);
    return () => clearInterval(tick);
  }, [lag]);
  const wind = (forward_ms: number): void => void order({ do: 'clock', forward_ms });
  return (
    <section>
      <h3>Slack's clock</h3>
      <p class="clock">
        <time dateTime={new Date(now).toISOString()}>
          {new Date(now).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'medium' })}
        </time>
        {lag > 1500 && <span class="clock-ahead">{aheadWords(lag)} ahead</span>}
      </p>
      <div class="lever-buttons">
        {steps.map(([words, ms]) => (
          <button type="button" class="btn small" key={words} onClick={() => wind(ms)}>
            {words}
          </button>
        ))}
        <form
          class="lever-inline"
          onSubmit={(event) => {
            event.preventDefault();
            wind(minutes * 60_000);
          }}
        >
          <input
            class="input short"
            type="number"
            min={0}
            step="any"
            aria-label="Minutes to wind forward"
            value={minutes}
            onInput={(event) => setMinutes(event.currentTarget.valueAsNumber || 0)}
          />
          <button type="submit" class="btn small">
            minutes forward
          </button>
        </form>
      </div>
    </section>
  );
}

function aheadWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ];
  return parts.flatMap(([n, unit]) => (n > 0 ? [`${n} ${unit}`] : [])).join(' ') || 'a few seconds';
}

function Rates(): VNode {
  const { setup, again } = useSetup();
  const isOn = setup?.rates ?? false;
  return (
    <section>
      <h3>Rates</h3>
      <label class="lever-check">
        <input
          type="checkbox"
          checked={isOn}
          disabled={setup === null}
          onChange={() => void order({ do: 'rates', on: !isOn }).then(again)}
        />
        Answer 429 to whoever calls more often than Slack allows
      </label>
    </section>
  );
}

function AsFile(): VNode {
  const file = useRef<HTMLInputElement>(null);
  const team = useWorld((world) => world.team.name);
  return (
    <section>
      <h3>The whole workspace</h3>
      <OneLine
        key={team}
        label="Name of the workspace"
        button="Rename"
        initial={team}
        onSave={(name) => order({ do: 'rename_team', name })}
      />
      <div class="lever-buttons">
        <button type="button" class="btn small" onClick={() => void save()}>
          Export
        </button>
        <button type="button" class="btn small" onClick={() => file.current?.click()}>
          Import…
        </button>
        <button type="button" class="btn small danger-text" onClick={() => void reset()}>
          Reset…
        </button>
        <input
          ref={file}
          type="file"
          class="unseen"
          tabIndex={-1}
          accept="application/json,.json"
          aria-label="Workspace file"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void read(chosen);
            currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}

async function read(file: File): Promise<void> {
  let world: unknown;
  try {
    world = JSON.parse(await file.text());
  } catch {
    return toast(`${file.name} is not JSON. Nothing was changed.`);
  }
  const fits = typeof world === 'object' && world !== null && !Array.isArray(world);
  if (!fits) return toast(`${file.name} is not an exported workspace. Nothing was changed.`);
  await order({ do: 'import', world });
}

async function save(): Promise<void> {
  const { world } = await control({ do: 'export' });
  if (!world) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(world)], { type: 'application/json' }));
  link.download = 'workspace.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function reset(): Promise<void> {
  const yes = await ask({
    title: { type: 'plain_text', text: 'Reset the workspace' },
    text: { type: 'plain_text', text: 'All messages and people go back to how they were at first, for everybody.' },
    confirm: { type: 'plain_text', text: 'Reset' },
    deny: { type: 'plain_text', text: 'Cancel' },
    style: 'danger',
  });
  if (yes) await order({ do: 'reset' });
}
