import type { ViewResponseAction } from '@slack/bolt';
import { nobody } from '../../desk/request.ts';
import { deleteView, keepView, renameView, viewFor, viewsOf } from '../../desk/views.ts';
import type { Person, PersonId } from '../../domain/language.ts';
import { nearest } from '../../domain/near.ts';
import { type DefaultView, defaultViewsFor, saidBy, type SavedView, viewCalled, viewKey } from '../../domain/views.ts';
import type { Click, Submission } from '../codec.ts';
import { readSaveView, saveViewForm } from '../forms/save-view.ts';
import { esc, inline, message, section } from '../kit.ts';
import { openCreate } from '../request-form.ts';
import { languageOf, type Parts, type Said, type Tell } from '../parts.ts';
import { plainText, titleOf } from '../text.ts';
import { conditionsOf } from '../views/conditions.ts';
import { noticeView } from '../views/refusal.ts';
import { removedMessage, viewsMessage } from '../views/views.ts';
import { wordsOf } from '../words/catalog.ts';
import { foundValue, readFound } from './leaf.ts';
import { meantBy, readerOf } from './reader.ts';
import { found, showFound } from './searching.ts';

const shelved = ({ store, desk }: Parts) => ({ views: store.views, workspace: desk.workspace });
const personOf = async ({ desk }: Parts, user: PersonId): Promise<Person> => (await desk.person(user)) ?? nobody(user);

/** `/ticket view NAME`, `/ticket list NAME`: what it shows. Without a name, or with one that is not known: which there are. */
export async function viewTyped(
  parts: Parts,
  { trigger, user }: { trigger: string; user: PersonId },
  typed: string,
): Promise<Said | null> {
  const name = plainText(typed.replace(/^\S+\s*/, ''), parts.book());
  if (name === '') return listViews(parts, user);
  const person = await personOf(parts, user);
  const [views, defaults] = [await viewsOf(shelved(parts), person), defaultViewsFor(person)];
  const view = viewCalled(name, views);
  if (view) return found(parts, user, { said: view.said, trail: [] }, view.name);
  const always = defaults.find((one) => viewKey(one) === viewKey(name.replace(/\s*:\s*/, ':')));
  if (always) return found(parts, user, { said: saidBy(always, person), trail: [] }, always);
  // "list of printers on the second floor" is what somebody asks for.
  if (/^list/i.test(typed) && name.split(/\s+/).length > 2) {
    await openCreate(parts, { trigger, user, via: 'slash', title: titleOf(plainText(typed, parts.book())) });
    return null;
  }
  const near = nearest(name.toLowerCase(), [...defaults, ...views.map((one) => one.name.toLowerCase())]);
  const { unknown } = wordsOf(languageOf(parts, user)).views;
  return drawn(parts, person, views, defaults, unknown(inline(name.slice(0, 60)), near && inline(near)));
}

export async function listViews(parts: Parts, user: PersonId): Promise<Said> {
  const person = await personOf(parts, user);
  return drawn(parts, person, await viewsOf(shelved(parts), person), defaultViewsFor(person));
}

const drawn = (
  parts: Parts,
  viewer: Person,
  views: readonly SavedView[],
  defaults: readonly DefaultView[],
  unknown?: string,
): Said => viewsMessage({ ...readerOf(parts, viewer.id), viewer, views, defaults, ...(unknown && { unknown }) });

/** One of the choices beside a view: `run.12`, `change.12`, `remove.12`. */
export async function pressView(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const [what, number = ''] = value.split('.');
  const { registry, desk } = parts;
  const person = await personOf(parts, click.user);
  const id = Number(/^\d{1,9}$/.exec(number)?.[0] ?? 0);
  const { faults } = wordsOf(languageOf(parts, click.user)).views;
  const gone = () => tell(message(faults.gone, [section(esc(faults.gone))]));
  if (what === 'remove') {
    const view = await deleteView(shelved(parts), person, id);
    if (!view) return void (await gone());
    await registry.redrawHomes(desk.workspace);
    const again = foundValue({ said: view.said, trail: [], name: view.name });
    return void (await tell(removedMessage(view, again, readerOf(parts, click.user)), { replace: true }));
  }
  const view = await viewFor(shelved(parts), person, id);
  if (!view) return void (await gone());
  if (what === 'change') return openForm(parts, click, person, { said: view.said, view });
  return showFound(parts, click, { said: view.said, trail: [] }, tell, view.name);
}

/** The form in which a search gets its name. */
export async function openSaveView(parts: Parts, click: Click, value: string): Promise<void> {
  const leaf = readFound(value);
  if (!leaf) return;
  await openForm(parts, click, await personOf(parts, click.user), leaf);
}

async function openForm(
  parts: Parts,
  { trigger, user, view: window }: Pick<Click, 'trigger' | 'user' | 'view'>,
  person: Person,
  given: Pick<SavedView, 'said'> & { view?: SavedView; name?: string | undefined },
): Promise<void> {
  const { search, ...reader } = meantBy(parts, user, given.said);
  const { name, ...rest } = given;
  const form = saveViewForm({
    ...reader,
    ...rest,
    ...(name !== undefined && { name }),
    person,
    conditions: conditionsOf(search, { ...reader, said: given.said }),
  });
  const open = window?.['type'] === 'modal' ? parts.read.views.push : parts.read.views.open;
  await open({ trigger_id: trigger, view: form });
}

/** The form was sent: a new view, or another name for one. */
export async function submitView(
  parts: Parts,
  { user, answers, metadata: { search, view } }: Submission,
): Promise<ViewResponseAction> {
  const person = await personOf(parts, user);
  const { name, owner } = readSaveView(answers, person);
  const kept =
    view === undefined
      ? await keepView(shelved(parts), person, { name, owner, said: search ?? {} })
      : await renameView(shelved(parts), person, view, name);
  const { language } = readerOf(parts, user);
  const words = wordsOf(language).views;
  if (kept !== 'saved') {
    const field = kept === 'not_allowed' && 'owner' in answers ? 'owner' : 'name';
    return { response_action: 'errors', errors: { [field]: words.faults[kept] } };
  }
  await parts.registry.redrawHomes(parts.desk.workspace);
  const text = (view === undefined ? words.saved : words.renamed)(esc(name).replaceAll('`', 'ˋ'));
  return { response_action: 'update', view: noticeView([section(text)], language) };
}
