/** `assistant.threads.*` and `agents.sessions.*`: kept with the thread they speak of. */
import { z } from 'zod';
import { agentThread, setStatus } from '../../core/agents.ts';
import { isObj } from '../../core/checks/rule.ts';
import { botId, isMember } from '../../core/find.ts';
import type { AgentThread } from '../../core/model.ts';
import { invalidArguments, refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { showAgent } from '../../core/sight.ts';
import { type Method, absent, json, method, neededJson, text, word } from './method.ts';
import { dressed, looks } from './posting.ts';

const MOST_LOADING = 10;
const MOST_PROMPTS = 4;
const LONGEST_TITLE = 200;
const NOT_DRAWN = 'It is checked and kept; the page does not draw it.';

const thread = { channel_id: word, thread_ts: word };

function agentApp(slack: Slack): void {
  const { agent_view, assistant_view } = slack.manifest.features;
  if (!agent_view && !assistant_view) refuse('not_agent_app');
}

const status = method({
  scopes: ['chat:write'],
  tier: 'special',
  args: z.object({ ...thread, ...looks, status: text, loading_messages: json.optional() }),
  run: (call, args) => {
    const { slack } = call;
    const of = agentThread(slack, args.channel_id, args.thread_ts);
    dressed(call, args);
    const loading = args.loading_messages ?? [];
    if (!Array.isArray(loading) || loading.length > MOST_LOADING || !loading.every((one) => typeof one === 'string'))
      return invalidArguments('invalid value for `loading_messages`');
    setStatus(slack, of, args.status, loading);
    showAgent(slack, args.channel_id, args.thread_ts);
    return {};
  },
});

function checkedPrompts(given: unknown): { title: string; message: string }[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_PROMPTS)
    return invalidArguments(`\`prompts\` must hold between 1 and ${MOST_PROMPTS} items`);
  return given.map((one: unknown) =>
    isObj(one) && typeof one['title'] === 'string' && typeof one['message'] === 'string'
      ? { title: one['title'], message: one['message'] }
      : invalidArguments('each prompt needs a title and a message'),
  );
}

const prompts = method({
  scopes: ['assistant:write'],
  tier: 4,
  args: z.object({ channel_id: word, thread_ts: text.optional(), prompts: neededJson, title: text.optional() }),
  run: ({ slack }, args) => {
    agentApp(slack);
    const of = agentThread(slack, args.channel_id, args.thread_ts ?? '');
    of.prompts = { title: args.title ?? '', list: checkedPrompts(args.prompts), at: slack.clock.now() };
    slack.changed();
    showAgent(slack, args.channel_id, args.thread_ts ?? '');
    return {};
  },
});

const title = method({
  scopes: ['assistant:write'],
  tier: 4,
  args: z.object({ ...thread, title: word }),
  run: ({ slack }, args) => {
    agentThread(slack, args.channel_id, args.thread_ts).title = args.title;
    slack.changed();
    showAgent(slack, args.channel_id, args.thread_ts);
    return {};
  },
});

/** The thread of a session; a session always has one, for there are no session channels here. */
function sessionThread(slack: Slack, given: { channel_id: string; thread_ts?: string | undefined }): AgentThread {
  const channel = slack.state.channels[given.channel_id] ?? refuse('channel_not_found');
  if (!isMember(channel, botId(slack))) refuse('not_authorized');
  if (given.thread_ts === undefined) return refuse('thread_ts_required');
  return agentThread(slack, channel.id, given.thread_ts);
}

const STATUSES = ['active', 'processing', 'suspended', 'closed'];

const sessionStatus = method({
  scopes: ['chat:write'],
  tier: 3,
  gaps: NOT_DRAWN,
  args: z.object({
    ...looks,
    channel_id: word,
    thread_ts: text.optional(),
    status: word,
    title: z.string().max(LONGEST_TITLE).optional(),
    initiator_user_id: text.optional(),
  }),
  run: (call, args) => {
    const { slack } = call;
    if (!STATUSES.includes(args.status)) refuse('invalid_status');
    const of = sessionThread(slack, args);
    dressed(call, args);
    if (args.initiator_user_id !== undefined && !slack.state.users[args.initiator_user_id]) refuse('user_not_found');
    if (!of.session && args.title !== undefined) of.title = args.title;
    of.session = { status: args.status, initiator: of.session?.initiator ?? args.initiator_user_id ?? '' };
    slack.changed();
    return { status: args.status, agent_status: args.status, title: of.title ?? '' };
  },
});

const sessionRename = method({
  scopes: ['chat:write'],
  tier: 3,
  gaps: NOT_DRAWN,
  args: z.object({ channel_id: word, thread_ts: text.optional(), title: word }),
  run: ({ slack }, args) => {
    if (args.title.length > LONGEST_TITLE) refuse('invalid_name');
    const of = sessionThread(slack, args);
    if (!of.session) refuse('session_not_found');
    of.title = args.title;
    slack.changed();
    return { title: args.title };
  },
});

export const agentMethods: Record<string, Method> = {
  'assistant.threads.setStatus': status,
  'assistant.threads.setSuggestedPrompts': prompts,
  'assistant.threads.setTitle': title,
  'assistant.search.context': absent('there is no search engine here to answer from.'),
  'agents.sessions.setStatus': sessionStatus,
  'agents.sessions.rename': sessionRename,
};
