import { type PersonId, personId, type TicketNumber } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';
import { typedTicket } from './codec.ts';
import { awayFor, awayIn } from './away.ts';
import { openBanning } from './banning/banning.ts';
import { openBatch } from './batch.ts';
import { isHalted } from './composer/warning.ts';
import { categories, categoriesOf } from './categories.ts';
import { openContact } from './contact.ts';
import { digestFor, digestIn } from './digest.ts';
import { namedToFollow } from './following.ts';
import { mine } from './go.ts';
import { andSaid, mentioning } from './mentioning.ts';
import { openCreate } from './request-form.ts';
import { type Parts, type Said, seemsAgent } from './parts.ts';
import { forms } from './forms/forms.ts';
import { openForm } from './open-form.ts';
import { show } from './show.ts';
import { quietFor, quietIn } from './quiet.ts';
import { report, reportOf } from './report.ts';
import { searchTyped } from './searching/searching.ts';
import { viewTyped } from './searching/views.ts';
import { openTemplateList } from './templating/templating.ts';
import { openCategories } from './categorizing/categorizing.ts';
import { openFields } from './fielding/fielding.ts';
import { openTriggers } from './triggers.ts';
import { openTeam } from './team.ts';
import { openSuperior } from './superior.ts';
import { plainText, titleOf } from './text.ts';
import { slips } from '../domain/near.ts';
import { isDirect, nearestTo, typedInput, wordOf } from './typed.ts';
import { doneMessage, helpMessage, needsNumberMessage, slipMessage, tellElsewhereMessage } from './views/command.ts';
import { refusalMessage } from './views/refusal.ts';
import { voice } from './voice.ts';

/** What `/ticket …` means. */
export type Meaning =
  | { kind: 'create'; title: string }
  | { kind: 'mine' | 'batch' | 'triggers' | 'team' | 'templates' | 'banned' | 'fields' | 'processing' }
  | { kind: 'search' | 'view'; typed: string }
  | { kind: 'report' | 'categories'; days: number | null }
  | { kind: 'contact' | 'manager'; person: PersonId | null }
  | { kind: 'help' }
  | { kind: 'quiet' | 'away' | 'digest'; typed: string }
  | { kind: 'tell'; number: TicketNumber }
  | { kind: 'slip'; typed: string; meant: Verb | 'show'; number: TicketNumber }
  | { kind: 'needs_number'; verb: Verb | 'show' }
  | { kind: 'show'; number: TicketNumber }
  | { kind: 'verb'; verb: Verb; number: TicketNumber; words: string };

const SEARCH: readonly string[] = ['search', 'find', 'cerca', 'trova', 'ricerca'];
/** Also with a slip of the fingers, where something is looked for: nothing is changed by it, and it is no word of a title. */
const isSearch = (word: string, more: string): boolean =>
  SEARCH.includes(word) || (more !== '' && word.length === 6 && slips(word, 'search') === 1 && word.startsWith('se'));

const VIEW: readonly string[] = ['view', 'views', 'list', 'vista', 'viste', 'lista'];

const BANNED: readonly string[] = ['banned', 'vietate'];
const TEMPLATES: readonly string[] = ['templates', 'modelli'];
const CATEGORIES: readonly string[] = ['categories', 'categorie'];
const FIELDS: readonly string[] = ['fields', 'campi'];

/** "keep 1042" is a verb, and so is "T-1042 keep"; "keep losing the wifi" is a title; "keep" alone wants a number. */
export function meaningOf(text: string): Meaning {
  const [first = '', second = '', third = ''] = text.trim().split(/\s+/);
  const word = first.toLowerCase();
  if (word === '') return { kind: 'create', title: '' };
  const about = /^(contact|manager)(?:\s+(?:<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|@\S+))?$/i.exec(text.trim());
  if (about) {
    const kind = word === 'contact' ? 'contact' : 'manager';
    return { kind, person: about[2] ? personId(about[2]) : null };
  }
  if (word === 'help' && second === '') return { kind: 'help' };
  if (BANNED.includes(word) && second === '') return { kind: 'banned' };
  if (FIELDS.includes(word) && second === '') return { kind: 'fields' };
  if (CATEGORIES.includes(word) && second === '') return { kind: 'processing' };
  if (TEMPLATES.includes(word) && second === '') return { kind: 'templates' };
  if ((word === 'mine' || word === 'batch' || word === 'triggers' || word === 'team') && second === '')
    return { kind: word };
  if (isSearch(word, second)) return { kind: 'search', typed: text.trim().slice(first.length).trim() };
  if (VIEW.includes(word)) return { kind: 'view', typed: text.trim() };
  const typed = quietIn(text);
  if (typed !== null) return { kind: 'quiet', typed };
  const digest = digestIn(text);
  if (digest !== null) return { kind: 'digest', typed: digest };
  const away = awayIn(text);
  if (away !== null) return { kind: 'away', typed: away };
  const counted = categoriesOf(text);
  if (counted) return { kind: 'categories', ...counted };
  const asked = reportOf(text);
  if (asked) return { kind: 'report', ...asked };
  const number = typedTicket.safeParse(second);
  if (word === 'untag' && number.success) return meaningOf(tagless(text));
  if (word === 'tell' && number.success) return { kind: 'tell', number: number.data };
  const verb = wordOf(word);
  if (isTurned(word, second)) return meaningOf(text.trim().replace(/^(\S+)\s+(\S+)/, '$2 $1'));
  const meant = number.success ? nearestTo(word) : null;
  if (meant && number.success) return { kind: 'slip', typed: word, meant, number: number.data };
  if (verb) {
    if (second === '') return { kind: 'needs_number', verb };
    if (number.success)
      return verb === 'show'
        ? { kind: 'show', number: number.data }
        : { kind: 'verb', verb, number: number.data, words: text.trim().replace(/^\S+\s+\S+\s*/, '') };
  }
  // Meant for a ticket, but not to be read: better asked than made a request of.
  if (/^t-\w+$/i.test(second) && third === '') return verb ? { kind: 'needs_number', verb } : { kind: 'help' };
  const alone = typedTicket.safeParse(word);
  if (second === '' && alone.success) return { kind: 'show', number: alone.data };
  return { kind: 'create', title: text.trim() };
}

