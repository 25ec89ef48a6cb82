import { z } from 'zod';
import { readPaper } from './paper.ts';

const Command = z.looseObject({
  command: z.string(),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
  url: z.string().optional(),
});

const AppShortcut = z.looseObject({
  type: z.enum(['global', 'message']),
  name: z.string(),
  callback_id: z.string(),
  description: z.string().default(''),
});

const Whole = z.looseObject({
  display_information: z.looseObject({ name: z.string(), description: z.string().default('') }),
  features: z
    .looseObject({
      app_home: z
        .looseObject({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(true),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      bot_user: z.looseObject({ display_name: z.string() }).optional(),
      slash_commands: z.array(Command).default([]),
      shortcuts: z.array(AppShortcut).default([]),
      unfurl_domains: z.array(z.string()).default([]),
    })
    .prefault({}),
  oauth_config: z
    .looseObject({ scopes: z.looseObject({ bot: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
  settings: z
    .looseObject({
      event_subscriptions: z
        .looseObject({ request_url: z.string().optional(), bot_events: z.array(z.string()).default([]) })
        .prefault({}),
      interactivity: z
        .looseObject({ is_enabled: z.boolean().default(false), request_url: z.string().optional() })
        .prefault({}),
      socket_mode_enabled: z.boolean().default(false),
    })
    .prefault({}),
});

export type Manifest = z.infer<typeof Whole>;

/** The app's own manifest decides what it may do and hear; `from` is a path, YAML or JSON text, or the object itself. */
export function readManifest(from: unknown): Manifest {
  return readPaper('manifest', Whole, from);
}
