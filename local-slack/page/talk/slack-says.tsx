import type { VNode } from 'preact';
import { useReader } from '../blocks/reader.ts';
import { Mrkdwn } from '../blocks/text.tsx';
import { Icon } from '../frame/icons.tsx';
import { clockTime } from '../mrkdwn/date.ts';
import type { Said } from '../state/store.ts';
import { getState, setState } from '../state/store.ts';
import { SlackMark } from './avatar.tsx';

/** A line of Slack itself, that nobody else sees. */
export function SlackSays({ said }: { said: Said }): VNode {
  const time = clockTime(said.at, useReader());
  const dismiss = (): void => setState({ said: getState().said.filter((one) => one.id !== said.id) });
  return (
    <article class="message ephemeral" aria-label={`Slackbot, ${time}`} data-ts={said.id} tabIndex={-1}>
      <OnlyYou />
      <div class="message-side">
        <SlackMark size={36} />
      </div>
      <div class="message-main">
        <div class="message-head">
          <b class="message-name">Slackbot</b>
          <span class="message-time">{time}</span>
        </div>
        <div class="message-body">
          <Mrkdwn text={said.text} />
          <DismissLine onDismiss={dismiss} />
        </div>
      </div>
    </article>
  );
}

export function OnlyYou(): VNode {
  return (
    <div class="message-note">
      <Icon name="eye" size={14} /> Only visible to you
    </div>
  );
}

export function DismissLine({ onDismiss }: { onDismiss: () => void }): VNode {
  return (
    <div class="ephemeral-foot">
      <button type="button" class="text-button" onClick={onDismiss}>
        Dismiss message
      </button>
    </div>
  );
}
