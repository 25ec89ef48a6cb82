/** What a person does with files. */
import type { ActAnswer } from '../../wire.ts';
import { storeFile } from '../files.ts';
import type { StoredFile, User } from '../model.ts';
import { refuse } from '../refusal.ts';
import { deleteFile } from '../sharing.ts';
import type { Slack } from '../slack.ts';

export function upload(slack: Slack, user: User, act: { name: string; mimetype: string; content: string }): ActAnswer {
  const file = storeFile(slack, {
    user: user.id,
    name: act.name,
    title: act.name,
    mimetype: act.mimetype,
    bytes: Buffer.from(act.content, 'base64'),
  });
  return { ok: true, file: file.id };
}

/** A file that this person put there and that still is. */
export function ownFile(slack: Slack, user: User, id: string): StoredFile {
  const file = slack.state.files[id];
  return file?.user === user.id && !file.deleted ? file : refuse('file_not_found');
}

export function discard(slack: Slack, user: User, act: { file: string }): ActAnswer {
  deleteFile(slack, ownFile(slack, user, act.file), user.id);
  return { ok: true };
}
