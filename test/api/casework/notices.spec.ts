import { CaseNotice } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { authorise, licence } from './licence';
import { aFirmFor, anEnterprise, anOfficer, World } from './world';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly fileId: string | null;
  readonly servedAt: string | null;
}

describe('printed notices', () => {
  let world: World;
  const enterprise = anEnterprise('甲石灰有限公司');
  const intake = anOfficer('bureau.intake');
  const reviewer = anOfficer('bureau.reviewer');
  const approver = anOfficer('bureau.approver');

  beforeAll(async () => {
    world = await World.start('2026-11-23T02:00:00Z');
  });
  afterAll(() => world.stop());

  const decided = async (): Promise<string> => {
    const { id } = await world.reviewing(enterprise, intake);
    await world.engine.act(licence, id, 'propose', { actor: reviewer, authorise: authorise(reviewer, 'test-licence.review') });
    const issuer = { code: 'P', name: '测试市行政审批局', address: '', phone: '' };
    await world.engine.act(licence, id, 'refuse', { actor: approver, authorise: authorise(approver, 'test-licence.decide'), decision: { reasons: '许可浓度宽于标准' }, issuer });
    return id;
  };
  const noticesOf = async (id: string): Promise<Notice[]> => (await world.call<Notice[]>(enterprise, 'GET', `/cases/${id}/notices`)).body;

  it('are numbered without gaps even when officers decide at once', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => world.submitted(enterprise)));
    await Promise.all(
      cases.map(({ id }, i) =>
        world.engine
          .act(licence, id, 'accept', {
            actor: intake,
            authorise: authorise(intake, 'test-licence.check'),
            effects: async () => {
              if (i % 3 === 0) throw new Error('broken');
            },
          })
          .catch(() => undefined),
      ),
    );
    const numbers = (await world.db.repo(CaseNotice).findBy({ kind: 'acceptance' })).map(notice => Number(/〕(\d+)号/.exec(notice.number)?.[1]));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('are drawn once by the worker and read by both parties', async () => {
    const id = await decided();
    expect((await noticesOf(id)).map(notice => notice.fileId)).toEqual([null, null]);
    await world.runJobs('notice.render');
    const notices = await noticesOf(id);
    expect(notices.map(notice => [notice.kind, typeof notice.fileId])).toEqual([['acceptance', 'string'], ['decision', 'string']]);
    const refusal = notices[1] as Notice;
    for (const [actor, status] of [[enterprise, 200], [aFirmFor(enterprise), 200], [intake, 200], [anEnterprise(), 404]] as const) {
      expect((await world.call(actor, 'GET', `/notices/${refusal.id}`)).status).toBe(status);
    }
    for (const [actor, status] of [[enterprise, 200], [intake, 200], [anEnterprise(), 404]] as const) {
      const file = await world.call(actor, 'GET', `/files/${refusal.fileId}/content`);
      expect([file.status, file.text.startsWith('%PDF-')]).toEqual([status, status === 200]);
    }
    await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('notice.render', 'documents', $1)`, [JSON.stringify({ caseId: id, noticeId: refusal.id })]);
    await world.runJobs('notice.render');
    expect((await noticesOf(id))[1]?.fileId).toBe(refusal.fileId);
    const stored = await world.db.repo(CaseNotice).findOneByOrFail({ id: refusal.id });
    expect(stored.issuer).toBe('测试市行政审批局');
    expect(stored.content.paragraphs).toContain('理由：许可浓度宽于标准');
  });

  it('start the periods to contest a decision when they are served, once', async () => {
    const id = await decided();
    const decision = (await noticesOf(id)).find(notice => notice.kind === 'decision') as Notice;
    const stored = await world.app.get(Files).store(Buffer.from('%PDF-1.4\n%%EOF\n'), { name: '送达回证.pdf', mediaType: 'application/pdf', subjectType: 'case-service', subjectId: id, purpose: 'service', ownerOrgId: null, uploadedBy: intake.userId });
    const body = { method: 'direct', receivedBy: '王芳', proofFileId: stored.id };
    expect((await world.call<{ errors: { pointer: string }[] }>(intake, 'POST', `/notices/${decision.id}/serve`, { body: { ...body, proofFileId: undefined } })).body.errors[0]?.pointer).toBe('/proofFileId');
    expect((await world.call(enterprise, 'POST', `/notices/${decision.id}/serve`, { body })).status).toBe(403);
    expect((await world.call({ ...intake, regions: ['990202'] }, 'POST', `/notices/${decision.id}/serve`, { body })).status).toBe(404);
    const [first, second] = await Promise.all([1, 2].map(() => world.call<Notice>(intake, 'POST', `/notices/${decision.id}/serve`, { body })));
    expect([first?.status, second?.status, first?.body.servedAt]).toEqual([200, 200, second?.body.servedAt]);
    const { body: detail } = await world.call<{ decision: { outcome: string; remedies: { until: string; verified: boolean }[] }; timeline: { kind: string }[] }>(enterprise, 'GET', `/cases/${id}`);
    expect(detail.decision).toMatchObject({ outcome: 'refused', remedies: [{ until: '2027-01-22', verified: false }, { until: '2027-05-24', verified: false }] });
    expect((await noticesOf(id)).filter(notice => notice.kind === 'service')).toHaveLength(1);
    expect(detail.timeline.filter(line => line.kind === 'notice-served')).toHaveLength(1);
  });
});
