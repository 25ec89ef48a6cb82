import type { ImageBlock, ImageElement, VideoBlock } from '@slack/types';
import type { VNode } from 'preact';
import { useStore } from '../state/store.ts';
import { Link, plain, PlainText } from './text.tsx';

function useAddress(of: ImageElement | ImageBlock): string {
  const fileId = 'slack_file' in of && of.slack_file && 'id' in of.slack_file ? of.slack_file.id : '';
  const known = useStore((state) => (fileId ? addressOfFile(state.world?.talk ?? {}, fileId) : ''));
  if ('image_url' in of && of.image_url) return /^(https?:\/\/|\/)/.test(of.image_url) ? of.image_url : '';
  if ('slack_file' in of && of.slack_file && 'url' in of.slack_file) return of.slack_file.url;
  return known;
}

function addressOfFile(talk: Record<string, { files: { id: string; url: string }[] }[]>, id: string): string {
  for (const list of Object.values(talk)) {
    for (const message of list) {
      const file = message.files.find((one) => one.id === id);
      if (file) return file.url;
    }
  }
  return '';
}

export function Picture({ of, size }: { of: ImageElement; size: number }): VNode {
  const address = useAddress(of);
  return <img class="picture" src={address} alt={of.alt_text} width={size} height={size} loading="lazy" />;
}

export function ImageBlockView({ of }: { of: ImageBlock }): VNode {
  const address = useAddress(of);
  return (
    <figure class="image-block">
      {of.title && (
        <figcaption>
          <PlainText of={of.title} />
        </figcaption>
      )}
      <img src={address} alt={of.alt_text} loading="lazy" />
    </figure>
  );
}

export function VideoView({ of }: { of: VideoBlock }): VNode {
  const from = [of.provider_name, of.author_name].filter(Boolean).join(' · ');
  return (
    <div class="video">
      {from && <div class="video-from">{from}</div>}
      <Link url={of.title_url ?? of.video_url}>
        <b>{plain(of.title.text)}</b>
      </Link>
      {of.description && (
        <div>
          <PlainText of={of.description} />
        </div>
      )}
      <Link url={of.video_url}>
        <img src={of.thumbnail_url} alt={of.alt_text} loading="lazy" />
      </Link>
    </div>
  );
}
