import { expect, test } from 'vitest';
import type { EscalationReport } from '../../src/desk/report.ts';
import { groupKey, ticketNumber } from '../../src/domain/language.ts';
import { meaningOf } from '../../src/slack/command.ts';
import { reportFile, reportMessage } from '../../src/slack/views/report.ts';
import { ana, book, marta, now } from './views/make.ts';
import { sketch } from './views/sketch.ts';

const group = groupKey('support');
const figures = {
  count: 2,
  open: 1,
  acked: 2,
  ackMedian: 20,
  ackP90: 28,
  answered: 1,
  answerMedian: 45,
  answerP90: 45,
};
const report: EscalationReport = {
  figures: [
    { ...figures, by: 'all', level: null, group: null },
    { ...figures, by: 'level', level: 1, group: null },
    { ...figures, by: 'group', level: null, group },
  ],
  rows: [
    {
      ticket: ticketNumber(1042),
      group,
      level: 1,
      from: ana,
      to: marta,
      team: null,
      state: 'open',
      at: now,
      acknowledgedAt: null,
      closedAt: null,
      ack: null,
      answer: null,
    },
  ],
};

test.each(['en', 'it'] as const)('a report looks like this in %s', async (language) => {
  const drawn = sketch(reportMessage({ report, days: 30, book, language, now }).blocks);
  await expect(`${drawn}\n`).toMatchFileSnapshot(`./views/sketches/report.${language}.txt`);
});

test('draws no chart of nothing', () => {
  const drawn = (ackMedian: number) =>
    reportMessage({
      report: { ...report, figures: report.figures.map((one) => ({ ...one, ackMedian, answerMedian: 0.2 })) },
      days: 30,
      book,
      language: 'en',
      now,
    }).blocks.map(({ type }): string => type);
  expect(drawn(3)).toContain('data_visualization');
  expect(drawn(0.4)).not.toContain('data_visualization');
});

test('only of people it is said that they have not seen a question: a team works on a ticket of its own', () => {
  const [row] = report.rows;
  const drawn = (team: typeof group | null) => {
    const rows = row ? [{ ...row, to: team ? null : marta, team }] : [];
    return sketch(reportMessage({ report: { ...report, rows }, days: 30, book, language: 'en', now }).blocks);
  };
  expect(drawn(null)).toContain('not yet seen');
  expect(drawn(group)).toContain('T-1042');
  expect(drawn(group)).not.toContain('not yet seen');
});

test('a cell that a spreadsheet would run is only words', () => {
  const evil = new Map([...book.people].map(([id, person]) => [id, { ...person, name: '=HYPERLINK("x")' }]));
  const file = reportFile({ report, days: 30, book: { ...book, people: evil }, language: 'en', now });
  expect(file).toContain('"\'=HYPERLINK(""x"")"');
  expect(file).toContain('"not yet seen"');
  for (const cell of file.split(/[\r\n,]+/)) expect(cell.replace('\ufeff', '')).not.toMatch(/^"[=+\-@]/);
});

test('is asked for in words', () => {
  const of = (text: string) => meaningOf(text);
  expect(of('report')).toEqual({ kind: 'report', days: 30 });
  expect(of('report escalations')).toEqual({ kind: 'report', days: 30 });
  expect(of('report escalations 90d')).toEqual({ kind: 'report', days: 90 });
  expect(of('report escalations soon')).toEqual({ kind: 'report', days: null });
  expect(of('report escalations 999')).toEqual({ kind: 'report', days: null });
  // What is no report yet is said, and not made a request of.
  for (const other of ['report tickets', 'report groups 30', 'report SLA'])
    expect(of(other)).toEqual({ kind: 'report', days: null });
  expect(of('report a broken door')).toMatchObject({ kind: 'create' });
  expect(of('report tickets that nobody answers')).toMatchObject({ kind: 'create' });
});
