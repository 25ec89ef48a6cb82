import type { ViewResponseAction } from '@slack/bolt';
import { nobody } from '../../desk/request.ts';
import type { Cursor } from '../../desk/searching.ts';
import type { Refusal } from '../../domain/decide.ts';
import type { PersonId } from '../../domain/language.ts';
import { CONDITIONS, type Condition, type Lexicon, wordFor } from '../../domain/query/conditions.ts';
import { searchFor } from '../../domain/query/meant.ts';
import { printQuery } from '../../domain/query/print.ts';
import type { Problem } from '../../domain/query/problems.ts';
import { parseQuery } from '../../domain/query/query.ts';
import type { Asked } from '../../domain/search.ts';
import type { Click, Submission } from '../codec.ts';
import { loadingView } from '../forms/loading.ts';
import { readSearch } from '../forms/read-search.ts';
import { searchForm } from '../forms/search.ts';
import { inline, message, section } from '../kit.ts';
import { languageOf, type Parts, type Said, type Tell } from '../parts.ts';
import { unescaped } from '../text.ts';
import { nameOf, type Scene } from '../views/facts.ts';
import { foundMessage, type FoundModel, foundView } from '../views/found.ts';
import { PAGE } from '../views/list.ts';
import { refusalMessage, refusalView } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { type FoundLeaf, foundValue, readFound } from './leaf.ts';
import { listenerOf, readerOf } from './reader.ts';

type Opener = Pick<Click, 'trigger' | 'user' | 'view'>;

/** `/ticket search …`: what was found, or the form where nothing was said or not all was understood. */
export async function searchTyped(
  parts: Parts,
  { trigger, user }: { trigger: string; user: PersonId },
  typed: string,
): Promise<Said | null> {
  const { lexicon, today } = listenerOf(parts, user);
  const { asked, problems: met } = parseQuery(asWritten(typed), lexicon);
  const problems = [...met, ...neverIn(asked, { me: user, today }, met)];
  if (problems.length > 0 || Object.keys(asked).length === 0) {
    await openForm(parts, { trigger, user, view: undefined }, asked, problems);
    return null;
  }
  return found(parts, user, { said: asked, trail: [] });
}

/** Days that were counted from today may end before they begin, too. */
function neverIn(asked: Asked, reader: { me: PersonId; today: string }, met: readonly Problem[]): Problem[] {
  const search = searchFor(asked, reader);
  return (['created', 'updated'] as const).flatMap((of): Problem[] => {
    const { from, before } = search[of] ?? {};
    const never = from !== undefined && before !== undefined && from >= before;
    return never && !met.some((one) => one.what === 'no_days' && one.of === of) ? [{ what: 'no_days', of }] : [];
  });
}

/** Slack sends words escaped, and addresses as links. */
const asWritten = (typed: string): string =>
  unescaped(
    typed.replace(/<(?:mailto:|tel:|https?:\/\/)[^|>]*\|([^>]*)>/g, '$1').replace(/<(https?:\/\/[^|>]*)>/g, '$1'),
  );

/** The form, from a button: begun with what was looked for, in the place of the list where that is a window. */
export async function openSearch(parts: Parts, click: Opener, value: string): Promise<void> {
  await openForm(parts, click, readFound(value)?.said ?? {}, []);
}

async function openForm(
  parts: Parts,
  { trigger, user, view }: Opener,
  asked: Asked,
  problems: readonly Problem[],
): Promise<void> {
  const { lexicon, ...reader } = listenerOf(parts, user);
  const sentences = problems.map((problem) => sentenceOf(problem, { ...reader, lexicon }));
  const unknown = problems.some(({ what }) => what === 'unknown_condition');
  const words = wordsOf(reader.language).search;
  const form = searchForm({
    ...reader,
    viewer: user,
    asked,
    problems: sentences,
    ...(unknown && { usage: words.youCan(allConditions(reader.language)) }),
  });
  if (view?.['type'] === 'modal') await parts.read.views.update({ view_id: view.id, view: form });
  else await parts.read.views.open({ trigger_id: trigger, view: form });
}

const allConditions = (language: Scene['language']): string =>
  [...new Set((Object.keys(CONDITIONS) as Condition[]).map((name) => `\`${wordFor(name, language)}:\``))].join(' ');

