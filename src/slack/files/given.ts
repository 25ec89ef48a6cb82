import { z } from 'zod';
import { type FileRef, plainName } from '../../domain/files.ts';

/** A file as Slack tells of it. Of one that lies with another workspace it may tell the id and nothing else. */
export const slackFile = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  permalink: z.string().nullish(),
  mimetype: z.string().nullish(),
  filetype: z.string().nullish(),
  size: z.number().int().nonnegative().nullish().catch(null),
});

export const refOf = ({ id, name, permalink, mimetype, filetype, size }: z.output<typeof slackFile>): FileRef => ({
  id,
  name: plainName(name ?? id),
  link: permalink ?? '',
  ...(mimetype && { type: mimetype }),
  ...(filetype && { kind: filetype }),
  ...(typeof size === 'number' && { size }),
});
