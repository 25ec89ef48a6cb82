import { z } from 'zod';
import type { PersonCard } from '../../desk/book.ts';
import { type Language, type PersonId, personId } from '../../domain/language.ts';

/** The language of Slack's locale: Italian for `it-IT`, English for whatever we do not speak. */
export const languageFrom = (locale: string | undefined): Language => (/^it\b/i.test(locale ?? '') ? 'it' : 'en');

const user = z.looseObject({
  id: z.string().transform(personId),
  name: z.string().default(''),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  locale: z.string().optional(),
  tz: z.string().nullish(),
  profile: z
    .looseObject({ real_name: z.string().nullish(), display_name: z.string().nullish(), email: z.string().nullish() })
    .optional(),
});

const SLACKBOT = 'USLACKBOT';

/** Null: a bot, somebody of another company, or nothing that is a user. `before`: what an event leaves out is kept. */
export function cardOf(given: unknown, before?: PersonCard): PersonCard | null {
  const parsed = user.safeParse(given);
  if (!parsed.success || parsed.data.is_bot || parsed.data.is_stranger || parsed.data.id === SLACKBOT) return null;
  const { id, name, deleted, is_restricted, is_ultra_restricted, locale, tz, profile } = parsed.data;
  return {
    id,
    name: profile?.real_name || profile?.display_name || name || before?.name || id,
    email: profile?.email ?? before?.email ?? null,
    language: locale === undefined ? (before?.language ?? 'en') : languageFrom(locale),
    tz: tz ?? before?.tz ?? 'UTC',
    active: !deleted,
    guest: is_restricted || is_ultra_restricted,
    bot: false,
  };
}

/** Whom a user of Slack's is about. */
export const idOfUser = (given: unknown): PersonId | undefined => user.safeParse(given).data?.id;
