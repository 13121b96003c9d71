import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { eventually } from './client';
import type { Journey } from './journey';
import { Clock, Permit, PermitOffice, refused } from './permit-office';

interface PermitCase {
  id: string;
  kind: string;
  ground: { key: string; article: string } | null;
  case: { case: { state: string; number: string | null }; clocks: Clock[]; notices: { id: string; kind: string; number: string | null }[] };
}
interface Ending {
  readonly office: PermitOffice;
  permit: Permit;
  opened: PermitCase;
}

const begin = (from: number): Journey<Ending>['begin'] => async (people, inside) => {
  const office = new PermitOffice(people, inside);
  return { office, permit: await office.firstPermit(randomInt(from, from + 60)), opened: {} as PermitCase };
};

/** Standing, certificate, limits and duties after the end: nothing of the permit holds any more, and everyone sees it. */
async function ended(c: Ending, status: string): Promise<void> {
  const seen = await c.office.register(c.permit.id);
  assert.equal(seen.status, status);
  // the paper is handed out to nobody any more; the page behind its code says how it stands
  await refused('permit.certificate-ended', c.office.certificate(c.permit.id));
  assert.ok(c.permit.originalFileId);
  assert.equal((await (await c.office.enterprise()).bytes(`/files/${c.permit.originalFileId}/content`)).subarray(0, 5).toString(), '%PDF-');
  const rows = await c.office.limits(c.permit.id);
  if (rows) {
    assert.ok(rows.length > 0);
    assert.deepEqual(rows.filter(one => one.validUntil === null), []);
  }
  await eventually('duties of the future to go', async () => {
    const open = (await c.office.duties(c.permit.id)).filter(one => ['upcoming', 'due'].includes(one.status));
    return open.every(one => !['monitoring', 'disclosure', 'renewal'].includes(one.kind));
  });
  const standing = await c.office.standing(c.permit.siteId);
  assert.equal(standing.standing, 'none');
  await refused('permit.ended', (await c.office.enterprise()).post(`/permits/${c.permit.id}/requests`, { kind: 'reissue', cause: 'lost', reason: '遗失', occurredOn: c.permit.issuedOn }));
}

export const reissueAndCancelJourney: Journey<Ending> = {
  name: '补领和注销',
  begin: begin(500),
  steps: [
    {
      title: '申请补领：写明事由和日期，交情况说明，缺了指出是哪一份，期限写明依据未核实',
      run: async c => {
        const path = `/permits/${c.permit.id}/requests`;
        await refused('not-found', (await c.office.outsider()).post(path, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: c.permit.issuedOn }));
        await refused('validation', (await c.office.enterprise()).post(path, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: '2999-01-01' }));
        await refused('validation', (await c.office.enterprise()).post(path, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: c.permit.issuedOn }));
        await c.office.papers(c.permit.id, 'reissue');
        c.opened = await (await c.office.enterprise()).post<PermitCase>(path, { kind: 'reissue', cause: 'lost', reason: '正本遗失', occurredOn: c.permit.issuedOn });
        const [clock] = c.opened.case.clocks;
        assert.deepEqual([c.opened.case.case.state, clock?.remaining], ['submitted', 10]);
        assert.match(clock?.article ?? '', /未核实/);
      },
    },
    {
      title: '批准岗办结：同一编号和有效期，多一个版本，正本副本是新的，限值和义务不变',
      run: async c => {
        await (await c.office.officer('approver')).post(`/permit-cases/${c.opened.id}/answer`, { outcome: 'approve' });
        const before = await c.office.limits(c.permit.id);
        const after = await c.office.drawn(c.permit.id);
        assert.deepEqual([after.number, after.validFrom, after.validTo, after.status], [c.permit.number, c.permit.validFrom, c.permit.validTo, 'valid']);
        assert.notEqual(after.originalFileId, c.permit.originalFileId);
        const seen = await c.office.register(c.permit.id);
        assert.deepEqual([seen.status, seen.signatureHolds, seen.versions.map(one => one.businessType)], ['valid', true, ['reissue', 'new']]);
        assert.deepEqual((await c.office.limits(c.permit.id))?.filter(one => one.fromVersion !== 1), before && []);
        assert.ok((await c.office.duties(c.permit.id)).some(one => one.kind === 'report-annual'));
      },
    },
    {
      title: '申请注销，同时只能有一件',
      run: async c => {
        const enterprise = await c.office.enterprise();
        const body = { kind: 'cancel', reason: '已停产并拆除石灰窑', occurredOn: c.permit.issuedOn };
        await c.office.papers(c.permit.id, 'cancel');
        c.opened = await enterprise.post<PermitCase>(`/permits/${c.permit.id}/requests`, body);
        assert.deepEqual([c.opened.case.clocks[0]?.remaining, c.opened.case.clocks[0]?.article], [20, '行政许可法 第四十二条（期限未核实）']);
        await refused('permit-request.open', enterprise.post(`/permits/${c.permit.id}/requests`, body));
        await refused('forbidden', (await c.office.officer('intake')).post(`/permit-cases/${c.opened.id}/answer`, { outcome: 'approve' }));
      },
    },
    {
      title: '注销办结：公开查询立即显示，限值当日结束，监测和延续的义务不再出现',
      run: async c => {
        await (await c.office.officer('approver')).post(`/permit-cases/${c.opened.id}/answer`, { outcome: 'approve' });
        await ended(c, 'cancelled');
      },
    },
    {
      title: '再排放要首次申请',
      run: async c => {
        const possible = (await c.office.standing(c.permit.siteId)).types.filter(one => one.possible).map(one => one.key);
        assert.deepEqual(possible, ['new']);
      },
    },
  ],
};

