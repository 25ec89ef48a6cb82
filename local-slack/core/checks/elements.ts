/** Block elements: buttons and images, and with them the menus and the inputs. */
import { INPUTS } from './inputs.ts';
import { MENUS, type } from './menus.ts';
import { ID, anyText, confirm, plain, slackFile, url } from './objects.ts';
import { type Rule, either, list, may, need, obj, oneOf, str } from './rule.ts';

const style = may(oneOf('primary', 'danger'));
const accessibility_label = may(str(75));

const feedback = need(obj({ text: need(plain(75)), value: need(str(2000)), accessibility_label }));

const trigger = obj({
  url: need(url()),
  customizable_input_parameters: may(list(obj({ name: need(str(255)), value: need(str(3000, 0)) }), 100, 0)),
});

const BUTTONS: Record<string, Rule> = {
  button: obj({
    ...type('button'),
    text: need(plain(75)),
    value: may(str(2000)),
    url: may(url()),
    style,
    confirm: may(confirm),
    accessibility_label,
  }),
  workflow_button: obj({
    ...type('workflow_button'),
    text: need(plain(75)),
    workflow: need(obj({ trigger: need(trigger) })),
    style,
    confirm: may(confirm),
    accessibility_label,
  }),
  feedback_buttons: obj({ ...type('feedback_buttons'), positive_button: feedback, negative_button: feedback }),
  icon_button: obj({
    ...type('icon_button'),
    icon: need(oneOf('trash')),
    text: need(plain(75)),
    value: may(str(2000)),
    confirm: may(confirm),
    accessibility_label,
    visible_to_user_ids: may(list(ID, 10)),
  }),
};

export const ELEMENTS: Record<string, Rule> = {
  ...BUTTONS,
  ...MENUS,
  ...INPUTS,
  image: obj(
    { type: need(oneOf('image')), image_url: may(url()), slack_file: may(slackFile), alt_text: need(str(2000)) },
    either('image_url', 'slack_file'),
  ),
  plain_text: anyText(),
  mrkdwn: anyText(),
};
