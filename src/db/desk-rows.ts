import { z } from 'zod';
import { field, localized, type SubmissionType } from '../domain/fields.ts';
import { chainStep, type Group, groupKind, policies, sla } from '../domain/group.ts';
import { hours } from '../domain/hours.ts';
import { type GroupKey, groupKey, LANGUAGES, type Person, type PersonId, personId } from '../domain/language.ts';

const person = z.string().transform(personId);

/** A group as `groupJson` selects it. */
export const groupRow = z.object({
  key: z.string().transform(groupKey),
  name: z.string(),
  kind: groupKind,
  language: z.enum(LANGUAGES),
  agentsChannel: z.string().nullable(),
  leads: z.array(person),
  chain: z.array(chainStep),
  policies,
  hours: hours.nullable(),
  sla,
}) satisfies z.ZodType<Group>;
export const groupFrom = (json: unknown): Group | null => groupRow.nullable().parse(json);

/** A submission type as `typeJson` selects it. */
export const typeRow = z.object({
  key: z.string(),
  parent: z.string().nullable(),
  name: localized,
  group: z.string().transform(groupKey),
  hint: localized.nullable(),
  fields: z.array(field),
}) satisfies z.ZodType<SubmissionType>;

/** A person as `personJson` selects him. */
export type Seats = { id: PersonId; agentOf: GroupKey[]; leadOf: GroupKey[]; admin: boolean; active: boolean };
export const personFrom = (seats: Seats | null): Person | null => seats && { kind: 'person', ...seats };
