import type { VNode } from 'preact';

const paths = {
  hash: 'M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3',
  plus: 'M10 4v12M4 10h12',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'm5 8 5 5 5-5',
  arrowDown: 'M10 3.5v12m-5-5 5 5 5-5',
  arrowUp: 'M10 16.5v-12m-5 5 5-5 5 5',
  copy: 'M7 6.5h9.500v10H7zM4 13.500H3.500v-10h9.500V4',
  unread: 'M3.500 5.500h13v10h-13zM3.500 6l6.500 5 6.500-5M16 4.500h.1',
  bookmark: 'M5.500 3h9v14L10 13.500 5.500 17z',
  archive: 'M3 4h14v3.500H3zM4.500 7.500v9h11v-9M8 10.500h4',
  leave: 'M8 3.500H4v13h4M8 10h9m-3.500-3.500L17 10l-3.500 3.500',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 9v4.500M10 6.500v.1',
  right: 'm8 5 5 5-5 5',
  back: 'M16 10H4m5-5-5 5 5 5',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4',
  send: 'M3.5 16.5 17 10 3.5 3.5 3.5 8.6 11 10l-7.5 1.4z',
  smile:
    'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM7 12c.8 1.2 1.8 1.8 3 1.8s2.2-.6 3-1.8M7.5 7.7v.6M12.5 7.7v.6',
  smilePlus: 'M12 3.1A7 7 0 1 0 16.9 9M6.5 12c.8 1.2 1.8 1.8 3 1.8s2.2-.6 3-1.8M7.2 8v.6M11.8 8v.6M16 1.8v5M13.5 4.3h5',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0-3v4.2c0 1.4.8 2.1 1.9 2.1 1.4 0 2.3-1.3 2.3-3.3A7.2 7.2 0 1 0 13.6 16',
  slash: 'M4 3.5h12a.5.5 0 0 1 .5.5v12a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5ZM12 6.5l-4 7',
  thread: 'M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5zM7 8h6M7 10.5h4',
  more: 'M10 4.5v.1M10 10v.1M10 15.4v.1',
  dots: 'M4.5 10h.1M10 10h.1M15.4 10h.1',
  bolt: 'M11.5 2.5 4.5 11.5H10L8.5 17.5l7-9H10z',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15',
  upload: 'M10 13V3.5m-4 4 4-4 4 4M3.5 13v3.5h13V13',
  download: 'M10 3.5V13m-4-4 4 4 4-4M3.5 15v1.5h13V15',
  home: 'M3.5 9 10 3.5 16.5 9v8h-4.5v-4.5h-4V17H3.5z',
  message: 'M3 4h14v9.5H9.5L6 16.5v-3H3z',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 6h12c0-1-1.5-2-1.5-6A4.5 4.5 0 0 0 10 3ZM8.3 16a1.8 1.8 0 0 0 3.4 0',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M15.8 4.2l-1.4 1.4M5.6 14.4l-1.4 1.4',
  menu: 'M3 5h14M3 10h14M3 15h14',
  check: 'm4 10.5 4 4 8-9',
  pin: 'M7 3h6l-.8 5 3 3.2v1.3H4.8v-1.3l3-3.2zM10 12.5V18',
  edit: 'M4 16l.8-3.5L13.5 3.8l2.7 2.7L7.5 15.2z',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5 6.3 17h7.4l.8-11.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.4.2l2.6-2.6a3 3 0 0 0-4.3-4.3L10 6M11.5 8.5a3 3 0 0 0-4.4-.2l-2.6 2.6a3 3 0 0 0 4.3 4.3L10 14',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zm0 6h5.8a3.1 3.1 0 0 1 0 6.2H6z',
  italic: 'M8 4h6M6 16h6M11.5 4l-3 12',
  strike:
    'M3.5 10h13M13.7 6.5C13 5 11.700 4 10 4 8 4 6.500 5 6.500 6.800c0 1.400 1 2.300 2.500 2.800M6.300 13.300C7 15 8.300 16 10 16c2.200 0 3.700-1.100 3.700-3',
  list: 'M7.500 5h9M7.500 10h9M7.500 15h9M3.800 5h.1M3.800 10h.1M3.800 15h.1',
  numbers:
    'M8 5h8.500M8 10h8.500M8 15h8.500M3.200 4.200l1-.7v3M3 9h1.700L3 11.200h1.700M3 13.700h1.600l-.8 1c1.200 0 1.200 1.600-.8 1.400',
  quote: 'M3.500 4v12M7.500 5.500h9M7.500 10h9M7.500 14.500h6',
  code: 'm7 6-4 4 4 4M13 6l4 4-4 4',
  codeBlock: 'M3.500 3.500h13v13h-13zM8 8l-2 2 2 2M12 8l2 2-2 2',
  text: 'M3 15.500 7 5l4 10.500M4.300 12h5.400M17 9v6.500M17 12.300a2.300 2.300 0 1 1-4.600 0 2.300 2.300 0 0 1 4.600 0',
  people:
    'M7.500 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400ZM2.500 16c0-2.800 2-4.500 5-4.500s5 1.700 5 4.500M13 4.300a2.600 2.600 0 0 1 0 5M14.500 11.700c1.900.5 3 2 3 4.300',
  calendar: 'M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3M13 3v3',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6v4.300l3 1.700',
  warning: 'M10 3 18 16.500H2zM10 8v4M10 14.200v.1',
  replay: 'M4 10a6 6 0 1 0 2-4.500M6 2v3.700h3.700',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5ZM10 7.800a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400Z',
  inspect: 'M3.500 4h13v12h-13zM11.500 4v12M14 7h.1M14 9.500h.1',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing; it never carries meaning alone, so it is hidden from screen readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }): VNode {
  const heavy = name === 'more' || name === 'dots';
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width={heavy ? 2.6 : 1.5}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function Spinner(): VNode {
  return <span class="spinner" aria-hidden="true" />;
}
