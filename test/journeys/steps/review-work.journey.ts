import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { completeLimeKilnForm, SECTION_KEYS } from '@huanbao/permits';
import { ApiProblem, Client, eventually } from './client';
import { Journey } from './journey';

interface Part {
  id: string;
  specialty: string;
  verdict: string | null;
}
interface Work {
  parts: Part[];
  countersigns: { id: string; mine: boolean }[];
  officers: { userId: string; name: string }[];
}
interface Check {
  id: string;
  state: string;
  items: { key: string; at: { lng: number; lat: number } | null }[];
  photos: { sm3: string; distanceM: number | null }[];
  reportFileId: string | null;
}
interface Case {
  version: number;
  state: string;
  actions: string[];
  case: {
    clocks: { clock: string; state: string; remaining: number; steps: { kind: string; noticeNumber: string | null; expectedOn: string | null }[] }[];
    notices: { id: string; kind: string; title: string; withheld: boolean; issuedOn: string }[];
    adverse: { statement: string | null; answer: string | null; mayDecide: boolean } | null;
    decision: { outcome: string; remedies: unknown[] } | null;
    timeline: { text: { zh: string } }[];
  };
}
interface Context {
  enterprise: Client;
  intake: Client;
  reviewer: Client;
  second: Client;
  enforcer: Client;
  approver: Client;
  supervisor: Client;
  id: string;
  check: Check;
}

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64');
const KEYS = ['project', 'standards', 'technology', 'monitoring'] as const;
/** Three hold, the last does not. */
const CONDITIONS = KEYS.map(key => ({ key, met: key !== 'monitoring', comment: key === 'monitoring' ? '采样孔不能满足监测要求' : '见审查意见和附件' }));
const DAY_MS = 86_400_000;

const path = (c: Context, rest = ''): string => `/permit-applications/${c.id}${rest}`;
const seen = (c: Context, who: Client): Promise<Case> => who.get<Case>(path(c));
const civil = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

async function refused(code: string, call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error: ApiProblem) => error.problem.code === code, `expected the refusal ${code}`);
}

async function upload(who: Client, query: string, file: { body: string | Buffer; type: string; name: string }): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([file.body], { type: file.type }), file.name);
  return (await who.post<{ id: string }>(`/files?${query}`, form)).id;
}

/** Filled in, machine-reviewed and submitted by the enterprise. */
async function submitted(c: Context): Promise<void> {
  const application = await c.enterprise.post<{ id: string; enterpriseName: string; uscc: string }>('/permit-applications', { siteSequence: randomInt(100, 1000), siteName: '西关石灰窑厂区' });
  c.id = application.id;
  const commitment = await upload(c.enterprise, `subjectType=permit-application&subjectId=${c.id}&purpose=attachment`, { body: PDF, type: 'application/pdf', name: '附件.pdf' });
  const form = completeLimeKilnForm({ name: application.enterpriseName, uscc: application.uscc, fileIds: { commitment } });
  for (const key of SECTION_KEYS) {
    const at = path(c, `/sections/${key}`);
    const { version } = await c.enterprise.get<{ version: number }>(at);
    const saved = await c.enterprise.patch<{ version: number }>(at, { data: form[key] }, { ifMatch: version });
    await c.enterprise.post(`${at}/complete`, { done: true }, { ifMatch: saved.version });
  }
  await c.enterprise.post(path(c, '/review-runs'));
  await eventually('the machine review', async () => (await c.enterprise.get<{ run: { state: string } | null }>(path(c, '/review-runs/latest'))).run?.state === 'done');
  await c.enterprise.post(path(c, '/submit'), { commitment: true });
}

async function officerId(c: Context, who: Client): Promise<string> {
  const { officers } = await c.reviewer.get<Work>(path(c, '/teamwork'));
  const found = officers.find(one => one.name === who.account?.name);
  assert.ok(found, `${who.account?.name} is not among the officers`);
  return found.userId;
}

const finish = (c: Context, who: Client, part: Part, verdict: 'agree' | 'object'): Promise<unknown> => who.post(path(c, `/parts/${part.id}/finish`), { verdict, summary: `${part.specialty}部分审查完毕` });

