/** An app's manifest, held to Slack's own schema. Source: slackapi/manifest-schema 2.0.0, docs.slack.dev/reference/app-manifest. */
import { z } from 'zod';
import { readPaper } from './paper.ts';

const words = (most: number, least = 1) => z.string().min(least).max(most);
const webUrl = (most: number) => words(most, 0).regex(/^(?:https?:\/\/|$)/, 'must be a web address');
const names = (most: number) => z.array(words(50)).max(most);
const unique = (list: readonly unknown[]): boolean =>
  new Set(list.map((one) => JSON.stringify(one))).size === list.length;
const TWICE = 'names something twice';

const Command = z.strictObject({
  command: words(32, 2).regex(/^\/[^\sA-Z/]+$/, 'must be a slash and then small letters, digits, - or _'),
  description: words(2000),
  usage_hint: words(1000).default(''),
  should_escape: z.boolean().default(false),
  url: webUrl(3000).optional(),
});

const AppShortcut = z.strictObject({
  type: z.enum(['global', 'message']),
  name: words(24),
  callback_id: words(255),
  description: words(150),
});

const prompt = z.strictObject({ title: z.string(), message: z.string() });
const prompts = z.array(prompt).max(4).optional();

const Features = z.strictObject({
  app_home: z
    .strictObject({
      home_tab_enabled: z.boolean().default(false),
      messages_tab_enabled: z.boolean().default(true),
      messages_tab_read_only_enabled: z.boolean().default(false),
    })
    .prefault({}),
  bot_user: z.strictObject({ display_name: words(80), always_online: z.boolean().optional() }).optional(),
  slash_commands: z.array(Command).min(1).max(50).default([]),
  shortcuts: z.array(AppShortcut).min(1).max(10).default([]),
  unfurl_domains: z
    .array(words(255).regex(/^(?![.-])[-a-z0-9.]+[a-z0-9]$/, 'must be a bare domain: no scheme, no path'))
    .min(1)
    .max(5)
    .refine(unique, TWICE)
    .default([]),
  functions: z.array(z.unknown()).max(50).optional(),
  workflow_steps: z.array(z.unknown()).min(1).max(10).optional(),
  assistant_view: z.strictObject({ assistant_description: z.string(), suggested_prompts: prompts }).optional(),
  agent_view: z
    .strictObject({
      agent_description: words(300).optional(),
      suggested_prompts: prompts,
      actions: z.array(z.looseObject({ name: z.string(), description: z.string() })).optional(),
    })
    .optional(),
});

const Scopes = z.strictObject({
  bot: names(255).default([]),
  user: names(255).optional(),
  bot_optional: names(255).optional(),
  user_optional: names(255).optional(),
});

const Oauth = z.strictObject({
  scopes: Scopes.prefault({}),
  redirect_urls: z.array(words(2500)).max(1000).refine(unique, TWICE).optional(),
  token_management_enabled: z.boolean().optional(),
  pkce_enabled: z.boolean().optional(),
});

/** `*` stands for every app or every type, but not for both. */
const MetadataSubscription = z
  .strictObject({ app_id: words(255), event_type: words(50) })
  .refine((one) => one.app_id !== '*' || one.event_type !== '*', 'may leave open the app or the type, not both');

const IP_RANGE = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$|\/)|(?=$|\/))){4}(?:\/(?:3[0-2]|[12]?\d))?$/;

const Settings = z.strictObject({
  event_subscriptions: z
    .strictObject({
      request_url: webUrl(3500).optional(),
      bot_events: names(100).refine(unique, TWICE).default([]),
      user_events: names(100).refine(unique, TWICE).optional(),
      metadata_subscriptions: z.array(MetadataSubscription).min(1).max(20).refine(unique, TWICE).default([]),
    })
    .prefault({}),
  interactivity: z
    .strictObject({
      is_enabled: z.boolean(),
      request_url: webUrl(3500).optional(),
      message_menu_options_url: webUrl(3500).optional(),
    })
    .prefault({ is_enabled: false }),
  socket_mode_enabled: z.boolean().default(false),
  allowed_ip_address_ranges: z.array(z.string().regex(IP_RANGE, 'must be an IPv4 range')).min(1).max(50).optional(),
  incoming_webhooks: z.looseObject({}).optional(),
  org_deploy_enabled: z.boolean().optional(),
  is_hosted: z.boolean().optional(),
  token_rotation_enabled: z.boolean().optional(),
  siws_links: z.looseObject({}).optional(),
  hermes_app_type: z.string().optional(),
  function_runtime: z.string().optional(),
  is_mcp_enabled: z.boolean().optional(),
});

/** A map with no more than `most` names in it. */
const map = <T extends z.ZodType>(most: number, one: T) =>
  z.record(z.string(), one).refine((all) => Object.keys(all).length <= most, `may hold at most ${most}`);

/** Slack's documentation also writes the parameters of a function as a flat map: both ways are taken. */
const AppFunction = z.looseObject({
  title: z.string(),
  description: z.string(),
  input_parameters: z.looseObject({}),
  output_parameters: z.looseObject({}),
});

const Whole = z.strictObject({
  $schema: z.string().optional(),
  _metadata: z.looseObject({}).optional(),
  display_information: z.strictObject({
    name: words(35),
    description: words(140).default(''),
    background_color: words(7, 4).optional(),
    long_description: words(4000, 175).optional(),
  }),
  features: Features.prefault({}),
  oauth_config: Oauth.prefault({}),
  settings: Settings.prefault({}),
  functions: map(50, AppFunction).default({}),
  mcp_servers: map(20, z.looseObject({})).optional(),
  app_directory: z.unknown().optional(),
  workflows: z.unknown().optional(),
  datastores: z.unknown().optional(),
  outgoing_domains: z.unknown().optional(),
  types: z.unknown().optional(),
  external_auth_providers: z.unknown().optional(),
});

export type Manifest = z.infer<typeof Whole>;

/** The app's own manifest decides what it may do and hear; `from` is a path, YAML or JSON text, or the object itself. */
export function readManifest(from: unknown): Manifest {
  return readPaper('manifest', Whole, from);
}

export type ManifestProblem = { message: string; pointer: string };

/** What Slack would say against this manifest, as `apps.manifest.validate` answers it. */
export function manifestProblems(given: unknown): ManifestProblem[] {
  const read = Whole.safeParse(given);
  if (!read.success)
    return read.error.issues.map(({ message, path }) => ({ message, pointer: `/${path.map(String).join('/')}` }));
  const { event_subscriptions: events, interactivity, socket_mode_enabled: socket } = read.data.settings;
  const problems: ManifestProblem[] = [];
  const say = (message: string, where: string): unknown => problems.push({ message, pointer: `/settings/${where}` });
  if (events.bot_events.length > 0 && events.request_url === undefined && !socket)
    say('Event Subscription requires either Request URL or Socket Mode Enabled', 'event_subscriptions');
  if (interactivity.is_enabled && interactivity.request_url === undefined && !socket)
    say('Interactivity requires a Request URL or Socket Mode enabled', 'interactivity');
  return problems;
}
