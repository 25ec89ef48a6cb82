/** A small square, for every place where Slack would show an avatar's address. */
export const ICON = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPw8Yv7DwAD/gHY0XcGZAAAAABJRU5ErkJggg==',
  'base64',
);
