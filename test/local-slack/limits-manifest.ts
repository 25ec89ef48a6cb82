/** The limits of an app's manifest: how long or how many, and where. Source: slackapi/manifest-schema 2.0.0. */
import { type Json, many, s } from './limits.ts';

/** [rule, least, most, how a manifest gets one of size n] */
type ManifestLimit = [string, number, number, (m: Loose, n: number) => void];
export type Loose = Record<string, Record<string, Json>>;

const command = (more: Json): Json[] => [{ command: '/one', description: 'd', ...more }];
const shortcut = (more: Json): Json[] => [{ type: 'global', name: 'n', callback_id: 'c', description: 'd', ...more }];
const words = (n: number): string[] => many(n, (at) => `word${at}`);
const put = (part: string, name: string, make: (n: number) => unknown) => (m: Loose, n: number) => {
  (m[part] ??= {})[name] = make(n) as Json;
};
const deep = (part: string, inner: string, name: string, make: (n: number) => unknown) => (m: Loose, n: number) => {
  const whole = (m[part] ??= {});
  whole[inner] = { ...whole[inner], [name]: make(n) };
};
const web = (n: number): string => `https://a.example/${s(n - 18)}`;
const prompts = (n: number): Json[] => many(n, () => ({ title: 't', message: 'm' }));

export const ON_MANIFESTS: ManifestLimit[] = [
  ['manifest.name', 1, 35, put('display_information', 'name', s)],
  ['manifest.description', 1, 140, put('display_information', 'description', s)],
  ['manifest.long_description', 175, 4000, put('display_information', 'long_description', s)],
  [
    'manifest.slash.count',
    1,
    50,
    put('features', 'slash_commands', (n) => many(n, (at) => command({ command: `/c${at}` })[0])),
  ],
  ['manifest.slash.command', 2, 32, put('features', 'slash_commands', (n) => command({ command: `/${s(n - 1)}` }))],
  ['manifest.slash.description', 1, 2000, put('features', 'slash_commands', (n) => command({ description: s(n) }))],
  ['manifest.slash.usage_hint', 1, 1000, put('features', 'slash_commands', (n) => command({ usage_hint: s(n) }))],
  ['manifest.slash.url', 19, 3000, put('features', 'slash_commands', (n) => command({ url: web(n) }))],
  ['manifest.shortcuts', 1, 10, put('features', 'shortcuts', (n) => many(n, () => shortcut({})[0]))],
  ['manifest.shortcut.name', 1, 24, put('features', 'shortcuts', (n) => shortcut({ name: s(n) }))],
  ['manifest.shortcut.callback_id', 1, 255, put('features', 'shortcuts', (n) => shortcut({ callback_id: s(n) }))],
  ['manifest.shortcut.description', 1, 150, put('features', 'shortcuts', (n) => shortcut({ description: s(n) }))],
  ['manifest.unfurl_domains', 1, 5, put('features', 'unfurl_domains', (n) => many(n, (at) => `a${at}.example`))],
  ['unfurl.domains', 1, 5, put('features', 'unfurl_domains', (n) => many(n, (at) => `a${at}.example`))],
  ['manifest.unfurl_domain', 3, 255, put('features', 'unfurl_domains', (n) => [s(n)])],
  ['manifest.bot_display_name', 1, 80, deep('features', 'bot_user', 'display_name', s)],
  ['manifest.agent_description', 1, 300, deep('features', 'agent_view', 'agent_description', s)],
  ['manifest.suggested_prompts', 0, 4, deep('features', 'agent_view', 'suggested_prompts', prompts)],
  ['manifest.bot_events', 0, 100, deep('settings', 'event_subscriptions', 'bot_events', words)],
  ['manifest.event_name', 1, 50, deep('settings', 'event_subscriptions', 'bot_events', (n) => [s(n)])],
  [
    'manifest.metadata_subscriptions',
    1,
    20,
    deep('settings', 'event_subscriptions', 'metadata_subscriptions', (n) =>
      many(n, (at) => ({ app_id: `A${at}`, event_type: 'e' })),
    ),
  ],
  [
    'manifest.metadata_event_type',
    1,
    50,
    deep('settings', 'event_subscriptions', 'metadata_subscriptions', (n) => [{ app_id: 'A1', event_type: s(n) }]),
  ],
  ['manifest.request_url', 19, 3500, deep('settings', 'event_subscriptions', 'request_url', web)],
  ['manifest.request_url', 19, 3500, deep('settings', 'interactivity', 'message_menu_options_url', web)],
  [
    'manifest.redirect_urls',
    0,
    1000,
    put('oauth_config', 'redirect_urls', (n) => many(n, (at) => `https://a.example/${at}`)),
  ],
  ['manifest.scopes', 0, 255, deep('oauth_config', 'scopes', 'bot', words)],
  ['manifest.scopes', 0, 255, deep('oauth_config', 'scopes', 'user_optional', words)],
  [
    'manifest.functions',
    0,
    50,
    (m, n) => {
      const one = { title: 't', description: 'd', input_parameters: {}, output_parameters: {} };
      m['functions'] = Object.fromEntries(words(n).map((name) => [name, one]));
    },
  ],
  [
    'manifest.ip_ranges',
    1,
    50,
    put('settings', 'allowed_ip_address_ranges', (n) => many(n, (at) => `10.0.${at}.0/24`)),
  ],
  [
    'manifest.mcp_servers',
    0,
    20,
    (m, n) => {
      m['mcp_servers'] = Object.fromEntries(words(n).map((name) => [name, { url: 'https://a.example' }]));
    },
  ],
];

/** [rule, what may stand there, what may not] */
export const MANIFEST_SHAPES: [string, (value: string) => (m: Loose) => void, string[], string[]][] = [
  [
    'manifest.slash.pattern',
    (value) => (m) => put('features', 'slash_commands', () => command({ command: value }))(m, 0),
    ['/ticket', '/ticket-2', '/ticket_two'],
    ['ticket', '/Ticket', '/tick et', '/tick/et'],
  ],
  [
    'manifest.unfurl_pattern',
    (value) => (m) => put('features', 'unfurl_domains', () => [value])(m, 0),
    ['a.example', 'deep.a-b.example'],
    ['https://a.example', 'A.example', '.example', '-a.example', 'a.example/path', 'a.'],
  ],
];
