import { MOST } from '../../domain/boards.ts';
import type { Language } from '../../domain/language.ts';

/** A number as it is written where the language is spoken: `1,000`. */
export const grouped = (n: number, language: Language): string =>
  new Intl.NumberFormat(language, { useGrouping: 'always' }).format(n);

/** How many, as far as was counted; what is more is said by `over`. */
export const countIn =
  (language: Language, over: (most: string) => string) =>
  (n: number): string =>
    n > MOST ? over(grouped(MOST, language)) : String(n);

const MB = 1024 * 1024;
/** How big a file is, and no less: `23.4 MB`. */
export const sizeIn =
  (language: Language) =>
  (bytes: number): string => {
    const [unit, of] = bytes < MB ? (['kilobyte', 1024] as const) : (['megabyte', MB] as const);
    return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
      Math.ceil((bytes / of) * 10) / 10,
    );
  };
