import type { VNode } from 'preact';
import type { Message } from '../../wire.ts';
import { Blocks } from '../blocks/block.tsx';
import { Mrkdwn } from '../blocks/text.tsx';
import { SurfaceScope } from '../elements/surface.tsx';
import { getState, setState, useWorld } from '../state/store.ts';
import { Folded } from './folded.tsx';
import { isQuiet } from './rows.ts';
import { DismissLine } from './slack-says.tsx';

export function MessageBody({ message, also }: { message: Message; also: Message[] }): VNode {
  if (message.tombstone) return <div class="message-body gone">This message was deleted.</div>;
  return (
    <div class={`message-body ${isQuiet(message) ? 'quiet' : ''}`}>
      <Folded of={message}>
        {message.blocks.length > 0 ? (
          <SurfaceScope
            place={{ kind: 'message', channel: message.channel, ts: message.ts }}
            blocks={message.blocks}
            thread={message.thread_ts}
          >
            <Blocks of={message.blocks} />
          </SurfaceScope>
        ) : (
          <Mrkdwn text={message.text} />
        )}
      </Folded>
      {also.length > 0 && <AlsoCame also={also} />}
      {message.edited && !message.bot && <span class="edited">(edited)</span>}
      {message.ephemeral && <DismissLine onDismiss={() => dismiss(message)} />}
    </div>
  );
}

/** Those who joined or left right after, in one line. */
function AlsoCame({ also }: { also: Message[] }): VNode {
  const people = useWorld((world) => world.people);
  const names = [...new Set(also.map((one) => people[one.user]?.real_name ?? one.user))];
  const [first = '', second = '', ...others] = names;
  const rest = `${others.length} ${others.length === 1 ? 'other' : 'others'}`;
  const who = others.length > 0 ? `${first}, ${second} and ${rest}` : second ? `${first} and ${second}` : first;
  const came = also[0]?.subtype?.endsWith('_join');
  return (
    <span title={names.join(', ')}>
      Also, {who} {came ? 'joined' : 'left'}.
    </span>
  );
}

function dismiss(message: Message): void {
  setState({ dismissed: new Set([...getState().dismissed, `${message.channel}:${message.ts}`]) });
}
