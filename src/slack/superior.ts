import type { ViewResponseAction } from '@slack/bolt';
import { maySaySuperior, saySuperior } from '../desk/superior.ts';
import type { PersonId } from '../domain/language.ts';
import type { Click, Submission } from './codec.ts';
import { readSuperior, superiorForm, superiorSaid } from './forms/superior.ts';
import { esc, message, section } from './kit.ts';
import type { Parts, Said } from './parts.ts';
import { nameOf, rawName } from './views/facts.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

type Asked = Pick<Click, 'trigger' | 'user'>;

/** The form in which it is said whose manager is who. What is returned is said to him who may not, or names nobody. */
export async function openSuperior(
  parts: Parts,
  { trigger, user }: Asked,
  person: PersonId | null,
): Promise<Said | null> {
  const scene = voice(parts, user);
  const words = wordsOf(scene.language);
  const say = (text: string): Said => message(text, [section(text)]);
  if (person === null) return say(esc(words.superior.whom));
  if (!(await maySaySuperior(parts, user, person)))
    return say(words.superior.notAllowed(nameOf(scene.book, person, words)));
  const { manager, outUntil } = await parts.registry.superior(parts.desk.workspace, person);
  const present = { manager, outUntil: outUntil && outUntil > parts.now() ? outUntil : null };
  await parts.read.views.open({ trigger_id: trigger, view: superiorForm(person, present, scene) });
  return null;
}

/** What was said in the form, and what came of it. */
export async function submitSuperior(
  parts: Parts,
  { user, answers, metadata: { person } }: Submission,
): Promise<ViewResponseAction> {
  if (person === undefined) throw new Error('a form without its person');
  const given = readSuperior(answers);
  const { manager } = given;
  if (manager) await parts.people.known(manager);
  const said = await saySuperior(parts, user, person, given);
  const scene = voice(parts, user);
  const words = wordsOf(scene.language);
  const [whose, who] = [rawName(scene.book, person, words), manager ? rawName(scene.book, manager, words) : ''];
  switch (said) {
    case 'saved':
    case 'not_allowed':
      return { response_action: 'update', view: superiorSaid(said, person, given, scene) };
    case 'self':
      return { response_action: 'errors', errors: { manager: words.superior.self } };
    case 'past':
      return { response_action: 'errors', errors: { until: words.superior.past } };
    case 'left':
      return { response_action: 'errors', errors: { manager: words.superior.noManager(who) } };
    case 'circle':
      return { response_action: 'errors', errors: { manager: words.superior.circle(whose, who) } };
  }
}
