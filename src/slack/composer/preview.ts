import type { ViewResponseAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { languageFor } from '../../desk/book.ts';
import { aboutToSay } from '../../desk/told.ts';
import type { Refusal } from '../../domain/decide.ts';
import { judgeFiles } from '../../domain/files.ts';
import { looksAfterAny } from '../../domain/group.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import { personalAnswers } from '../../domain/fields.ts';
import { personalIn } from '../../domain/masking/patterns.ts';
import type { Verb } from '../../domain/verbs.ts';
import { type Click, formId, type FormMetadata, metadata, readMetadata, type Submission, ticketId } from '../codec.ts';
import { askRich } from '../forms/ask.ts';
import { refusedSentence } from '../files/taking.ts';
import { forms } from '../forms/forms.ts';
import { actions, context, divider, inline, LIMITS, modal, section } from '../kit.ts';
import { languageOf, type Parts } from '../parts.ts';
import { nameOf } from '../views/facts.ts';
import { refusalSentence, wordList } from '../views/refusal.ts';
import { mainPost } from '../views/requester.ts';
import { goButton } from '../views/presses.ts';
import { voice } from '../voice.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { wordsSeen } from './back.ts';
import { composed, tickedIn } from './blocks.ts';
import { keepTyped } from './drafts.ts';
import { filesOfAnswer, withKept } from './kept-files.ts';
import { carriedBy, templatesTicked } from './sending.ts';
import { sendAtIn } from './timing.ts';
import { fingerprint } from './warning.ts';

/** What is sent from a preview, but for the words, which stand in it to be changed. */
export type Held = { number: TicketNumber; verb: Verb; input: Record<string, unknown>; memory: FormMetadata };

/** As much as Slack keeps with a window. */
const MOST_MEMORY = 3000;

/** From the form in which it is written: what the requester would read, over it, so that whoever closes it goes on writing. */
export async function openPreview(parts: Parts, click: Click): Promise<void> {
  const { user, trigger, view } = click;
  const memory = view && readMetadata(view.private_metadata);
  const verb = (Object.keys(forms) as Verb[]).find((one) => formId(one) === view?.callback_id);
  if (!view || !memory?.success || memory.data.n === undefined || verb === undefined) return;
  const answers = view.state?.values ?? {};
  const { n, replaces } = memory.data;
  const read = forms[verb]?.read(composed(answers)) ?? {};
  const { text, ...input } = await withKept(parts, { number: n, user, replaces, answers }, read);
  const held = {
    number: n,
    verb,
    input,
    memory: {
      ...memory.data,
      ticked: tickedIn(answers),
      sendAt: sendAtIn(answers),
      was: wordsSeen(typeof text === 'string' ? text : ''),
    },
  };
  const [drawn] = await Promise.all([
    previewView(parts, user, held, typeof text === 'string' ? text : ''),
    keepTyped(parts, click),
  ]);
  await parts.read.views.push({ trigger_id: trigger, view: drawn });
}

/** Sent from the preview. Words that were changed in it are shown once more; `send` is what goes. */
export async function sentFromPreview(
  parts: Parts,
  { user, metadata: memory, answers }: Submission,
): Promise<{ send: Held } | { answer: ViewResponseAction }> {
  const { n: number, verb, held: input = {}, ...rest } = memory;
  if (number === undefined || verb === undefined) throw new Error('a preview without its ticket');
  const typed = composed(answers)['text'];
  const text = typeof typed === 'string' ? typed.trim() : '';
  const held = { number, verb, input, memory: rest };
  if (fingerprint([text]) === memory.seen) return { send: { ...held, input: { ...input, text } } };
  return { answer: { response_action: 'update', view: await previewView(parts, user, held, text) } };
}

async function previewView(parts: Parts, user: PersonId, held: Held, text: string): Promise<ModalView> {
  const words = wordsOf(languageOf(parts, user));
  const { preview } = words.composer;
  const [{ blocks, sends, verb }, person] = await Promise.all([
    drawnFor(parts, user, held, text),
    parts.desk.person(user),
  ]);
  const { drawn = 0 } = held.memory;
  const memory = metadata({
    ...held.memory,
    n: held.number,
    verb: held.verb,
    held: held.input,
    seen: fingerprint([text]),
    drawn: drawn + 1,
  });
  // Slack hands files over with the form in which they were chosen, and with no other.
  const fits = memory.length <= MOST_MEMORY && filesOfAnswer({ answer: held.input }).length === 0;
  const question = { label: preview.change, hint: preview.changeHint };
  return modal(
    {
      title: preview.title(ticketId(held.number)),
      close: preview.back,
      callback: formId('preview'),
      ...(fits && { submit: sends ? submitOf(verb, words) : preview.again, metadata: memory, tells: true }),
    },
    [
      ...blocks,
      ...(fits
        ? [
            divider,
            askRich(`text.${drawn + 1}`, question, { initial: text }),
            ...(looksAfterAny(person) ? actions([goButton('template', 'words.', preview.asTemplate)]) : []),
          ]
        : [section(preview.tooMuch)]),
    ],
  );
}

/** What the form says from which it comes, or what its template makes of it. */
const submitOf = (verb: Verb, { forms: { of } }: Catalog): string =>
  of[verb === 'resolve' || verb === 'pend' ? verb : 'reply'].submit;

/** What the requester would read, and what speaks against it. */
export async function drawnFor(parts: Parts, user: PersonId, held: Held, text: string) {
  const { number } = held;
  const answer = { ...held, ticked: held.memory.ticked ?? [] };
  const { verb, input } = carriedBy(await templatesTicked(parts, answer), answer);
  const scene = voice(parts, user);
  const words = wordsOf(scene.language);
  const { preview } = words.composer;
  const looked = await parts.desk.look(number, user);
  const no = (refusal: Refusal) => [section(`🚫 ${refusalSentence(refusal, scene)}`)];
  if ('kind' in looked) return { blocks: no(looked), sends: false, verb };
  if (text === '') return { blocks: [section(preview.nothing)], sends: false, verb };
  if (text.length > LIMITS.input) {
    const { faults } = words.templating;
    return { blocks: [section(faults.tooLong(LIMITS.input, String(text.length)))], sends: false, verb };
  }
  const { ticket } = looked;
  const { desk } = parts;
  const done = await desk.rehearse(number, user, [{ verb, input: { ...input, text } }]);
  const drawing = await parts.outbox.drawing(desk.workspace, number);
  if (!drawing) return { blocks: [section(preview.nothing)], sends: false, verb };
  const found = desk.known(ticket).banned?.in(text, ticket) ?? [];
  const { banned_words: how } = looked.group.policies;
  const banned = how === 'off' ? [] : found;
  const post = mainPost({
    said: aboutToSay(user, marked(text, banned), parts.now()),
    verb,
    drawing: done.kind === 'done' ? { ...drawing, ticket: done.ticket } : drawing,
    book: scene.book,
    language: languageFor(scene.book, ticket.requester),
  });
  const files = filesOfAnswer({ answer: input });
  const { refused } = judgeFiles(looked.group.policies.files, files);
  const hinted = personalIn(text).map(({ start, end }) => text.slice(start, end));
  const given = personalAnswers(looked.type?.fields ?? [], ticket).filter((answer) => text.includes(answer));
  const personal = [...new Set([...hinted, ...given])];
  const list = wordList([...new Set(banned.map(({ word }) => word))]);
  const blocks = [
    context(preview.reads(nameOf(scene.book, ticket.requester, words))),
    ...post.blocks.flatMap(inert),
    ...(files.length > 0 ? [context(preview.files(files.map(({ name }) => inline(name)).join(', ')))] : []),
    ...(banned.length > 0 ? [section(how === 'block' ? preview.blocked(list) : preview.marked(list))] : []),
    ...(personal.length > 0 ? [section(preview.personal(wordList(personal)))] : []),
    ...(refused.length > 0 ? [section(`🚫 ${inline(refusedSentence(refused, scene.language))}`)] : []),
    ...(done.kind === 'refused' ? no(done.refusal) : []),
  ];
  return { blocks, sends: done.kind === 'done' && !(banned.length > 0 && how === 'block'), verb };
}

/** In red, as nothing else in a message is. */
export const marked = (text: string, spans: readonly { start: number; end: number }[]): string =>
  spans
    .toReversed()
    .reduce((now, { start, end }) => `${now.slice(0, start)}\`${now.slice(start, end)}\`${now.slice(end)}`, text);

/** Buttons are for the requester alone: here they only show that they are there. */
const inert = (block: KnownBlock): KnownBlock[] =>
  block.type === 'actions'
    ? block.elements.flatMap((one) => (one.type === 'button' ? [context(`[ ${one.text.text} ]`)] : []))
    : [block];