/** `untag 7 vpn, old` is `tag 7 -vpn -old`. */
function tagless(text: string): string {
  const [, number = '', ...tags] = text.trim().split(/[\s,]+/);
  return ['tag', number, ...tags.filter((tag) => tag !== '').map((tag) => `-${tag.replace(/^-/, '')}`)].join(' ');
}

/** The number first, and unmistakably one: "1042 show" may be a title. */
const isTurned = (first: string, second: string): boolean =>
  /^(?:t-?|#)\d/i.test(first) && typedTicket.safeParse(first).success && wordOf(second.toLowerCase()) !== null;

export type Typed = { text: string; user: PersonId; trigger: string };

/** Carries out a command. What it returns is shown to the person alone; null: a window has opened, or the card says it. */
export async function command(parts: Parts, { text, user, trigger }: Typed): Promise<Said | null> {
  const meaning = meaningOf(text);
  const said = voice(parts, user);
  switch (meaning.kind) {
    case 'help':
      return helpMessage({ ...said, agent: seemsAgent(parts.book(), user) });
    case 'quiet':
      return quietFor(parts, user, meaning.typed);
    case 'digest':
      return digestFor(parts, user, meaning.typed);
    case 'away':
      return awayFor(parts, user, meaning.typed);
    case 'mine':
      return mine(parts, user);
    case 'search':
      return searchTyped(parts, { trigger, user }, meaning.typed);
    case 'batch':
      return openBatch(parts, { trigger, user });
    case 'view':
      return viewTyped(parts, { trigger, user }, meaning.typed);
    case 'triggers':
      return openTriggers(parts, { trigger, user });
    case 'banned':
      return openBanning(parts, { trigger, user });
    case 'fields':
      return openFields(parts, { trigger, user });
    case 'processing':
      return openCategories(parts, { trigger, user });
    case 'templates':
      return openTemplateList(parts, { trigger, user });
    case 'team':
      return openTeam(parts, { trigger, user });
    case 'contact':
      return openContact(parts, { trigger, user, view: undefined }, meaning.person);
    case 'manager':
      return openSuperior(parts, { trigger, user }, meaning.person);
    case 'report':
      return report(parts, user, meaning.days);
    case 'categories':
      return categories(parts, user, meaning.days);
    case 'tell':
      return tellElsewhereMessage({ ...said, number: meaning.number });
    case 'needs_number':
      return needsNumberMessage({ ...said, verb: meaning.verb });
    case 'slip':
      return slipMessage({ ...said, ...meaning });
    case 'create':
      await openCreate(parts, { trigger, user, via: 'slash', title: titleOf(plainText(meaning.title, parts.book())) });
      return null;
    case 'show':
      await show(parts, { trigger, user, view: undefined }, meaning.number);
      return null;
    case 'verb':
      return verb(parts, { user, trigger }, meaning);
  }
}

async function verb(
  parts: Parts,
  { user, trigger }: { user: PersonId; trigger: string },
  meaning: Extract<Meaning, { kind: 'verb' }>,
) {
  const named = await namedToFollow(parts, user, meaning.verb, meaning.words);
  if (named && 'text' in named) return named;
  const words = plainText(meaning.words, parts.book());
  if (!named && !isDirect(meaning.verb, words)) {
    await openForm(parts, { trigger, user, view: undefined }, meaning.verb, meaning.number);
    return null;
  }
  const { number } = meaning;
  const mentioned = await mentioning(parts, { number, user, verb: meaning.verb, typed: meaning.words });
  const outcome = await parts.desk.act(number, {
    verb: named?.verb ?? meaning.verb,
    by: user,
    input: named?.input ?? { ...typedInput(meaning.verb, words), ...mentioned.input },
    key: `cmd:${trigger}`,
  });
  if (outcome.kind === 'refused' && isHalted(outcome) && forms[meaning.verb]) {
    await openForm(parts, { trigger, user, view: undefined }, meaning.verb, number, { begun: words, halted: outcome });
    return null;
  }
  return outcome.kind === 'refused'
    ? refusalMessage(outcome, voice(parts, user))
    : andSaid(
        doneMessage({
          ...voice(parts, user),
          verb: named?.verb ?? meaning.verb,
          number: meaning.number,
          seq: outcome.kind === 'done' ? outcome.ticket.version : null,
        }),
        mentioned.said,
      );
}
