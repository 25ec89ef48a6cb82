import type { ModalView } from '@slack/types';
import type { Language } from '../../domain/language.ts';
import { context, modal } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';

/** What stands in a window until its ticket is read: a trigger does not wait for the database. */
export function loadingView(language: Language): ModalView {
  const { lists, forms } = wordsOf(language);
  return modal({ title: lists.welcome, close: forms.close }, [context(`⏳ ${forms.loading}`)]);
}
