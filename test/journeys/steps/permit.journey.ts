import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { completeLimeKilnForm, SECTION_KEYS } from '@huanbao/permits';
import { ApiProblem, Client, eventually } from './client';
import { Journey, People } from './journey';
import { SPOKEN_OF } from './permit-office';

interface Application {
  id: string;
  version: number;
  state: string;
  editing: string;
  uscc: string;
  enterpriseName: string;
  caseNumber: string | null;
  permitId: string | null;
  permitNumbering: 'national' | 'hj608';
  sections: { section: string; status: string }[];
  case: { clocks: { clock: string; dueDate: string | null }[]; corrections: { changes: { pointer: string; from?: unknown; to?: unknown }[] }[]; decision: { outcome: string; remedies: unknown[] } | null };
}
interface Section {
  version: number;
  problems: unknown[];
}
interface Review {
  run: { state: string; errors: number; current: boolean } | null;
  findings: { ruleId: string; pointer: string; suggestion: { zh: string } }[];
}
interface Context {
  people: People;
  enterprise: Client;
  intake: Client;
  reviewer: Client;
  approver: Client;
  outsider: Client;
  /** A site of its own, so that the journey can be walked again in the same city. */
  site: number;
  application: Application;
  permit: { id: string; number: string };
}

const CONDITIONS = ['project', 'standards', 'technology', 'monitoring'].map(key => ({ key, met: true, comment: '见审查意见和附件' }));
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const path = (c: Context, rest = ''): string => `/permit-applications/${c.application.id}${rest}`;

async function save(c: Context, key: string, body: { data?: unknown; cells?: unknown }, done: boolean): Promise<void> {
  const at = path(c, `/sections/${key}`);
  const { version } = await c.enterprise.get<Section>(at);
  const saved = await c.enterprise.patch<Section>(at, body, { ifMatch: version });
  if (done) await c.enterprise.post(`${at}/complete`, { done: true }, { ifMatch: saved.version });
}

async function upload(c: Context): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([PDF], { type: 'application/pdf' }), '附件.pdf');
  const query = `subjectType=permit-application&subjectId=${c.application.id}&purpose=attachment`;
  return (await c.enterprise.post<{ id: string }>(`/files?${query}`, form)).id;
}

async function machineReview(c: Context): Promise<Review> {
  await c.enterprise.post(path(c, '/review-runs'));
  return eventually('the machine review', async () => {
    const review = await c.enterprise.get<Review>(path(c, '/review-runs/latest'));
    return review.run?.state === 'done' && review.run.current && review;
  });
}

async function refused(code: string, call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error: ApiProblem) => error.problem.code === code, `expected the refusal ${code}`);
}

