/** What may stand in double braces in an answer: filled anew for each ticket. */
export const CODES = ['requester', 'number', 'title', 'agent', 'group'] as const;
type Code = (typeof CODES)[number];
/** `fields`: what was answered to the questions of its type, for `{{field.device}}`. */
export type Filling = Readonly<Record<Code, string>> & { fields?: Readonly<Record<string, string>> };

const ANY = /\{\{\s*([^{}\n]{0,60}?)\s*\}\}/g;
const isCode = (word: string): word is Code => (CODES as readonly string[]).includes(word);
const FIELD = /^field\.([a-z][a-z0-9_]*)$/;
/** What stands for an answer that was not given. */
const NOTHING = '–';

/** Words in double braces that stand for nothing, each once, as they were typed. `fields`: the questions that there are. */
export const unknownCodes = (text: string, fields: ReadonlySet<string> | null = null): string[] => [
  ...new Set(
    [...text.matchAll(ANY)]
      .map(([, word = '']) => word)
      .filter((word) => {
        const key = FIELD.exec(word.toLowerCase())?.[1];
        return key === undefined ? !isCode(word.toLowerCase()) : fields !== null && !fields.has(key);
      }),
  ),
];

/** As it is sent: what stands between backticks is meant as it is written. */
const QUOTED = /```[\s\S]*?```|`[^`\n]*`/g;
/** Words in double braces that were typed by hand, which nothing fills, each once. `said`: where they may come from instead. */
export const unfilledCodes = (text: string, said: string): string[] => [
  ...new Set(
    [...text.replaceAll(QUOTED, '').matchAll(ANY)].map(([whole]) => whole).filter((one) => !said.includes(one)),
  ),
];

/** The codes that stand in a text, each once, as they are written in a list. */
export const codesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(ANY)].map(([, word = '']) => word.toLowerCase())),
];

/** Codes of questions that were not answered, each once: nothing stands for them. */
export const emptyCodes = (text: string, { fields }: Filling): string[] =>
  codesIn(text).filter((word) => {
    const key = FIELD.exec(word)?.[1];
    return key !== undefined && fields?.[key] === undefined;
  });

/** Every code once replaced by what it stands for: what a title says in braces is not looked at again. */
export const filled = (text: string, filling: Filling): string =>
  text.replaceAll(ANY, (whole: string, word: string) => {
    const code = word.toLowerCase();
    const key = FIELD.exec(code)?.[1];
    if (key !== undefined) return filling.fields?.[key] ?? NOTHING;
    return isCode(code) ? filling[code] : whole;
  });
