import type { KnownBlock, ModalView } from '@slack/types';
import type { KeptTrigger, LoggedFiring, Trial } from '../../desk/trigger-book.ts';
import { formId, goId, metadata, ticketId } from '../codec.ts';
import { bold, context, cut, date, divider, inline, modal, overflow, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { groupName, type Scene } from './facts.ts';

const MOST = 40;
const ROWS = 5;
const TITLE = 80;

/** All triggers that somebody looks after, in their order. */
export function triggersView(all: readonly KeptTrigger[], scene: Scene): ModalView {
  const words = wordsOf(scene.language);
  const { list } = words.triggers;
  const shown = all.slice(0, MOST);
  const blocks = shown.flatMap((trigger, at): KnownBlock[] => [
    ...(at === 0 ? [] : [divider]),
    ...triggerBlocks(trigger, { at, last: shown.length - 1 }, scene),
  ]);
  return modal({ title: list.title, close: words.forms.close }, [
    context(all.length === 0 ? list.none : list.intro),
    ...blocks,
  ]);
}

function triggerBlocks(trigger: KeptTrigger, { at, last }: { at: number; last: number }, scene: Scene): KnownBlock[] {
  const { list } = wordsOf(scene.language).triggers;
  const { key, name, enabled, broken, group, on, match, conditions, results } = trigger;
  const standing = broken
    ? `⚠️ ${list.rests(inline(broken[0]?.named ?? ''))}`
    : enabled
      ? `🟢 ${list.on}`
      : `⚪ ${list.off}`;
  const choices = [
    ...(enabled && !broken ? (['off'] as const) : (['try'] as const)),
    'log' as const,
    ...(at > 0 ? (['up'] as const) : []),
    ...(at < last ? (['down'] as const) : []),
  ];
  const [menu] = overflow(
    goId('trigger', key),
    choices.map((how) => ({ value: `${how}.${key}`, label: list.choose[how] })),
  );
  const waits = list.waits(on.map((one) => list.happening[one]).join(', '));
  const does = list.does(results.map((one) => list.doing[one.do]).join(', '));
  return [
    section(`${at + 1}. ${bold(inline(name))} · ${standing}`, menu),
    context(`${waits}, ${list.when(match, conditions.length)}`, does, group !== null && groupName(scene.book, group)),
  ];
}

/** Whom it would have meant: seen by whoever switches it on. */
export function trialView({ trigger, faults, of, met }: Trial, { language }: Scene): ModalView {
  const words = wordsOf(language);
  const { list } = words.triggers;
  const frame = { title: list.trial.title, close: words.forms.close };
  const [fault] = faults;
  if (fault) return modal(frame, [section(`⚠️ ${list.cannot(inline(fault.named))}`)]);
  const rows = met
    .slice(0, ROWS)
    .map(({ number, title, private: closed }) => `• ${ticketId(number)} ${closed ? '🔒' : cut(inline(title), TITLE)}`);
  return modal(
    { ...frame, submit: list.trial.submit, callback: formId('trigger'), metadata: metadata({ key: trigger.key }) },
    [
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

/** What it did of late, on which ticket, and what came of each result. */
export function logView(name: string, firings: readonly LoggedFiring[], { language }: Scene): ModalView {
  const words = wordsOf(language);
  const { list } = words.triggers;
  const lines = firings.map(({ ticket, at, deeds, stopped }) => {
    const did = deeds.map(({ result, outcome }) => `${list.doing[result.do]}: ${list.outcome(outcome ?? 'queued')}`);
    const said = stopped ? list.log.stopped : did.join(' · ');
    return section(`${bold(list.log.fired(ticketId(ticket), date(at)))}\n${said}`);
  });
  return modal({ title: list.log.title, close: words.forms.close }, [
    section(bold(inline(name))),
    ...(lines.length === 0 ? [context(list.log.none)] : lines),
  ]);
}
