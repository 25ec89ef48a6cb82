import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { namesOf } from '../../domain/banned.ts';
import type { Refusal } from '../../domain/decide.ts';
import type { PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { formId, type FormMetadata, metadata, readMetadata, type Submission } from '../codec.ts';
import { LIMITS, plain, section } from '../kit.ts';
import { languageOf, type Parts } from '../parts.ts';
import { refusalSentence, wordList } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { drawnAnew, shownIn } from './blocks.ts';

/** Which words somebody was warned of. */
export const fingerprint = (words: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(words.toSorted())).digest('hex');

/** Done as it was sent; and once more, knowing, where the form had warned of these very words already. */
export async function knowingly<Result extends object>(
  knows: string | undefined,
  act: (knowing: boolean) => Promise<Result>,
): Promise<Result> {
  const outcome = await act(false);
  const words = unwiseIn(outcome);
  return words && fingerprint(words) === knows ? act(true) : outcome;
}

/** The words of which whoever sent this has to be warned; null: it is not for them that it was refused, or it was not. */
const unwiseIn = (outcome: object & Partial<Refusal>): readonly string[] | null =>
  outcome.why === 'unwise_words' ? (outcome.words ?? []) : null;

const WARNING = 'warning';

/** The form as it stands, with what was typed in it, and the words that are banned above it: sent again, it goes. */
export function warnedView(parts: Parts, submission: Submission, words: readonly string[]): ModalView {
  const shown = shownIn({ ...submission.view, callback_id: formId(submission.form), private_metadata: '' });
  return warned(parts, submission.user, { shown, memory: submission.metadata }, words);
}

type Standing = { shown: ReturnType<typeof shownIn>; memory: FormMetadata };
function warned(parts: Parts, user: PersonId, { shown, memory }: Standing, words: readonly string[]): ModalView {
  const said = wordsOf(languageOf(parts, user)).banned;
  const warning = { ...section(said.warned(wordList(words))), block_id: WARNING };
  return drawnAnew(shown, {
    submit: plain(said.anyway, LIMITS.modalButton),
    private_metadata: metadata({ ...memory, knows: fingerprint(words) }),
    blocks: [warning, ...shown.blocks.filter(({ block_id }) => block_id !== WARNING)],
  });
}

/** A form that begins with words which were held back where they were typed, with why above it. */
export function heldView(parts: Parts, user: PersonId, view: ModalView, halted: Refusal): ModalView {
  const shown = shownIn(view);
  const memory = readMetadata(shown.private_metadata);
  const words = unwiseIn(halted);
  if (words && memory.success) return warned(parts, user, { shown, memory: memory.data }, words);
  const why = { ...section(`🚫 ${refusalSentence(halted, voice(parts, user))}`), block_id: WARNING };
  return { ...view, blocks: [why, ...view.blocks] };
}

/** Were the words refused for what is banned in them? */
export const isHalted = ({ why }: Refusal): boolean => why === 'unwise_words' || why === 'banned_words';

type Spoken = { ticket: Pick<Ticket, 'group' | 'language'>; text: string };
/** Banned words in what somebody says to this requester, as his group wants them looked for. */
export function bannedIn({ book }: Pick<Parts, 'book'>, { ticket, text }: Spoken) {
  const { groups, banned } = book();
  const how = groups.find(({ key }) => key === ticket.group)?.policies.banned_words ?? 'off';
  const words = how === 'off' ? [] : namesOf(banned?.in(text, ticket) ?? []);
  return words.length === 0 ? null : { how, words };
}

/** To an agent who typed such words in Slack itself, where nobody could keep them back; null: there are none. */
export function typedWarning(parts: Parts, user: PersonId, spoken: Spoken): string | null {
  const found = bannedIn(parts, spoken);
  return found && wordsOf(languageOf(parts, user)).banned.typed(wordList(found.words));
}