/** A permit from the first word of the application to the public check of the certificate. */
export const permitJourney: Journey<Context> = {
  name: '排污许可',
  begin: async people => ({
    people,
    enterprise: await people.as('enterprise.admin'),
    intake: await people.as('bureau.intake'),
    reviewer: await people.as('bureau.reviewer'),
    approver: await people.as('bureau.approver'),
    outsider: await people.as('enterprise.admin', 1),
    site: randomInt(100, 1000),
    application: {} as Application,
    permit: { id: '', number: '' },
  }),
  steps: [
    {
      title: '企业开始申请，别的企业看不到',
      run: async c => {
        c.application = await c.enterprise.post<Application>('/permit-applications', { siteSequence: c.site, siteName: '南阳石灰窑厂区' });
        assert.equal(c.application.state, 'draft');
        await refused('not-found', c.outsider.get(path(c)));
        await refused('not-found', c.intake.get(path(c)));
      },
    },
    {
      title: '企业上传附件，逐节填报并确认完成',
      run: async c => {
        const form = completeLimeKilnForm({ name: c.application.enterpriseName, uscc: c.application.uscc, fileIds: { commitment: await upload(c) } });
        for (const key of SECTION_KEYS) await save(c, key, { data: form[key] }, true);
        c.application = await c.enterprise.get<Application>(path(c));
        assert.ok(c.application.sections.every(section => section.status === 'completed'));
      },
    },
    {
      title: '机器校核指出合计不符，改正后通过',
      run: async c => {
        await save(c, 'air-totals', { cells: [{ pointer: '/plantTotals/0/year2T', value: '4.9' }] }, false);
        const found = await machineReview(c);
        assert.deepEqual(found.findings.map(f => [f.ruleId, f.pointer]), [['C7', '/air-totals/plantTotals/0/year2T']]);
        await refused('permit.findings-open', c.enterprise.post(path(c, '/submit'), { commitment: true }));
        await save(c, 'air-totals', { cells: [{ pointer: '/plantTotals/0/year2T', value: '4.752' }] }, false);
        assert.equal((await machineReview(c)).run?.errors, 0);
      },
    },
    {
      title: '企业承诺并提交，得到办件编号和受理期限',
      run: async c => {
        await refused('validation', c.enterprise.post(path(c, '/submit'), { commitment: false }));
        c.application = await c.enterprise.post<Application>(path(c, '/submit'), { commitment: true });
        assert.match(c.application.caseNumber ?? '', /^XK-\d{4}-\d{6}$/);
        assert.ok(c.application.case.clocks.find(clock => clock.clock === 'intake')?.dueDate);
      },
    },
    {
      title: '受理岗要求补正一项，企业只能改这一项',
      run: async c => {
        const items = [{ pointer: '/air-outlets/outlets/0/heightM', requirement: '与环评批复的 40 m 不一致，请核对', reason: '排污许可管理条例 第七条' }];
        await c.intake.post(path(c, '/request-correction'), { items });
        await refused('correction.sealed', save(c, 'air-outlets', { cells: [{ pointer: '/outlets/0/name', value: '别的名字' }] }, false));
        await save(c, 'air-outlets', { cells: [{ pointer: '/outlets/0/heightM', value: '40' }] }, false);
      },
    },
    {
      title: '企业再次提交，双方看到改了什么',
      run: async c => {
        await machineReview(c);
        c.application = await c.enterprise.post<Application>(path(c, '/submit'), { commitment: true });
        const [change] = c.application.case.corrections[0]?.changes ?? [];
        assert.deepEqual([change?.from, change?.to], ['35', '40']);
      },
    },
    {
      title: '受理，审查人逐项提出意见',
      run: async c => {
        await c.intake.post(path(c, '/accept'));
        c.application = await c.reviewer.post<Application>(path(c, '/start-review'));
        assert.ok(c.application.case.clocks.find(clock => clock.clock === 'review')?.dueDate);
        await c.reviewer.post(path(c, '/opinions'), { section: 'air-outlets', verdict: 'agree', text: '排气筒高度与批复一致' });
        await refused('permit.opinions-missing', c.reviewer.post(path(c, '/opinions'), { section: 'overall', verdict: 'agree', text: '建议准予许可' }));
        for (const section of SPOKEN_OF) await c.reviewer.post(path(c, '/opinions'), { section, verdict: 'agree', text: '与核对的材料一致' });
        await c.reviewer.post(path(c, '/opinions'), { section: 'overall', verdict: 'agree', text: '建议准予许可' });
      },
    },
    {
      title: '批准人对照四项条件决定并发证',
      run: async c => {
        c.application = await c.approver.post<Application>(path(c, '/decide'), { outcome: 'grant', reasons: '符合《排污许可管理条例》第十一条', conditions: CONDITIONS });
        assert.equal(c.application.case.decision?.outcome, 'granted');
        const number = `${c.application.uscc}${String(c.site).padStart(3, '0')}P`;
        c.application = await c.approver.post<Application>(path(c, '/issue'), c.application.permitNumbering === 'national' ? { number } : {});
        c.permit = { id: c.application.permitId as string, number };
      },
    },
    {
      title: '正本副本生成，企业下载，收到通知',
      run: async c => {
        const permit = await eventually('the certificate', async () => {
          const seen = await c.enterprise.get<{ originalFileId: string | null; duplicateFileId: string | null }>(`/permits/${c.permit.id}`);
          return seen.originalFileId !== null && seen.duplicateFileId !== null && seen;
        });
        for (const fileId of [permit.originalFileId, permit.duplicateFileId]) assert.equal((await c.enterprise.bytes(`/files/${fileId}/content`)).subarray(0, 5).toString(), '%PDF-');
        await eventually('the notice of issue', async () => JSON.stringify(await c.enterprise.get('/notifications?limit=50')).includes(c.permit.number));
      },
    },
    {
      title: '任何人核验许可证，看不到商业秘密和个人信息',
      run: async c => {
        const seen = await c.people.anyone.get<{ status: string; signatureHolds: boolean }>(`/public/permits/${c.permit.number}`);
        assert.deepEqual([seen.status, seen.signatureHolds], ['valid', true]);
        for (const hidden of ['净化焦炉煤气', '13800000018']) assert.ok(!JSON.stringify(seen).includes(hidden));
        assert.equal((await c.people.anyone.bytes(`/public/permits/${c.permit.id}/certificate`)).subarray(0, 5).toString(), '%PDF-');
      },
    },
  ],
};
