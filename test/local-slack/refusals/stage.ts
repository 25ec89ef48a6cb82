/** A workspace with something of everything, on which each method is made to refuse. */
import { readManifest } from '../../../local-slack/core/manifest.ts';
import { type Manifest, type Workspace, manifest, workspace } from '../workspace.ts';

export type Args = Record<string, unknown>;

export type Stage = {
  on: Workspace;
  /** The bot is inside; has said something, and ana has. */
  general: string;
  /** Public, the bot is outside. */
  random: string;
  /** Private, the bot is outside. */
  secret: string;
  /** Public and archived, the bot is inside. */
  archived: string;
  /** Private and made by the bot. */
  own: string;
  dm: string;
  ana: string;
  /** The bot's message in general, and ana's. */
  ts: string;
  human: string;
  /** A trigger id, fresh, as a shortcut brings it. */
  trigger(): string;
  /** Everything as it was at the beginning. */
  restore(): Promise<void>;
};

/** What a call is made with to be refused; steps before it may call other methods. */
export type Try = (stage: Stage) => Args | Promise<Args>;
/** By method, then by the error it has to answer. */
export type Refusals = Record<string, Record<string, Try>>;

const SCOPES = [
  ...['channels', 'groups', 'im', 'mpim'].flatMap((family) => [
    `${family}:read`,
    `${family}:history`,
    `${family}:write`,
  ]),
  ...['files', 'links', 'reactions', 'pins', 'bookmarks'].flatMap((thing) => [`${thing}:read`, `${thing}:write`]),
  'channels:manage',
  'channels:join',
  'chat:write',
  'users:read',
  'users:read.email',
  'users.profile:read',
  'usergroups:read',
  'team:read',
  'assistant:write',
  'tokens.basic',
  'commands',
  'metadata.message:read',
  'app_mentions:read',
];

export function everything(change: (m: Manifest) => void = () => {}): Manifest {
  return manifest((m) => {
    m.oauth_config.scopes.bot = [...SCOPES];
    m.features['unfurl_domains'] = ['t.example'];
    m.features['agent_view'] = { agent_description: 'Answers questions' };
    m.settings.event_subscriptions.bot_events.push('function_executed', 'link_shared', 'entity_details_requested');
    Object.assign(m, {
      functions: {
        reverse: {
          title: 'Reverse',
          description: 'Turns a text round',
          input_parameters: { text: { type: 'string', is_required: true } },
          output_parameters: { properties: { turned: { type: 'string' } }, required: ['turned'] },
        },
      },
    });
    change(m);
  });
}

export async function stage(change?: (m: Manifest) => void): Promise<Stage> {
  const on = await workspace({ manifest: everything(change) });
  const make = async (name: string, isPrivate: boolean, members: string[]): Promise<string> =>
    (await on.control({ do: 'create_channel', name, private: isPrivate, members }))['channel'] as string;
  const { general = '', random = '' } = on.ids.channels;
  const { ana = '' } = on.ids.users;
  const archived = await make('finished', false, [ana, on.ids.bot]);
  await on.control({ do: 'archive', channel: archived });
  const { ts: human } = (await on.act('ana', { do: 'send', channel: general, text: 'hello' })) as { ts: string };
  const own = await make('our-circle', true, [on.ids.bot, ana]);
  const { id: dm } = (await on.call('conversations.open', { users: ana }))['channel'] as { id: string };
  const secret = await make('closed-circle', true, [ana]);
  const ts = await on.post(general, 'from the app');
  const { world } = await on.control({ do: 'export' });
  return {
    on,
    general,
    random,
    archived,
    ana,
    human,
    secret,
    own,
    dm,
    ts,
    trigger: () => on.slack.triggers.make(ana),
    async restore() {
      await on.control({ do: 'import', world });
      on.slack.manifest = readManifest(everything(change));
    },
  };
}
