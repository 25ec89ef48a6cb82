/** The shape of a sample: every field that it has, with the kind of what stands there. */
type Missing = { at: string; wanted: string; found: string };

function kind(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What the sample has and the real thing has not, or has of another kind; `null` is of every kind. */
function missing(sample: unknown, real: unknown, at = ''): Missing[] {
  const [wanted, found] = [kind(sample), kind(real)];
  if (wanted === 'null' || found === 'null') return real === undefined ? [{ at, wanted, found: 'nothing' }] : [];
  if (real === undefined) return [{ at, wanted, found: 'nothing' }];
  if (wanted !== found) return [{ at, wanted, found }];
  if (Array.isArray(sample) && Array.isArray(real))
    return sample.length > 0 && real.length > 0 ? missing(sample[0], real[0], `${at}/0`) : [];
  if (wanted !== 'object') return [];
  return Object.entries(sample as object).flatMap(([name, value]) =>
    missing(value, (real as Record<string, unknown>)[name], `${at}/${name}`),
  );
}

/** The one that comes nearest to the sample, and what it lacks. */
export function nearest(sample: unknown, all: unknown[]): Missing[] | undefined {
  const found = all.map((one) => missing(sample, one));
  return found.toSorted((one, other) => one.length - other.length)[0];
}
