import type { ViewResponseAction } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { type PersonId, personId, type TicketNumber } from '../domain/language.ts';
import type { Outcome } from '../desk/desk.ts';
import { type Submission, typedTicket } from './codec.ts';
import { addForm, noteOf, type Quoted, readAdd } from './forms/adding.ts';
import { refOf, slackFile } from './files/given.ts';
import { refusedMessage, takenBy } from './files/taking.ts';
import { loadingView } from './forms/loading.ts';
import type { At } from './order.ts';
import { languageOf, type Parts } from './parts.ts';
import { membersOf } from './people/lists.ts';
import { plainText } from './text.ts';
import { addedView, noTicketsView, unreadableView } from './views/adding.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

type Opening = { trigger: string; user: PersonId; at: At };

/** "Add to ticket" on any message that we may read: to which ticket, asked of those who may read some. */
export async function openAdd(parts: Parts, { trigger, user, at }: Opening): Promise<void> {
  const { desk, read } = parts;
  const [opened, quoted, readable] = await Promise.all([
    read.views.open({ trigger_id: trigger, view: loadingView(languageOf(parts, user)) }),
    quotedAt(parts, user, at),
    desk.find({ by: user, text: '', limit: 1 }),
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  const said = voice(parts, user);
  const view =
    readable.length === 0 ? noTicketsView(said) : quoted ? addForm({ ...said, quoted, at }) : unreadableView(said);
  await read.views.update({ view_id, view });
}

/** The message as it stands in Slack now. Null: it is gone, or stands where we or this person may not read. */
async function quotedAt(parts: Parts, user: PersonId, { channel, ts }: At): Promise<Quoted | null> {
  const { read, book } = parts;
  try {
    if (!(await readsThere(parts, user, channel))) return null;
    const { messages = [] } = await read.conversations.replies({ channel, ts, limit: 1, inclusive: true });
    const found = messages.find((message) => message.ts === ts);
    if (!found) return null;
    const { user: author, text = '', files = [] } = found;
    return {
      author: author === undefined ? null : personId(author),
      text: plainText(text, book()),
      files: files.flatMap((file) => {
        const told = slackFile.safeParse(file);
        return told.success ? [refOf(told.data)] : [];
      }),
    };
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return null;
    throw error;
  }
}

/** A place in a form can be forged: what stands in closed rooms is quoted for those who sit in them. */
async function readsThere({ read }: Parts, user: PersonId, channel: string): Promise<boolean> {
  const { channel: room } = await read.conversations.info({ channel });
  const isOpen = room?.is_channel === true && room.is_private === false;
  return isOpen || (await membersOf(read, channel)).includes(user);
}

export type Added = { kind: 'answer'; answer: ViewResponseAction } | { kind: 'outcome'; outcome: Outcome };

/** A note of that ticket, for its agents: who wrote what and where. The same message is added to a ticket once. */
export async function add(parts: Parts, { user, answers, metadata: { from } }: Submission): Promise<Added> {
  if (!from) throw new Error('a form without its message');
  const said = voice(parts, user);
  const words = wordsOf(said.language);
  const { into = '', text } = readAdd(answers);
  const number = typedTicket.safeParse(into);
  if (!number.success) return errors({ into: words.adding.whichTicket });
  const [quoted, link] = await Promise.all([quotedAt(parts, user, from), linkTo(parts, from)]);
  if (!quoted) return { kind: 'answer', answer: { response_action: 'update', view: unreadableView(said) } };
  const { taken: files, refused } = await takenBy(parts, number.data, quoted.files);
  const outcome = await parts.desk.act(number.data, {
    verb: 'note',
    by: user,
    input: {
      text: noteOf(quoted, link, text, { book: said.book, words }),
      files,
      ...(quoted.author && { sharer: quoted.author }),
    },
    key: keyOf(number.data, from),
  });
  if (outcome.kind === 'refused') return { kind: 'outcome', outcome };
  const left = refused.length > 0 ? refusedMessage(refused, said.language).blocks : [];
  const view = addedView(number.data, outcome.kind === 'repeated', said, left);
  return { kind: 'answer', answer: { response_action: 'update', view } };
}

const errors = (of: Record<string, string>): Added => ({
  kind: 'answer',
  answer: { response_action: 'errors', errors: of },
});
const keyOf = (number: TicketNumber, { channel, ts }: At) => `added:${number}:${channel}:${ts}`;

async function linkTo({ read }: Parts, { channel, ts }: At): Promise<string> {
  const { permalink } = await read.chat.getPermalink({ channel, message_ts: ts });
  return permalink ?? '';
}
