import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, Spinner } from '../frame/icons.tsx';
import { toast } from '../state/line.ts';
import type { Uploaded } from '../state/upload.ts';
import { upload } from '../state/upload.ts';
import { sizeOf } from './files.tsx';

/** Files that wait in the composer: by button, dropped or pasted. */
export function useFiles() {
  const [list, setList] = useState<Uploaded[]>([]);
  const [coming, setComing] = useState(0);
  const add = (files: File[]): void => {
    for (const file of files) {
      setComing((n) => n + 1);
      void upload(file)
        .then((done) => {
          if (done) setList((now) => [...now, done]);
          else toast(`${file.name} could not be uploaded.`);
        })
        .catch(() => toast(`${file.name} could not be read.`))
        .finally(() => setComing((n) => n - 1));
    }
  };
  const takeFrom = (event: Event, data: DataTransfer | null): void => {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  return {
    list,
    ids: list.map((one) => one.id),
    busy: coming > 0,
    add,
    remove: (id: string) => setList((now) => now.filter((one) => one.id !== id)),
    clear: () => setList([]),
    onPaste: (event: ClipboardEvent) => takeFrom(event, event.clipboardData),
    dropHere: {
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop: (event: DragEvent) => takeFrom(event, event.dataTransfer),
    },
  };
}

export function PendingFiles({ files }: { files: ReturnType<typeof useFiles> }): VNode | null {
  if (files.list.length === 0 && !files.busy) return null;
  return (
    <div class="pending-files">
      {files.list.map((file) => (
        <span class="chip" key={file.id}>
          <Icon name="file" size={14} /> {file.name} <small>{sizeOf(file.size)}</small>
          <button type="button" aria-label={`Remove ${file.name}`} onClick={() => files.remove(file.id)}>
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {files.busy && <Spinner />}
    </div>
  );
}
