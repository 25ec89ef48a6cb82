import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Desk } from '../desk/desk.ts';
import type { BannedShelf } from '../desk/banned-editing.ts';
import type { Batches } from '../desk/batch.ts';
import { type Book, languageFor } from '../desk/book.ts';
import type { Drafts } from '../desk/drafts.ts';
import type { Outbox } from '../desk/outbox.ts';
import type { Registry } from '../desk/registry.ts';
import type { TemplateShelf } from '../desk/templates.ts';
import type { Store } from '../desk/ports.ts';
import type { Language, PersonId } from '../domain/language.ts';
import type { People } from './people.ts';

/** What every listener works with. */
export type Parts = {
  desk: Desk;
  store: Store;
  batches: Batches;
  templates: TemplateShelf;
  banning: BannedShelf;
  drafts: Drafts;
  outbox: Outbox;
  registry: Registry;
  book(): Book;
  people: People;
  /** Calls that may be repeated (views, reads) and calls that may not. */
  read: WebClient;
  write: WebClient;
  log: Logger;
  now(): Date;
  botUser: string;
  /** The names of the secrets that calls of triggers may be signed with; '' is everybody's. Never what they are. */
  secrets: ReadonlySet<string>;
};

export type Said = { text: string; blocks: KnownBlock[] };
/** Something only the person sees; with `replace`, in the place of what he pressed. */
export type Tell = (message: Said, options?: { replace: boolean }) => Promise<unknown>;

export const languageOf = (parts: Pick<Parts, 'book'>, person: PersonId): Language => languageFor(parts.book(), person);

/** Is this person an agent of anything, as far as the book knows? Only for what a form offers, never for what is allowed. */
export const seemsAgent = (book: Book, person: PersonId): boolean =>
  book.groups.some(({ members, leads }) => members.includes(person) || leads.includes(person));
