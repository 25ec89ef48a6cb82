/** What of the app people can use: what its manifest names counts only with the scope and the setting that go with it. */
import type { Manifest } from './manifest.ts';
import { type Slack, scopesOf } from './slack.ts';

export function commandsOf(slack: Slack): Manifest['features']['slash_commands'] {
  return scopesOf(slack).includes('commands') ? slack.manifest.features.slash_commands : [];
}

export function isInteractive(slack: Slack): boolean {
  return slack.manifest.settings.interactivity.is_enabled;
}

export function shortcutsOf(slack: Slack): Manifest['features']['shortcuts'] {
  return isInteractive(slack) && scopesOf(slack).includes('commands') ? slack.manifest.features.shortcuts : [];
}
