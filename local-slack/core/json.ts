/** JSON that comes from outside. */

/** No payload of Slack's comes near; deeper ones would break whoever walks them. */
const DEEPEST = 100;
/** Half a pair: it cannot be written as UTF-8, nor stand in an address. */
const LONE = /\p{Surrogate}/gu;

function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(LONE, '\uFFFD') : value;
}

/** Throws a `SyntaxError` for what is no JSON, or nested beyond reason. */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (isTooDeep(value)) throw new SyntaxError('nested too deep');
  return /\\u[dD][89a-fA-F]/.test(text) ? JSON.parse(text, wellFormed) : value;
}
