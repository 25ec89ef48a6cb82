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
  const [over, setOver] = useState(false);
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
    over,
    add,
    remove: (id: string) => setList((now) => now.filter((one) => one.id !== id)),
    clear: () => setList([]),
    onPaste: (event: ClipboardEvent) => takeFrom(event, event.clipboardData),
    dropHere: {
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        takeFrom(event, event.dataTransfer);
      },
    },
  };
}

export function PendingFiles({ files }: { files: ReturnType<typeof useFiles> }): VNode | null {
  if (files.list.length === 0 && !files.busy) return null;
  return (
    <div class="pending-files">
      {files.list.map((file) => (
        <span class={`pending-file ${file.preview ? 'picture' : ''}`} key={file.id}>
          {file.preview ? (
            <img src={file.preview} alt={file.name} />
          ) : (
            <>
              <span class="file-icon">
                <Icon name="file" size={22} />
              </span>
              <span class="file-words">
                <b>{file.name}</b>
                <span class="file-about">{sizeOf(file.size)}</span>
              </span>
            </>
          )}
          <button type="button" aria-label={`Remove ${file.name}`} onClick={() => files.remove(file.id)}>
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {files.busy && <Spinner />}
    </div>
  );
}
