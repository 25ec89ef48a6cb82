import { ErrorCode, type WebAPIPlatformError } from '@slack/web-api';

/** What became of a window that Slack does not open or draw any more. */
const SAID = {
  expired_trigger_id: 'tooLate',
  exchanged_trigger_id: 'tooLate',
  not_found: 'closed',
  view_not_found: 'closed',
  hash_conflict: 'closed',
} as const;

/** Which sentence says so; null: it went wrong otherwise. */
export function expired(error: unknown): 'tooLate' | 'closed' | null {
  if (!(error instanceof Error) || (error as Partial<WebAPIPlatformError>).code !== ErrorCode.PlatformError)
    return null;
  const { error: code } = (error as WebAPIPlatformError).data;
  return Object.entries(SAID).find(([known]) => known === code)?.[1] ?? null;
}
