/** The one door for what a person does: `Act` in, `ActAnswer` out, one row in the journal. */
import { z } from 'zod';
import type { Act, ActAnswer } from '../../wire.ts';
import { requestDetails } from '../entities.ts';
import type { Obj, User } from '../model.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Slack } from '../slack.ts';
import { click } from './clicks.ts';
import { command } from './commands.ts';
import type { Outcome } from './envelope.ts';
import { discard, upload } from './files.ts';
import { openDirect, openHome } from './home.ts';
import { suggest } from './options.ts';
import { archiving, closeDirect, createRoom, describe, openGroup } from './rooms.ts';
import { shortcut } from './shortcuts.ts';
import { close, submit } from './submissions.ts';
import { come, edit, erase, invite, mark, pinning, read, send } from './talk.ts';

const s = z.string();
const place = z.union([
  z.object({ kind: z.literal('message'), channel: s, ts: s }),
  z.object({ kind: z.literal('view'), view_id: s }),
]);
const values = z.record(s, z.record(s, z.looseObject({ type: s })));
const at = { channel: s, ts: s };
const on = { place, block_id: s, action_id: s };
const as = { as: s };
const mentions = z.array(s).optional();

const Doing = z.discriminatedUnion('do', [
  z.object({
    ...as,
    do: z.literal('send'),
    channel: s,
    text: s,
    mentions,
    thread_ts: s.optional(),
    broadcast: z.boolean().optional(),
    files: z.array(s).max(10).optional(),
  }),
  z.object({ ...as, do: z.literal('edit'), ...at, text: s, mentions }),
  z.object({ ...as, do: z.literal('delete'), ...at }),
  z.object({ ...as, do: z.enum(['react', 'unreact']), ...at, name: s.min(1).max(100) }),
  z.object({ ...as, do: z.enum(['pin', 'unpin']), ...at }),
  z.object({ ...as, do: z.literal('command'), channel: s, command: s, text: s, mentions }),
  z.object({ ...as, do: z.literal('shortcut'), callback_id: s, channel: s.optional(), ts: s.optional() }),
  z.object({ ...as, do: z.literal('click'), ...on, value: z.looseObject({}).optional(), state: values.optional() }),
  z.object({ ...as, do: z.literal('submit'), view_id: s, values }),
  z.object({ ...as, do: z.literal('close'), view_id: s, all: z.boolean().optional() }),
  z.object({ ...as, do: z.literal('options'), ...on, query: s }),
  z.object({ ...as, do: z.literal('open_home'), tab: z.enum(['home', 'messages']).optional() }),
  z.object({ ...as, do: z.literal('open_dm'), with: s }),
  z.object({ ...as, do: z.literal('open_group'), with: z.array(s).min(2) }),
  z.object({ ...as, do: z.literal('close_dm'), channel: s }),
  z.object({ ...as, do: z.literal('read'), channel: s, upto: s.optional(), thread_ts: s.optional() }),
  z.object({ ...as, do: z.literal('create_channel'), name: s, private: z.boolean() }),
  z.object({ ...as, do: z.enum(['archive', 'unarchive']), channel: s }),
  z.object({ ...as, do: z.enum(['topic', 'purpose']), channel: s, text: s }),
  z.object({ ...as, do: z.literal('delete_file'), file: s }),
  z.object({ ...as, do: z.enum(['join', 'leave']), channel: s }),
  z.object({ ...as, do: z.literal('invite'), channel: s, user: s }),
  z.object({ ...as, do: z.literal('open_entity'), ...at, url: s }),
  z.object({ ...as, do: z.literal('upload'), name: s.min(1).max(255), mimetype: s, content: s }),
]);

/** zod writes an absent field as `undefined`; `wire.ts` leaves it out. */
type Loose = z.infer<typeof Doing>;

export async function act(slack: Slack, given: unknown): Promise<ActAnswer> {
  const read = Doing.safeParse(given);
  if (!read.success) return { ok: false, error: 'invalid_arguments' };
  const doing = read.data;
  const shown: Obj = { ...doing, ...('content' in doing ? { content: `${doing.content.length} characters` } : {}) };
  const row = slack.journal.write({
    kind: 'person',
    name: doing.do,
    as: doing.as,
    request: shown,
    answer: null,
    ms: null,
  });
  const { link, ...answer } = await attempt(slack, doing);
  const ts = 'ts' in answer ? answer.ts : undefined;
  const linked = link ?? ts;
  slack.journal.close(row, answer, linked === undefined ? {} : { link: linked });
  return answer;
}

async function attempt(slack: Slack, doing: Loose): Promise<Outcome> {
  try {
    const user = slack.state.users[doing.as];
    if (!user || user.deleted || user.is_bot) return refuse('user_not_found');
    return await perform(slack, user, doing as Act);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, error: error.code };
  }
}

function perform(slack: Slack, user: User, doing: Act): Outcome | Promise<Outcome> {
  switch (doing.do) {
    case 'send':
      return send(slack, user, doing);
    case 'edit':
      return edit(slack, user, doing);
    case 'delete':
      return erase(slack, user, doing);
    case 'react':
    case 'unreact':
      return mark(slack, user, doing);
    case 'pin':
    case 'unpin':
      return pinning(slack, user, doing);
    case 'command':
      return command(slack, user, doing);
    case 'shortcut':
      return shortcut(slack, user, doing);
    case 'click':
      return click(slack, user, doing);
    case 'submit':
      return submit(slack, user, doing);
    case 'close':
      return close(slack, user, doing);
    case 'options':
      return suggest(slack, user, doing);
    case 'open_home':
      return openHome(slack, user, doing);
    case 'open_dm':
      return openDirect(slack, user, doing);
    case 'open_group':
      return openGroup(slack, user, doing);
    case 'close_dm':
      return closeDirect(slack, user, doing);
    case 'read':
      return read(slack, user, doing);
    case 'create_channel':
      return createRoom(slack, user, doing);
    case 'archive':
    case 'unarchive':
      return archiving(slack, user, doing);
    case 'topic':
    case 'purpose':
      return describe(slack, user, doing);
    case 'delete_file':
      return discard(slack, user, doing);
    case 'join':
    case 'leave':
      return come(slack, user, doing);
    case 'invite':
      return invite(slack, user, doing);
    case 'open_entity':
      return { ok: true, link: requestDetails(slack, user, doing).trigger_id };
    case 'upload':
      return upload(slack, user, doing);
  }
}
