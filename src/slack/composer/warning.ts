import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { namesOf } from '../../domain/banned.ts';
import type { Refusal } from '../../domain/decide.ts';
import type { PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { formId, metadata, type Submission } from '../codec.ts';
import { LIMITS, plain, section } from '../kit.ts';
import { languageOf, type Parts } from '../parts.ts';
import { wordList } from '../views/refusal.ts';
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
  const said = wordsOf(languageOf(parts, submission.user)).banned;
  const shown = shownIn({ ...submission.view, callback_id: formId(submission.form), private_metadata: '' });
  const warning = { ...section(said.warned(wordList(words))), block_id: WARNING };
  return drawnAnew(shown, {
    submit: plain(said.anyway, LIMITS.modalButton),
    private_metadata: metadata({ ...submission.metadata, knows: fingerprint(words) }),
    blocks: [warning, ...shown.blocks.filter(({ block_id }) => block_id !== WARNING)],
  });
}

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
