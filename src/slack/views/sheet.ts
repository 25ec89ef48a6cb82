/** A cell that a spreadsheet would take for a formula is only words. */
const defused = (cell: string): string => (/^\s*[=+\-@]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell);
const cellOf = (value: string | number | Date | null): string => {
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? defused(value) : (value ?? '');
  return `"${String(text).replaceAll('"', '""')}"`;
};

/** Lines as a file that every spreadsheet opens: CSV in UTF-8, with the mark by which that is known. */
export const sheet = (lines: readonly (readonly (string | number | Date | null)[])[]): string =>
  `\ufeff${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
