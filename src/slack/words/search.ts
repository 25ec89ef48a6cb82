import type { Channel, Language, State } from '../../domain/language.ts';
import type { Mood, Sort } from '../../domain/search.ts';
import type { Question } from './asked.ts';

/** Several states that people call by one word. */
export type StateGroup = 'open' | 'over' | 'working' | 'waiting' | 'my_turn';
/** What stands behind `is:` and is neither a state nor a mood. */
export type IsWord = 'mine' | 'unassigned' | 'archived' | 'also_archived';

/** What can be typed. All is read without capitals and accents; the first word is how it is printed. */
export type TermWords = {
  /** Besides the names of states as they stand on cards, and as their requesters read them. */
  states: Record<State, readonly string[]>;
  stateGroups: Record<StateGroup, readonly [string, ...string[]]>;
  is: Record<IsWord, readonly [string, ...string[]]>;
  archived: Record<'only' | 'also', readonly [string, ...string[]]>;
  moods: Record<Mood, readonly [string, ...string[]]>;
  sorts: Record<Sort, readonly [string, ...string[]]>;
  channels: Record<Channel, readonly [string, ...string[]]>;
  languages: Record<Language, readonly [string, ...string[]]>;
};

/** States as a requester tells them apart. */
type YourState = 'new' | 'working' | 'my_turn' | 'escalated' | 'resolved' | 'completed' | 'cancelled';

/** The questions of the form, by their blocks. */
export type SearchField =
  | 'text'
  | 'title'
  | 'numbers'
  | 'states'
  | 'groups'
  | 'agents'
  | 'priorities'
  | 'created_from'
  | 'created_until'
  | 'updated_from'
  | 'updated_until'
  | 'types'
  | 'processing'
  | 'channels'
  | 'languages'
  | 'customer'
  | 'name'
  | 'users'
  | 'creators'
  | 'followers'
  | 'email'
  | 'phone'
  | 'tags'
  | 'moods'
  | 'archived'
  | 'sort';

/** Something that was typed and not understood, in ready words: `condition` with its colon, `near` as it would be typed. */
type ProblemFacts = {
  condition: string;
  typed: string;
  near: string | null;
  people: string;
  /** What there is instead, where the form has no question for it. */
  known?: string;
};

/** What is said of searching. Words come escaped unless called raw. */
export type SearchWords = {
  terms: TermWords;
  /** Raw: of the form, at most 24 characters. */
  title: string;
  submit: string;
  /** Raw: heads of its parts. */
  parts: Record<'what' | 'who' | 'when' | 'customer' | 'list', string>;
  ask: Record<SearchField, Question>;
  /** For a requester: what is his own is looked through. */
  yours: string;
  /** Raw: the title of a requester's form. */
  yourTitle: string;
  nobody: string;
  /** Raw: of a type that nobody chooses any more. */
  removed(name: string): string;
  me: string;
  /** In lists to choose from. */
  stateGroups: Record<'open' | 'over', string>;
  /** How they stand, for a requester. */
  yourStates: Record<YourState, string>;
  moods: Record<Mood, string>;
  archived: Record<'only' | 'also' | 'no', string>;
  sorts: Record<Sort, string>;
  languages: Record<Language, string>;
  problems: Record<
    | 'unknown_condition'
    | 'unknown_value'
    | 'unknown_person'
    | 'several_people'
    | 'bad_day'
    | 'bad_number'
    | 'empty'
    | 'twice'
    | 'not'
    | 'too_long'
    | 'too_many'
    | 'no_days',
    (about: ProblemFacts) => string
  >;
  /** Raw: under the last day, where it is before the first. */
  daysEnd: string;
  /** Over the form, where something was not understood. */
  understood: string;
  /** All conditions, as they are typed. */
  youCan(conditions: string): string;
  /** Over a list of what was found. `over`: there are more than that. */
  found(count: number, over: boolean): string;
  none: string;
  /** What is looked for where nothing is said of states. */
  openOnly: string;
  loosen: {
    intro: string;
    closed: string;
    archived: string;
    words: string;
    /** Where a number was looked for as a word. */
    number(ticket: string): string;
    /** Where no word was looked for. */
    signs: string;
    fewer(conditions: string): string;
    yours: string;
  };
  /** Raw, on buttons. */
  buttons: Record<
    'change' | 'save' | 'file' | 'batch' | 'next' | 'previous' | 'closed' | 'archived' | 'search',
    string
  >;
  typed(query: string): string;
  range(from: number, to: number): string;
  /** A day that moves with today: "7 days back"; never of none. */
  moved(by: number, unit: 'day' | 'month' | 'year'): string;
  /** Until the day before that one. */
  before(day: string): string;
  tooSlow: string;
  tooMuch: string;
  stale: string;
  file: {
    comes: string;
    failed: string;
    comment(count: number, whole: boolean): string;
    columns: readonly string[];
  };
};
