import { refuse } from '../domain/decide.ts';
import type { PersonId } from '../domain/language.ts';
import { mayReadInternal } from '../domain/ticket.ts';
import { type Click, ticketId, typedTicket } from './codec.ts';
import { section } from './kit.ts';
import { traceOf } from './log.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { isForRequester } from './show.ts';
import { upload } from './upload.ts';
import { refusalMessage } from './views/refusal.ts';
import { transcript } from './views/transcript.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

const plainly = (text: string) => ({ text, blocks: [section(text)] });

/**
 * What was said about a ticket, as a file in the asker's messages. `value`: `1042.main`, or `1042.both`, which gives the
 * words of agents only to those who may read them.
 */
export async function sendTranscript(parts: Parts, { user }: Click, value: string, tell: Tell): Promise<void> {
  const [typed = '', which = 'main'] = value.split('.');
  const number = typedTicket.safeParse(typed);
  if (!number.success) return;
  const { desk, outbox, write } = parts;
  const { making, comes, here, failed } = wordsOf(languageOf(parts, user)).show.transcript;
  const id = ticketId(number.data);
  const looked = await desk.look(number.data, user);
  const drawing = 'kind' in looked ? null : await outbox.drawing(desk.workspace, number.data);
  if ('kind' in looked || !drawing) {
    const no = 'kind' in looked ? looked : refuse('no_ticket', 'show', looked.actor, null);
    await tell(refusalMessage(no, voice(parts, user)));
    return;
  }
  await tell(plainly(comes(id)));
  const channel = await directTo(parts, user);
  const { ts } = await write.chat.postMessage({ channel, ...plainly(making(id)) });
  let end = here(id);
  try {
    const told = await outbox.history(desk.workspace, number.data);
    const reads = mayReadInternal(looked.actor, looked.ticket);
    const internal = which === 'both' && reads;
    const lines = reads ? told : told.filter(isForRequester);
    const text = transcript({ ...voice(parts, user), drawing, told: lines, internal });
    const filename = `${id}-${internal ? 'with-internal' : 'conversation'}.md`;
    const about = { kind: 'transcript' as const, tickets: [number.data], person: user };
    await upload(parts, { bytes: Buffer.from(text), filename, channel, thread: ts, about });
  } catch (error) {
    parts.log.warn(traceOf(error), 'a transcript could not be sent');
    end = failed(id);
  }
  if (ts) await parts.read.chat.update({ channel, ts, ...plainly(end) });
}

export async function directTo({ registry, desk, write }: Parts, person: PersonId): Promise<string> {
  const known = await registry.dm(desk.workspace, person);
  if (known) return known;
  const { channel } = await write.conversations.open({ users: person });
  if (!channel?.id) throw new Error('conversations.open gave no channel');
  await registry.saveDm(desk.workspace, person, channel.id);
  return channel.id;
}
