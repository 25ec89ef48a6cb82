import type { FileInput } from '@slack/types';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, Spinner } from '../frame/icons.tsx';
import { getWorld } from '../state/store.ts';
import type { Uploaded } from '../state/upload.ts';
import { upload } from '../state/upload.ts';
import { sizeOf } from '../talk/files.tsx';
import type { FieldProps, Labelling } from './field.ts';
import { aria, useField } from './field.ts';

const mostBytes = 10_000_000;

function useFiles({ of, blockId, dispatches }: Omit<FieldProps<FileInput>, 'labelling'>) {
  const { content, put } = useField(of, blockId, 'files', dispatches);
  const [busy, setBusy] = useState<string[]>([]);
  const [refused, setRefused] = useState<string[]>([]);
  const files = (Array.isArray(content) ? content : []) as Uploaded[];
  const most = of.max_files ?? 10;
  const fault = (file: File): string | null => {
    const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    if (of.filetypes && !of.filetypes.map(bareType).includes(ending))
      return `${file.name}: only ${of.filetypes.map(bareType).join(', ')} can be added here.`;
    if (file.size > mostBytes) return `${file.name}: files must be 10 MB or smaller.`;
    return file.size === 0 ? `${file.name}: this file is empty.` : null;
  };
  const add = async (list: File[]): Promise<void> => {
    const faults = list.map(fault);
    const good = list.filter((_, n) => !faults[n]);
    const fitting = good.slice(0, most - files.length);
    const many =
      fitting.length < good.length ? [`Only ${most} ${most === 1 ? 'file' : 'files'} can be added here.`] : [];
    setRefused([...faults.filter((one) => one !== null), ...many]);
    setBusy(fitting.map((one) => one.name));
    const done = await Promise.all(fitting.map(upload));
    setBusy([]);
    const lost = fitting.filter((_, n) => !done[n]).map((one) => `${one.name} could not be uploaded.`);
    if (lost.length > 0) setRefused((now) => [...now, ...lost]);
    const user = getWorld().me.id;
    put([...files, ...done.flatMap((one) => (one ? [{ ...one, title: one.name, user }] : []))]);
  };
  const remove = (file: Uploaded): void => {
    setRefused([]);
    put(files.filter((one) => one !== file));
  };
  return { files, most, busy, refused, add, remove };
}

const bareType = (type: string): string => type.replace(/^\./, '').toLowerCase();

function FileRow({ file, onRemove }: { file: Uploaded; onRemove: () => void }): VNode {
  return (
    <div class="file-row">
      <span class="file-sign">
        <Icon name="file" size={18} />
      </span>
      <span class="card-names">
        <span class="card-title">{file.name}</span>
        <span class="card-about">{sizeOf(file.size)}</span>
      </span>
      <button type="button" class="icon-button" aria-label={`Remove ${file.name}`} onClick={onRemove}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

type AskProps = {
  labelling: Labelling;
  types: string[] | undefined;
  several: boolean;
  onFiles: (list: File[]) => void;
};

function AskForFiles({ labelling, types, several, onFiles }: AskProps): VNode {
  return (
    <div class="file-ask">
      <label class="btn file-pick">
        <Icon name="upload" size={16} /> {several ? 'Add files' : 'Add file'}
        <input
          {...aria(labelling)}
          type="file"
          class="unseen"
          multiple={several}
          accept={types?.map((one) => `.${one}`).join(',')}
          onChange={(event) => {
            const list = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            onFiles(list);
          }}
        />
      </label>
      <span class="file-drop">or drop {several ? 'them' : 'it'} here</span>
    </div>
  );
}

export function FileElement({ labelling, ...props }: FieldProps<FileInput>): VNode {
  const { files, most, busy, refused, add, remove } = useFiles(props);
  const [over, setOver] = useState(false);
  const full = files.length >= most;
  const types = props.of.filetypes?.map(bareType);
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.type === 'dragover' && !full);
  };
  return (
    <div
      class={`file-input ${over ? 'over' : ''}`}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={(event) => {
        drag(event);
        void add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {files.map((file) => (
        <FileRow key={file.id} file={file} onRemove={() => remove(file)} />
      ))}
      {busy.map((name) => (
        <div class="file-row" key={name} role="status">
          <Spinner /> Uploading {name}…
        </div>
      ))}
      {!full && (
        <AskForFiles labelling={labelling} types={types} several={most > 1} onFiles={(list) => void add(list)} />
      )}
      {types && <div class="file-about">{types.join(', ')}</div>}
      {refused.map((words) => (
        <div class="field-error" role="alert" key={words}>
          <Icon name="warning" size={16} /> <span>{words}</span>
        </div>
      ))}
    </div>
  );
}
