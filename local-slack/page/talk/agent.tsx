import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AgentSeen, Ts } from '../../wire.ts';
import { agentKey } from '../state/apply.ts';
import { useWorld } from '../state/store.ts';
import { AppMark } from './avatar.tsx';
import { sendDraft } from './sending.ts';

const TURN_MS = 3000; // how long one of several loading messages stands

export function useAgent(channel: string, ts: Ts): AgentSeen | undefined {
  return useWorld((world) => world.agents[agentKey(channel, ts)]);
}

/** What the app is doing in a thread, and what it proposes to say to it. */
export function AgentFoot({ channel, ts }: { channel: string; ts: Ts }): VNode | null {
  const agent = useAgent(channel, ts);
  if (!agent) return null;
  return (
    <>
      {agent.status && <Status key={agent.until} agent={agent} />}
      {agent.prompts.length > 0 && <Prompts agent={agent} />}
    </>
  );
}

/** Counts the turns until the status goes away; null when it has. */
function useTurns(until: number): number | null {
  const lag = useWorld((world) => world.lag);
  const [turn, setTurn] = useState(0);
  const isOver = Date.now() + lag >= until;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(() => setTurn((n) => n + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [isOver]);
  return isOver ? null : turn;
}

function Status({ agent }: { agent: AgentSeen }): VNode | null {
  const name = useWorld((world) => world.app.name);
  const turn = useTurns(agent.until);
  if (turn === null) return null;
  const said = agent.loading[turn % (agent.loading.length || 1)];
  return (
    <p class="agent-status">
      <AppMark size={20} />
      <span role="status">{said ?? `${name} ${agent.status}`}</span>
    </p>
  );
}

function Prompts({ agent }: { agent: AgentSeen }): VNode {
  const { channel, thread_ts: thread, prompts_title: title } = agent;
  const label = title || 'Suggested prompts';
  return (
    <div class="agent-prompts" role="group" aria-label={label}>
      {title && <p>{title}</p>}
      {agent.prompts.map((one) => (
        <button
          type="button"
          class="btn small"
          key={one.title}
          onClick={() => void sendDraft({ channel, thread, text: one.message, broadcast: false, files: [] })}
        >
          {one.title}
        </button>
      ))}
    </div>
  );
}
