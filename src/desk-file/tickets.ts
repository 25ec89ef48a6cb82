import { type Desk, through } from '../desk/desk.ts';
import type { Refusal } from '../domain/decide.ts';
import { type PersonId, personId } from '../domain/language.ts';
import { inputOf } from './past.ts';
import { type DeskFile, readDeskFile } from './read.ts';
import type { StepOfFile, TicketOfFile } from './schema.ts';
import { typeList } from './tree.ts';

export type Seeded = {
  /** How many tickets were told to their end. */
  tickets: number;
  /** What the desk refused, each as a sentence with file and line. */
  refused: readonly string[];
};

type Given = {
  file: string;
  desk: Desk;
  /** Ids by e-mail. */
  people: ReadonlyMap<string, string>;
  now: Date;
};

/**
 * Tells the desk the past that the file describes, oldest ticket first, through the same door as everything else. The
 * agents must have taken their seats before. A second telling changes nothing.
 */
export async function seedTickets({ file: path, desk, people, now }: Given): Promise<Seeded> {
  const file = await readDeskFile(path);
  const byEmail = new Map([...people].map(([email, id]) => [email.toLowerCase(), id]));
  const telling: Telling = {
    file,
    desk: through(desk, 'desk_file'),
    now,
    person: (name) => personId(byEmail.get(name) ?? name),
  };
  const oldestFirst = file.tickets
    .map((ticket, index) => ({ ticket, index }))
    .toSorted((a, b) => b.ticket.ago - a.ticket.ago);
  const refused: string[] = [];
  for (const { ticket, index } of oldestFirst) {
    const refusal = await tell(telling, ticket, index);
    if (refusal !== null) refused.push(refusal);
  }
  return { tickets: file.tickets.length - refused.length, refused };
}

type Telling = { file: DeskFile; desk: Desk; now: Date; person(name: string): PersonId };

/** Null when all of it was accepted; else the sentence about the first step that was not. */
async function tell({ file, desk, now, person }: Telling, ticket: TicketOfFile, index: number): Promise<string | null> {
  const path = ['tickets', index];
  const key = (step: number) => `seed:${index + 1}:${step}`;
  let at = new Date(now.getTime() - ticket.ago);
  const opened = await desk.open(person(ticket.by ?? ticket.requester), intakeOf(ticket, file, person), key(0), at);
  if (opened.kind === 'refused') return file.sentence({ path, says: `cannot be opened: ${reasonOf(opened)}` });
  const number = opened.kind === 'done' ? opened.ticket.number : opened.number;
  for (const [index, step] of ticket.then.entries()) {
    at = new Date(at.getTime() + step.after);
    const request = { verb: step.do, by: person(step.by), input: stepInput(step, now, person), key: key(index + 1) };
    const outcome = await desk.act(number, request, at);
    if (outcome.kind === 'refused')
      return file.sentence({ path: [...path, 'then', index], says: `is refused to ${step.by}: ${reasonOf(outcome)}` });
  }
  return null;
}

const reasonOf = ({ verb, why, ticket, faults }: Refusal): string =>
  [
    `${verb} ${why}`,
    ...(ticket ? [`the ticket is ${ticket.state}`] : []),
    ...faults.map(({ field, code }) => `${field} ${code}`),
  ].join(', ');

function intakeOf(ticket: TicketOfFile, file: DeskFile, person: Telling['person']): Record<string, unknown> {
  const { title, content, kind, type, fields, priority, channel, language, private: isPrivate } = ticket;
  const group = ticket.group ?? typeList(file.types).find(({ key }) => key === type)?.group;
  return {
    title,
    content,
    kind,
    type: type ?? null,
    fields,
    group,
    priority,
    channel,
    language,
    private: isPrivate,
    requester: person(ticket.requester),
    ...(ticket.to === undefined ? {} : { to: person(ticket.to) }),
  };
}

function stepInput(step: StepOfFile, now: Date, person: Telling['person']): Record<string, unknown> {
  const input = inputOf(step, now);
  return typeof input['to'] === 'string' ? { ...input, to: person(input['to'].toLowerCase()) } : input;
}
