import type { Theme } from './store.ts';
import { setState } from './store.ts';

const key = 'local-slack-theme';

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  setState({ theme });
}

function chosen(): Theme | null {
  const kept = localStorage.getItem(key);
  return kept === 'dark' || kept === 'light' ? kept : null;
}

/** The person's choice if there is one, otherwise the system's, also when that changes. */
export function startTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => show(chosen() ?? (dark.matches ? 'dark' : 'light'));
  dark.addEventListener('change', follow);
  follow();
}

export function saveTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  show(theme);
}
