/** What is said in reports. Words come escaped unless called raw. */
export type ReportWords = {
  /** Raw, at most 50 characters: over the chart. */
  chart: string;
  title(days: number): string;
  none(days: number): string;
  /** One line of figures; times are ready words. */
  figures(counts: { count: number; open: number }): string;
  /** `p90` null: no different. */
  acknowledged(median: string, p90: string | null): string;
  answered(median: string, p90: string | null): string;
  level(level: number): string;
  /** Raw: names of the two series, and of the axis. */
  series: { acknowledged: string; answered: string; minutes: string };
  waiting: string;
  waits(who: string, id: string, since: string, acknowledged: boolean): string;
  nobodyWaits: string;
  /** In the column of those who asked. */
  byRule: string;
  /** What an open escalation is called in the file. */
  still: { open: string; acked: string };
  /** The file with every escalation is on its way, or could not be sent. */
  comes: string;
  failed: string;
  forbidden: string;
  usage: string;
  /** The heads of the file's columns. */
  columns: readonly string[];
};
