import { languageFor } from '../../desk/book.ts';
import type { OutLetter } from '../../desk/letters.ts';
import { message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import type { Draw } from './draw.ts';
import { drawn, type Plan } from './plan.ts';

type PlanOf = (deps: Draw, letter: OutLetter) => Promise<Plan>;

/** A post that stands already, drawn as it would be drawn now; at any time of the day, for nobody is called by it. */
export async function planAgain(deps: Draw, planOf: PlanOf, { workspace, seq }: OutLetter): Promise<Plan> {
  const posted = await deps.outbox.posted(workspace, seq);
  if (!posted) return { do: 'nothing', effects: {} };
  const { letter, at } = posted;
  // What was kept and told with others is told by itself.
  const conversation = letter.to === null ? letter.conversation : `u:${letter.to}`;
  const plan = await planOf({ ...deps, quiet: async () => null }, { ...letter, conversation });
  const { gone } = wordsOf(letter.to === null ? 'en' : languageFor(deps.book(), letter.to)).masking;
  const said = plan.do === 'post' ? plan.post.said : drawn(() => message(gone, [section(gone)]));
  return { do: 'update', at, post: { channel: at.channel, thread: null, said, effects: {} }, only: true };
}
