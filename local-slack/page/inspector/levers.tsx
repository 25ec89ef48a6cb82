import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Control } from '../../wire.ts';
import { ask } from '../frame/question.tsx';
import { control, toast } from '../state/line.ts';
import { channelAt } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';

export function Sockets(): VNode {
  const order = (what: 'cut' | 'refresh' | 'warning') => () => void control({ do: 'socket', what });
  return (
    <section>
      <h3>Sockets</h3>
      <div class="fault-buttons">
        <button type="button" class="btn small" onClick={order('cut')}>
          Cut
        </button>
        <button type="button" class="btn small" onClick={order('refresh')}>
          Refresh
        </button>
        <button type="button" class="btn small" onClick={order('warning')}>
          Warn
        </button>
      </div>
    </section>
  );
}

const steps: [string, number][] = [
  ['1 minute', 60_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
];

export function Clock(): VNode {
  return (
    <section>
      <h3>Slack's clock</h3>
      <div class="fault-buttons">
        {steps.map(([words, ms]) => (
          <button
            type="button"
            class="btn small"
            key={words}
            onClick={() => void control({ do: 'clock', forward_ms: ms })}
          >
            Forward {words}
          </button>
        ))}
      </div>
    </section>
  );
}

/** What an administrator could do to the channel one is looking at, and the workspace as a file. */
export function Workspace(): VNode {
  const file = useRef<HTMLInputElement>(null);
  const bot = useWorld((world) => world.app.bot);
  const channel = useStore((state) =>
    state.world ? state.world.channels[channelAt(state.spot, state.world)] : undefined,
  );
  const order = (one: Control) => () => void control(one);
  const inside = channel?.members.includes(bot);
  const read = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      await control({ do: 'import', world: JSON.parse(await chosen.text()) as unknown });
    } catch {
      toast('That file is not an exported workspace.');
    }
  };
  return (
    <section>
      <h3>Workspace</h3>
      <div class="fault-buttons">
        {channel && channel.kind !== 'im' && (
          <>
            <button
              type="button"
              class="btn small"
              onClick={order({ do: channel.archived ? 'unarchive' : 'archive', channel: channel.id })}
            >
              {channel.archived ? 'Unarchive' : 'Archive'} #{channel.name}
            </button>
            <button
              type="button"
              class="btn small"
              onClick={order({ do: inside ? 'remove_bot' : 'add_bot', channel: channel.id })}
            >
              {inside ? 'Remove the app from' : 'Add the app to'} #{channel.name}
            </button>
          </>
        )}
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
          accept="application/json"
          aria-label="Workspace file"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </div>
    </section>
  );
}

async function save(): Promise<void> {
  const answer = await control({ do: 'export' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(answer['world'] ?? answer)], { type: 'application/json' }));
  link.download = 'workspace.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function reset(): Promise<void> {
  const yes = await ask({
    title: { type: 'plain_text', text: 'Reset the workspace' },
    text: { type: 'plain_text', text: 'All messages and people go back to how they were at first.' },
    confirm: { type: 'plain_text', text: 'Reset' },
    deny: { type: 'plain_text', text: 'Cancel' },
    style: 'danger',
  });
  if (yes) void control({ do: 'reset' });
}