export const exOfficioJourney: Journey<Ending> = {
  name: '依职权注销',
  begin: begin(580),
  steps: [
    {
      title: '提出要有法定情形和证据，不由批准岗提出',
      run: async c => {
        const path = `/permits/${c.permit.id}/measures`;
        const body = { kind: 'cancel-ex-officio', ground: 'holder-ended', reasons: '市场监管部门已经注销登记，附登记信息。' };
        await refused('forbidden', (await c.office.officer('approver')).post(path, body));
        await refused('forbidden', (await c.office.enterprise()).post(path, body));
        const enforcer = await c.office.officer('enforcer');
        await refused('validation', enforcer.post(path, { ...body, ground: 'no-wish' }));
        await refused('permit.not-expired', enforcer.post(path, { ...body, ground: 'expired' }));
        const bare = await refused('validation', enforcer.post(path, body));
        assert.deepEqual((bare.errors as { pointer: string }[]).map(one => one.pointer), ['/evidence']);
        await c.office.evidence(c.permit.id);
        c.opened = await enforcer.post<PermitCase>(path, body);
        assert.deepEqual([c.opened.case.case.state, c.opened.case.notices.length, c.opened.case.clocks[0]?.total], ['proposed', 0, 20]);
      },
    },
    {
      title: '主体已经终止的，没有人可以告知；由另一人审定，送达以前许可证仍有效',
      run: async c => {
        await refused('forbidden', (await c.office.officer('enforcer')).post(`/permit-cases/${c.opened.id}/settle`, { outcome: 'impose', reasons: '事实清楚' }));
        c.opened = await (await c.office.officer('approver')).post<PermitCase>(`/permit-cases/${c.opened.id}/settle`, { outcome: 'impose', reasons: '事实清楚，同意注销。' });
        assert.equal((await c.office.register(c.permit.id)).status, 'valid');
      },
    },
    {
      title: '送达即注销，写明情形和条款',
      run: async c => {
        await serve(c);
        const seen = await c.office.people.anyone.get<{ endBasis: string }>(`/public/permits/${c.permit.id}`);
        assert.match(seen.endBasis, /行政许可法 第七十条第三项/);
        await ended(c, 'cancelled');
      },
    },
  ],
};

/** The decision reaches the holder today. */
async function serve(c: Ending): Promise<string> {
  const decision = c.opened.case.notices.find(one => one.kind === 'decision');
  const servedOn = await today(c);
  await c.office.serve(await c.office.officer('approver'), decision?.id ?? '', { method: 'direct', receivedBy: '郭建军', servedOn });
  return servedOn;
}

