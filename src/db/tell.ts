import type { Asking, Linked } from '../desk/linked.ts';
import { z } from 'zod';
import type { AlikeTicket, Drawing, EscalationRow, LinkedTicket, Place } from '../desk/outbox.ts';
import type { InternalText, MainText, Said, SaidInMain, Told } from '../desk/told.ts';
import type { OutLetter } from '../desk/letters.ts';
import { cause } from '../domain/causes.ts';
import {
  type PersonId,
  personId,
  type Surface,
  ticketNumber,
  workspaceId,
  groupKey,
  LANGUAGES,
  isOpen,
  LINK_KINDS,
  RESOLVE_REASONS,
  STATES,
} from '../domain/language.ts';
import { isSolved } from '../domain/similar.ts';
import { type AUDIENCES, ESCALATION_STATES, type LETTER_KINDS } from './schema.ts';

/** Rows as the outbox tells them. The only place where a text becomes one that may be shown in Main, or one that may not. */

export type ToldRow = {
  seq: number;
  verb: Told['verb'];
  by_person: PersonId | null;
  at: Date;
  input: Record<string, unknown>;
  surface: Surface | null;
  audience: (typeof AUDIENCES)[number] | null;
  author: PersonId | null;
  text: string | null;
  said_at: Date | null;
  files: unknown[] | null;
  edited_at: Date | null;
  deleted_at: Date | null;
  channel: string | null;
  ts: string | null;
};

export const toldFrom = (row: ToldRow): Told => ({
  seq: row.seq,
  verb: row.verb,
  by: row.by_person,
  at: row.at,
  input: row.files && row.files.length > 0 ? { ...row.input, files: row.files } : row.input,
  surface: row.surface,
  said: saidFrom(row),
  takenBack: row.deleted_at,
  stands:
    row.channel !== null && row.ts !== null && row.input['source'] === undefined
      ? { channel: row.channel, ts: row.ts }
      : null,
});

function saidFrom({ audience, author, text, said_at: at, edited_at: editedAt, deleted_at }: ToldRow): Said | null {
  if (audience === null || text === null || at === null || deleted_at !== null) return null;
  return audience === 'main'
    ? { audience, author, text: text as MainText, at, editedAt }
    : { audience, author, text: text as InternalText, at, editedAt };
}

const person = z.string().transform(personId);
const date = z.coerce.date();

export const lastMainRow = z
  .object({ author: person.nullable(), text: z.string(), at: date, editedAt: date.nullish(), byRequester: z.boolean() })
  .transform((row): SaidInMain & { byRequester: boolean } => ({ ...row, audience: 'main', text: row.text as MainText }))
  .nullable() satisfies z.ZodType<Drawing['lastMain']>;

export const placeRows = z.array(
  z.object({
    kind: z.enum(['card', 'requester_card', 'escalation_card']),
    seq: z.number(),
    channel: z.string(),
    ts: z.string(),
  }),
) satisfies z.ZodType<Place[]>;

export const belongingRows = z.array(
  z.object({
    number: z.number().transform(ticketNumber),
    how: z.enum([...LINK_KINDS, 'repeated_by']),
    state: z.enum(STATES),
    private: z.boolean(),
    requester: person,
  }),
) satisfies z.ZodType<LinkedTicket[]>;

export const alikeRows = z
  .array(
    z.object({
      number: z.number().transform(ticketNumber),
      title: z.string(),
      state: z.enum(STATES),
      reason: z.enum(RESOLVE_REASONS).nullable().catch(null),
    }),
  )
  .transform((rows): AlikeTicket[] =>
    rows
      .map(({ reason, ...row }) => ({ ...row, solved: isSolved(row.state, reason) }))
      .filter(({ state, solved }) => solved || isOpen(state)),
  );

export const escalationRows = z.array(
  z.object({
    seq: z.number(),
    level: z.number(),
    from: person.nullable(),
    cause: cause.nullable(),
    to: person,
    ask: z.string(),
    reason: z.string(),
    at: date,
    acknowledgedAt: date.nullable(),
    closedAt: date.nullable(),
    state: z.enum(ESCALATION_STATES),
  }),
) satisfies z.ZodType<EscalationRow[]>;

export const linkedRows = z.array(
  z.object({
    number: z.number().transform(ticketNumber),
    group: z.string().transform(groupKey),
    state: z.enum(STATES),
  }),
) satisfies z.ZodType<Linked[]>;

export const askingRow = z
  .object({
    number: z.number().transform(ticketNumber),
    assignee: person.nullable(),
    language: z.enum(LANGUAGES),
    place: z.object({ channel: z.string(), ts: z.string() }).nullable(),
  })
  .nullable() satisfies z.ZodType<Asking | null>;

export type LetterRow = {
  id: number;
  oid: string;
  workspace: string;
  ticket: number | null;
  kind: (typeof LETTER_KINDS)[number];
  seq: number;
  to_person: PersonId | null;
  conversation: string;
  state: OutLetter['state'];
  attempt: number;
  bulk: boolean;
  first_sent_at: Date | null;
  channel: string | null;
  thread: string | null;
};

export const letterFrom = (row: LetterRow): OutLetter => ({
  id: row.id,
  oid: row.oid,
  workspace: workspaceId(row.workspace),
  ticket: row.ticket === null ? null : ticketNumber(row.ticket),
  kind: row.kind,
  seq: row.seq,
  to: row.to_person,
  conversation: row.conversation,
  state: row.state,
  attempt: row.attempt,
  bulk: row.bulk,
  firstSentAt: row.first_sent_at,
  channel: row.channel,
  thread: row.thread,
});
