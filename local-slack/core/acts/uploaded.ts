import { isObj } from '../checks/rule.ts';
import type { Values } from '../model.ts';
import { fileJson } from '../payload.ts';
import type { Slack } from '../slack.ts';

/** Uploaded files stand in the values whole; the page names them by id. */
export function withFiles(slack: Slack, values: Values): Values {
  for (const value of Object.values(values).flatMap(Object.values) as Values[string][string][]) {
    if (value.type !== 'file_input' || !Array.isArray(value['files'])) continue;
    value['files'] = value['files'].map((one: unknown) => {
      const id = isObj(one) ? one['id'] : one;
      const file = slack.state.files[typeof id === 'string' ? id : ''];
      return file ? fileJson(slack, file) : { id: '' };
    });
  }
  return values;
}
