import type { Language } from '../../domain/language.ts';
import type { Catalog } from './chapters.ts';
import { en } from './en/en.ts';
import { it } from './it/it.ts';

export type { Catalog } from './chapters.ts';

const catalogs: Record<Language, Catalog> = { en, it };

/** Every sentence that a person reads, in one language. */
export const wordsOf = (language: Language): Catalog => catalogs[language];
