import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Actor, FieldCipher } from '@huanbao/platform';
import type { BidTrace } from './marketplace.entity';

const ADDRESS = 'bid_trace.address';
const PREFIX = 'bid_trace.prefix';
const DEVICE = 'bid_trace.device';
const OWN_NETWORK = /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1?$|fe[89ab]|f[cd])/i;

export type Trace = Pick<BidTrace, 'addressIndex' | 'prefixIndex' | 'deviceIndex'>;

/**
 * Keeps from where a bid came as keyed hashes, never the address itself (个人信息保护法 第六条: no more than the purpose needs).
 * Equal hashes say "the same", and nobody can read a place or a person out of them.
 */
@Injectable()
export class BidTraces {
  constructor(private readonly cipher: FieldCipher) {}

  /** What the bid's row has beside it. An address of an own network is one of ours behind a proxy and says nothing. */
  of(actor: Actor, device: string | null): Trace {
    const network = networkOf(actor.from?.ip);
    const index = (value: string | null, context: string): string | null => (value === null ? null : this.cipher.blindIndex(value, context));
    return { addressIndex: index(network?.address ?? null, ADDRESS), prefixIndex: index(network?.prefix ?? null, PREFIX), deviceIndex: index(device, DEVICE) };
  }
}

/** The line (IPv4 address, IPv6 /64) and its neighbourhood (/24, /48); null for what is no public address. */
export function networkOf(ip: string | undefined): { readonly address: string; readonly prefix: string } | null {
  const plain = (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) === 0 || OWN_NETWORK.test(plain)) return null;
  if (isIP(plain) === 4) return { address: plain, prefix: plain.slice(0, plain.lastIndexOf('.')) };
  const groups = expanded(plain);
  return { address: groups.slice(0, 4).join(':'), prefix: groups.slice(0, 3).join(':') };
}

function expanded(ip: string): string[] {
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const [before, after] = [head, tail].map(part => (part === '' ? [] : part.split(':'))) as [string[], string[]];
  const missing = ip.includes('::') ? Math.max(8 - before.length - after.length, 0) : 0;
  return [...before, ...Array<string>(missing).fill('0'), ...after].map(group => group.replace(/^0+(?=.)/, ''));
}