function sentenceOf(problem: Problem, { language, book, lexicon }: Scene & { lexicon: Lexicon }): string {
  const words = wordsOf(language);
  const colon = (condition: Condition) => `${wordFor(condition, language)}:`;
  const condition = problem.what === 'no_days' ? problem.of : 'condition' in problem ? problem.condition : null;
  return words.search.problems[problem.what]({
    condition: condition === null ? '' : colon(condition),
    typed: 'typed' in problem ? inline(problem.typed.slice(0, 100)) : '',
    near: nearOf(problem, colon),
    known: condition === 'is' ? lexicon.terms.is.map(({ word }) => inline(word)).join(', ') : '',
    people:
      'people' in problem
        ? problem.people
            .slice(0, 8)
            .map((id) => nameOf(book, id, words))
            .join(', ')
        : '',
  });
}

function nearOf(problem: Problem, colon: (condition: Condition) => string): string | null {
  if (problem.what === 'unknown_condition') return problem.near && colon(problem.near);
  return 'near' in problem ? problem.near && inline(problem.near) : null;
}

/** A page of what this person may see of it. */
async function pageOf(parts: Parts, user: PersonId, leaf: FoundLeaf): Promise<FoundModel | Refusal> {
  const { lexicon, ...reader } = listenerOf(parts, user);
  const { now, tz } = reader;
  const search = searchFor(leaf.said, { me: user, today: reader.today });
  const after = leaf.trail.at(-1) as Cursor | undefined;
  const [viewer, got] = await Promise.all([
    parts.desk.person(user),
    parts.desk.search(user, search, { limit: PAGE, after, now, tz }),
  ]);
  if (got.kind === 'refused') return got;
  return {
    ...reader,
    viewer: viewer ?? nobody(user),
    search,
    leaf,
    found: got,
    typed: printQuery(leaf.said, lexicon),
    name: leaf.name,
  };
}

/** What is found, as an answer that only the person sees; `name`: of the view that was asked for. */
export async function found(parts: Parts, user: PersonId, given: FoundLeaf, name = given.name): Promise<Said> {
  const leaf = { ...given, name };
  if (foundValue({ ...leaf, trail: [] }) === null) return tooMuch(parts, user);
  const page = await pageOf(parts, user, leaf);
  return 'why' in page ? refusalMessage(page, voice(parts, user)) : foundMessage(page);
}

function tooMuch(parts: Parts, user: PersonId): Said {
  const { tooMuch: text } = wordsOf(languageOf(parts, user)).search;
  return message(text, [section(text)]);
}

/** Another page: in the window where the list stands, else in its place. */
export async function turnFound(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const leaf = readFound(value);
  if (!leaf) {
    const text = wordsOf(languageOf(parts, click.user)).search.stale;
    await tell(message(text, [section(text)]));
    return;
  }
  await showFound(parts, click, leaf, tell);
}

/** A list where it was asked for: in the window, in a new one over the App Home, or in the place of what was pressed. */
export async function showFound(
  parts: Parts,
  { trigger, user, view }: Opener,
  given: FoundLeaf,
  tell: Tell,
  name = given.name,
): Promise<void> {
  if (!view) {
    await tell(await found(parts, user, given, name), { replace: true });
    return;
  }
  const reader = voice(parts, user);
  const window =
    view['type'] === 'modal'
      ? view
      : (await parts.read.views.open({ trigger_id: trigger, view: loadingView(reader.language) })).view;
  const page = await pageOf(parts, user, { ...given, name });
  const next = 'why' in page ? refusalView(page, reader) : foundView(page);
  if (window?.id) await parts.read.views.update({ view_id: window.id, view: next });
}

/** The form was sent: what was found stands in its place. */
export async function submitSearch(parts: Parts, { user, answers, metadata }: Submission): Promise<ViewResponseAction> {
  const { agent, language, today } = readerOf(parts, user);
  const words = wordsOf(language);
  const read = readSearch({ answers, before: metadata.search ?? {}, viewer: user, today, agent, words });
  if ('errors' in read) return { response_action: 'errors', errors: read.errors };
  const leaf: FoundLeaf = { said: read.asked, trail: [] };
  if (foundValue(leaf) === null) return { response_action: 'errors', errors: { text: words.search.tooMuch } };
  const page = await pageOf(parts, user, leaf);
  return {
    response_action: 'update',
    view: 'why' in page ? refusalView(page, voice(parts, user)) : foundView(page),
  };
}
