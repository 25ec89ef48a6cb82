import type { RefObject, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { IconName } from '../../frame/icons.tsx';
import { Icon } from '../../frame/icons.tsx';
import { Popup } from '../../frame/popup.tsx';
import { safeUrl } from '../../mrkdwn/nodes.ts';
import type { Command } from './commands.ts';
import { insertLink } from './commands.ts';

export const tools: { name: Command; icon: IconName; label: string; keys: string }[] = [
  { name: 'bold', icon: 'bold', label: 'Bold', keys: 'Ctrl+B' },
  { name: 'italic', icon: 'italic', label: 'Italic', keys: 'Ctrl+I' },
  { name: 'strike', icon: 'strike', label: 'Strikethrough', keys: 'Ctrl+Shift+X' },
  { name: 'numbers', icon: 'numbers', label: 'Ordered list', keys: 'Ctrl+Shift+7' },
  { name: 'list', icon: 'list', label: 'Bulleted list', keys: 'Ctrl+Shift+8' },
  { name: 'quote', icon: 'quote', label: 'Blockquote', keys: 'Ctrl+Shift+9' },
  { name: 'code', icon: 'code', label: 'Code', keys: 'Ctrl+Shift+C' },
  { name: 'codeBlock', icon: 'codeBlock', label: 'Code block', keys: 'Ctrl+Alt+Shift+C' },
];

type Props = {
  editor: RefObject<HTMLDivElement | null>;
  on: ReadonlySet<Command>;
  linking: boolean;
  onLinking: (open: boolean) => void;
  onTool: (name: Command) => void;
  onChange: () => void;
};

export function Toolbar({ editor, on, linking, onLinking, onTool, onChange }: Props): VNode {
  const bar = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLButtonElement>(null);
  /** One stop for Tab, arrows within. */
  const key = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(event.target as HTMLButtonElement);
    if (!by || at < 0) return;
    event.preventDefault();
    all[(at + by + all.length) % all.length]?.focus();
  };
  const stay = (event: MouseEvent): void => event.preventDefault();
  return (
    <div class="rich-tools" role="toolbar" aria-label="Formatting" ref={bar} onKeyDown={key}>
      {tools.map((tool, n) => (
        <button
          type="button"
          key={tool.name}
          class="icon-button"
          aria-label={tool.label}
          title={`${tool.label} (${tool.keys})`}
          aria-pressed={on.has(tool.name)}
          tabIndex={n === 0 ? 0 : -1}
          onMouseDown={stay}
          onClick={() => onTool(tool.name)}
        >
          <Icon name={tool.icon} size={16} />
        </button>
      ))}
      <button
        type="button"
        class="icon-button"
        ref={anchor}
        aria-label="Link"
        title="Link (Ctrl+Shift+U)"
        aria-expanded={linking}
        tabIndex={-1}
        onMouseDown={stay}
        onClick={() => onLinking(true)}
      >
        <Icon name="link" size={16} />
      </button>
      {linking && (
        <Popup anchor={anchor} onClose={() => onLinking(false)} as="link-popup">
          <LinkBox editor={editor} onDone={() => onLinking(false)} onChange={onChange} />
        </Popup>
      )}
    </div>
  );
}

type LinkProps = { editor: RefObject<HTMLDivElement | null>; onDone: () => void; onChange: () => void };

function LinkBox({ editor, onDone, onChange }: LinkProps): VNode {
  const [spot] = useState(() => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    return range && editor.current?.contains(range.startContainer) ? range : null;
  });
  const [words, setWords] = useState(spot?.toString() ?? '');
  const [url, setUrl] = useState('');
  const address = safeUrl(url) ?? safeUrl(`https://${url}`);
  const save = (): void => {
    if (!address || url.trim() === '') return;
    onDone();
    editor.current?.focus();
    if (spot) {
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(spot);
    }
    insertLink(address, words);
    onChange();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    save();
  };
  return (
    <div class="link-box" role="dialog" aria-label="Add a link" onKeyDown={key}>
      <label>
        Text
        <input class="input" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <label>
        Link
        <input
          class="input"
          inputMode="url"
          value={url}
          ref={(box) => {
            if (box && !box.dataset['asked']) {
              box.dataset['asked'] = 'yes';
              box.focus();
            }
          }}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </label>
      <div class="link-foot">
        <button type="button" class="btn small" onClick={onDone}>
          Cancel
        </button>
        <button type="button" class="btn small primary" disabled={!address || url.trim() === ''} onClick={save}>
          Save
        </button>
      </div>
    </div>
  );
}
