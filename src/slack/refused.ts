import { WebAPIHTTPError, WebAPIPlatformError } from '@slack/web-api';

/** Slack does not let us in, or does not answer. The message is one sentence that says what to do. */
export class SlackRefused extends Error {
  override name = 'SlackRefused';
}

/** Turns what a first call to Slack throws into a sentence. */
export function refusedBy(error: unknown, token: string, url: string): SlackRefused {
  return new SlackRefused(sentenceOf(error, token, url), { cause: error });
}

function sentenceOf(error: unknown, token: string, url: string): string {
  if (error instanceof WebAPIPlatformError)
    return `Slack refuses ${token} (${error.data.error}): copy it anew from the settings of your Slack app.`;
  // Slack has hours in which it answers 5xx; what it never says is that there is no such method.
  if (error instanceof WebAPIHTTPError && error.statusCode >= 300 && error.statusCode < 500)
    return `What answers at ${url} is not the Slack API (status ${error.statusCode}): check SLACK_API_URL.`;
  return `Slack does not answer at ${url}: check SLACK_API_URL and the network.`;
}
