import type { Deed } from '../state/line.ts';
import { act, say, toast } from '../state/line.ts';
import { getWorld } from '../state/store.ts';
import { toSent } from './wording.ts';

export type Draft = { channel: string; thread?: string | undefined; text: string; broadcast: boolean; files: string[] };

/** Sends what was typed, as a message or a command; false when it should stay in the composer. */
export async function sendDraft(draft: Draft): Promise<boolean> {
  const text = draft.text.trim();
  if (/^\/\S/.test(text) && draft.files.length === 0) return runCommand(draft, text);
  const thread = draft.thread ? { thread_ts: draft.thread, broadcast: draft.broadcast } : {};
  const files = draft.files.length > 0 ? { files: draft.files } : {};
  return perform({ do: 'send', channel: draft.channel, ...toSent(text), ...thread, ...files });
}

async function runCommand(draft: Draft, typed: string): Promise<boolean> {
  const [, command = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed) ?? [];
  if (draft.thread) {
    say(`\`${command}\` is not supported in threads. Sorry!`, draft.channel, draft.thread);
    return true;
  }
  return perform({ do: 'command', channel: draft.channel, command, text, mentions: [] });
}

const reasons: Record<string, string> = {
  no_connection: 'there is no connection',
  msg_too_long: 'it has more than 12,000 characters',
  is_archived: 'the channel is archived',
  not_in_channel: 'you are not in the channel',
  restricted_action: 'messages to this app are turned off',
};

async function perform(deed: Deed): Promise<boolean> {
  const answer = await act(deed);
  if (!answer.ok) {
    toast(`Your message was not sent: ${reasons[answer.error] ?? answer.error}.`);
    return false;
  }
  return true;
}

export async function runGlobalShortcut(callbackId: string): Promise<void> {
  const answer = await act({ do: 'shortcut', callback_id: callbackId });
  if (!answer.ok) toast(`That did not work: ${answer.error}`);
}

export function usageOf(text: string): { command: string; usage: string; about: string } | null {
  const word = /^(\/\S+)\s/.exec(text)?.[1];
  const command = getWorld().app.commands.find((one) => one.command === word);
  return command ? { command: command.command, usage: command.usage_hint, about: command.description } : null;
}
