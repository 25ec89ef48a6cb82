import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

const MOST_LETTERS = 400;
const MOST_CHILDREN = 100;

/** JSON within JSON, as form fields carry it, is opened too. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** A value as a tree whose branches open and close; what is closed is not drawn. */
export function Json({ value, name, depth = 0 }: { value: unknown; name?: string; depth?: number }): VNode {
  const shown = opened(value);
  if (typeof shown === 'object' && shown !== null) return <Branch value={shown} name={name} depth={depth} />;
  return (
    <div class="json-leaf">
      <Key name={name} />
      <Leaf value={shown} />
    </div>
  );
}

function Key({ name }: { name: string | undefined }): VNode | null {
  return name === undefined ? null : <span class="json-key">{name}: </span>;
}

function Branch({ value, name, depth }: { value: object; name: string | undefined; depth: number }): VNode {
  const entries = Object.entries(value);
  const [open, setOpen] = useState(depth < 2 && entries.length <= 20);
  const [most, setMost] = useState(MOST_CHILDREN);
  const isList = Array.isArray(value);
  if (entries.length === 0) {
    return (
      <div class="json-leaf">
        <Key name={name} />
        <span class="json-other">{isList ? '[]' : '{}'}</span>
      </div>
    );
  }
  return (
    <details class="json-branch" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Key name={name} />
        <span class="json-count">{isList ? `[${entries.length}]` : `{${entries.length}}`}</span>
        {!open && <span class="json-glance">{glance(entries, isList)}</span>}
      </summary>
      {open && (
        <div class="json-inside">
          {entries.slice(0, most).map(([key, one]) => (
            <Json key={key} name={key} value={one} depth={depth + 1} />
          ))}
          {entries.length > most && (
            <button type="button" class="text-button" onClick={() => setMost(most + 1000)}>
              Show {entries.length - most} more
            </button>
          )}
        </div>
      )}
    </details>
  );
}

/** What stands in a closed branch, in a few words. */
function glance(entries: [string, unknown][], isList: boolean): string {
  const words = entries.slice(0, 4).map(([key, one]) => {
    const inner = typeof one === 'object' && one !== null ? '…' : JSON.stringify(one)?.slice(0, 40);
    return isList ? inner : `${key}: ${inner}`;
  });
  return words.join(', ');
}

function Leaf({ value }: { value: unknown }): VNode {
  const [whole, setWhole] = useState(false);
  if (typeof value !== 'string') return <span class="json-other">{String(value)}</span>;
  const isCut = !whole && value.length > MOST_LETTERS;
  return (
    <span class="json-text">
      "<bdi>{isCut ? value.slice(0, MOST_LETTERS) : value}</bdi>"
      {isCut && (
        <button type="button" class="text-button" onClick={() => setWhole(true)}>
          … all {value.length} letters
        </button>
      )}
    </span>
  );
}
