import type { GroupKey, PersonId, TicketNumber } from '../domain/language.ts';

/** Which escalations a person wants to count: of a period, and of what is his to see. */
export type ReportAsk = { from: Date; until: Date; all: boolean; groups: readonly GroupKey[]; person: PersonId };
/** Escalations of one level, one group or all: how many, and how long they took, in minutes. */
export type Figures = {
  by: 'all' | 'level' | 'group';
  level: number | null;
  group: GroupKey | null;
  count: number;
  open: number;
  acked: number;
  ackMedian: number | null;
  ackP90: number | null;
  answered: number;
  answerMedian: number | null;
  answerP90: number | null;
};
type Reported = {
  ticket: TicketNumber;
  group: GroupKey;
  level: number;
  from: PersonId | null;
  to: PersonId | null;
  team: GroupKey | null;
  state: string;
  at: Date;
  acknowledgedAt: Date | null;
  closedAt: Date | null;
  ack: number | null;
  answer: number | null;
};
export type EscalationReport = { figures: readonly Figures[]; rows: readonly Reported[] };
