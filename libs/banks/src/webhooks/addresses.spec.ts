import { Destinations, urlFault } from './addresses';

describe('where alerts may go', () => {
  it.each<[string, boolean]>([
    ['8.8.8.8', true], ['223.5.5.5', true], ['2400:3200::1', true], ['2606:4700:4700::1111', true],
    ['127.0.0.1', false], ['127.8.8.8', false], ['0.0.0.0', false], ['10.1.2.3', false], ['172.16.0.1', false], ['172.31.255.255', false], ['172.32.0.1', true], ['192.168.1.1', false], ['100.64.0.1', false],
    ['169.254.169.254', false], ['198.18.0.1', false], ['224.0.0.1', false], ['255.255.255.255', false], ['192.0.2.1', false],
    ['::1', false], ['::', false], ['fc00::1', false], ['fd12:3456::1', false], ['fe80::1', false], ['ff02::1', false], ['::ffff:127.0.0.1', false], ['::ffff:7f00:1', false], ['::ffff:8.8.8.8', true], ['64:ff9b::a00:1', false],
    ['2002:7f00:1::', false], ['2001:db8::1', false], ['2001:0:1::1', false], ['nonsense', false], ['', false],
  ])('%s: %s', (address, allowed) => {
    expect(new Destinations().allows(address)).toBe(allowed);
  });

  it('opens private networks that are named, and nothing beside them', () => {
    const named = new Destinations('10.20.0.0/16,127.0.0.2/32,fd00:1::/32');
    expect(['10.20.3.4', '127.0.0.2', 'fd00:1::5', '8.8.8.8'].map(one => named.allows(one))).toEqual([true, true, true, true]);
    expect(['10.21.0.1', '127.0.0.1', 'fd00:2::5', '169.254.169.254'].map(one => named.allows(one))).toEqual([false, false, false, false]);
  });

  it.each<[string, string | null]>([
    ['https://bank.example.com/hooks?x=1', null], ['https://bank.example.com:8443/', null], ['https://203.0.113.5/', null], ['https://[2400:3200::1]/', null],
    ['http://bank.example.com/', 'https'], ['ftp://bank.example.com/', 'https'], ['file:///etc/passwd', 'https'], ['https://user:pw@bank.example.com/', 'credentials'], ['https://bank.example.com/#a', 'fragment'],
    ['https://localhost/', 'host'], ['https://db.internal/', 'host'], ['https://printer.local/', 'host'], ['https://intranet/', 'host'], ['not a url', 'form'], ['', 'form'],
  ])('%s: %s', (url, fault) => {
    expect(urlFault(url)).toBe(fault);
  });

  it.each([['https://2130706433/', '127.0.0.1'], ['https://0x7f.1/', '127.0.0.1'], ['https://0177.0.0.1/', '127.0.0.1']])('%s is the address %s', (url, address) => {
    expect(new URL(url).hostname).toBe(address);
    expect(new Destinations().allows(new URL(url).hostname)).toBe(false);
  });
});
