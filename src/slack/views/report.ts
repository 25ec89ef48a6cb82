import type { KnownBlock } from '@slack/types';
import type { EscalationReport, Figures } from '../../desk/report.ts';
import { ticketId } from '../codec.ts';
import { bold, context, cut, date, divider, header, message, type Message, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { groupName, nameOf, rawGroup, rawName, type Scene } from './facts.ts';
import { sheet } from './sheet.ts';

export type ReportModel = Scene & { report: EscalationReport; days: number };

const MINUTE = 60_000;
const MOST_LINES = 10;
/** A chart takes twenty categories with at most twenty characters each. */
const MOST_BARS = 8;
const LABEL = 20;

/** How long escalations waited, by level and by group, and who waits now. The same in words and as a chart. */
export function reportMessage({ report, days, ...scene }: ReportModel): Message {
  const words = wordsOf(scene.language);
  const { figures, rows } = report;
  const all = figures.find(({ by }) => by === 'all');
  if (!all || all.count === 0) return message(words.report.none(days), [section(words.report.none(days))]);
  const parts = figures.filter(({ by }) => by !== 'all');
  const lines = parts.map((one) => `${bold(nameOfPart(one, scene, words))}: ${lineOf(one, words)}`);
  const open = rows.filter(({ closedAt }) => closedAt === null);
  const waits = open.slice(0, MOST_LINES).map(({ to, team, ticket, at, acknowledgedAt }) => {
    // A team does not acknowledge: what it was asked is a ticket in its channel.
    const whose = team ? groupName(scene.book, team) : nameOf(scene.book, to, words);
    return `• ${words.report.waits(whose, bold(ticketId(ticket)), date(at), team !== null || acknowledgedAt !== null)}`;
  });
  const left = open.length - waits.length;
  return message(`${words.report.title(days)}: ${lineOf(all, words)}`, [
    header(words.report.title(days)),
    section(lineOf(all, words)),
    ...chartOf(parts, scene, words),
    section(cut(lines.join('\n'), 2900)),
    divider,
    section([bold(words.report.waiting), ...(waits.length > 0 ? waits : [words.report.nobodyWaits])].join('\n')),
    ...(left > 0 ? [context(words.lists.more(left))] : []),
  ]);
}

function lineOf(one: Figures, words: Catalog): string {
  const time = (minutes: number | null) => words.time.age((minutes ?? 0) * MINUTE);
  const slow = (median: number | null, p90: number | null) => (time(p90) === time(median) ? null : time(p90));
  return [
    words.report.figures(one),
    one.acked > 0 ? words.report.acknowledged(time(one.ackMedian), slow(one.ackMedian, one.ackP90)) : null,
    one.answered > 0 ? words.report.answered(time(one.answerMedian), slow(one.answerMedian, one.answerP90)) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const nameOfPart = ({ level, group }: Figures, { book }: Scene, words: Catalog): string =>
  group === null ? words.report.level(level ?? 1) : groupName(book, group);

/** Only where something was seen or answered: a chart of nothing says nothing. */
function chartOf(parts: readonly Figures[], { book }: Scene, words: Catalog): KnownBlock[] {
  const shown = parts.filter(({ acked, answered }) => acked + answered > 0).slice(0, MOST_BARS);
  if (shown.length === 0) return [];
  const label = ({ level, group }: Figures) =>
    Array.from(group === null ? words.report.level(level ?? 1) : rawGroup(book, group))
      .slice(0, LABEL)
      .join('');
  const seen = shown.flatMap(({ ackMedian, answerMedian }) => [ackMedian, answerMedian]);
  if (seen.every((minutes) => Math.floor(minutes ?? 0) === 0)) return [];
  const labels = shown.map((one, at) => {
    const wanted = label(one);
    return shown.findIndex((other) => label(other) === wanted) === at ? wanted : `${wanted.slice(0, LABEL - 3)} ${at}`;
  });
  const series = (name: string, value: (one: Figures) => number | null) => ({
    name,
    data: shown.map((one, at) => ({ label: labels[at] ?? '', value: Math.floor(value(one) ?? 0) })),
  });
  const chart = {
    type: 'data_visualization',
    title: words.report.chart,
    chart: {
      type: 'bar',
      series: [
        series(words.report.series.acknowledged, ({ ackMedian }) => ackMedian),
        series(words.report.series.answered, ({ answerMedian }) => answerMedian),
      ],
      axis_config: { categories: labels, y_label: words.report.series.minutes },
    },
  };
  // The types of Slack's package come later than its documentation.
  return [chart as unknown as KnownBlock];
}

/** Every escalation of the period, one line each, for a spreadsheet. Times are UTC. */
export function reportFile({ report: { rows }, book, language }: ReportModel): string {
  const words = wordsOf(language);
  const how: Record<string, string> = { ...words.manager.how, ...words.report.still };
  const minutes = (value: number | null) => (value === null ? null : Math.floor(value));
  const lines = rows.map((one) => [
    ticketId(one.ticket),
    rawGroup(book, one.group),
    one.level,
    one.from === null ? words.report.byRule : rawName(book, one.from, words),
    one.team ? rawGroup(book, one.team) : rawName(book, one.to, words),
    how[one.state] ?? one.state,
    one.at,
    one.acknowledgedAt,
    one.closedAt,
    minutes(one.ack),
    minutes(one.answer),
  ]);
  return sheet([words.report.columns, ...lines]);
}
