import { folded } from '../folding.ts';
import type { Language, PersonId } from '../language.ts';
import type { Asked } from '../search.ts';

/**
 * What can be asked for in words, and how each condition is called before its colon: first as it is printed. All words of
 * all languages are read, whoever types them. `by`: what stands behind the colon.
 */
export const CONDITIONS = {
  text: { by: 'text', en: ['words', 'text'], it: ['parole', 'testo'] },
  title: { by: 'text', en: ['title'], it: ['titolo'] },
  id: { by: 'number', en: ['id', 'number', 'ticket'], it: ['id', 'numero'] },
  status: { by: 'term', en: ['status', 'state'], it: ['stato'] },
  group: { by: 'term', en: ['group', 'department', 'team'], it: ['gruppo', 'reparto'] },
  agent: { by: 'person', en: ['agent', 'assignee'], it: ['operatore', 'agente', 'assegnato'] },
  priority: { by: 'term', en: ['priority'], it: ['priorità'] },
  from: { by: 'day', en: ['from', 'since', 'after'], it: ['da', 'dal', 'dopo'] },
  before: { by: 'day', en: ['before'], it: ['prima'] },
  until: { by: 'day', en: ['until', 'to'], it: ['fino', 'entro', 'al'] },
  created: { by: 'day', en: ['created', 'on'], it: ['creato', 'il'] },
  updatedFrom: { by: 'day', en: ['updated-from', 'updated-since'], it: ['aggiornato-da', 'aggiornato-dal'] },
  updatedBefore: { by: 'day', en: ['updated-before'], it: ['aggiornato-prima'] },
  updated: { by: 'day', en: ['updated', 'changed'], it: ['aggiornato', 'modificato'] },
  type: { by: 'term', en: ['type'], it: ['tipo'] },
  processing: { by: 'list', en: ['category', 'processing'], it: ['categoria', 'trattamento', 'lavorazione'] },
  channel: { by: 'term', en: ['channel', 'via', 'source'], it: ['canale'] },
  language: { by: 'term', en: ['language', 'lang'], it: ['lingua'] },
  customer: { by: 'text', en: ['customer', 'code'], it: ['cliente', 'codice'] },
  name: { by: 'text', en: ['name'], it: ['nome'] },
  user: { by: 'person', en: ['user', 'requester', 'owner'], it: ['richiedente', 'utente'] },
  creator: { by: 'person', en: ['creator', 'by'], it: ['creatore', 'autore'] },
  follower: { by: 'person', en: ['follower', 'watcher', 'watched-by'], it: ['segue', 'seguito-da', 'osservatore'] },
  email: { by: 'text', en: ['email', 'e-mail', 'mail'], it: ['email', 'posta'] },
  phone: { by: 'text', en: ['phone', 'tel'], it: ['telefono'] },
  tag: { by: 'list', en: ['tag', 'tags', 'label'], it: ['etichetta', 'etichette'] },
  mood: { by: 'term', en: ['mood'], it: ['umore'] },
  is: { by: 'term', en: ['is'], it: ['è', 'e'] },
  archived: { by: 'term', en: ['archived'], it: ['archiviati', 'archiviato'] },
  sort: { by: 'term', en: ['sort', 'order'], it: ['ordine', 'ordina'] },
} as const satisfies Record<string, { by: string } & Record<Language, readonly [string, ...string[]]>>;

export type Condition = keyof typeof CONDITIONS;
type By = (typeof CONDITIONS)[Condition]['by'];
export type ConditionBy<B extends By> = {
  [C in Condition]: (typeof CONDITIONS)[C]['by'] extends B ? C : never;
}[Condition];

/** A word that can stand behind a colon, what else it is called, and what it asks for. `word` is how it is printed. */
export type Term = { word: string; also: readonly string[]; asks: Asked };

/** What words mean at this desk, for somebody who reads this language. */
export type Lexicon = {
  language: Language;
  terms: Record<ConditionBy<'term'>, readonly Term[]>;
  /** `folded`: the name as words are compared. */
  people: readonly { id: PersonId; name: string; folded: string; email: string | null }[];
};

/** As the words of a query are compared: hyphens and apostrophes are spaces. */
export const fold = (word: string): string =>
  folded(word)
    .replace(/[\s_’'-]+/gu, ' ')
    .trim();

const BY_WORD: ReadonlyMap<string, Condition> = new Map(
  (Object.keys(CONDITIONS) as Condition[])
    .toReversed()
    .flatMap((name) => [...CONDITIONS[name].en, ...CONDITIONS[name].it].map((word) => [fold(word), name])),
);
export const conditionOf = (word: string): Condition | null => BY_WORD.get(fold(word)) ?? null;
export const conditionWords: readonly string[] = [...BY_WORD.keys()];

/** The condition as this reader types it. */
export const wordFor = (condition: Condition, language: Language): string => CONDITIONS[condition][language][0];
