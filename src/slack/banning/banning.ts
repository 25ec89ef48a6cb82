import type { ViewResponseAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { type Added, bannedFor, banWords, type BannedHow, foundIn, sayHow, unban } from '../../desk/banned-editing.ts';
import { type BannedWord, LONGEST_BANNED, namesOf } from '../../domain/banned.ts';
import { folded } from '../../domain/folding.ts';
import { BANNED_HOW } from '../../domain/group.ts';
import { type GroupKey, groupKey, LANGUAGES, type PersonId } from '../../domain/language.ts';
import { type Answers, type Click, goId, type Submission } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { actions, button, cut, inline, quote, section } from '../kit.ts';
import { openList, type Opening, type Place, placeIn } from '../listing.ts';
import { languageOf, type Parts, type Said } from '../parts.ts';
import { marked } from '../composer/preview.ts';
import { wordList } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { banListView, banView, EVERY, FIND, HOW, howView, readWord, tryView, wordValue } from './view.ts';

const wordsFor = (parts: Parts, user: PersonId) => wordsOf(languageOf(parts, user)).banning;

async function listFor(parts: Parts, user: PersonId, { page, find }: Place, done: KnownBlock[] = []) {
  const mine = await bannedFor(parts, user);
  if (!mine) return null;
  const wanted = folded(find.trim());
  const all = mine.all.filter(({ word }) => folded(word).includes(wanted));
  return banListView({ ...voice(parts, user), all, person: mine.person, page, find, done });
}

/** The window in which banned words are looked after; what is returned is said to whoever leads no group. */
export async function openBanning(parts: Parts, { trigger, user }: Opening): Promise<Said | null> {
  const view = await listFor(parts, user, { page: 0, find: '' });
  return openList(parts, trigger, view, wordsFor(parts, user).onlyLeads);
}

/** Something was pressed in it: `add.`, `page.2`, `remove.support|it|idiota`. */
export async function pressBanned(parts: Parts, { user, trigger, view }: Click, value: string): Promise<void> {
  const [, how = '', what = ''] = /^([a-z]+)\.(.*)$/s.exec(value) ?? [];
  if (how === 'list') return void (await openBanning(parts, { trigger, user }));
  const place = placeIn(view);
  const person = (await bannedFor(parts, user))?.person;
  if (!view || !person) return;
  const model = { ...voice(parts, user), person, ...place };
  const push = (next: ModalView) => parts.read.views.push({ trigger_id: trigger, view: next });
  const redraw = async (to: Place, done: KnownBlock[] = []) => {
    const next = await listFor(parts, user, to, done);
    if (next) await parts.read.views.update({ view_id: view.id, view: next });
  };
  const word = readWord(what);
  if (how === 'add') await push(banView({ ...model, asked: {}, drawn: 0 }));
  else if (how === 'try') await push(tryView({ ...model, asked: {}, text: '' }));
  else if (how === 'how') await push(howView(model));
  else if (how === 'page') await redraw({ ...place, page: Number(what) || 0 });
  else if (how === 'remove' && word) {
    const gone = await unban(parts, user, word);
    await redraw(place, gone ? removed(word, wordsFor(parts, user)) : []);
  } else if (how === 'back' && word) {
    await banWords(parts, user, word, word.word);
    await redraw(place);
  }
}

const removed = (word: BannedWord, words: ReturnType<typeof wordsFor>): KnownBlock[] => [
  section(`✅ ${words.removed(inline(word.word))}`),
  ...actions([button({ action: goId('banned', 'back'), value: `back.${wordValue(word)}`, label: words.undo })], 'back'),
];

/** One of its windows was sent. */
export async function submitBanning(parts: Parts, submission: Submission): Promise<ViewResponseAction | undefined> {
  const { metadata, user, answers } = submission;
  const { key: form } = metadata;
  const mine = await bannedFor(parts, user);
  if (!mine) return { response_action: 'clear' };
  if (form === undefined) {
    const find = (given(answers, FIND) ?? '').slice(0, 100);
    const view = await listFor(parts, user, { page: 0, find });
    return view ? { response_action: 'update', view } : undefined;
  }
  if (form === 'add') return submitWords(parts, submission);
  if (form === 'try') return trySentence(parts, submission);
  await sayHow(parts, user, howIn(answers));
  await redrawBelow(parts, submission);
  return undefined;
}

const howIn = (answers: Answers): Map<GroupKey, BannedHow> =>
  new Map(
    Object.keys(answers).flatMap((id) => {
      const how = BANNED_HOW.find((one) => one === answers[id]);
      return id.startsWith(HOW) && how ? [[groupKey(id.slice(HOW.length)), how] as const] : [];
    }),
  );

async function redrawBelow(parts: Parts, { user, metadata, view }: Submission): Promise<void> {
  const { page = 0, find = '' } = metadata;
  const { root_view_id: root, id } = view;
  const next = await listFor(parts, user, { page, find });
  if (next && typeof root === 'string' && root !== id) await parts.read.views.update({ view_id: root, view: next });
}

const whereIn = (answers: Answers) => {
  const [group, language] = [given(answers, 'group'), given(answers, 'language')];
  return {
    group: group === undefined || group === EVERY ? null : groupKey(group),
    language: LANGUAGES.find((one) => one === language) ?? null,
  };
};

async function submitWords(parts: Parts, submission: Submission): Promise<ViewResponseAction | undefined> {
  const { user, answers, metadata } = submission;
  const { page = 0, find = '', drawn = 0 } = metadata;
  const block = `words.${drawn}`;
  const words = wordsFor(parts, user);
  const typed = given(answers, block) ?? '';
  const done = await banWords(parts, user, whereIn(answers), typed);
  if (done.kind !== 'added')
    return {
      response_action: 'errors',
      errors: { [done.kind === 'not_yours' ? 'group' : block]: faultIn(done, words) },
    };
  await redrawBelow(parts, submission);
  const mine = await bannedFor(parts, user);
  if (!mine) return undefined;
  const [group, language] = [given(answers, 'group'), given(answers, 'language')];
  const model = { ...voice(parts, user), person: mine.person, page, find, drawn: drawn + 1 };
  const said = words.added(done.added, done.there);
  return { response_action: 'update', view: banView({ ...model, asked: { group, language }, said }) };
}

const EXAMPLES = 5;
const shown = (lines: readonly string[]): string =>
  [...lines.slice(0, EXAMPLES).map((line) => `“${cut(line, 30)}”`), ...(lines.length > EXAMPLES ? ['…'] : [])].join(
    ', ',
  );

/** Raw. */
function faultIn(done: Exclude<Added, { kind: 'added' }>, words: ReturnType<typeof wordsFor>): string {
  switch (done.kind) {
    case 'nothing':
      return words.nothing;
    case 'not_yours':
      return words.notYours;
    case 'too_many':
      return words.tooMany(done.left);
    case 'faults':
      return done.empty.length > 0 ? words.empty(shown(done.empty)) : words.long(shown(done.long), LONGEST_BANNED);
  }
}

/** What would be found, marked where it stands, and what would happen. */
async function trySentence(parts: Parts, { user, answers }: Submission): Promise<ViewResponseAction | undefined> {
  const mine = await bannedFor(parts, user);
  const text = given(answers, 'sentence') ?? '';
  const { group, language } = whereIn(answers);
  const scene = voice(parts, user);
  const how = scene.book.groups.find(({ key }) => key === group)?.policies.banned_words;
  if (!mine || group === null || language === null || !how) return undefined;
  const words = wordsFor(parts, user);
  const found = foundIn(mine.all, text, { group, language });
  const blocks =
    found.length === 0
      ? [section(`✅ ${words.foundNone}`)]
      : [
          section(quote(marked(text, found), MARKED)),
          section(`${SIGNS[how]} ${words.found(wordList(namesOf(found)))} ${words.happens[how]}`),
        ];
  const model = { ...scene, person: mine.person, text, asked: { group, language }, found: blocks };
  return { response_action: 'update', view: tryView(model) };
}

const MARKED = 2900;
const SIGNS: Record<BannedHow, string> = { off: 'ℹ️', warn: '⚠️', block: '🚫' };
