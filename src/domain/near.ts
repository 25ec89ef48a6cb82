/** How many letters were missed, doubled, changed or swapped with the next one. */
export function slips(typed: string, meant: string): number {
  const rows: number[][] = [Array.from({ length: meant.length + 1 }, (_, at) => at)];
  for (let a = 1; a <= typed.length; a++) {
    const row = [a];
    for (let b = 1; b <= meant.length; b++) {
      const at = (up: number, left: number) => (up === 0 ? row : rows[a - up])?.[b - left] ?? Infinity;
      const same = typed[a - 1] === meant[b - 1];
      const swapped = a > 1 && b > 1 && typed[a - 1] === meant[b - 2] && typed[a - 2] === meant[b - 1];
      row.push(Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (same ? 0 : 1), swapped ? at(2, 2) + 1 : Infinity));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? Infinity;
}

const LONGEST = 40;
/** Of some words, the one that was probably meant: slipped at most once or twice, or only begun. Null: none is near. */
export function nearest(typed: string, words: readonly string[]): string | null {
  if (typed.length < 2 || typed.length > LONGEST) return null;
  const begun = words.filter((word) => word.startsWith(typed));
  if (begun.length > 0) return begun.toSorted((one, other) => one.length - other.length)[0] ?? null;
  const near = words
    .map((word) => ({ word, far: slips(typed, word) }))
    .filter(({ word, far }) => far <= (word.length < 6 ? 1 : 2));
  return near.toSorted((one, other) => one.far - other.far)[0]?.word ?? null;
}
