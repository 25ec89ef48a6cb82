/** One word of a query: `word`, "words in quotes", or `key:value,"value"`. */
export type Token =
  | { kind: 'word'; raw: string }
  | { kind: 'quoted'; raw: string }
  | { kind: 'pair'; raw: string; key: string; not: boolean; values: readonly Value[] };
export type Value = { text: string; quoted: boolean };

/** Straight quotes, inside which a backslash stands before a quote; or those that keyboards make of them. One that is not closed goes on to the end. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*(?:"|\\?$)|[“”„«][^“”„«»]*(?:[“”»]|$)`;
const VALUE = String.raw`(?:${QUOTED}|[^\s"“”„«])+`;
const TOKEN = new RegExp(
  String.raw`(?<not>-?)(?<key>\p{L}[\p{L}\p{M}_-]*):(?!//)(?<value>${VALUE})?|(?<quoted>${QUOTED})|(?<word>[^\s"“”„«]+)`,
  'gsu',
);
const PIECE = new RegExp(String.raw`(?:${QUOTED}|[^,"“”„«])+`, 'gsu');
const WHOLE = new RegExp(`^(?:${QUOTED})$`, 'su');

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: raw, groups = {} }): Token => {
    const { not, key, value = '', quoted } = groups as Partial<Record<string, string>>;
    if (key !== undefined) return { kind: 'pair', raw, key, not: not === '-', values: valuesOf(value) };
    return quoted === undefined ? { kind: 'word', raw } : { kind: 'quoted', raw: straight(raw) };
  });
}

const valuesOf = (text: string): Value[] =>
  (text.match(PIECE) ?? []).map((piece) =>
    WHOLE.test(piece) ? { text: unquoted(piece), quoted: true } : { text: piece, quoted: false },
  );

function unquoted(piece: string): string {
  if (!piece.startsWith('"')) return piece.slice(1).replace(/[“”»]$/u, '');
  const inner = /^"((?:[^"\\]|\\.)*)/su.exec(piece)?.[1] ?? '';
  return inner.replace(/\\(.)/gsu, '$1');
}

/** What a phone makes of quotes is set right. */
const straight = (quoted: string): string =>
  quoted.startsWith('"') ? quoted : `"${quoted.slice(1).replace(/[“”»]$/u, '')}"`;

const BARE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]*$/u;
/** As it is typed behind a colon. */
export const quote = (value: string): string =>
  BARE.test(value) ? value : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
