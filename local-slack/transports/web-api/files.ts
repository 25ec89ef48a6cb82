/** Files that are there: looked at, listed, deleted. */
import { z } from 'zod';
import { botId, isMember, userOf } from '../../core/find.ts';
import type { Obj, StoredFile } from '../../core/model.ts';
import { fileJson } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import { deleteFile } from '../../core/sharing.ts';
import type { Slack } from '../../core/slack.ts';
import { type Method, absent, ignored, list, method, text, word } from './method.ts';
import { numbered, numberedPage } from './paging.ts';

function sharesJson(slack: Slack, file: StoredFile): Obj {
  const groups: { public: Record<string, Obj[]>; private: Record<string, Obj[]> } = { public: {}, private: {} };
  for (const { channel, ts } of file.shares) {
    const place = slack.state.channels[channel];
    const group = place?.kind === 'public' ? groups.public : groups.private;
    (group[channel] ??= []).push({
      ts,
      channel_name: place?.name ?? '',
      team_id: slack.state.team.id,
      reply_users: [],
      reply_users_count: 0,
      reply_count: 0,
    });
  }
  return groups;
}

function visible(slack: Slack, file: StoredFile): boolean {
  if (file.user === botId(slack) || file.handed) return true;
  return file.shares.some(({ channel }) => {
    const place = slack.state.channels[channel];
    return place && (place.kind === 'public' || isMember(place, botId(slack)));
  });
}

/** The file, if its bytes are here and the bot may see it. */
function seen(slack: Slack, id: string): StoredFile {
  const file = slack.state.files[id];
  if (!file || !file.complete || !visible(slack, file)) return refuse('file_not_found');
  return file.deleted ? refuse('file_deleted') : file;
}

function whole(slack: Slack, file: StoredFile): Obj {
  const of = (kind: string): string[] =>
    file.shares.map((one) => one.channel).filter((one) => slack.state.channels[one]?.kind === kind);
  return {
    ...fileJson(slack, file),
    channels: of('public'),
    groups: [...of('private'), ...of('mpim')],
    ims: of('im'),
    comments_count: 0,
  };
}

const info = method({
  scopes: ['files:read'],
  tier: 4,
  json: false,
  gaps: 'A file has no comments, so there is nothing to page through.',
  args: z.object({ file: word, count: ignored, cursor: ignored, limit: ignored, page: ignored }),
  run: ({ slack }, { file: id }) => {
    const file = seen(slack, id);
    return {
      file: { ...whole(slack, file), is_starred: false, shares: sharesJson(slack, file) },
      comments: [],
      response_metadata: { next_cursor: '' },
    };
  },
});

/** Slack's names for kinds of files, by their MIME type; canvases and snippets cannot be made here. */
const KINDS: Record<string, (mimetype: string) => boolean> = {
  all: () => true,
  images: (mimetype) => mimetype.startsWith('image/'),
  pdfs: (mimetype) => mimetype === 'application/pdf',
  zips: (mimetype) => mimetype === 'application/zip',
  spaces: () => false,
  snippets: () => false,
  gdocs: () => false,
};

const listing = method({
  scopes: ['files:read'],
  tier: 3,
  json: false,
  args: z.object({
    ...numbered,
    channel: text.optional(),
    user: text.optional(),
    types: list.optional(),
    ts_from: text.optional(),
    ts_to: text.optional(),
    show_files_hidden_by_limit: ignored,
  }),
  run: ({ slack }, { channel, user, types, ts_from, ts_to, ...paged }) => {
    const kinds = (types ?? ['all']).map((type) => KINDS[type] ?? refuse('unknown_type'));
    if (user !== undefined) userOf(slack, user);
    const rows = Object.values(slack.state.files).filter(
      (file) =>
        file.complete &&
        !file.deleted &&
        visible(slack, file) &&
        (channel === undefined || file.shares.some((share) => share.channel === channel)) &&
        (user === undefined || file.user === user) &&
        kinds.some((fits) => fits(file.mimetype)) &&
        file.created >= Number(ts_from ?? 0) &&
        file.created <= Number(ts_to ?? Infinity),
    );
    const { rows: files, paging } = numberedPage(rows.toReversed(), paged);
    return { files: files.map((file) => whole(slack, file)), paging };
  },
});

const REMOTE = 'nothing here draws a remote file, so sharing one would show an empty place.';

export const fileMethods: Record<string, Method> = {
  'files.info': info,
  'files.list': listing,
  'files.delete': method({
    scopes: ['files:write'],
    tier: 3,
    args: z.object({ file: word }),
    run: ({ slack }, { file: id }) => {
      const file = seen(slack, id);
      if (file.user !== botId(slack)) refuse('cant_delete_file');
      deleteFile(slack, file, botId(slack));
      return {};
    },
  }),
  'files.remote.add': absent(REMOTE),
  'files.remote.update': absent(REMOTE),
};
