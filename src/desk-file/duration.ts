const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Minutes as the file writes them: 90 is "1h 30m". */
export function durationText(minutes: number): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return [...(h > 0 ? [`${h}h`] : []), ...(m > 0 ? [`${m}m`] : [])].join(' ');
}

/** "45m", "2h", "1d 4h" in milliseconds; null for anything else. */
export function milliseconds(text: string): number | null {
  if (!/^\d+[smhd](\s+\d+[smhd])*$/.test(text)) return null;
  return text
    .split(/\s+/)
    .map((part) => Number.parseInt(part, 10) * UNITS[part.slice(-1) as keyof typeof UNITS])
    .reduce((sum, next) => sum + next, 0);
}
