import { setState } from './store.ts';

export type DetailsTab = 'about' | 'members';

export function openDetails(channel: string, tab: DetailsTab): void {
  setState({ details: { channel, tab } });
}

export function closeDetails(): void {
  setState({ details: null });
}
