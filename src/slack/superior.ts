import type { ViewResponseAction } from '@slack/bolt';
import type { PersonId } from '../domain/language.ts';
import type { Click, Submission } from './codec.ts';
import { readSuperior, superiorForm } from './forms/superior.ts';
import { date, esc, message, modal, section } from './kit.ts';
import type { Parts, Said } from './parts.ts';
import { nameOf, rawName } from './views/facts.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

type Asked = Pick<Click, 'trigger' | 'user'>;

/** Leads of a group in which the person works, and administrators. */
async function maySay({ desk }: Parts, by: PersonId, about: PersonId): Promise<boolean> {
  const [actor, person] = await Promise.all([desk.person(by), desk.person(about)]);
  if (!actor?.active || !person) return false;
  return actor.admin || [...person.agentOf, ...person.leadOf].some((group) => actor.leadOf.includes(group));
}

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
  if (!(await maySay(parts, user, person))) return say(words.superior.notAllowed(nameOf(scene.book, person, words)));
  const present = await parts.registry.superior(parts.desk.workspace, person);
  await parts.read.views.open({ trigger_id: trigger, view: superiorForm(person, present, scene) });
  return null;
}

/** What was said in the form, checked anew. */
export async function submitSuperior(
  parts: Parts,
  { user, answers, metadata: { person } }: Submission,
): Promise<ViewResponseAction> {
  if (person === undefined) throw new Error('a form without its person');
  const scene = voice(parts, user);
  const words = wordsOf(scene.language);
  const end = (text: string): ViewResponseAction => ({
    response_action: 'update',
    view: modal({ title: words.superior.title, close: words.forms.close }, [section(text)]),
  });
  const no = (field: string, text: string): ViewResponseAction => ({
    response_action: 'errors',
    errors: { [field]: text },
  });
  if (!(await maySay(parts, user, person))) return end(words.superior.notAllowed(nameOf(scene.book, person, words)));
  const said = readSuperior(answers);
  const { manager, outUntil } = said;
  if (manager === person) return no('manager', words.superior.self);
  if (outUntil && outUntil <= parts.now()) return no('until', words.superior.past);
  const [whose, who] = [rawName(scene.book, person, words), manager && rawName(scene.book, manager, words)];
  if (manager && who !== null) {
    await parts.people.known(manager);
    const card = parts.book().people.get(manager);
    const known = await parts.desk.person(manager);
    if (!known?.active || card?.bot) return no('manager', words.superior.noManager(who));
  }
  const saved = await parts.registry.saveSuperior(parts.desk.workspace, person, said);
  if (!saved) return no('manager', words.superior.circle(whose, who ?? ''));
  const named = (one: PersonId) => nameOf(scene.book, one, words);
  return end(words.superior.saved(named(person), manager && named(manager), outUntil && date(outUntil)));
}