/** Hands a paper of the case over, with its proof. */
async function servePaper(c: Context, kind: 'intent' | 'decision'): Promise<void> {
  const paper = (await seen(c, c.approver)).case.notices.find(one => one.kind === kind);
  const { caseId } = await c.approver.get<{ caseId: string }>(`/notices/${paper?.id}`);
  const proofFileId = await upload(c.approver, `subjectType=case-service&subjectId=${caseId}&purpose=service`, { body: PDF, type: 'application/pdf', name: '送达回证.pdf' });
  await c.approver.post(`/notices/${paper?.id}/serve`, { method: 'direct', receivedBy: '陈晨', servedOn: paper?.issuedOn, proofFileId });
}

/** Officers together on one application, to a refusal that is served. */
export const reviewWorkJourney: Journey<Context> = {
  name: '协同审查到不予许可',
  begin: async people => ({
    enterprise: await people.as('enterprise.admin'), intake: await people.as('bureau.intake'), reviewer: await people.as('bureau.reviewer'), second: await people.as('bureau.reviewer', 1),
    enforcer: await people.as('bureau.enforcer'), approver: await people.as('bureau.approver'), supervisor: await people.as('bureau.supervisor'), id: '', check: {} as Check,
  }),
  steps: [
    {
      title: '企业提交，受理岗受理，主审人开始审查',
      run: async c => {
        await submitted(c);
        await c.intake.post(path(c, '/accept'));
        await c.reviewer.post(path(c, '/start-review'));
        await refused('case.claimed', c.second.post(`/cases/${c.id}/claim`));
      },
    },
    {
      title: '大气、水分给两名审查人，按节提出意见，各自提交',
      run: async c => {
        await c.reviewer.post(path(c, '/parts'), { specialty: 'air', officerId: await officerId(c, c.second), dueOn: civil(5) });
        const { parts } = await c.reviewer.post<Work>(path(c, '/parts'), { specialty: 'water' });
        for (const section of ['solid-waste', 'self-monitoring']) await c.reviewer.post(path(c, '/opinions'), { section, verdict: 'agree', text: '与核对的材料一致' });
        await c.second.post(path(c, '/opinions'), { section: 'air-outlets', verdict: 'object', text: '排气筒采样孔位置没有说明' });
        await refused('permit.parts-open', c.reviewer.post(path(c, '/opinions'), { section: 'overall', verdict: 'agree', text: '建议准予' }));
        await finish(c, c.second, parts.find(one => one.specialty === 'air') as Part, 'object');
        await finish(c, c.reviewer, parts.find(one => one.specialty === 'water') as Part, 'agree');
      },
    },
    {
      title: '执法岗会签',
      run: async c => {
        await c.reviewer.post(path(c, '/countersigns'), { officerId: await officerId(c, c.enforcer), department: '执法队', question: '近一年有没有未履行的处罚？' });
        const mine = (await c.enforcer.get<Work>(path(c, '/teamwork'))).countersigns.find(one => one.mine);
        await refused('permit.part-of-another', c.second.post(path(c, `/countersigns/${mine?.id}/answer`), { verdict: 'agree', text: '代答' }));
        await c.enforcer.post(path(c, `/countersigns/${mine?.id}/answer`), { verdict: 'agree', text: '没有' });
      },
    },
    {
      title: '专家评审期间暂停计时：写明文号和预计日期，剩余天数不减',
      run: async c => {
        const body = { ground: 'expert-review', noticeNumber: '孝环告〔2026〕12号', expectedOn: civil(7), reason: '组织专家评审' };
        const before = (await seen(c, c.reviewer)).version;
        await refused('validation', c.reviewer.post(`/cases/${c.id}/pause`, { ...body, noticeNumber: '' }, { ifMatch: before }));
        await c.reviewer.post(`/cases/${c.id}/pause`, body, { ifMatch: before });
        const clock = (await seen(c, c.enterprise)).case.clocks.find(one => one.clock === 'review');
        assert.deepEqual([clock?.state, clock?.remaining, clock?.steps.at(-1)?.noticeNumber, clock?.steps.at(-1)?.expectedOn], ['paused', 20, body.noticeNumber, body.expectedOn]);
        await c.reviewer.post(`/cases/${c.id}/resume`, { reason: '评审结束' }, { ifMatch: (await seen(c, c.reviewer)).version });
        await refused('clock.not-paused', c.reviewer.post(`/cases/${c.id}/resume`, { reason: '再恢复一次' }, { ifMatch: (await seen(c, c.reviewer)).version }));
      },
    },
    {
      title: '两名人员现场核查：照片有时间、位置和 SM3，记录提交一次',
      run: async c => {
        const officers = [{ userId: await officerId(c, c.reviewer), certificateNo: 'SX-0001' }, { userId: await officerId(c, c.enforcer), certificateNo: 'SX-0002' }];
        c.check = await c.reviewer.post<Check>(path(c, '/site-checks'), { reason: '核对采样孔和排放口', plannedOn: civil(1), officers });
        const at = c.check.items.find(one => one.key === 'outlet:DA001')?.at ?? { lng: 111.78, lat: 37.14 };
        const fileId = await upload(c.enforcer, `subjectType=site-check&subjectId=${c.check.id}&purpose=photo`, { body: PNG, type: 'image/png', name: '孔.png' });
        const photo = { clientId: randomUUID(), fileId, itemKey: 'outlet:DA001', capturedAt: new Date().toISOString(), ...at, accuracyM: 8 };
        const [first, again] = [await c.enforcer.post<{ id: string }>(`/site-checks/${c.check.id}/photos`, photo), await c.enforcer.post<{ id: string }>(`/site-checks/${c.check.id}/photos`, photo)];
        assert.equal(first.id, again.id);
        const now = new Date().toISOString();
        const signatures = [...[c.reviewer, c.enforcer].map(one => ({ side: 'officer', name: one.account?.name, at: now })), { side: 'party', name: '陈晨', at: now }];
        const report = { clientId: randomUUID(), startedAt: now, endedAt: now, answers: c.check.items.map(({ key }) => ({ key, answer: key === 'outlet:DA001' ? 'no' : 'yes', note: '采样孔高度不够' })), conclusion: 'does-not-conform', findings: '采样孔与申请不一致', signatures };
        await c.enforcer.put(`/site-checks/${c.check.id}/report`, report);
        await c.enforcer.put(`/site-checks/${c.check.id}/report`, report);
        const [shown] = await eventually('the record', async () => {
          const checks = await c.enterprise.get<Check[]>(path(c, '/site-checks'));
          return checks[0]?.reportFileId ? checks : null;
        });
        assert.deepEqual([shown?.state, shown?.photos.length, shown?.photos[0]?.distanceM, shown?.photos[0]?.sm3.length], ['reported', 1, 0, 64]);
      },
    },
    {
      title: '主审人提出总体意见，审批人拟不予许可并事先告知',
      run: async c => {
        await c.reviewer.post(path(c, '/opinions'), { section: 'overall', verdict: 'object', text: '监测方案不符合规范' });
        const body = { reasons: '自行监测方案不符合国家自行监测规范', conditions: CONDITIONS };
        await refused('forbidden', c.reviewer.post(path(c, '/refusal'), body));
        await c.approver.post(path(c, '/refusal'), body);
        await refused('adverse.notice-unserved', c.supervisor.post(path(c, '/refusal/settle'), { outcome: 'approve', reasons: '同意' }));
      },
    },
    {
      title: '送达事先告知书，期限自送达起算，期满前不能审定',
      run: async c => {
        await servePaper(c, 'intent');
        assert.equal((await seen(c, c.enterprise)).state, 'refusing');
        await refused('adverse.period', c.supervisor.post(path(c, '/refusal/settle'), { outcome: 'approve', reasons: '同意' }));
      },
    },
    {
      title: '企业陈述申辩，审批人答复，由第二人审定',
      run: async c => {
        await c.enterprise.post(`/cases/${c.id}/statement`, { text: '采样孔已经委托整改，一周内完成' });
        await c.approver.post(`/cases/${c.id}/statement/answer`, { answering: 'rejected', text: '整改完成后可以重新申请' });
        await refused('adverse.second-person', c.approver.post(path(c, '/refusal/settle'), { outcome: 'approve', reasons: '同意' }));
        const settled = await c.supervisor.post<Case>(path(c, '/refusal/settle'), { outcome: 'approve', reasons: '同意不予许可' });
        assert.equal(settled.state, 'refusal-unserved');
      },
    },
    {
      title: '送达以前企业看不到决定',
      run: async c => {
        const shown = await seen(c, c.enterprise);
        assert.equal(shown.state, 'refusing');
        assert.doesNotMatch(JSON.stringify(shown), /refusal-unserved|不予行政许可决定书|整改完成后可以重新申请/);
      },
    },
    {
      title: '送达后企业看到理由和救济途径',
      run: async c => {
        await servePaper(c, 'decision');
        const shown = await seen(c, c.enterprise);
        assert.deepEqual([shown.state, shown.case.decision?.outcome, shown.case.adverse?.answer], ['refused', 'refused', '整改完成后可以重新申请']);
        assert.ok((shown.case.decision?.remedies.length ?? 0) >= 2);
      },
    },
  ],
};
