import type { RichTextBlock, RichTextInput } from '@slack/types';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { plain } from '../../blocks/text.tsx';
import { Popup } from '../../frame/popup.tsx';
import { getWorld } from '../../state/store.ts';
import { Choices } from '../choice-list.tsx';
import { useDispatch } from '../dispatch.ts';
import type { FieldProps } from '../field.ts';
import { aria, useField } from '../field.ts';
import type { Command } from './commands.ts';
import { clearAll, expand, indent, isOn, leaveEmpty, paste, prepare, run } from './commands.ts';
import type { Names } from './draw.ts';
import { drawRich } from './draw.ts';
import { useMentions } from './mentions.tsx';
import { readRich } from './read.ts';
import { Toolbar, tools } from './toolbar.tsx';

const shortcuts: Record<string, Command> = {
  b: 'bold',
  i: 'italic',
  'shift+x': 'strike',
  'shift+c': 'code',
  'alt+shift+c': 'codeBlock',
  'shift+7': 'numbers',
  'shift+8': 'list',
  'shift+9': 'quote',
};

function comboOf(event: KeyboardEvent): string {
  const key = /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.toLowerCase();
  return `${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${key}`;
}

/** Which styles stand where the caret is. */
function useStyles(root: { current: HTMLDivElement | null }): ReadonlySet<Command> {
  const [on, setOn] = useState<ReadonlySet<Command>>(new Set());
  useEffect(() => {
    const look = (): void => {
      if (root.current?.contains(getSelection()?.anchorNode ?? null))
        setOn(new Set(tools.map((one) => one.name).filter(isOn)));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  return on;
}

function names(): Names {
  const { people, channels } = getWorld();
  return { person: (id) => people[id]?.real_name ?? id, channel: (id) => channels[id]?.name ?? id };
}

/** The field itself and what its keys and tools do to it. */
function useEditor({ of, blockId, dispatches }: Omit<FieldProps<RichTextInput>, 'labelling'>) {
  const { content, put } = useField(of, blockId, 'rich_text_value', dispatches);
  const dispatch = useDispatch(of, blockId, dispatches);
  const edit = useRef<HTMLDivElement>(null);
  const [linking, setLinking] = useState(false);
  const changed = (): void => {
    if (!edit.current) return;
    const next = readRich(edit.current);
    put(next);
    dispatch.typed(next);
  };
  const mentions = useMentions(changed);
  useLayoutEffect(() => {
    edit.current?.replaceChildren(...drawRich(content as RichTextBlock | null, names()));
  }, []);
  const tool = (name: Command): void => {
    edit.current?.focus();
    run(name);
    changed();
  };
  const key = (event: KeyboardEvent): void => {
    if (mentions.key(event)) return;
    const held = event.ctrlKey || event.metaKey;
    const command = held ? shortcuts[comboOf(event)] : undefined;
    if (command) tool(command);
    else if (held && comboOf(event) === 'shift+u') setLinking(true);
    else if (event.key === 'Tab' && indent(event.shiftKey ? -1 : 1)) changed();
    else if (event.key === ' ' && expand()) changed();
    else if (/^(Backspace|Delete)$/.test(event.key) && edit.current && (clearAll(edit.current) || leaveEmpty()))
      changed();
    else if (event.key === 'Enter' && dispatch.entering && !event.shiftKey && !event.isComposing)
      dispatch.entered(content);
    else return;
    event.preventDefault();
  };
  return { content, edit, linking, setLinking, changed, mentions, tool, key };
}

/** A field for formatted words; what stands in it is read back in Slack's shape after every change. */
export function RichInput({ labelling, ...props }: FieldProps<RichTextInput>): VNode {
  const { of } = props;
  const { content, edit, linking, setLinking, changed, mentions, tool, key } = useEditor(props);
  const box = useRef<HTMLDivElement>(null);
  const on = useStyles(edit);
  const lines = { '--least': of.min_lines ?? 3, '--most': of.max_lines ?? 12 };
  return (
    <div class="input rich-input" ref={box}>
      <Toolbar editor={edit} on={on} linking={linking} onLinking={setLinking} onTool={tool} onChange={changed} />
      <div
        {...aria(labelling)}
        ref={edit}
        class="rich-edit"
        role="textbox"
        aria-multiline
        dir="auto"
        contentEditable
        style={lines}
        data-first={of.focus_on_load ? true : undefined}
        data-empty={content === null ? plain(of.placeholder?.text ?? '') : undefined}
        onFocus={prepare}
        onInput={() => {
          changed();
          mentions.look();
        }}
        onKeyDown={key}
        onBlur={mentions.close}
        onPaste={(event) => {
          event.preventDefault();
          if (event.clipboardData) paste(event.clipboardData, names());
        }}
      />
      {mentions.found.length > 0 && (
        <Popup anchor={box} onClose={mentions.close} as="choices">
          <Choices
            id={`${labelling.id}-people`}
            groups={[{ label: '', choices: mentions.found }]}
            chosen={[]}
            active={mentions.active}
            multi={false}
            full={false}
            onPick={(one) => mentions.pick(one.key)}
            onActive={mentions.setActive}
          />
        </Popup>
      )}
    </div>
  );
}
