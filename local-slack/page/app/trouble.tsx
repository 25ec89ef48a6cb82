import type { VNode } from 'preact';
import { Icon } from '../frame/icons.tsx';

/** What Slack says above a view when the app did not answer. */
export function Trouble({ words }: { words: string | undefined }): VNode | null {
  if (!words) return null;
  return (
    <div class="trouble" role="alert">
      <Icon name="warning" /> {words}
    </div>
  );
}
