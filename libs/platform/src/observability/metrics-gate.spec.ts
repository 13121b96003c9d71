import { maySeeMetrics } from './metrics-gate';

const TOKEN = 'a token of 24 characters';
const asks = (remoteAddress: string | undefined, headers: Record<string, string> = {}): boolean => maySeeMetrics({ socket: { remoteAddress }, headers }, TOKEN);

describe('who sees the figures', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('the own machine (%s)', address => expect(asks(address)).toBe(true));
  it.each(['10.0.0.1', '127.0.0.1.evil', '', undefined])('not %p', address => expect(asks(address)).toBe(false));
  it.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'])('not the own machine when a proxy passed it on (%s)', name => expect(asks('127.0.0.1', { [name]: '' })).toBe(false));
  it('whoever brings the token, from anywhere and through a proxy', () => expect(asks('10.0.0.1', { authorization: `Bearer ${TOKEN}`, via: 'x' })).toBe(true));
  it.each([`Bearer ${TOKEN} `, `bearer ${TOKEN}`, TOKEN, 'Bearer ', 'Bearer undefined'])('not with %p', authorization => expect(asks('10.0.0.1', { authorization })).toBe(false));
  it('no token is set: nothing opens it from afar', () => expect(maySeeMetrics({ socket: { remoteAddress: '10.0.0.1' }, headers: { authorization: 'Bearer undefined' } }, undefined)).toBe(false));
});
