/** What becomes of a file that is there: shown in channels, taken out of them, deleted; and what the app hears of it. */
import { tellApp } from './events.ts';
import { findMessage } from './find.ts';
import type { Channel, StoredFile, Ts } from './model.ts';
import { showMessage } from './sight.ts';
import type { Slack } from './slack.ts';

function tellFile(slack: Slack, type: string, file: StoredFile, channel: Channel, user: string): void {
  const bare = { type, file_id: file.id, user_id: user };
  const where = type === 'file_shared' || type === 'file_unshared' ? { channel_id: channel.id } : {};
  const shape = type === 'file_deleted' ? {} : { file: { id: file.id } };
  tellApp(slack, { subscription: type, scope: 'files:read', channel }, { ...bare, ...where, ...shape });
}

function channelsOf(slack: Slack, file: StoredFile): Channel[] {
  return file.shares.flatMap(({ channel }) => slack.state.channels[channel] ?? []);
}

/** The file stands in a message of this channel; the app first hears of it where it may see it. */
export function shareFile(slack: Slack, file: StoredFile, channel: Channel, ts: Ts, by: string): void {
  const before = channelsOf(slack, file);
  file.shares.push({ channel: channel.id, ts });
  if (before.length === 0) tellFile(slack, 'file_created', file, channel, by);
  if (channel.kind === 'public' && before.every((one) => one.kind !== 'public'))
    tellFile(slack, 'file_public', file, channel, by);
  tellFile(slack, 'file_shared', file, channel, by);
}

/** The message that showed it is gone; the file itself stays. */
export function unshareFile(slack: Slack, file: StoredFile, channel: Channel, ts: Ts, by: string): void {
  file.shares = file.shares.filter((share) => share.channel !== channel.id || share.ts !== ts);
  tellFile(slack, 'file_unshared', file, channel, by);
}

export function deleteFile(slack: Slack, file: StoredFile, by: string): void {
  Object.assign(file, { deleted: true, content: null });
  const [first] = channelsOf(slack, file).filter((one) => one.members.includes(slack.state.app.bot));
  if (first) tellFile(slack, 'file_deleted', file, first, by);
  for (const { channel, ts } of file.shares) {
    const message = findMessage(slack, channel, ts);
    if (message) showMessage(slack, message);
  }
  slack.changed();
}
