/** Faults that concern Slack or the app as a whole: what the app hears before they begin. */
import type { Fault } from '../wire.ts';
import { tellApp } from './events.ts';
import { botId } from './find.ts';
import type { Slack } from './slack.ts';

function tellRevoked(slack: Slack): void {
  tellApp(
    slack,
    { subscription: 'tokens_revoked' },
    { type: 'tokens_revoked', tokens: { oauth: [], bot: [botId(slack)] } },
  );
}

export function armFault(slack: Slack, fault: Omit<Fault, 'id' | 'until'>, for_ms?: number): Fault {
  const { kind } = fault;
  if (kind.do === 'uninstall') tellApp(slack, { subscription: 'app_uninstalled' }, { type: 'app_uninstalled' });
  if (kind.do === 'uninstall' || kind.do === 'revoke_token') tellRevoked(slack);
  return slack.faults.arm(fault, for_ms);
}
