import { BlockList, isIP } from 'node:net';

/** Not of the public Internet (IANA special-purpose registries, IPv4). */
const SPECIAL_V4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
/** Of IPv6 only 2000::/3 is given out; in it these are not, or carry an IPv4 address within. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const SPECIAL = listOf([...SPECIAL_V4, ...SPECIAL_V6]);
const GIVEN_OUT = listOf(['2000::/3']);

/** Which addresses alerts may go to: public ones, and private networks the operator names (leased lines of banks). */
export class Destinations {
  private readonly named: BlockList;

  /** @param networks `10.20.0.0/16,10.30.5.7/32`; nothing: none */
  constructor(networks = '') {
    this.named = listOf(networks.split(',').map(one => one.trim()).filter(Boolean));
  }

  allows(address: string): boolean {
    const plain = mappedV4(address) ?? address;
    const kind = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(plain) === 0) return false;
    if (this.named.check(plain, kind)) return true;
    return kind === 'ipv6' ? GIVEN_OUT.check(plain, kind) && !SPECIAL.check(plain, kind) : !SPECIAL.check(plain, kind);
  }
}

/** `::ffff:10.0.0.1` is 10.0.0.1, also when it is written in hex. */
function mappedV4(address: string): string | null {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (dotted) return dotted[1] as string;
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (!hex) return null;
  const [high, low] = [parseInt(hex[1] as string, 16), parseInt(hex[2] as string, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

export type UrlFault = 'form' | 'https' | 'credentials' | 'fragment' | 'host';

/** What is wrong with an address by its text alone; null: nothing. */
export function urlFault(text: string): UrlFault | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'form';
  }
  if (url.protocol !== 'https:') return 'https';
  if (url.username || url.password) return 'credentials';
  if (url.hash) return 'fragment';
  const host = hostOf(url);
  if (isIP(host)) return null;
  return /(^|\.)(localhost|local|internal|localdomain|home\.arpa)\.?$/i.test(host) || !host.includes('.') ? 'host' : null;
}

/** The host without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');
