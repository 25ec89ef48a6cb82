import { useEffect, useState } from 'preact/hooks';
import type { Setup } from '../../wire.ts';
import { toast } from '../state/line.ts';

export async function fetchSetup(): Promise<Setup> {
  const answer = await fetch('/_local/setup');
  return (await answer.json()) as Setup;
}

/** What a developer needs to know, read anew on `again`. */
export function useSetup(): { setup: Setup | null; again: () => void } {
  const [setup, setSetup] = useState<Setup | null>(null);
  const again = (): void => void fetchSetup().then(setSetup, () => toast('local-slack did not answer.'));
  useEffect(again, []);
  return { setup, again };
}
