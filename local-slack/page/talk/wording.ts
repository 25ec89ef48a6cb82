import { unescape } from '../mrkdwn/nodes.ts';
import { getWorld } from '../state/store.ts';

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** What was typed, as the composer sends it: names of people chosen from the list become mentions; the rest Slack escapes. */
export function toSent(typed: string): { text: string; mentions: string[] } {
  const names = Object.values(getWorld().people).map((one): [string, string] => [`@${one.real_name}`, one.id]);
  const known = new Map(names);
  // The longest first, so that "@Ana" does not take "@Ana López" apart.
  const words = names.map(([name]) => literal(name)).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
  const mentions: string[] = [];
  const chosen = (name: string): string => {
    const id = known.get(name);
    if (id === undefined) return name;
    mentions.push(id);
    return `<@${id}>`;
  };
  const text = typed
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((part, n) => (n % 2 === 1 ? part : part.replace(pattern, chosen)))
    .join('');
  return { text, mentions };
}

/** A stored text, as one would type it. */
export function toTyped(stored: string): string {
  const { people, channels } = getWorld();
  return unescape(
    stored
      .replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `@${people[id]?.real_name ?? id}`)
      .replace(
        /<#([CG][A-Z0-9]+)(?:\|([^>]*))?>/g,
        (_, id: string, name: string | undefined) => `#${channels[id]?.name ?? name ?? id}`,
      )
      .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
      .replace(/<([^>|]+)(?:\|[^>]*)?>/g, '$1'),
  );
}
