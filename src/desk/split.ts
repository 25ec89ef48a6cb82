import { create } from '../domain/create.ts';
import { type Done, enact, refuse, type Refusal } from '../domain/decide.ts';
import { askedOpenly, faultsOfFields } from '../domain/fields.ts';
import type { Person, Surface, TicketNumber } from '../domain/language.ts';
import { follows } from '../domain/pairs.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Act } from '../domain/verbs.ts';
import type { Deps, Outcome } from './request.ts';
import type { InternalText, MainText, Said, Told } from './told.ts';
import type { Reading } from './ports.ts';
import { writingOf } from './writing.ts';

const LONGEST = 40_000;
const BETWEEN = '\n\n';

type Input = { title: string; messages: number[]; notes: number[] };

/**
 * A part of a ticket becomes a ticket of its own: born, told among agents and said on the old one, all or nothing. Null:
 * somebody was faster.
 */
export async function splitOff(
  deps: Deps,
  { ticket, group }: Reading,
  done: Done,
  key: string | null,
  surface: Surface | null,
): Promise<Outcome | null> {
  const { store, workspace } = deps;
  const { act } = done;
  if (act.by.kind !== 'person' || act.verb !== 'split') return refuse('not_allowed', 'split', act.by, ticket);
  const { title, messages, notes } = act.input as Input;
  const told = await store.said(workspace, ticket.number, [...messages, ...notes]);
  const content = contentOf(
    ticket,
    told.filter(({ seq }) => messages.includes(seq)),
  );
  if (content === '') return refuse('bad_input', 'split', act.by, ticket, [{ field: 'messages', code: 'required' }]);
  const born = await birth(deps, ticket, { by: act.by, at: act.at, title, content });
  if (born.kind === 'refused') return born;
  const note = noteOf(told.filter(({ seq }) => notes.includes(seq)));

  const { written, made } = await store.writeAll([
    () => writingOf(born, group, null, surface),
    ...(note === ''
      ? []
      : [
          (made: TicketNumber | null) => writingOf(noted(numbered(born.ticket, made), act, note), group, null, surface),
        ]),
    (made) => writingOf(parted(done, made), group, key, surface),
  ]);
  if (written === 'repeated') return { kind: 'repeated', number: ticket.number };
  return written === 'written' ? parted(done, made) : null;
}

/** Words of Main only, whatever was chosen: the type of the others does not fit. */
function contentOf(ticket: Ticket, told: readonly Told[]): string {
  const pieces = told.flatMap(({ verb, said, input }) => {
    if (verb === 'create') return [ticket.content];
    return said?.audience === 'main' ? [withFiles(said.text, input['files'])] : [];
  });
  return pieces.join(BETWEEN).slice(0, LONGEST).trim();
}

const noteOf = (told: readonly Told[]): string =>
  told
    .flatMap(({ said, input }) => (said && isInternal(said) ? [withFiles(said.text, input['files'])] : []))
    .join(BETWEEN)
    .slice(0, LONGEST)
    .trim();

const isInternal = (said: Said): said is Extract<Said, { audience: 'internal' }> => said.audience === 'internal';

/** Files stay where they are: their names and addresses go along. */
function withFiles(text: MainText | InternalText, files: unknown): string {
  const known = Array.isArray(files) ? (files as { name: string; link: string }[]) : [];
  return [text, ...known.map(({ name, link }) => (link === '' ? name : `${name}: ${link}`))].join('\n');
}

type Part = { by: Person; at: Date; title: string; content: string };

async function birth(deps: Deps, whole: Ticket, { by, at, title, content }: Part): Promise<Done | Refusal> {
  const { kind, group, priority, language, requester } = whole;
  // Whoever takes it apart has the part, as whoever answers has what he answers.
  const to = [...by.agentOf, ...by.leadOf].includes(group) ? by.id : undefined;
  const ask = { by: by.id, requester, group, type: whole.type, target: to ?? null };
  const facts = await deps.store.readIntake(deps.workspace, ask);
  // Questions that were asked of it since then are not asked of its part.
  const asks = faultsOfFields(askedOpenly(facts.type?.fields ?? []), whole.fields).length > 0;
  const [type, fields] = asks || !facts.type ? [null, {}] : [whole.type, whole.fields];
  const same = { kind, type, fields, group, priority, language, requester };
  const input = { ...same, title, content, to, private: whole.private, send_to_user: whole.sendToUser };
  const { workspace } = deps;
  return create({ ...input, channel: 'agent', splits: whole.number }, by, {
    ...facts,
    at,
    workspace,
    number: whole.number,
    origin: null,
    whole,
  });
}

const numbered = (ticket: Ticket, made: TicketNumber | null): Ticket => ({ ...ticket, number: made ?? ticket.number });

const noted = (ticket: Ticket, { by, at }: Pick<Act, 'by' | 'at'>, text: string): Done =>
  follows(ticket, { verb: 'note', by, at, input: { text } });

/** The old one once the number of the new one is known. */
function parted(done: Done, made: TicketNumber | null): Done {
  const { act, before } = done;
  if (act.verb !== 'split' || !before || made === null) return done;
  const known: Act = { ...act, verb: 'split', input: { ...act.input, made } };
  return { ...done, act: known, ticket: enact(before, known) };
}
