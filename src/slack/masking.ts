import type { ViewResponseAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Outcome } from '../desk/desk.ts';
import type { Told } from '../desk/told.ts';
import { type Done, refuse } from '../domain/decide.ts';
import { type PersonId, type TicketNumber, ticketNumber } from '../domain/language.ts';
import { occurrences } from '../domain/masking/spans.ts';
import type { Ticket } from '../domain/ticket.ts';
import { source } from '../domain/verbs/rule.ts';
import { type Click, formId, goId, readMetadata, ticketId } from './codec.ts';
import { chosenIn, hintsIn, mask } from './forms/masking.ts';
import { bold, button, mention, section } from './kit.ts';
import { removeFiles, toRemove, unreachedFiles } from './files/removing.ts';
import { type Looked, refusalOf } from './looked.ts';
import type { At } from './order.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { openAt, type Opening } from './ticket-at.ts';
import { nameOf } from './views/facts.ts';
import { noticeView, refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

type Readable = Exclude<Looked, { kind: 'refused' }>;

/** "Mask personal data" on a message of a ticket, in Main or among agents, or on a post of ours that tells of one. */
export async function openMask(parts: Parts, opening: Opening): Promise<void> {
  const opened = await openAt(parts, opening);
  if (!opened) return;
  const { view_id, looked, of } = opened;
  await parts.read.views.update({ view_id, view: await maskView(parts, looked, opening.user, of, null) });
}

/** The form, or why not. `chosen`: what is ticked and pasted; null: whatever was found. */
export async function maskView(
  parts: Parts,
  looked: Looked,
  user: PersonId,
  of: number | undefined,
  chosen: readonly string[] | null,
) {
  const said = voice(parts, user);
  const no = refusalOf(looked, 'mask', parts.now());
  if (no || 'kind' in looked) return refusalView(no ?? refuse('no_ticket', 'mask', { kind: 'clock' }, null), said);
  const { actor, ticket, group } = looked;
  const { masking } = parts.store;
  if (!masking.on)
    return refusalView(refuse('masking_off', 'mask', actor, ticket, [], { at: parts.now(), group }), said);
  const worded = await masking.words(ticket.workspace, ticket.number);
  const sought = chosen ?? hintsIn(worded).map(({ words }) => words);
  const model = {
    ...said,
    number: ticket.number,
    viewer: user,
    reading: looked,
    chain: { links: [], gaps: [] },
    told: [],
  };
  const told = await parts.outbox.history(ticket.workspace, ticket.number);
  const [typed, files] = await Promise.all([
    staysIn(parts, looked, user, sought),
    unreachedFiles(parts, user, ticket.number, told),
  ]);
  const stays = [...typed, ...files.says];
  return mask.draw({ ...model, worded, stays, removable: files.offered, ...(chosen && { masks: chosen }), chosen: of });
}

export const isMask = ({ view }: Click): boolean => view?.callback_id === formId('mask');

/** Something was ticked or pasted: it is shown how the ticket will read. */
export async function redrawMask(parts: Parts, { user, view }: Click): Promise<void> {
  const metadata = view && readMetadata(view.private_metadata);
  if (!view || !metadata?.success || metadata.data.n === undefined) return;
  const looked = await parts.desk.look(metadata.data.n, user);
  const drawn = await maskView(parts, looked, user, metadata.data.of, chosenIn(view.state?.values ?? {}));
  await parts.read.views.update({ view_id: view.id, hash: view.hash, view: drawn });
}

/** What was written in Slack by a person, and holds any of these words: nobody but he can change it there. */
function typedWith(ticket: Ticket, told: readonly Told[], parts: readonly string[]) {
  return told.flatMap((one) => {
    const typed = typedAt(ticket, one);
    return typed && occurrences(typed.text, parts).length > 0 ? [{ seq: one.seq, ...typed }] : [];
  });
}

/** Who wrote it where, if a person did: the request itself may have been a message, under which the conversation goes on. */
function typedAt({ main, content, requester }: Ticket, { verb, said, input }: Told) {
  if (verb === 'create') return main && { author: requester, at: main, text: content };
  const at = source.safeParse(input['source']);
  return at.success && said?.author ? { author: said.author, at: at.data, text: said.text } : null;
}

const MOST_NAMED = 10;
/** Whose messages stay as they are, with the way to each. */
async function staysIn(
  parts: Parts,
  { ticket }: Readable,
  user: PersonId,
  sought: readonly string[],
): Promise<KnownBlock[]> {
  const typed = typedWith(ticket, await parts.outbox.history(ticket.workspace, ticket.number), sought);
  return typed.length === 0 ? [] : staysBlocks(parts, ticket.number, user, typed);
}

async function staysBlocks(parts: Parts, number: TicketNumber, user: PersonId, typed: ReturnType<typeof typedWith>) {
  const words = wordsOf(languageOf(parts, user));
  const rows = await Promise.all(
    typed.slice(0, MOST_NAMED).map(async ({ seq, author, at }) => {
      const line = `${bold(nameOf(parts.book(), author, words))}: ${await linkTo(parts, at, words.masking.message)}`;
      const press = button({
        action: goId('ask_author', String(seq)),
        value: `${number}.${seq}`,
        label: words.masking.ask,
      });
      return author === user ? section(line) : section(line, press);
    }),
  );
  return [section(words.masking.staysHead(typed.length)), ...rows];
}

async function linkTo({ read }: Parts, { channel, ts }: At, label: string): Promise<string> {
  const { permalink } = await read.chat.getPermalink({ channel, message_ts: ts });
  return permalink ? `<${permalink}|${label}>` : label;
}

type Masking = { number: TicketNumber; user: PersonId; key: string; input: Record<string, unknown> };

/** Masks what was chosen, and deletes the files of ours that were ticked. No answer: it was not done. */
export async function submitMask(
  parts: Parts,
  { number, user, key, input }: Masking,
): Promise<{ outcome: Outcome; answer?: ViewResponseAction }> {
  const [stays, files] = await Promise.all([
    staysFor(parts, number, user, input),
    toRemove(parts, number, input['removes']),
  ]);
  const given = { ...input, removes: files.map(({ id }) => id) };
  const outcome = await parts.desk.act(number, { verb: 'mask', by: user, input: given, key });
  if (outcome.kind !== 'done') return { outcome };
  const removed = await removeFiles(parts, user, files);
  return { outcome, answer: maskedAnswer(parts, user, outcome, [...removed, ...stays]) };
}

/** After it was done: in how many places, and what stays in Slack. */
function maskedAnswer(
  parts: Parts,
  user: PersonId,
  { act, ticket }: Done,
  rest: readonly KnownBlock[],
): ViewResponseAction {
  const language = languageOf(parts, user);
  const { masking } = wordsOf(language);
  const places = Number(act.input['places']);
  const done = places > 0 ? [section(masking.masked(ticketId(ticket.number), places))] : [];
  return { response_action: 'update', view: noticeView([...done, ...rest], language) };
}

/** After a part of what was masked came back, or was destroyed; null: nothing stays masked, or nothing was. */
export function partBlocks(parts: Parts, user: PersonId, { act: { verb }, ticket }: Done): KnownBlock[] | null {
  if (ticket.masked === 0 || (verb !== 'unmask' && verb !== 'destroy')) return null;
  const { masking } = wordsOf(languageOf(parts, user));
  return [section(masking.partDone[verb](ticketId(ticket.number), ticket.masked))];
}

/** Before it is done: afterwards nothing tells any more which messages held the words. */
async function staysFor(parts: Parts, number: TicketNumber, user: PersonId, input: Record<string, unknown>) {
  const looked = await parts.desk.look(number, user);
  const sought = Array.isArray(input['words']) ? (input['words'] as string[]) : [];
  if ('kind' in looked) return [];
  const [stays, others] = await Promise.all([
    staysIn(parts, looked, user, sought),
    parts.store.masking.elsewhere(parts.desk.workspace, number, sought),
  ]);
  const { masking } = wordsOf(languageOf(parts, user));
  return others.length === 0 ? stays : [...stays, section(masking.elsewhere(others.map(ticketId).join(', ')))];
}

/** Whoever wrote it is asked to edit or delete it, by whoever has masked it and may. */
export async function askAuthor(parts: Parts, { user }: Click, value: string, tell: Tell): Promise<void> {
  const [number = '', seq = ''] = value.split('.');
  const looked = await parts.desk.look(ticketNumber(Number(number)), user);
  if ('kind' in looked || refusalOf(looked, 'mask', parts.now())) return;
  const { ticket } = looked;
  const told = await parts.outbox.told(ticket.workspace, ticket.number, Number(seq));
  const typed = told && typedAt(ticket, told);
  if (!typed) return;
  const { author, at } = typed;
  const words = wordsOf(languageOf(parts, author)).masking;
  const text = words.please(mention(user), ticketId(ticket.number), await linkTo(parts, at, words.message));
  await parts.write.chat.postMessage({ channel: author, text, blocks: [section(text)] });
  const said = wordsOf(languageOf(parts, user));
  const done = said.masking.asked(nameOf(parts.book(), author, said));
  await tell({ text: done, blocks: [section(done)] });
}
