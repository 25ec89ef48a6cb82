/** Short ways to write Block Kit's small objects. */
import type { KnownBlock, PlainTextElement } from '@slack/types';
import { deflateSync, crc32 } from 'node:zlib';

/** Ids by handle and by channel name. */
export type Ids = { users: Record<string, string>; channels: Record<string, string> };

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: true });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
export const option = (value: string, text = value, about?: string) => ({
  text: plain(text),
  value,
  ...(about ? { description: plain(about) } : {}),
});
export const section = (text: string, more: object = {}): KnownBlock => ({
  type: 'section',
  text: mrkdwn(text),
  ...more,
});
export const rich = (...elements: object[]): KnownBlock => ({ type: 'rich_text', elements }) as KnownBlock;
export const words = (...elements: object[]) => ({ type: 'rich_text_section', elements });
export const text = (text: string, style?: object) => ({ type: 'text', text, ...(style ? { style } : {}) });

export const colours = [option('red', 'Red'), option('green', 'Green'), option('blue', 'Blue', 'Like the sea')];
export const button = (action_id: string, words: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: plain(words),
  value: action_id,
  ...more,
});

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** A picture that needs no network: a sky from one colour to another, as PNG. */
export function picture(width: number, height: number, from: number[], to: number[]): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const share = (x / width + y / height) / 2;
      for (let c = 0; c < 3; c += 1)
        row[1 + x * 3 + c] = Math.round((from[c] ?? 0) * (1 - share) + (to[c] ?? 0) * share);
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
