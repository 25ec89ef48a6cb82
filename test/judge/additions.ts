/** What Slack's documentation has and its types do not have yet; each is said here, so that the judge stays closed. */
import type { Definitions, Schema } from './schema.ts';

const BLOCK_ID: Schema = { type: 'string', maxLength: 255 };
const yes: Schema = { type: 'boolean' };

/** Properties by type. Source: docs.slack.dev/reference/block-kit/blocks/{header,rich-text}-block. */
const PROPERTIES: Record<string, Record<string, Schema>> = {
  HeaderBlock: { level: { type: 'number', minimum: 1, maximum: 4 } },
  RichTextList: { offset: { type: 'number', minimum: 0 } },
  RichTextPreformatted: { language: { type: 'string' } },
  RichTextEmoji: { skin_tone: { type: 'number', minimum: 1, maximum: 6 } },
};
const STYLES: Record<string, Schema> = { highlight: yes, client_highlight: yes, unlink: yes };

/** Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block. */
const CHART: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'chart'],
  properties: {
    type: { const: 'data_visualization' },
    block_id: BLOCK_ID,
    title: { type: 'string', maxLength: 50 },
    chart: { type: 'object', required: ['type'], properties: { type: { enum: ['pie', 'bar', 'area', 'line'] } } },
  },
};

/**
 * In place. An option whose text is mrkdwn may have such a description too: Slack's own templates do. `AnyBlock` means a block that is known; a type that has
 * gone is a fault here too.
 */
export function withAdditions(all: Definitions): Definitions {
  for (const [name, more] of Object.entries(PROPERTIES)) {
    const { properties } = all[name] ?? {};
    if (!properties) throw new Error(`@slack/types has no ${name} any more.`);
    for (const [property, schema] of Object.entries(more)) {
      if (properties[property]) throw new Error(`@slack/types has ${name}.${property} now: take it from additions.ts.`);
      properties[property] = schema;
    }
  }
  for (const { properties } of Object.values(all)) {
    if (properties?.['style']?.properties) Object.assign(properties['style'].properties, STYLES);
  }
  const option = all['MrkdwnOption']?.properties;
  if (!option) throw new Error('@slack/types has no MrkdwnOption any more.');
  option['description'] = {
    anyOf: [{ $ref: '#/definitions/TextObject' }],
    description: option['description']?.description ?? '',
  };
  all['DataVisualizationBlock'] = CHART;
  all['KnownBlock']?.anyOf?.push({ $ref: '#/definitions/DataVisualizationBlock' });
  all['AnyBlock'] = { $ref: '#/definitions/KnownBlock' };
  return all;
}
