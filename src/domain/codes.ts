/** What may stand in double braces in one answer for many, filled anew for each ticket. */
export const CODES = ['requester', 'number', 'title', 'agent'] as const;
type Code = (typeof CODES)[number];
export type Filling = Readonly<Record<Code, string>>;

const ANY = /\{\{\s*([^{}\n]{0,60}?)\s*\}\}/g;
const isCode = (word: string): word is Code => (CODES as readonly string[]).includes(word);

/** Words in double braces that stand for nothing, each once, as they were typed. */
export const unknownCodes = (text: string): string[] => [
  ...new Set([...text.matchAll(ANY)].map(([, word = '']) => word).filter((word) => !isCode(word.toLowerCase()))),
];

/** Every code once replaced by what it stands for: what a title says in braces is not looked at again. */
export const filled = (text: string, filling: Filling): string =>
  text.replaceAll(ANY, (whole: string, word: string) => {
    const code = word.toLowerCase();
    return isCode(code) ? filling[code] : whole;
  });
