import type { ReportWords } from '../report.ts';

export const report: ReportWords = {
  chart: 'Minutes until half were seen and answered',
  title: (days) => `Escalations of the last ${days === 1 ? 'day' : `${days} days`}`,
  none: (days) =>
    `Nothing was escalated in the last ${days === 1 ? 'day' : `${days} days`}, as far as it is yours to see.`,
  figures: ({ count, open }) =>
    `*${count}* ${count === 1 ? 'escalation' : 'escalations'}, ${open === 0 ? 'none open' : `*${open}* still open`}`,
  acknowledged: (median, p90) => `seen after ${median}${p90 ? ` (nine of ten: ${p90})` : ''}`,
  answered: (median, p90) => `answered after ${median}${p90 ? ` (nine of ten: ${p90})` : ''}`,
  level: (level) => `Level ${level}`,
  series: { acknowledged: 'Seen', answered: 'Answered', minutes: 'Minutes' },
  waiting: 'Who waits where',
  waits: (who, id, since, acknowledged) => `${id} with ${who} since ${since}${acknowledged ? '' : ', *not yet seen*'}`,
  nobodyWaits: 'Nobody waits for a decision.',
  byRule: 'by rule',
  still: { open: 'not yet seen', acked: 'seen' },
  comes: 'The report is in your messages from Threadesk, with every escalation in a file.',
  failed: 'The file could not be sent this time. Please ask for the report again.',
  forbidden:
    'Reports are for leads (their groups), managers (what came to them) and administrators. Ask a lead for the figures of your group.',
  usage:
    'There are two reports, each for so many days, from 1 to 366: `/ticket report escalations 30` and `/ticket report categories 30`.',
  columns: [
    'ticket',
    'group',
    'level',
    'from',
    'to',
    'state',
    'asked at',
    'seen at',
    'closed at',
    'minutes until seen',
    'minutes until answered',
  ],
};
