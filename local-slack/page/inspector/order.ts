import type { Control } from '../../wire.ts';
import { control, toast } from '../state/line.ts';

const sentences: Record<string, string> = {
  no_socket: 'The app has no socket open.',
  invalid_arguments: 'local-slack does not understand that.',
  invalid_snapshot: 'That file is not an exported workspace. Nothing was changed.',
  name_taken: 'That name is taken.',
  invalid_name_specials: 'A name has small letters, digits, dashes and underscores.',
  invalid_name_maxlength: 'That name is too long.',
  invalid_name_required: 'A name is needed.',
};

/** Gives an order and says what became of it, when that is worth a word. */
export async function order(what: Control, done?: string): Promise<boolean> {
  const answer = await control(what);
  if (answer['ok'] === true) {
    if (done) toast(done);
    return true;
  }
  const { error } = answer;
  if (typeof error === 'string') toast(sentences[error] ?? `That did not work: ${error}`);
  return false;
}
