/** Looking into YAML that may be anything, so that the sound parts of a broken file are checked too. */

type Block = Readonly<Record<string, unknown>>;

export const blockOf = (value: unknown): Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Block) : {};

/** The named blocks under a key. */
export const entriesOf = (value: unknown): [string, Block][] =>
  Object.entries(blockOf(value)).map(([key, inner]) => [key, blockOf(inner)]);

export const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** E-mails are compared in small letters; Slack ids have none. */
export const nameOf = (value: unknown): string | null => {
  const word = wordOf(value);
  return word?.includes('@') ? word.toLowerCase() : word;
};

export type RawType = { key: string; path: readonly PropertyKey[]; group: string | null; block: Block };

/** The tree of submission types as a list, parents first, each with the group it ends up in. */
export function typesOf(value: unknown, above: Pick<RawType, 'path' | 'group'> = { path: [], group: null }): RawType[] {
  return entriesOf(value).flatMap(([key, block]) => {
    const type = { key, path: [...above.path, 'types', key], group: wordOf(block['group']) ?? above.group, block };
    return [type, ...typesOf(block['types'], type)];
  });
}
