import { z } from 'zod';
import type { Customer, CustomerAsk } from '../desk/customer.ts';
import type { MainText } from '../desk/told.ts';
import { personId, ticketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

const MOST = 3;
/** The last answer of each ticket, and of those the newest. */
const CUSTOMER = `
  select (select p.manager from people p where p.workspace = $1 and p.id = $2) as manager,
    (select json_agg(a order by a.at desc) from (
      select l.* from (
        select distinct on (m.ticket) m.ticket, m.author, m.at, m.text from messages m
        join events e using (workspace, ticket, seq)
        where m.workspace = $1 and m.ticket = any($3::int[]) and m.audience = 'main' and m.deleted_at is null
          and m.text <> '' and e.verb in ('reply', 'resolve', 'pend', 'workaround')
        order by m.ticket, m.seq desc) l
      order by l.at desc limit ${MOST}) a) as answers`;

const answer = z.object({
  ticket: z.number().transform(ticketNumber),
  author: z.string().transform(personId).nullable(),
  at: z.coerce.date(),
  text: z.string().transform((text) => text as MainText),
});
const customer = z.object({
  manager: z.string().transform(personId).nullable(),
  answers: z
    .array(answer)
    .nullable()
    .transform((answers) => answers ?? []),
});

/** Who decides over somebody, and what he was told last. */
export async function readCustomer(
  sql: Sql,
  workspace: WorkspaceId,
  { person, numbers }: CustomerAsk,
): Promise<Customer> {
  const [row] = await sql.unsafe(CUSTOMER, [workspace, person, [...numbers]], { prepare: true });
  return customer.parse(row);
}
