import type { FileBlock, ImageBlock, ImageElement, VideoBlock } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../frame/icons.tsx';
import { safeUrl } from '../mrkdwn/nodes.ts';
import { useStore } from '../state/store.ts';
import { Link } from './inline.tsx';
import { plain, PlainText } from './text.tsx';

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

type ImageProps = { address: string; alt: string; as: string; size?: number; lost?: ComponentChildren };

/** An image, or, where it does not load, its words. */
function Image({ address, alt, as, size, lost }: ImageProps): VNode {
  const [failed, setFailed] = useState('');
  if (!address || failed === address) {
    const style = size ? { width: `${size}px`, height: `${size}px` } : undefined;
    return (
      <span class={`lost ${as}`} role="img" aria-label={alt} title={alt} style={style}>
        {lost ?? <Icon name="file" size={Math.min(18, (size ?? 24) * 0.6)} />}
      </span>
    );
  }
  const sized = size ? { width: size, height: size } : {};
  return (
    <img class={as} src={address} alt={alt} title={alt} loading="lazy" {...sized} onError={() => setFailed(address)} />
  );
}

export function Picture({ of, size }: { of: ImageElement; size: number }): VNode {
  return <Image address={useAddress(of)} alt={of.alt_text} as="picture" size={size} />;
}

/** As wide as what it stands in: the head of a card. */
export function WidePicture({ of }: { of: ImageElement }): VNode {
  return <Image address={useAddress(of)} alt={of.alt_text} as="wide-picture" lost={of.alt_text} />;
}

export function ImageBlockView({ of }: { of: ImageBlock }): VNode {
  const address = useAddress(of);
  const [open, setOpen] = useState(true);
  const id = useId();
  return (
    <figure class="image-block">
      <figcaption>
        {of.title ? <PlainText of={of.title} /> : <span class="unseen">Image</span>}
        {of.title && (
          <button
            type="button"
            class="fold"
            aria-expanded={open}
            aria-controls={id}
            aria-label={open ? 'Hide image' : 'Show image'}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'down' : 'right'} size={14} />
          </button>
        )}
      </figcaption>
      <div id={id} hidden={!open}>
        <Image address={address} alt={of.alt_text} as="image" lost={of.alt_text} />
      </div>
    </figure>
  );
}

/** The poster and what is known of a video; nothing of other houses is played inside the page. */
export function VideoView({ of }: { of: VideoBlock }): VNode {
  const address = safeUrl(of.title_url ?? of.video_url);
  const icon = of.provider_icon_url && safeUrl(of.provider_icon_url);
  const poster = <Image address={safeUrl(of.thumbnail_url) ?? ''} alt={of.alt_text} as="poster" lost={of.alt_text} />;
  return (
    <div class="video">
      {(of.provider_name ?? of.author_name) && (
        <div class="video-from">
          {icon && <Image address={icon} alt="" as="provider" size={16} />}
          <span>{[of.provider_name, of.author_name].filter(Boolean).join(' · ')}</span>
        </div>
      )}
      <b>{address ? <Link url={address}>{plain(of.title.text)}</Link> : plain(of.title.text)}</b>
      {of.description && (
        <div class="video-about">
          <PlainText of={of.description} />
        </div>
      )}
      {address ? (
        <a
          class="video-frame"
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`Watch ${plain(of.title.text)}`}
        >
          {poster}
          <span class="play" aria-hidden="true" />
        </a>
      ) : (
        <div class="video-frame">{poster}</div>
      )}
    </div>
  );
}

/** A remote file: its contents are elsewhere, only its name is here. */
export function FileView({ of }: { of: FileBlock }): VNode {
  return (
    <div class="file-block">
      <span class="file-sign">
        <Icon name="file" size={20} />
      </span>
      <span class="card-names">
        <span class="card-title">{of.external_id}</span>
        <span class="card-about">Remote file</span>
      </span>
    </div>
  );
}
