import { isCopy, type Masking } from '../../desk/masking.ts';
import type { Writing, Written } from '../../desk/ports.ts';
import { ticketNumber, workspaceId } from '../../domain/language.ts';
import type { Ring } from '../../sealing.ts';
import type { Sql, Transaction } from '../connect.ts';
import { keep } from '../search/keep.ts';
import { isDeadlock, isRepeated } from '../violation.ts';
import { wake } from '../wake.ts';
import { run, settle } from '../write.ts';
import { json } from '../writing.ts';
import { forgetDrafts } from './drafts.ts';
import { forgetInbox } from './inbox.ts';
import { textsOf } from './places.ts';
import { redraw } from './redraw.ts';
import { foundIn, masked, openedBy, type SpanRow, spansOf, unmasked } from './spans.ts';

type Ticket = { workspace: string; number: number };
class Overtaken extends Error {}

/** What masks words of tickets, in all places at once. Without keys nothing is masked, and what is can only be destroyed. */
export function openMasking(sql: Sql, ring: Ring | null): Masking {
  return {
    elsewhere: (workspace, number, parts) => elsewhere(sql, { workspace, number }, parts),
    on: ring !== null,
    words: async (workspace, number) => (await textsOf(sql, workspace, number)).texts,
    async count(workspace, number, parts) {
      const { texts } = await textsOf(sql, workspace, number);
      const found = foundIn(texts, await spansOf(sql, { workspace, number }), parts);
      return readable(found).reduce((sum, { spans }) => sum + spans.length, 0);
    },
    async sealed(workspace, number) {
      const spans = await spansOf(sql, { workspace, number });
      const lost = spans.some((span) => ring === null || openedBy(ring, { workspace, number }, span) === null);
      return { places: readable(spans).length, lost };
    },
    write: (writing, parts) => write(sql, ring, writing, parts),
  };
}

const readable = <P extends Pick<SpanRow, 'holder' | 'row' | 'path'>>(places: readonly P[]): P[] =>
  places.filter((place) => !isCopy(place));

const FAMILY = `
  select distinct n.number from tickets t, lateral (
    select t.follows as number union select t.parent
    union select l.ticket from jsonb_to_recordset(t.links) as l(ticket int)
    union select o.number from tickets o where o.workspace = $1 and (o.follows = $2 or o.parent = $2)
    union select s.ticket from batch_items i join batch_items s on s.workspace = i.workspace and s.batch = i.batch
      where i.workspace = $1 and i.ticket = $2) n
  where t.workspace = $1 and t.number = $2 and n.number is not null and n.number <> $2 order by 1 limit 50`;

/** Words go from one ticket to another where it is split, followed up or asked about, and to many where they are answered together. */
async function elsewhere(sql: Sql, { workspace, number }: Ticket, parts: readonly string[]) {
  const family = await sql.unsafe<Ticket[]>(FAMILY, [workspace, number], { prepare: true });
  const holding = await Promise.all(
    family.map(async (other) => {
      const { texts } = await textsOf(sql, workspace, other.number);
      return foundIn(texts, await spansOf(sql, { workspace, number: other.number }), parts).length > 0;
    }),
  );
  return family.flatMap((other, nth) => (holding[nth] ? [ticketNumber(other.number)] : []));
}

async function write(sql: Sql, ring: Ring | null, writing: Writing, parts: readonly string[]): Promise<Written> {
  const { act, ticket } = writing.done;
  try {
    const { result, conversations } = await sql.begin(async (transaction) => {
      const written = await run(transaction, writing);
      if (written.number === null) throw new Overtaken();
      const conversations = ring === null ? [] : await changed(transaction, ring, writing, parts);
      if (act.verb === 'unmask' || act.verb === 'destroy') await forget(transaction, ticket);
      return { result: written, conversations };
    });
    await settle(sql, writing, result);
    for (const conversation of conversations) await wake(sql, ticket.workspace, conversation, new Date());
    return 'written';
  } catch (error) {
    if (isRepeated(error)) return 'repeated';
    if (error instanceof Overtaken || isDeadlock(error)) return 'stale';
    throw error;
  }
}

