import { SteadyClient } from './steady-client';

describe('a connection between the pool and its user', () => {
  it('is cut without ending the process', () => {
    expect(() => new SteadyClient().emit('error', new Error('terminating connection due to administrator command'))).not.toThrow();
  });

  it('still tells whoever listens', () => {
    const heard: unknown[] = [];
    const client = new SteadyClient();
    client.on('error', error => heard.push(error.message));
    client.emit('error', new Error('cut'));
    expect(heard).toEqual(['cut']);
  });
});
