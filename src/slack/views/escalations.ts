import type { KnownBlock } from '@slack/types';
import type { Drawing, EscalationRow } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import { type Chain, linksAbove } from '../../domain/chain.ts';
import { ticketId } from '../codec.ts';
import type { Leaf } from '../leaf.ts';
import { bold, context, cut, date, divider, inline, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { groupName, nameOf, type Scene } from './facts.ts';
import { gapLines } from './gaps.ts';
import { askerOf, questionOf } from './question.ts';
import { pageOf } from './talk.ts';

type EscalationsModel = Scene & { drawing: Drawing; told: readonly Told[]; chain: Chain; leaf: Leaf };

const PAGE = 8;
const QUESTION = 600;
const WHY = 300;

/** Who decides over this ticket: the chain, who was asked when and what he said, and what comes next. For agents only. */
export function escalationBlocks({ drawing, told, chain, leaf, ...scene }: EscalationsModel): KnownBlock[] {
  const { ticket, escalations, linked } = drawing;
  const words = wordsOf(scene.language);
  const { window } = words;
  const { shown, turn } = pageOf(escalations, PAGE, { ticket, leaf, language: scene.language });
  const teams = linked.map(
    ({ number, group, state }) =>
      `• ${bold(ticketId(number))} · ${groupName(scene.book, group)} · ${words.ticket.states[state]}`,
  );
  return [
    section(
      [bold(window.escalations.chain(groupName(scene.book, ticket.group))), ...linksOf(drawing, chain, scene)].join(
        '\n',
      ),
    ),
    ...gapLines(chain.gaps, scene.book, words),
    section(nextOf(drawing, chain, scene)),
    divider,
    ...(escalations.length + teams.length === 0 ? [context(window.escalations.none)] : []),
    ...shown.map((row) => section(rowText(row, drawing, told, scene))),
    ...(teams.length === 0 ? [] : [section([bold(window.escalations.teams), ...teams].join('\n'))]),
    ...turn,
  ];
}

/** The chain from below, and how each one in it stands. */
function linksOf({ ticket, escalations }: Drawing, { links }: Chain, { book, language }: Scene): string[] {
  const words = wordsOf(language);
  const { escalations: say } = words.window;
  const now = ticket.state === 'escalated' ? ticket.escalation.to : null;
  if (links.length === 0) return [say.nobody];
  return links.map(({ person }, at) => {
    const asked = escalations.find(({ to }) => to === person);
    const mark = person === now ? `: *${say.isAsked}*` : asked ? `: ${say.wasAsked(date(asked.at))}` : '';
    return `${at + 1}. ${nameOf(book, person, words)}${mark}`;
  });
}

/** What happens next, and when. */
function nextOf({ ticket }: Drawing, { links }: Chain, { book, language }: Scene): string {
  const words = wordsOf(language);
  const { next } = words.window.escalations;
  const name = (at: number) => {
    const link = ticket.state === 'escalated' ? linksAbove(links, ticket.escalation)[at] : links[at];
    return link ? nameOf(book, link.person, words) : null;
  };
  if (ticket.state !== 'escalated') return next.first(name(0));
  const { to, team, acknowledgedAt, ackDueAt, remindedAt, nudgeAt, endedAt } = ticket.escalation;
  if (team) return next.team(groupName(book, team.group), ticketId(team.child));
  const who = nameOf(book, to, words);
  if (endedAt) return next.ended(who);
  if (acknowledgedAt) return next.seen(who, nudgeAt && date(nudgeAt));
  return remindedAt ? next.higher(who, date(ackDueAt), name(0)) : next.again(who, date(ackDueAt));
}

/** One question: who asked whom, what, whether it was seen, and how it ended, with the decision itself. */
function rowText(row: EscalationRow, { ticket }: Drawing, told: readonly Told[], scene: Scene): string {
  const { book, language } = scene;
  const words: Catalog = wordsOf(language);
  const { manager } = words;
  const end = row.closedAt
    ? told.find(({ at, seq }) => seq > row.seq && at.getTime() === row.closedAt?.getTime())
    : undefined;
  const due = ticket.state === 'escalated' && ticket.escalation.seq === row.seq ? ticket.escalation.ackDueAt : null;
  const seen = row.acknowledgedAt
    ? manager.acknowledged(date(row.acknowledgedAt))
    : due && manager.due(date(due), scene.now > due);
  const over =
    row.state === 'open' || row.state === 'acked'
      ? null
      : `${manager.how[row.state]}${row.closedAt ? ` · ${date(row.closedAt)}` : ''}`;
  const said = end?.verb === 'return' ? (end.said?.text ?? null) : reasonIn(end);
  return [
    `${bold(nameOf(book, row.to, words))} · ${manager.level(row.level)}`,
    askerOf(row, scene),
    quote(questionOf(row, scene), QUESTION),
    ...(row.reason === '' ? [] : [manager.why(cut(inline(row.reason), WHY))]),
    [seen, over && `_${over}_`].filter(Boolean).join(' · '),
    ...(said === null ? [] : [quote(said, QUESTION)]),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const reasonIn = (end: Told | undefined): string | null => {
  const reason = end?.input['reason'];
  return typeof reason === 'string' && reason !== '' ? reason : null;
};
