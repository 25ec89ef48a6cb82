import type { KnownBlock, ModalView } from '@slack/types';
import type { TriggerFault } from '../../domain/triggers.ts';
import type { LoggedCall } from '../../desk/trigger-memory.ts';
import type { ListedTrigger, LoggedFiring, Trial } from '../../desk/trigger-book.ts';
import { formId, goId, metadata, ticketId } from '../codec.ts';
import { actions, bold, capital, context, cut, date, divider, inline, modal, overflow, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { conditionsSaid, resultSaid, wrongOf } from './trigger-words.ts';
import { groupName, nameOf, type Scene } from './facts.ts';
import { pageIn, waysIn } from './pages.ts';
import { pageButton } from './presses.ts';

const PAGE = 25;
const ROWS = 5;
const TITLE = 80;

/** Triggers that somebody looks after, in their order, a page of them. */
export function triggersView(
  all: readonly ListedTrigger[],
  scene: Scene,
  { page: wanted, admin }: { page: number; admin: boolean },
): ModalView {
  const words = wordsOf(scene.language);
  const { list, editor } = words.triggers;
  const { page, shown, steps } = pageIn(all, { page: wanted, size: PAGE }, waysIn('trigger', all.length, words));
  const first = page * PAGE;
  const blocks = shown.flatMap((trigger, nth): KnownBlock[] => [
    ...(nth === 0 ? [] : [divider]),
    ...triggerBlocks(trigger, { at: first + nth, last: all.length - 1 }, scene),
  ]);
  return modal({ title: list.title, close: words.forms.close, metadata: metadata({ page }) }, [
    context(all.length === 0 ? list.none : list.intro),
    ...actions(
      [
        pageButton('trigger', 'new', 'new.0', `➕ ${editor.new}`, 'primary'),
        ...(admin ? [pageButton('trigger', 'calls', 'calls.0', list.calls.title)] : []),
      ],
      'new',
    ),
    ...blocks,
    ...actions(steps),
  ]);
}

function triggerBlocks(trigger: ListedTrigger, { at, last }: { at: number; last: number }, scene: Scene): KnownBlock[] {
  const { list, editor } = wordsOf(scene.language).triggers;
  const { key, name, enabled, broken, group, on, match, conditions, results, faults } = trigger;
  const gone = faults.filter(({ why }) => why !== 'unknown_secret');
  const standing = standingOf({ enabled, broken: broken !== null, gone, faults }, scene);
  // One that only waits for somebody to switch it on again is tried first.
  const next = enabled && (!broken || gone.length > 0) ? 'off' : 'try';
  const choices = [
    { value: `edit.${key}`, label: editor.edit },
    { value: `${next}.${key}`, label: list.choose[next] },
    { value: `log.${key}`, label: list.choose.log },
    ...(at > 0 ? [{ value: `up.${key}`, label: list.choose.up }] : []),
    ...(at < last ? [{ value: `down.${key}`, label: list.choose.down }] : []),
  ];
  const [menu] = overflow(goId('trigger', key), choices);
  const waits = list.waits(on.map((one) => list.happening[one]).join(', '));
  const kinds = [...new Set(results.map((one) => one.do))];
  const doing = kinds.map((kind) => {
    const times = results.filter((one) => one.do === kind).length;
    return times === 1 ? list.doing[kind] : `${list.doing[kind]} (${times}×)`;
  });
  const does = list.does(doing.join(', '));
  return [
    section(`${at + 1}. ${bold(inline(name))} · ${standing}`, menu),
    context(`${waits}, ${list.when(match, conditions.length)}`, does, group !== null && groupName(scene.book, group)),
  ];
}

type Standing = Record<'gone' | 'faults', readonly TriggerFault[]> & Record<'enabled' | 'broken', boolean>;
/** On or off, and what keeps it from doing what it says. */
function standingOf({ enabled, broken, gone, faults }: Standing, scene: Scene): string {
  const { list } = wordsOf(scene.language).triggers;
  const wrong = wrongOf(faults, scene);
  if (gone.length > 0) return `⚠️ ${enabled ? list.rests(wrong) : list.broken(wrong)}`;
  if (!enabled) return `⚪ ${list.off}`;
  if (broken) return `⚪ ${list.mended}`;
  return faults.length > 0 ? `⚠️ ${list.uncalled(wrong)}` : `🟢 ${list.on}`;
}

/** The page of the list below, and what was said of saving it. */
type Below = { page?: number | undefined; saved?: string };

/** Whom it would have meant: seen by whoever switches it on. */
export function trialView(
  { trigger, faults, of, met }: Trial,
  scene: Scene,
  { page = 0, saved }: Below = {},
): ModalView {
  const { language } = scene;
  const words = wordsOf(language);
  const { list } = words.triggers;
  const frame = { title: list.trial.title, close: words.forms.close };
  const [fault] = faults;
  if (fault) return modal(frame, [section(`⚠️ ${list.cannot(wrongOf(faults, scene))}`)]);
  const rows = met
    .slice(0, ROWS)
    .map(({ number, title, private: closed }) => `• ${ticketId(number)} ${closed ? '🔒' : cut(inline(title), TITLE)}`);
  return modal(
    {
      ...frame,
      submit: list.trial.submit,
      callback: formId('trigger'),
      metadata: metadata({ key: trigger.key, page }),
    },
    [
      ...(saved === undefined ? [] : [context(`✅ ${saved}`)]),
      ...(trigger.conditions.length === 0
        ? []
        : [
            context(
              `${capital(list.when(trigger.match, trigger.conditions.length))}:\n${conditionsSaid(trigger.conditions, scene)}`,
            ),
          ]),
      section(`${bold(inline(trigger.name))}\n${list.trial.found(met.length, of)}`),
      ...(rows.length === 0 ? [] : [section(`${list.trial.rows}\n${rows.join('\n')}`)]),
      context(list.trial.now),
    ],
  );
}

/** It is another now than the one that was seen. */
export function changedView({ language }: Scene): ModalView {
  const words = wordsOf(language);
  const { list } = words.triggers;
  return modal({ title: list.trial.title, close: words.forms.close }, [section(`⚠️ ${list.changed}`)]);
}

/** What it did of late, on which ticket, why, and what came of each result. */
export function logView(name: string, firings: readonly LoggedFiring[], scene: Scene): ModalView {
  const words = wordsOf(scene.language);
  const { list } = words.triggers;
  return modal({ title: list.log.title, close: words.forms.close }, [
    section(bold(inline(name))),
    ...(firings.length === 0 ? [context(list.log.none)] : firings.map((one) => section(firingSaid(one, scene)))),
  ]);
}

/** One firing alone: why a trigger did what stands in a ticket's history. */
export function whyView(firing: LoggedFiring | null, scene: Scene): ModalView {
  const words = wordsOf(scene.language);
  const { log } = words.triggers.list;
  const frame = { title: log.why, close: words.forms.close };
  if (!firing) return modal(frame, [context(log.forgotten)]);
  return modal(frame, [section(bold(inline(firing.name))), section(firingSaid(firing, scene))]);
}

function firingSaid({ ticket, at, by, happened, held, deeds, stopped }: LoggedFiring, scene: Scene): string {
  const words = wordsOf(scene.language);
  const { list } = words.triggers;
  const did = deeds.map(
    ({ result, outcome }) => `• ${resultSaid(result, scene)}: ${list.outcome(outcome ?? 'queued')}`,
  );
  const because = list.log.because(
    happened.map((one) => list.happening[one]).join(', '),
    by && nameOf(scene.book, by, words),
  );
  return [
    bold(list.log.fired(ticketId(ticket), date(at))),
    ...(happened.length === 0 ? [] : [because]),
    ...(held.length === 0 ? [] : [list.log.held, conditionsSaid(held, scene)]),
    ...(stopped ? [list.log.stopped[stopped]] : [list.log.did, ...did]),
  ].join('\n');
}

/** What was called of late, which try it was, and what came of it. */
export function callsView(calls: readonly LoggedCall[], { language }: Scene): ModalView {
  const words = wordsOf(language);
  const { list } = words.triggers;
  const lines = calls.map(({ at, name, ticket, host, attempt, outcome, ms, nextAt }) =>
    section(
      [
        `${outcome === 'called' ? '✅' : '⚠️'} ${bold(inline(host))} · ${ticketId(ticket)} · ${date(at)}`,
        `${inline(name)}: ${list.calls.tried(list.outcome(outcome), attempt, ms)}`,
        ...(outcome === 'called' ? [] : [nextAt ? list.calls.again(date(nextAt)) : list.calls.over]),
      ].join('\n'),
    ),
  );
  return modal({ title: list.calls.title, close: words.forms.close }, [
    context(list.calls.intro),
    ...(lines.length === 0 ? [context(list.calls.none)] : lines),
  ]);
}
