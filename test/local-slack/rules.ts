/** Every numbered rule of Slack's, and how it is tried: over HTTP, at the start, or in a test elsewhere. */
import { readFileSync } from 'node:fs';
import { BROKEN_MESSAGES } from './broken-messages.ts';
import { BROKEN_NEWER } from './broken-newer.ts';
import { BROKEN_VIEWS } from './broken-views.ts';
import { MANIFEST_SHAPES, ON_MANIFESTS } from './limits-manifest.ts';
import { ON_MESSAGES } from './limits-messages.ts';
import { ON_VIEWS } from './limits-views.ts';
import { CALL_RULES } from './rules-calls.ts';
import { ELSEWHERE, EXEMPT } from './rules-elsewhere.ts';
import { PERSON_RULES } from './rules-people.ts';

type Rule = { id: string; min?: number; max?: number; error?: string };

const read = readFileSync(new URL('../fixtures/slack/limits.json', import.meta.url), 'utf8');
export const RULES = (JSON.parse(read) as { rules: Rule[] }).rules;

const TRIED = new Set([
  ...ON_MESSAGES.map(([rule]) => rule),
  ...ON_VIEWS.map(([rule]) => rule),
  ...[...BROKEN_MESSAGES, ...BROKEN_NEWER, ...BROKEN_VIEWS].map(([rule]) => rule),
  ...ON_MANIFESTS.map(([rule]) => rule),
  ...MANIFEST_SHAPES.map(([rule]) => rule),
  ...Object.keys(CALL_RULES),
  ...Object.keys(PERSON_RULES),
  ...Object.keys(ELSEWHERE),
]);

/** Rules that local-slack holds an app to, of all that are known. */
export function rulesEnforced(): { enforced: number; of: number; missing: string[] } {
  const enforced = RULES.filter(({ id }) => TRIED.has(id)).length;
  const missing = RULES.filter(({ id }) => !TRIED.has(id) && EXEMPT[id] === undefined).map(({ id }) => id);
  return { enforced, of: RULES.length, missing };
}

/** Rules that are tried here but that nobody has written down. */
export function unknownRules(): string[] {
  const known = new Set(RULES.map(({ id }) => id));
  return [...TRIED, ...Object.keys(EXEMPT)].filter((rule) => rule !== '' && !known.has(rule));
}
