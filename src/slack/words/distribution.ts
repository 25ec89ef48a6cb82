import type { How } from '../../domain/distribution.ts';
import type { Question } from './asked.ts';
import type { EventWords } from './told.ts';

/** What is said of who is given tickets, and how many. */
export type DistributionWords = {
  /** `until` comes ready to be shown. */
  away(until: string): string;
  back: string;
  usage: string;
  past: string;
  team: TeamWords;
};

type Way = How | 'off';
/** The window in which a group sees who of it is here. Names, moments and weeks come ready. */
type TeamWords = {
  title: string;
  here: string;
  notNow: string;
  full: string;
  away(until: string): string;
  lead: string;
  open(many: number, most: number | null): string;
  works(week: string, zone: string): string;
  anyTime: string;
  takes(types: string): string;
  takesAll: string;
  edit: string;
  iAmAway: string;
  change: string;
  nobody: string;
  more(many: number): string;
  onlyLeads: string;
  onlyAgents: string;
  /** How the group gives, in a sentence, and as a choice. */
  ways: Record<Way, string>;
  way: Record<Way, string>;
  wayHint: Record<Way, string>;
  reoffered(minutes: number): string;
  zone(zone: string): string;
  /** For whoever says of himself that he is away. */
  own: { title: string; hint: string };
  member: { title: string; submit: string };
  giving: { title: string; submit: string };
  ask: Record<'until' | 'capacity' | 'hours' | 'skills' | 'way' | 'reoffer', Question>;
  errors: { past: string; capacity(most: number): string; hours: string; minutes(most: number): string };
};

type Giving = 'auto_assign' | 'reoffer';
/** What is told of a ticket that the desk gives to whoever is next. */
export type GivingWords = { thread: Pick<EventWords['thread'], Giving>; ping: Pick<EventWords['ping'], Giving> };
