import type { KnownBlock, ModalView } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Part, Worded } from '../../desk/masking.ts';
import type { Reading } from '../../desk/ports.ts';
import type { Told } from '../../desk/told.ts';
import type { Uttered } from '../../domain/verbs/rule.ts';
import type { Chain } from '../../domain/chain.ts';
import type { Language, PersonId, TicketNumber } from '../../domain/language.ts';
import type { Answers } from '../codec.ts';
import type { Choice } from '../kit.ts';

/** What a form is drawn from. `reading` and `chain` are there only if the form `needs` the ticket. */
export type FormModel = {
  number: TicketNumber;
  language: Language;
  viewer: PersonId;
  book: Book;
  now: Date;
  reading: Reading | null;
  chain: Chain;
  /** The words that are changed, for a verb that changes some. */
  said?: Uttered | null;
  /** Which team was chosen while the form is being filled in, and about what: `it|network`. */
  team?: string;
  /** Tags that other tickets have, for a verb that gives some. */
  used?: readonly string[];
  /** What was said on it, oldest first. */
  told: readonly Told[];
  /** All that people wrote in it, for what is to be masked; what of it is chosen, and whose own messages stay. */
  worded?: readonly Worded[];
  masks?: readonly string[];
  stays?: readonly KnownBlock[];
  /** What is masked in it, for what comes back or is destroyed. */
  sealed?: readonly Part[];
  /** Files of the bot that can be deleted. */
  removable?: readonly Choice[];
  /** A message from which the form was opened. */
  chosen?: number | undefined;
};

/** The modal in which a person gives a verb its input. */
export type Form = {
  /** `nothing`: drawn at once from the click alone. `ticket`: a loading view first, then drawn from the ticket. */
  needs: 'nothing' | 'ticket';
  draw(model: FormModel): ModalView;
  /** From answers per field to the verb's input. The block_id of each question is the input's own name. */
  read(answers: Answers): Record<string, unknown>;
};
