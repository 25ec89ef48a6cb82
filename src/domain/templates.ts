import { z } from 'zod';
import { inLanguage, type Localized } from './fields.ts';
import { folded } from './folding.ts';
import type { GroupKey, Language } from './language.ts';
import { CARRYING_VERBS, MACRO_VERBS, type MacroAct } from './macros.ts';
import { ruleOf, type Verb } from './verbs.ts';

export const ACT_VERBS = [...MACRO_VERBS, ...CARRYING_VERBS];
type ActVerb = (typeof ACT_VERBS)[number];
export type TemplateAct = { verb: ActVerb; input: Record<string, unknown> };

const CARRYING: readonly Verb[] = CARRYING_VERBS;
/** Is it done beside the words? */
export const isMacro = (act: TemplateAct): act is MacroAct => !carries(act);
export const carries = ({ verb }: Pick<TemplateAct, 'verb'>): boolean => CARRYING.includes(verb);

/** Words stand in for those of the template. */
export const templateAct = z
  .object({ verb: z.enum(ACT_VERBS), input: z.record(z.string(), z.unknown()) })
  .refine(
    ({ verb, input }) => ruleOf(verb).input.safeParse({ ...input, ...(carries({ verb }) && { text: '–' }) }).success,
  );

/** Words that are sent again and again, found by name or code. */
export type Template = {
  code: string;
  /** Null: for every group. */
  group: GroupKey | null;
  title: string;
  text: Localized;
  /** Other words in some groups. */
  variants: Readonly<Record<string, Localized>>;
  /** The processing type that goes with it. */
  processing: string | null;
  acts: readonly TemplateAct[];
  /** How often it was sent. */
  uses: number;
};
/** What somebody says of it: how often it is used, nobody says. */
export type TemplateGiven = Omit<Template, 'uses'>;

/** A code may not be longer: it stands in a menu beside its title. */
export const LONGEST_CODE = 30;

/** The words of a template for a requester of this language, in this group. */
export const wordsFor = ({ text, variants }: Template, group: GroupKey, language: Language): string =>
  inLanguage(variants[group] ?? text, language);

/**
 * Those that an agent of this group may choose and that have all of these words in name or code: first those that go with what the
 * ticket is about, then the most used.
 */
export function templatesFor(
  all: readonly Template[],
  group: GroupKey,
  typed: string,
  processing: string | null = null,
): Template[] {
  const fits = (one: Template) => Number(processing !== null && one.processing === processing);
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  return all
    .filter((one) => one.group === null || one.group === group)
    .filter(({ code, title }) => {
      const name = folded(`${code} ${title}`);
      return wanted.every((word) => name.includes(word));
    })
    .toSorted((a, b) => fits(b) - fits(a) || b.uses - a.uses || a.title.localeCompare(b.title));
}
