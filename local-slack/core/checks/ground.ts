import type { Slack } from '../slack.ts';
import { STRICT, type Strictness } from './strictness.ts';

/** What a rule knows besides the payload; without an app nothing is held against its scopes or domains. */
export type Ground = { strictness: Strictness; app: { scopes: string[]; unfurlDomains: string[] } | null };

export const NO_APP: Ground = { strictness: STRICT, app: null };

export function groundOf({ strictness, manifest }: Pick<Slack, 'strictness' | 'manifest'>): Ground {
  const { oauth_config, features } = manifest;
  return { strictness, app: { scopes: oauth_config.scopes.bot, unfurlDomains: features.unfurl_domains } };
}
