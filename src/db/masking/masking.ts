import type { Masking } from '../../desk/masking.ts';
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
import { foundIn, holdShared, masked, openedBy, sharedSpans, type SpanRow, spansOf } from './spans.ts';
import { partsIn, readable, told, uncovering } from './uncovering.ts';

type Ticket = { workspace: string; number: number };
class Overtaken extends Error {}

/** What masks words of tickets, in all places at once. Without keys nothing is masked, and what is can only be destroyed. */
export function openMasking(sql: Sql, ring: Ring | null): Masking {
  return {
    elsewhere: (workspace, number, parts) => elsewhere(sql, { workspace, number }, parts),
    on: ring !== null,
    words: async (workspace, number) => (await textsOf(sql, workspace, number)).texts,
    async count(workspace, number, parts) {
      const { texts, spans, shared } = await kept(sql, { workspace, number });
      const found = foundIn(texts, [...spans, ...shared], parts);
      return readable(found).reduce((sum, { spans }) => sum + spans.length, 0);
    },
    parts: async (workspace, number) => (ring === null ? [] : partsOf(sql, ring, { workspace, number })),
    async sealed(workspace, number, verb, chosen) {
      if (ring === null) return { places: 0, left: 0, lost: true, stays: false, kinds: [] };
      const ticket = { workspace, number };
      return uncovering(ring, ticket, await kept(sql, ticket), { verb, chosen, seq: 0 }).facts;
    },
    write: (writing, of) => write(sql, ring, writing, of),
  };
}

/** The words of a ticket, and what of them is masked. */
async function kept(sql: Sql | Transaction, ticket: Ticket) {
  const [read, spans, shared] = await Promise.all([
    textsOf(sql, ticket.workspace, ticket.number),
    spansOf(sql, ticket),
    sharedSpans(sql, ticket),
  ]);
  return { ...read, spans, shared };
}

async function partsOf(sql: Sql, ring: Ring, ticket: Ticket) {
  const { texts, spans } = await kept(sql, ticket);
  const parts = partsIn(ring, ticket, texts, spans);
  const events = await sql<{ seq: number; by_person: string | null; at: Date }[]>`
    select seq, by_person, at from events where workspace = ${ticket.workspace} and ticket = ${ticket.number}
      and verb in ('mask', 'unmask')`;
  return parts.map((part) => told(part, texts, events));
}

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

async function write(sql: Sql, ring: Ring | null, writing: Writing, of: readonly string[] | null): Promise<Written> {
  const { act, ticket } = writing.done;
  try {
    const { result, conversations } = await sql.begin(async (transaction) => {
      const written = await run(transaction, writing);
      if (written.number === null) throw new Overtaken();
      const conversations = ring === null ? [] : await changed(transaction, ring, writing, of);
      if (ring === null && act.verb === 'destroy') await forget(transaction, ticket);
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
async function changed(sql: Transaction, ring: Ring, writing: Writing, of: readonly string[] | null) {
  const { act, ticket } = writing.done;
  if (act.verb === 'mask') return mask(sql, ring, writing, of ?? []);
  if (act.verb === 'unmask' || act.verb === 'destroy') return reveal(sql, ring, writing, act.verb, of);
  if (act.verb === 'correct') await maskAgain(sql, ring, ticket, Number(act.input['of']));
  return [];
}

async function mask(sql: Transaction, ring: Ring, { done: { act, ticket } }: Writing, parts: readonly string[]) {
  await holdShared(sql, ticket);
  const { texts, spans, shared, write: writeBack } = await kept(sql, ticket);
  const found = foundIn(texts, [...spans, ...shared], parts);
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

/** These parts can be read again, or are gone for ever; what else is masked stays so. */
async function reveal(
  sql: Transaction,
  ring: Ring,
  { done: { act, ticket } }: Writing,
  verb: 'unmask' | 'destroy',
  chosen: readonly string[] | null,
) {
  await holdShared(sql, ticket);
  const { write: writeBack, ...all } = await kept(sql, ticket);
  const { facts, ...change } = uncovering(ring, ticket, all, { verb, chosen, seq: ticket.version });
  // Somebody has changed his words in Slack since they were counted.
  if (facts.places !== act.input['places'] || facts.left !== act.input['left']) throw new Overtaken();
  await writeBack(change.texts);
  await sql`delete from masked_spans where id = any(${change.gone.map(({ id }) => id)})`;
  await insert(sql, ticket, change.added);
  await move(sql, change.moved);
  await resealed(sql, change.resealed);
  if (change.texts.length === 0) return [];
  await keep(sql, ticket.workspace, [ticket.number]);
  return redraw(sql, ticket, change.texts);
}

const forget = (sql: Transaction, { workspace, number }: Ticket) =>
  sql`delete from masked_spans where workspace = ${workspace} and ticket = ${number}`;

/** One value, however many there are: thousands of parameters would cost more than all the rest. */
const asOne = (spans: readonly Pick<SpanRow, 'id' | 'key_id' | 'sealed'>[]): string =>
  json(spans.map((span) => ({ ...span, sealed: span.sealed.toString('base64') })));

const insert = (sql: Transaction, { workspace, number }: Ticket, spans: readonly SpanRow[]) =>
  spans.length > 0 &&
  sql`
    insert into masked_spans (workspace, ticket, id, seq, holder, row, path, begins, ends, key_id, sealed)
    select ${workspace}, ${number}, x.id, x.seq, x.holder, x.row, x.path, x.begins, x.ends, x.key_id, decode(x.sealed, 'base64')
    from jsonb_to_recordset(${asOne(spans)}::text::jsonb)
      as x(id uuid, seq int, holder text, row int, path text, begins int, ends int, key_id text, sealed text)`;

const move = (sql: Transaction, moved: readonly Pick<SpanRow, 'id' | 'begins' | 'ends'>[]) =>
  moved.length > 0 &&
  sql`
    update masked_spans s set begins = x.begins, ends = x.ends
    from jsonb_to_recordset(${json(moved)}::text::jsonb) as x(id uuid, begins int, ends int) where s.id = x.id`;

const resealed = (sql: Transaction, spans: readonly Pick<SpanRow, 'id' | 'key_id' | 'sealed'>[]) =>
  spans.length > 0 &&
  sql`
    update masked_spans s set key_id = x.key_id, sealed = decode(x.sealed, 'base64')
    from jsonb_to_recordset(${asOne(spans)}::text::jsonb) as x(id uuid, key_id text, sealed text) where s.id = x.id`;

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
