import { act } from './line.ts';

export type Uploaded = { id: string; name: string; mimetype: string; size: number; preview: string };

function base64(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      done(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''),
    );
    reader.addEventListener('error', () => fail(reader.error ?? new Error('unreadable file')));
    reader.readAsDataURL(file);
  });
}

/** Puts a file into the workspace; null when it was refused. */
export async function upload(file: File): Promise<Uploaded | null> {
  const mimetype = file.type || 'application/octet-stream';
  const content = await base64(file);
  const answer = await act({ do: 'upload', name: file.name || 'pasted', mimetype, content });
  if (!answer.ok || !answer.file) return null;
  const preview = /^image\/(png|jpe?g|gif|webp)$/.test(mimetype) ? `data:${mimetype};base64,${content}` : '';
  return { id: answer.file, name: file.name || 'pasted', mimetype, size: file.size, preview };
}
