/** Response URLs and the messages an app answers a command or a click with. */
import { botId, findMessage } from './find.ts';
import { ephemeralOf, forgetEphemeral, post, remove, revise, whisper } from './messages.ts';
import type { Channel, Obj, ResponseUrl, Stored } from './model.ts';
import { refuse } from './refusal.ts';
import { showMessage } from './sight.ts';
import type { Slack } from './slack.ts';
import { words } from './words.ts';

const MOST_USES = 5;
const LIFE_MS = 30 * 60_000;

export function makeResponseUrl(
  slack: Slack,
  kind: 'actions' | 'commands' | 'app',
  at: Omit<ResponseUrl, 'id' | 'made' | 'uses'>,
): string {
  const { response_urls: held } = slack.state;
  for (const old of Object.values(held)) {
    if (slack.clock.now() - old.made > 2 * LIFE_MS) delete held[old.id];
  }
  const id = slack.mint.hex(24);
  held[id] = { ...at, id, made: slack.clock.now(), uses: 0 };
  return `${slack.base}/respond/${kind}/${slack.state.team.id}/${id}`;
}

export function useResponseUrl(slack: Slack, id: string, body: Obj): void {
  const url = slack.state.response_urls[id];
  if (!url || slack.clock.now() - url.made > LIFE_MS) return refuse('expired_url');
  if (url.uses >= MOST_USES) return refuse('used_url');
  answer(slack, url, body);
  url.uses += 1;
  slack.changed();
}

/** What an app said in answer: a new message, or a change of the one that was clicked. */
export function answer(slack: Slack, at: Pick<ResponseUrl, 'channel' | 'user' | 'original'>, body: Obj): void {
  const channel = slack.state.channels[at.channel] ?? refuse('channel_not_found');
  const original = at.original && originalOf(slack, at.channel, at.original);
  if (body['delete_original'] === true) return original ? drop(slack, original) : refuse('message_not_found');
  if (!['string', 'undefined'].includes(typeof body['text'])) return refuse('invalid_payload');
  const said = words(slack, body, false);
  if (body['replace_original'] === true && original) return replace(slack, original, said, body);
  fresh(slack, channel, at.user, said, body);
}

function originalOf(
  slack: Slack,
  channel: string,
  { ts, only_for }: NonNullable<ResponseUrl['original']>,
): Stored | undefined {
  return only_for === undefined ? findMessage(slack, channel, ts) : ephemeralOf(slack, channel, ts, only_for);
}

function drop(slack: Slack, original: Stored): void {
  if (original.only_for === undefined) remove(slack, original);
  else forgetEphemeral(slack, original);
}

function replace(
  slack: Slack,
  original: Stored,
  said: { text: string; blocks: Obj[]; attachments: Obj[] },
  body: Obj,
): void {
  if (original.only_for === undefined) {
    revise(slack, original, said, slack.state.app.bot_id);
    return;
  }
  Object.assign(original, said, body['attachments'] === undefined ? { attachments: original.attachments } : {});
  showMessage(slack, original);
  slack.changed();
}

function fresh(
  slack: Slack,
  channel: Channel,
  user: string,
  said: { text: string; blocks: Obj[]; attachments: Obj[] },
  body: Obj,
): void {
  const thread_ts = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : undefined;
  const draft = { ...said, user: botId(slack), from_app: true, thread_ts };
  if (body['response_type'] === 'in_channel') post(slack, channel, draft);
  else whisper(slack, channel, { ...draft, only_for: user });
}
