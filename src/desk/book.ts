import type { Banned } from '../domain/banned.ts';
import type { Localized, SubmissionType } from '../domain/fields.ts';
import type { Group } from '../domain/group.ts';
import type { Language, PersonId, WorkspaceId } from '../domain/language.ts';
import type { ProcessingType } from '../domain/processing.ts';
import type { Ticket } from '../domain/ticket.ts';

/** What the desk knows of people, groups and types: read often, changed seldom. */
export type PersonCard = {
  id: PersonId;
  name: string;
  email: string | null;
  language: Language;
  tz: string;
  active: boolean;
  guest: boolean;
  bot: boolean;
};
/** How long the first answer usually took, in ms: by type, and by group where a type has too few. */
export type Usual = { types: ReadonlyMap<string, number>; groups: ReadonlyMap<string, number> };
export type Book = {
  workspace: WorkspaceId;
  groups: readonly (Group & {
    requestChannels: readonly string[];
    members: readonly PersonId[];
    /** Its processing types that nobody chooses any more; tickets may be about them. */
    gone?: readonly ProcessingType[];
  })[];
  types: readonly SubmissionType[];
  /** Types that nobody chooses any more; tickets may be about them. */
  gone?: readonly SubmissionType[];
  people: ReadonlyMap<PersonId, PersonCard>;
  /** The words that nobody sends to a requester. */
  banned?: Banned;
  /** Nothing where too few tickets were answered. */
  usual?: Usual;
};

/** What tickets can be about, be it that nobody chooses it any more. */
export const everyType = ({ types, gone = [] }: Pick<Book, 'types' | 'gone'>): readonly SubmissionType[] => [
  ...types,
  ...gone,
];

/** What a ticket is about, with its questions. */
export const typeOf = (book: Pick<Book, 'types' | 'gone'>, { type }: Pick<Ticket, 'type'>): SubmissionType | null =>
  everyType(book).find(({ key }) => key === type) ?? null;

/** What a ticket of this group was found to be about; of another group, where it was there at the time. */
export function processingOf(
  { groups }: Pick<Book, 'groups'>,
  { group, processing }: Pick<Ticket, 'group'> & { processing: string | null },
): { name: Localized; gone: boolean } | null {
  if (processing === null) return null;
  const own = groups.filter(({ key }) => key === group);
  for (const its of [own, groups]) {
    const named = (types: readonly ProcessingType[]) => types.find(({ key }) => key === processing)?.name;
    const name = named(its.flatMap(({ policies }) => policies.processing_types));
    const last = name ?? named(its.flatMap(({ gone = [] }) => gone));
    if (last !== undefined) return { name: last, gone: name === undefined };
  }
  return { name: processing, gone: true };
}

/** In which language somebody is spoken to. */
export const languageFor = ({ people }: Pick<Book, 'people'>, person: PersonId): Language =>
  people.get(person)?.language ?? 'en';
