import { BlockList, isIP } from 'node:net';

/** Where nothing of the open internet stands: this machine, private networks, the metadata of clouds, and the like. */
const CLOSED_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
/** Of IPv6 only what is given out to the world counts, without what wraps an IPv4 address. RFC 4291, 6890. */
const WORLD_6 = ['2000::', 3] as const;
const CLOSED_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const closed4 = new BlockList();
for (const [net, bits] of CLOSED_4) closed4.addSubnet(net, bits, 'ipv4');
const world6 = new BlockList();
world6.addSubnet(...WORLD_6, 'ipv6');
const closed6 = new BlockList();
for (const [net, bits] of CLOSED_6) closed6.addSubnet(net, bits, 'ipv6');

/** Is this an address of the open internet? What is no address is not. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, 'ipv4');
  return family === 6 && world6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/** The host of a URL as an address, if it is one; null: it is a name. */
export function addressIn({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? null : bare;
}
