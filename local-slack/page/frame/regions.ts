import { useEffect } from 'preact/hooks';
import { closeProfile, closeThread } from '../state/route.ts';
import { getState, setState } from '../state/store.ts';

const regions = ['.top-bar', '.rail', '.sidebar', '.content', '.thread-pane', '.inspector'];
const inside = '.composer-text, [aria-current=page], [role=tab][aria-selected=true], button, [href], input';

/** The first thing of a region that takes the focus, the most telling first. */
function doorOf(region: HTMLElement): HTMLElement | undefined {
  const found = inside
    .split(', ')
    .flatMap((one) => [...region.querySelectorAll<HTMLElement>(one)])
    .find((one) => one.offsetParent !== null && one.tabIndex >= 0);
  return found;
}

function goRound(back: boolean): void {
  const all = regions
    .map((one) => document.querySelector<HTMLElement>(one))
    .filter((one) => one !== null && one.offsetParent !== null);
  const at = all.findIndex((one) => one?.contains(document.activeElement));
  const next = all[(at + (back ? -1 : 1) + all.length) % all.length];
  if (next) doorOf(next)?.focus();
}

/** F6 goes from region to region, Shift+F6 back; Escape closes what stands at the side, if nothing nearer took it. */
export function useRegions(): void {
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (event.key === 'F6') {
        event.preventDefault();
        goRound(event.shiftKey);
      }
      if (event.key === 'Escape' && getState().sidebar) {
        setState({ sidebar: false });
        return document.querySelector<HTMLElement>('.narrow-only')?.focus();
      }
      if (event.key !== 'Escape' || !document.activeElement?.closest('.thread-pane')) return;
      if (getState().profile) closeProfile();
      else closeThread();
      document.querySelector<HTMLElement>('.content .composer-text')?.focus();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
}
