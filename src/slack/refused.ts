import { WebAPIPlatformError } from '@slack/web-api';

/** Slack does not let us in, or does not answer. The message is one sentence that says what to do. */
export class SlackRefused extends Error {
  override name = 'SlackRefused';
}

/** Turns what a first call to Slack throws into a sentence. */
export function refusedBy(error: unknown, token: string, url: string): SlackRefused {
  const said =
    error instanceof WebAPIPlatformError
      ? `Slack refuses ${token} (${error.data.error}): copy it anew from the settings of your Slack app.`
      : `Slack does not answer at ${url}: check SLACK_API_URL and the network.`;
  return new SlackRefused(said, { cause: error });
}
