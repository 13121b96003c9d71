import assert from 'node:assert/strict';
import { ApiProblem, Client, eventually } from './client';
import { Journey } from './journey';

interface Duty { id: string; kind: string; status: string; periodTo: string; title: { zh: string } }
interface Report { id: string; state: string; parts: { part: string; status: string }[]; actions: string[]; periodOver: boolean }
interface Part { version: number; data: Record<string, unknown>; origins: { source: { zh: string } }[]; differences: { typed: string | null; platform: string | null }[] }
interface Checked { check: { state: string; current: boolean; errors: number; unexplained: number } | null; findings: { id: string; level: string; ruleId: string; explanation: string | null }[] }
interface Page<T> { items: T[] }
interface Context { hospital: Client; lime: Client; officer: Client; visitor: Client; duty: Duty; id: string }

const path = (c: Context, rest = ''): string => `/execution-reports/${c.id}${rest}`;
const statusOf = (call: Promise<unknown>): Promise<number> => call.then(() => 200, (error: unknown) => (error instanceof ApiProblem ? error.status : Promise.reject(error as Error)));
const codeOf = (call: Promise<unknown>): Promise<string> => call.then(() => 'ok', (error: unknown) => (error instanceof ApiProblem ? (error.problem.code ?? '') : Promise.reject(error as Error)));

/** An execution report while its period runs: begun, prefilled, written, checked, kept from others. */
export const reportJourney: Journey<Context> = {
  name: 'an execution report',
  begin: async people => ({
    hospital: await people.as('enterprise.admin', 1), lime: await people.as('enterprise.admin', 0), officer: await people.as('bureau.reviewer'), visitor: people.anyone,
    duty: undefined as never, id: '',
  }),
  steps: [
    {
      title: 'the hospital finds the report of the quarter among its duties',
      run: async c => {
        const duties = await eventually('report duties', async () => {
          const { items } = await c.hospital.get<Page<Duty>>('/duties?kind=report-quarterly&open=true&limit=50');
          return items.length > 0 ? items : undefined;
        });
        c.duty = duties[0] as Duty;
        assert.match(c.duty.title.zh, /季度执行报告/);
      },
    },
    {
      title: 'one click begins it, a second one leads to the same',
      run: async c => {
        const again = await c.hospital.post<Report>('/execution-reports', { dutyId: c.duty.id }).catch((error: unknown) => {
          if (error instanceof ApiProblem && error.problem.code === 'report.exists') return { id: error.problem['reportId'] as string };
          throw error;
        });
        c.id = again.id;
        assert.equal(await codeOf(c.hospital.post('/execution-reports', { dutyId: c.duty.id })), 'report.exists');
      },
    },
    {
      title: 'what the platform knows is there, with where it came from',
      run: async c => {
        const basic = await c.hospital.get<Part>(path(c, '/parts/basic'));
        assert.ok(basic.origins.some(one => one.source.zh.startsWith('许可证第')));
        assert.ok(String(basic.data['enterpriseName']).length > 2);
      },
    },
    {
      title: 'a value of the hospital’s own stays, and the difference is shown',
      run: async c => {
        const basic = await c.hospital.get<Part>(path(c, '/parts/basic'));
        const saved = await c.hospital.patch<Part>(path(c, '/parts/basic'), { data: { period: '本季度' } }, { ifMatch: basic.version });
        assert.ok(saved.differences.some(one => one.typed === '本季度'));
        await c.hospital.post(path(c, '/refresh'), {});
        assert.equal((await c.hospital.get<Part>(path(c, '/parts/basic'))).data['period'], '本季度');
        await c.hospital.post(path(c, '/refresh'), { places: ['/basic/period'] });
        assert.notEqual((await c.hospital.get<Part>(path(c, '/parts/basic'))).data['period'], '本季度');
      },
    },
    {
      title: 'the rules run and name what is missing',
      run: async c => {
        await c.hospital.post(path(c, '/checks'));
        const checked = await eventually('the check', async () => {
          const found = await c.hospital.get<Checked>(path(c, '/checks/latest'));
          return found.check?.state === 'done' && found.check.current ? found : undefined;
        });
        assert.ok(checked.findings.some(one => one.ruleId === 'R1' && one.level === 'E'));
      },
    },
    {
      title: 'while the period runs it cannot be handed in',
      run: async c => assert.equal(await codeOf(c.hospital.post(path(c, '/submit'), { commitment: true })), 'report.period-running'),
    },
    {
      title: 'nobody else sees it: not another enterprise, not the bureau, not the public',
      run: async c => {
        assert.deepEqual([await statusOf(c.lime.get(path(c))), await statusOf(c.officer.get(path(c))), await statusOf(c.visitor.get(`/public/execution-reports/${c.id}`))], [404, 404, 404]);
      },
    },
  ],
};
