import type { VNode } from 'preact';
import type { FileSeen } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';

export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function Files({ files }: { files: FileSeen[] }): VNode {
  return (
    <div class="files">
      {files.map((file) =>
        /^image\/(png|jpe?g|gif|webp)$/.test(file.mimetype) ? (
          <a
            key={file.id}
            class="file-image"
            href={file.url}
            target="_blank"
            rel="noopener noreferrer"
            title={file.name}
          >
            <img src={file.url} alt={file.name} loading="lazy" />
          </a>
        ) : (
          <a key={file.id} class="file-card" href={file.url} target="_blank" rel="noopener noreferrer">
            <span class="file-icon">
              <Icon name="file" size={22} />
            </span>
            <span>
              <b>{file.name}</b>
              <span class="file-about">
                {file.mimetype.split('/').at(-1)?.toUpperCase()} · {sizeOf(file.size)}
              </span>
            </span>
          </a>
        ),
      )}
    </div>
  );
}
