import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

type Props = {
  label: string;
  button: string;
  initial?: string;
  /** What can be said beside the name. */
  children?: ComponentChildren;
  /** True when it was taken: the line is then as it was at first. */
  onSave: (words: string) => Promise<boolean>;
  /** For a line that has taken the place of something. */
  onCancel?: () => void;
};

/** A form of one name. */
export function OneLine({ label, button, initial = '', children, onSave, onCancel }: Props): VNode {
  const [words, setWords] = useState(initial);
  const save = async (): Promise<void> => {
    if (await onSave(words.trim())) setWords(initial);
  };
  return (
    <form
      class="lever-inline"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
    >
      <input
        class="input"
        aria-label={label}
        placeholder={label}
        required
        maxLength={80}
        value={words}
        ref={(field) => {
          if (onCancel && field && !field.dataset['asked']) {
            field.dataset['asked'] = 'yes';
            field.focus();
          }
        }}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {children}
      <button type="submit" class="btn small">
        {button}
      </button>
      {onCancel && (
        <button type="button" class="btn small" onClick={onCancel}>
          Cancel
        </button>
      )}
    </form>
  );
}
