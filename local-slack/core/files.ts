import type { StoredFile } from './model.ts';
import type { Slack } from './slack.ts';

export type NewFile = {
  user: string;
  name: string;
  title: string;
  mimetype: string;
  bytes?: Buffer;
  size?: number;
  alt_txt?: string | undefined;
};

/** A file whose bytes are here, or (without `bytes`) one that waits for its upload. */
export function storeFile(slack: Slack, given: NewFile): StoredFile {
  const file: StoredFile = {
    id: slack.mint.id('F'),
    name: safeName(given.name),
    title: given.title,
    mimetype: given.mimetype,
    size: given.bytes?.length ?? given.size ?? 0,
    user: given.user,
    created: Math.floor(slack.clock.now() / 1000),
    alt_txt: given.alt_txt,
    content: given.bytes ? given.bytes.toString('base64') : null,
    complete: given.bytes !== undefined,
    deleted: false,
    shares: [],
  };
  slack.state.files[file.id] = file;
  slack.changed();
  return file;
}

/** Only the last part of a path, without control characters. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex
  const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').replace(/^\.+/, '');
  return clean === '' ? 'file' : clean.slice(0, 255);
}