/** What becomes of the texts; the conversations in which posts of ours are drawn again. */
async function changed(sql: Transaction, ring: Ring, writing: Writing, parts: readonly string[]): Promise<string[]> {
  const { act, ticket } = writing.done;
  if (act.verb === 'mask') return mask(sql, ring, writing, parts);
  if (act.verb === 'unmask') return unmask(sql, ring, ticket);
  if (act.verb === 'correct') await maskAgain(sql, ring, ticket, Number(act.input['of']));
  return [];
}

async function mask(sql: Transaction, ring: Ring, { done: { act, ticket } }: Writing, parts: readonly string[]) {
  const { texts, write: writeBack } = await textsOf(sql, ticket.workspace, ticket.number);
  const found = foundIn(texts, await spansOf(sql, ticket), parts);
  const change = masked(ring, ticket, ticket.version, found);
  // Somebody has changed his words in Slack since they were counted.
  if (readable(change.added).length !== act.input['places']) throw new Overtaken();
  await writeBack(change.texts);
  await insert(sql, ticket, change.added);
  await move(sql, change.moved);
  const tags = found.flatMap(({ holder, text }) => (holder === 'tickets.tags' ? [text] : []));
  if (tags.length > 0) await sql`delete from tags where workspace = ${ticket.workspace} and name = any(${tags})`;
  await forgetInbox(sql, ticket, parts);
  await forgetDrafts(sql, { workspace: ticket.workspace, number: ticket.number }, parts);
  await keep(sql, ticket.workspace, [ticket.number]);
  return redraw(sql, ticket, found);
}

async function unmask(sql: Transaction, ring: Ring, ticket: Writing['done']['ticket']): Promise<string[]> {
  const { texts, write: writeBack } = await textsOf(sql, ticket.workspace, ticket.number);
  const changed = unmasked(ring, ticket, texts, await spansOf(sql, ticket));
  await writeBack(changed);
  await keep(sql, ticket.workspace, [ticket.number]);
  return redraw(sql, ticket, changed);
}

const forget = (sql: Transaction, { workspace, number }: Ticket) =>
  sql`delete from masked_spans where workspace = ${workspace} and ticket = ${number}`;

const insert = (sql: Transaction, { workspace, number }: Ticket, spans: readonly SpanRow[]) =>
  spans.length > 0 &&
  sql`
    insert into masked_spans ${sql(spans.map((span) => ({ workspace, ticket: number, ...span })))}`;

const move = (sql: Transaction, moved: readonly Pick<SpanRow, 'id' | 'begins' | 'ends'>[]) =>
  moved.length > 0 &&
  sql`
    update masked_spans s set begins = x.begins, ends = x.ends
    from jsonb_to_recordset(${json(moved)}::text::jsonb) as x(id uuid, begins int, ends int) where s.id = x.id`;

/** Words were changed where they stand: what was masked in them does not come back with the new ones. */
export async function maskAgain(sql: Transaction, ring: Ring, ticket: Ticket, of: number): Promise<void> {
  const spans = await spansOf(sql, ticket);
  if (spans.length === 0) return;
  const isHere = ({ holder, row }: { holder: string; row: number }) => holder === 'messages.text' && row === of;
  const parts = [...new Set(spans.flatMap((span) => openedBy(ring, ticket, span) ?? []))];
  await sql`
    delete from masked_spans where workspace = ${ticket.workspace} and ticket = ${ticket.number}
      and holder = 'messages.text' and row = ${of}`;
  const { texts, write: writeBack } = await textsOf(sql, ticket.workspace, ticket.number);
  const seq = Math.max(...spans.map((span) => span.seq));
  const change = masked(ring, ticket, seq, foundIn(texts.filter(isHere), [], parts));
  await writeBack(change.texts);
  await insert(sql, ticket, change.added);
  if (change.texts.length > 0) await keep(sql, workspaceId(ticket.workspace), [ticketNumber(ticket.number)]);
}
