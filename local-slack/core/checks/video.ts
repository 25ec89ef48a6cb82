/** A video is embedded only for an app that may, from domains that its manifest names. */
import type { Obj } from '../model.ts';
import { ID, plain, url } from './objects.ts';
import { type Report, type Rule, may, need, obj, oneOf, str } from './rule.ts';

const SCOPE = 'links.embed:write';
const SECURE = ['video_url', 'title_url'];

function host(value: unknown): string | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value).hostname : undefined;
}

function embeds(value: Obj, at: string, report: Report): void {
  for (const name of SECURE) {
    const given = value[name];
    if (typeof given === 'string' && !given.startsWith('https:')) report.say(`${at}/${name}`, 'must be an HTTPS URL');
  }
  const { app } = report.ground;
  if (!app) return;
  if (!app.scopes.includes(SCOPE)) report.say(at, `video needs the \`${SCOPE}\` scope`);
  const from = host(value['video_url']);
  const known = app.unfurlDomains.some((domain) => from === domain || from?.endsWith(`.${domain}`));
  if (from !== undefined && !known) report.say(`${at}/video_url`, 'must be of a domain in the unfurl domains');
}

export const video: Rule = obj(
  {
    type: need(oneOf('video')),
    block_id: may(ID),
    title: need(plain(199)),
    alt_text: need(str(2000)),
    video_url: need(url()),
    thumbnail_url: need(url()),
    author_name: may(str(49)),
    description: may(plain(199)),
    provider_icon_url: may(url()),
    provider_name: may(str(255)),
    title_url: may(url()),
  },
  embeds,
);
