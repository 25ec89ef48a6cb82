import { z } from 'zod';
import type { Person, PersonId } from '../domain/language.ts';
import { isOpenTicket, mayRead, type Ticket } from '../domain/ticket.ts';
import { traceOf } from './log.ts';
import type { Parts } from './parts.ts';
import type { CustomerModel } from './views/customer.ts';

/** As many of his tickets are looked at. */
const MOST = 100;

const profile = z.object({
  user: z.looseObject({
    profile: z
      .looseObject({ title: z.string().default(''), phone: z.string().default('') })
      .default({ title: '', phone: '' }),
  }),
});

/** What his profile says that we do not keep; nothing where Slack does not say it. */
async function profileOf({ read, log }: Parts, user: PersonId) {
  try {
    return profile.parse(await read.users.info({ user })).user.profile;
  } catch (error) {
    log.warn(traceOf(error), 'a profile could not be read');
    return { title: '', phone: '' };
  }
}

/** The requester as agents see him: who he is, what else he waits for, what he was told, and what he thought of it. */
export async function customerOf(
  parts: Parts,
  actor: Person,
  { requester, number: here }: Ticket,
): Promise<CustomerModel> {
  const { desk, store } = parts;
  const read = profileOf(parts, requester);
  const { tickets } = await desk.board({ board: 'ever', person: requester, limit: MOST });
  const his = tickets.filter((ticket) => mayRead(actor, ticket) && ticket.state !== 'spam');
  const [{ title, phone }, past] = await Promise.all([
    read,
    store.customer(desk.workspace, { person: requester, numbers: his.map(({ number }) => number) }),
  ]);
  return {
    ...past,
    title,
    phone,
    open: tickets
      .filter((ticket) => isOpenTicket(ticket) && ticket.number !== here)
      .map((ticket) => ({ ticket, readable: mayRead(actor, ticket) })),
    ratings: his.flatMap(({ number, rating }) => (rating ? [{ ticket: number, ...rating }] : [])),
  };
}