/** What 撤销 and 吊销 share: told, answered, decided by a second person, hidden until it is served. */
function measureJourney(given: { name: string; kind: 'revoke' | 'forfeit'; ground: string; article: RegExp; status: string; from: number; wrongGround: string }): Journey<Ending> {
  const { name, kind, ground, article, status, from, wrongGround } = given;
  const reasons = `${name}的事实：提交的监测报告经核实系伪造，原始记录不存在。`;
  return {
    name,
    begin: begin(from),
    steps: [
      {
        title: `提出${name}：法定情形、事实、理由和证据，向单位发出事先告知书`,
        run: async c => {
          const path = `/permits/${c.permit.id}/measures`;
          await refused('forbidden', (await c.office.enterprise()).post(path, { kind, ground, reasons }));
          const wrong = await refused('validation', (await c.office.officer('enforcer')).post(path, { kind, ground: wrongGround, reasons }));
          assert.deepEqual((wrong.errors as { pointer: string }[]).map(one => one.pointer), ['/ground']);
          const bare = await refused('validation', (await c.office.officer('enforcer')).post(path, { kind, ground, reasons }));
          assert.deepEqual((bare.errors as { pointer: string }[]).map(one => one.pointer), ['/evidence']);
          await c.office.evidence(c.permit.id);
          c.opened = await (await c.office.officer('enforcer')).post<PermitCase>(path, { kind, ground, reasons });
          assert.equal(c.opened.case.case.state, 'telling');
          assert.match(c.opened.ground?.article ?? '', article);
          assert.ok(c.opened.case.notices.some(one => one.kind === 'intent'));
          assert.equal((await c.office.register(c.permit.id)).status, 'valid');
        },
      },
      {
        title: '送达事先告知书，期限自送达起算；单位要求听证，听证结束以前不能决定，撤回后继续',
        run: async c => {
          const [approver, settle] = [await c.office.officer('approver'), { outcome: 'impose', reasons: '事实清楚' }];
          await refused('adverse.notice-unserved', approver.post(`/permit-cases/${c.opened.id}/settle`, settle));
          const intent = c.opened.case.notices.find(one => one.kind === 'intent');
          await c.office.serve(approver, intent?.id ?? '', { method: 'direct', receivedBy: '郭建军', servedOn: await today(c) });
          await (await c.office.enterprise()).post(`/cases/${c.opened.id}/hearing/ask`);
          await refused('adverse.hearing-due', approver.post(`/permit-cases/${c.opened.id}/settle`, settle));
          await (await c.office.enterprise()).post(`/cases/${c.opened.id}/hearing/withdraw`);
          await refused('adverse.period', approver.post(`/permit-cases/${c.opened.id}/settle`, settle));
        },
      },
      {
        title: '单位陈述申辩，答复以前不能决定；提出人自己不能决定',
        run: async c => {
          await (await c.office.enterprise()).post(`/cases/${c.opened.id}/statement`, { text: '报告由监测机构出具，我单位不知情，请核查。' });
          await refused('forbidden', (await c.office.officer('enforcer')).post(`/permit-cases/${c.opened.id}/settle`, { outcome: 'impose', reasons: '事实清楚' }));
          const approver = await c.office.officer('approver');
          await assert.rejects(approver.post(`/permit-cases/${c.opened.id}/settle`, { outcome: 'impose', reasons: '事实清楚' }));
          await approver.post(`/cases/${c.opened.id}/statement/answer`, { answering: 'rejected', text: '排污单位对报告真实性负责，不予采纳。' });
        },
      },
      {
        title: '另一人决定；送达以前单位和公众都看不到，许可证仍有效',
        run: async c => {
          const approver = await c.office.officer('approver');
          c.opened = await approver.post<PermitCase>(`/permit-cases/${c.opened.id}/settle`, { outcome: 'impose', reasons: '事实清楚，证据确凿。' });
          assert.equal(c.opened.case.case.state, 'unserved');
          assert.equal((await (await c.office.enterprise()).get<PermitCase>(`/permit-cases/${c.opened.id}`)).case.case.state, 'told');
          assert.equal((await c.office.register(c.permit.id)).status, 'valid');
        },
      },
      {
        title: '送达后立即生效：公开查询、限值、义务',
        run: async c => {
          const servedOn = await serve(c);
          const seen = await c.office.people.anyone.get<{ endBasis: string; endedOn: string }>(`/public/permits/${c.permit.id}`);
          assert.match(seen.endBasis, article);
          assert.equal(seen.endedOn, servedOn);
          await ended(c, status);
        },
      },
    ],
  };
}

/** The day of the platform. */
async function today(c: Ending): Promise<string> {
  const { asOf } = await c.office.people.anyone.get<{ asOf: string }>(`/public/permits/${c.permit.id}`);
  return asOf;
}

export const revocationJourney = measureJourney({ name: '撤销', kind: 'revoke', ground: 'fraud', article: /排污许可管理条例 第四十条/, status: 'revoked', from: 660, wrongGround: 'beyond-limits' });
export const forfeitureJourney = measureJourney({ name: '吊销', kind: 'forfeit', ground: 'beyond-limits', article: /排污许可管理条例 第三十四条/, status: 'forfeited', from: 740, wrongGround: 'fraud' });

/** 条例 art. 40, walked after a revocation for fraud. */
export const banJourney: Journey<Ending> = {
  ...revocationJourney,
  name: '撤销（骗取）和三年内不得申请',
  steps: [
    ...revocationJourney.steps,
    {
      title: '以欺骗取得被撤销：三年内不得再次申请，写明到哪一天',
      run: async c => {
        const first = (await c.office.standing(c.permit.siteId)).types.find(one => one.key === 'new');
        assert.equal(first?.possible, false);
        assert.match(first?.remark?.zh ?? '', /欺骗.*\d{4}-\d\d-\d\d 以前不得再次申请/);
        await refused('permit.cannot-begin', c.office.begin(c.permit.siteId, {}));
      },
    },
  ],
};
