import { createLogger } from './logging';
import { currentTrace, withTrace } from './trace';

function logged(write: (log: ReturnType<typeof createLogger>) => void, level = 'info'): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger({ HB_LOG_LEVEL: level }, 'api', { write: line => void lines.push(line) }));
  return lines.map(line => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('is one JSON object a line with time, level, process and what it is about', () => {
    const [line] = logged(log => log.log({ msg: 'request', status: 200 }, 'http'));
    expect(line).toMatchObject({ level: 'info', process: 'api', context: 'http', status: 200, msg: 'request', time: expect.stringMatching(/^\d{4}-.*Z$/) as string });
  });

  it('names request and trace of the work that is going on, in what follows from it too', async () => {
    const sent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const lines = logged(log => withTrace(sent, () => log.warn('x', 'c'), { requestId: 'r-1' }));
    expect(lines).toMatchObject([{ traceparent: sent, requestId: 'r-1' }]);
    expect(await withTrace(sent, async () => (await new Promise(setImmediate), currentTrace()))).toBe(sent);
    expect(withTrace('made up\n', () => currentTrace())).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(currentTrace()).toBeUndefined();
  });

  it('carries no personal data, not in sentences, members or errors', () => {
    const text = JSON.stringify(logged(log => {
      log.log('told 13812345678', 'c');
      log.error({ msg: 'failed', contactPhone: '13812345678', error: new Error('mail to li@example.com') });
      log.warn(new Error('Bearer abc.def.ghi') as never, 'c');
    }));
    expect(text).not.toMatch(/13812345678|li@example|abc\.def/);
  });

  it('leaves out what the framework says about each route, and everything below its level', () => {
    expect(logged(log => log.log('Mapped {/api/v1/x, GET} route', 'RouterExplorer'))).toEqual([]);
    expect(logged(log => log.log('x', 'c'), 'warn')).toEqual([]);
  });
});
