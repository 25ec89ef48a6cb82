import { typeOf } from '../../desk/book.ts';
import type { Told } from '../../desk/told.ts';
import { filesAnswered } from '../../domain/fields.ts';
import type { FileRef } from '../../domain/files.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ruleOf } from '../../domain/verbs.ts';
import { files, person } from '../../domain/verbs/rule.ts';
import { carryFiles, NoPlace, type Way } from '../files.ts';
import type { Parts } from '../parts.ts';

/** About four minutes: a card that is not there by then is not on its way. */
const ATTEMPTS = 6;

/**
 * The files that came with an event go to those who cannot open them where they are: of an agent's answer his colleagues
 * neither. A later attempt goes on where the one before was cut short.
 */
export async function bringFiles(
  parts: Parts,
  event: { ticket: TicketNumber; seq: number },
  attempt: number,
): Promise<void> {
  const { desk, outbox } = parts;
  const [told, reading] = await Promise.all([
    outbox.told(desk.workspace, event.ticket, event.seq),
    desk.reading(event.ticket),
  ]);
  if (!told || !reading) return;
  const { ticket } = reading;
  const again = attempt > 1;
  const agents = toAgents(told, ticket.requester);
  try {
    const sent = files.safeParse(told.input['files']).data ?? [];
    for (const way of waysOf(told, agents)) await carryFiles(parts, ticket, sent, { ...way, again });
    await carryFiles(parts, ticket, answersOf(parts, told, ticket), { ...agents, again });
  } catch (error) {
    if (!(error instanceof NoPlace) || attempt < ATTEMPTS) throw error;
    parts.log.warn(event, 'files were not carried: there is no card to put them under');
  }
}

function toAgents({ by, input }: Told, requester: PersonId): Way {
  const from = person.safeParse(input['sharer']).data ?? by;
  return { to: 'agents', ...(from !== null && from !== requester && { from }) };
}

/** What was typed in a thread stands there already. */
function waysOf({ verb, by, input }: Told, agents: Way): Way[] {
  if (verb === 'create') return [agents];
  const isTyped = input['source'] !== undefined;
  const isMain = ruleOf(verb).says === 'main';
  if (isTyped) return isMain ? [agents] : [];
  return isMain && verb !== 'message' && by !== null ? [{ to: 'requester', from: by }, agents] : [agents];
}

/** The files in what was answered to questions of the ticket's type. */
function answersOf({ book }: Parts, { input }: Told, ticket: Ticket): FileRef[] {
  const asked = typeOf(book(), ticket)?.fields ?? [];
  const { fields, agent_fields } = input as { fields?: Record<string, string>; agent_fields?: Record<string, string> };
  const given = { ...fields, ...agent_fields };
  return asked.flatMap(({ key, ask }) => (ask === 'file' ? filesAnswered(given[key] ?? '') : []));
}
