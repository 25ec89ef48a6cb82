import type { PersonId, TicketNumber } from '../../domain/language.ts';
import type { MacroAct } from '../../domain/macros.ts';
import { isMacro, type Template, type TemplateAct } from '../../domain/templates.ts';
import { unfilledCodes } from '../../domain/codes.ts';
import { ruleOf, type Verb } from '../../domain/verbs.ts';
import { inline } from '../kit.ts';
import type { Parts } from '../parts.ts';
import { refusalSentence } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { actLabel } from './blocks.ts';

type Input = Readonly<Record<string, unknown>>;
/** `ticked`: what the templates in it shall also do, as `vpn.0`. */
export type Answer = { verb: Verb; input: Input; ticked: readonly string[] };

type Acting = Pick<Template, 'code' | 'acts'>;
/** The templates among which what was ticked is looked for. */
export const templatesTicked = async (
  { templates, desk }: Pick<Parts, 'templates' | 'desk'>,
  { ticked }: Pick<Answer, 'ticked'>,
): Promise<readonly Acting[]> => (ticked.length === 0 ? [] : templates.all(desk.workspace));

/** An act that was ticked; undefined: its template has changed meanwhile. */
function actOf(all: readonly Acting[], ticked: string): TemplateAct | undefined {
  const [code = '', at = ''] = ticked.split('.');
  return all.find((template) => template.code === code)?.acts[Number(at)];
}

/** An answer that a template sends as something else, a resolve for instance, is sent as that. */
export function carriedBy(all: readonly Acting[], answer: Answer): Answer {
  const { verb, input, ticked } = answer;
  if (verb !== 'reply') return answer;
  const isCarrying = (one: string) => {
    const act = actOf(all, one);
    return act !== undefined && !isMacro(act);
  };
  const act = actOf(all, ticked.find(isCarrying) ?? '');
  if (!act) return answer;
  return { verb: act.verb, input: { ...input, ...act.input }, ticked: ticked.filter((one) => !isCarrying(one)) };
}

type Sent = Answer & { number: TicketNumber; user: PersonId };
/** What is to be sent, and what is done with it. */
type Sending = Omit<Answer, 'ticked'> & { acts: readonly MacroAct[] };

/** What is to be sent, with all that goes with it; or why nothing is, in a sentence: nothing is done by halves. */
export async function sendingOf(parts: Parts, sent: Sent): Promise<Sending | { why: string; inText?: boolean }> {
  const { number, user } = sent;
  const all = await templatesTicked(parts, sent);
  const answer = carriedBy(all, sent);
  const scene = voice(parts, user);
  const { composer } = wordsOf(scene.language);
  const unfilled = await unfilledIn(parts, sent);
  if (unfilled.length > 0) return { why: composer.unfilled(unfilled.join(', ')), inText: true };
  if (losesFiles(answer)) return { why: composer.noFiles };
  // What carries words is done with them.
  const acts = answer.ticked.flatMap((one) => actOf(all, one) ?? []).filter(isMacro);
  const { verb, input } = answer;
  const sending = { verb, input, acts };
  if (acts.length === 0 && verb === sent.verb) return sending;
  const found = await parts.desk.rehearse(number, user, [answer, ...acts]);
  const no = found.kind === 'refused' ? found : null;
  const act = no && acts[no.at - 1];
  if (act) return { why: composer.nothingSent(inline(actLabel(act, scene)), refusalSentence(no.refusal, scene)) };
  // Refused by itself it is told where it is done, but for what was not asked in this form.
  if (no && answer.verb !== sent.verb) {
    const what = actLabel({ verb: answer.verb, input: answer.input } as TemplateAct, scene);
    return { why: composer.nothingSent(inline(what), refusalSentence(no.refusal, scene)) };
  }
  return sending;
}

const ANSWERS: readonly Verb[] = ['reply', 'resolve', 'pend'];
/** Codes that were typed into it by hand. What the request itself says in braces is repeated as it is. */
async function unfilledIn({ desk }: Pick<Parts, 'desk'>, { verb, input, number, user }: Sent): Promise<string[]> {
  const { text } = input;
  if (!ANSWERS.includes(verb) || typeof text !== 'string' || !text.includes('{{')) return [];
  const looked = await desk.look(number, user);
  if ('kind' in looked) return [];
  const { title, content, fields, agentFields } = looked.ticket;
  return unfilledCodes(text, JSON.stringify([title, content, fields, agentFields]));
}

/** Would files stay behind that were given with it? */
function losesFiles({ verb, input }: Answer): boolean {
  if (!Array.isArray(input['files']) || input['files'].length === 0) return false;
  const read = ruleOf(verb).input.safeParse(input);
  return read.success && !('files' in (read.data as object));
}
