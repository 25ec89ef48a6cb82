import type { Fault, Why } from '../../domain/decide.ts';
import type {
  Cause,
  Channel,
  ClockName,
  Kind,
  Language,
  PendingKind,
  Priority,
  ResolveReason,
  Role,
  State,
} from '../../domain/language.ts';
import type { Verb } from '../../domain/verbs.ts';
import type { AddWords, ContactWords, CreateWords, FormChapter, SuperiorWords } from './asked.ts';
import type { FieldingWords } from './fielding.ts';
import type { TypesWords } from './types.ts';
import type { CategoriesWords } from './categories.ts';
import type { DistributionWords } from './distribution.ts';
import type { PeopleWords } from './people.ts';
import type { EventWords } from './told.ts';
import type { AskedFacts } from './steps.ts';
import type { HomeWords } from './home.ts';
import type { AsideWords, CardWords, ListWords, ManagerWords, ShowWords } from './surfaces.ts';
import type { ReportWords } from './report.ts';
import type { SearchWords } from './search.ts';
import type { BannedWords } from './banned.ts';
import type { FieldWords } from './fields.ts';
import type { ComposerWords } from './composer.ts';
import type { SendingWords } from './sending.ts';
import type { DraftWords } from './drafts.ts';
import type { BanningWords } from './banning.ts';
import type { TemplatingWords } from './templating.ts';
import type { BatchWords } from './batch.ts';
import type { FileWords } from './files.ts';
import type { WindowWords } from './window.ts';
import type { ProcessingWords } from './processing.ts';
import type { MaskingWords } from './masking.ts';
import type { MorningWords } from './morning.ts';
import type { ViewWords } from './views.ts';
import type { ClosedWords } from './closed.ts';
import type { TriggerWords } from './triggers.ts';
import type { SimilarWords } from './similar.ts';
import type { TeamWords } from './team.ts';
import type { TimeWords } from './time.ts';

/**
 * What a catalogue has to say, by chapter. Names, dates and what people wrote come into a sentence escaped and ready;
 * only where a comment says `raw` do they come as they are, because the sentence goes into a plain text.
 */

/** How a ticket stands, for a sentence. */
export type Standing = {
  assignee: string;
  requester: string;
  since: string;
  pending: { kind: PendingKind; waitingFor: string; wakeAt: string | null; blockedBy: string | null } | null;
  escalation: AskedFacts | null;
  resolution: { reason: ResolveReason; by: string | null; duplicateOf: string | null; completes: string } | null;
  /** The team that it waits for, and its ticket. */
  team: { group: string; child: string } | null;
  /** Where the cause of a workaround is looked for. */
  issue: string | null;
  agreement: { by: string; note: string | null } | null;
  /** Its group gives tickets to whoever is free. */
  given: boolean;
  /** Whoever was given it has done nothing with it yet. */
  offered: boolean;
};
/** How a ticket stands, as far as its requester is told. */
export type Shown = {
  assignee: string;
  pending: { kind: PendingKind; waitingFor: string } | null;
  reason: ResolveReason | null;
  duplicateOf: string | null;
  /** The ticket that it repeats is done, and he was told. */
  originalDone: boolean;
  group: string;
  /** When what is resolved is closed for good. */
  completes: string | null;
  /** The ticket of another team that it waits for. */
  child: string | null;
};

export type TicketWords = {
  states: Record<State, string>;
  /** The state within a sentence: "it is …". */
  stateIs: Record<State, string>;
  /** The same for whoever asked: nothing of what agents do among themselves. */
  outsideIs: Record<State, string>;
  /** The line under the state on the agents' card. */
  standing: Record<State, (now: Standing) => string>;
  shown: Record<State, (now: Shown) => string>;
  /** What comes next, for its requester: who does what, or that nothing is left to do. */
  next: Record<State, (now: Shown) => string>;
  /** How long the first answer usually takes, for this type or in this group. */
  usually(age: string, group: string | null): string;
  priorities: Record<Priority, string>;
  kinds: Record<Kind, string>;
  channels: Record<Channel, string>;
  reasons: Record<ResolveReason, string>;
  pendingKinds: Record<PendingKind, string>;
  /** Within a sentence: why a rule of the group asks for a decision. */
  cause(cause: Cause): string;
  /** What a group promises a time for. */
  clocks: Record<ClockName, string>;
  /** A promise on a card. */
  due(clock: ClockName, at: string, how: 'running' | 'at_risk' | 'late'): string;
  /** The same in a list. */
  marks: Record<'at_risk' | 'late', string>;
  nobody: string;
  /** A person whom we do not know. */
  somebody: string;
  unread: string;
  /** The requester was asked to agree that nothing more is done: for agents, and for himself. */
  cancelAsked(requester: string): string;
  cancelAskedYou: string;
  /** The requester wrote after all was done: for agents, and for himself. */
  sameAsked(requester: string, until: string): string;
  sameAskedYou(until: string): string;
  rated(stars: string, score: number): string;
  archived: string;
  deleted: string;
};

export type VerbWords = {
  /** On a button. */
  labels: Record<Verb | 'show' | 'create', string>;
  /** `forward` while nobody has the ticket. */
  assign: string;
  /** `work` where nothing was answered. */
  backToWork: string;
  /** Within a sentence: "you cannot …", "only a lead can …". */
  doing: Record<Verb | 'create' | 'show', (id: string) => string>;
  /** What is said to somebody who typed the verb. */
  done: Record<Verb | 'create', (id: string) => string>;
};

/** What a refusal is about. */
export type RefusalFacts = {
  /** Empty when the ticket is not known. */
  id: string;
  doing: string;
  state: string;
  assignee: string | null;
  /** How long ago the assignee got it. */
  before: string | null;
  manager: string | null;
  group: string;
  /** Who may, for `not_allowed`: "its assignee or a lead". */
  may: string;
  /** Is it he himself who wanted to follow? Others are made to. */
  self: boolean;
  /** The words that stand against it. */
  words: string;
};
export type RefusalWords = {
  title: string;
  why: Record<Why, (about: RefusalFacts) => string>;
  /** Somebody else than an agent of the group said which agent shall have a new request. */
  mayNotName: string;
  roles: Record<Role, string>;
  or: string;
  fault: Record<Fault['code'], string>;
  /** Better words for one question: `pend.text`, or `text` whatever the verb. */
  faults: Partial<Record<string, Partial<Record<Fault['code'], string>>>>;
};

export type Catalog = {
  language: Language;
  time: TimeWords;
  ticket: TicketWords;
  verbs: VerbWords;
  events: EventWords;
  refusals: RefusalWords;
  forms: FormChapter;
  followers: PeopleWords;
  distribution: DistributionWords;
  fielding: FieldingWords;
  types: TypesWords;
  categories: CategoriesWords;
  morning: MorningWords;
  create: CreateWords;
  contact: ContactWords;
  adding: AddWords;
  superior: SuperiorWords;
  card: CardWords;
  manager: ManagerWords;
  lists: ListWords;
  home: HomeWords;
  show: ShowWords;
  asides: AsideWords;
  team: TeamWords;
  report: ReportWords;
  search: SearchWords;
  views: ViewWords;
  closed: ClosedWords;
  triggers: TriggerWords;
  similar: SimilarWords;
  masking: MaskingWords;
  files: FileWords;
  batch: BatchWords;
  banned: BannedWords;
  fields: FieldWords;
  composer: ComposerWords;
  sending: SendingWords;
  drafts: DraftWords;
  templating: TemplatingWords;
  processing: ProcessingWords;
  banning: BanningWords;
  window: WindowWords;
};
