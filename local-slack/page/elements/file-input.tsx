import type { FileInput } from '@slack/types';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon, Spinner } from '../frame/icons.tsx';
import { toast } from '../state/line.ts';
import { getWorld } from '../state/store.ts';
import type { Uploaded } from '../state/upload.ts';
import { upload } from '../state/upload.ts';
import { sizeOf } from '../talk/files.tsx';
import type { FieldProps } from './field.ts';
import { aria, useField } from './field.ts';

export function FileElement({ of, blockId, labelling, dispatches }: FieldProps<FileInput>): VNode {
  const { content, put } = useField(of, blockId, 'files', dispatches);
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const files = (Array.isArray(content) ? content : []) as Uploaded[];
  const max = of.max_files ?? 10;
  const add = async (list: File[]): Promise<void> => {
    setBusy(true);
    const added: object[] = [];
    for (const file of list.slice(0, max - files.length)) {
      const done = await upload(file);
      if (done) added.push({ ...done, title: done.name, user: getWorld().me.id });
      else toast(`${file.name} could not be uploaded.`);
    }
    setBusy(false);
    put([...files, ...added]);
  };
  return (
    <div
      class="file-input"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {files.map((file) => (
        <span class="chip" key={file.id}>
          <Icon name="file" size={14} /> {file.name} <small>{sizeOf(file.size)}</small>
          <button
            type="button"
            aria-label={`Remove ${file.name}`}
            onClick={() => put(files.filter((one) => one !== file))}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      <label class={`btn file-pick ${files.length >= max ? 'off' : ''}`}>
        {busy ? <Spinner /> : <Icon name="upload" size={16} />} Add files
        <input
          {...aria(labelling)}
          ref={input}
          type="file"
          class="unseen"
          multiple={max > 1}
          disabled={files.length >= max}
          accept={of.filetypes?.map((one) => `.${one}`).join(',')}
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <span class="file-drop">or drop them here</span>
    </div>
  );
}
