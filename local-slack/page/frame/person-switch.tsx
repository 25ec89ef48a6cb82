import type { VNode } from 'preact';
import { openAs } from '../state/route.ts';
import { rolesOf } from '../state/roles.ts';
import { useWorld } from '../state/store.ts';
import { Avatar } from '../talk/avatar.tsx';
import { Icon } from './icons.tsx';
import type { MenuItem } from './menu.tsx';
import { MenuButton } from './menu.tsx';

/** Chooses who one is. The choice stands in the address, so that two windows can be two people. */
export function PersonSwitch(): VNode {
  const me = useWorld((world) => world.me);
  const people = useWorld((world) => world.people);
  const items = (): MenuItem[] =>
    Object.values(people)
      .filter((one) => !one.is_bot && !one.deleted && one.id !== 'USLACKBOT')
      .map((one) => ({
        label: one.real_name,
        hint: one.is_admin || one.is_restricted ? `${one.title} · ${rolesOf(one)}` : one.title || one.email,
        icon: <Avatar person={one} size={28} />,
        checked: one.id === me.id,
        onPick: () => become(one.name),
      }));
  return (
    <MenuButton
      label={`You are ${me.real_name} ${me.title}`.trim()}
      menuLabel="Who you are"
      as="person-switch"
      align="end"
      items={items}
    >
      <Avatar person={me} size={24} />
      <span class="person-switch-words">
        You are <b>{me.real_name}</b> <span class="person-switch-title">{me.title}</span>
      </span>
      <Icon name="down" size={14} />
    </MenuButton>
  );
}

function become(name: string): void {
  const url = new URL(location.href);
  url.searchParams.set('as', name);
  history.pushState(null, '', url);
  void openAs(name);
}
