import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import type { Journey } from './journey';
import { Application, Permit, PermitOffice, refused } from './permit-office';

interface Life {
  readonly office: PermitOffice;
  permit: Permit;
  application: Application;
}

/** Sites of their own, so that a journey can be walked again in the same city. */
const begin = (from: number): Journey<Life>['begin'] => async (people, inside) => {
  const office = new PermitOffice(people, inside);
  return { office, permit: await office.firstPermit(randomInt(from, from + 80)), application: {} as Application };
};

const clockOf = (application: Application, name: string): Application['case']['clocks'][number] => {
  const clock = application.case.clocks.find(one => one.clock === name);
  assert.ok(clock, `no clock ${name}`);
  return clock;
};
const kinds = (duties: readonly { kind: string }[]): Set<string> => new Set(duties.map(one => one.kind));
const today = (permit: Permit): string => permit.issuedOn;

/** 变更: name, domicile, representative; rule C16 refuses what is more, and nothing typed is lost on the way to 重新申请. */
export const changeJourney: Journey<Life> = {
  name: '变更',
  begin: begin(100),
  steps: [
    {
      title: '开始前写明情形、材料、期限；没有变更日期不能开始',
      run: async c => {
        const row = (await c.office.standing(c.permit.siteId)).types.find(one => one.key === 'change');
        assert.ok(row?.possible);
        assert.deepEqual(row.triggers.map(one => one.key), ['name', 'domicile', 'representative', 'standard']);
        assert.ok(row.triggers.every(one => /条例 第十[四六]条/.test(one.article)));
        assert.deepEqual(row.materials.filter(one => one.need !== 'optional').map(one => one.kind), ['commitment', 'licence', 'basis']);
        // nobody has compared the periods with the promulgated text yet, and that is said
        assert.deepEqual(row.clocks.map(one => [one.days, one.verified]), [[3, false], [10, false], [10, false]]);
        const problem = await refused('validation', c.office.begin(c.permit.siteId, { businessType: 'change', triggers: ['representative'] }));
        assert.deepEqual((problem.errors as { pointer: string }[]).map(one => one.pointer), ['/occurredOn']);
      },
    },
    {
      title: '开始变更：许可证的内容都带过来，逐项对照旧值和新值',
      run: async c => {
        c.application = await c.office.begin(c.permit.siteId, { businessType: 'change', triggers: ['representative'], occurredOn: today(c.permit) });
        const { id } = c.application;
        assert.ok(c.application.sections.filter(one => !['attachments', 'submission'].includes(one.section)).every(one => one.status === 'completed'));
        await c.office.cell(id, 'basic', '/legalRepresentative', '赵新任');
        const changes = await (await c.office.enterprise()).get<{ items: { pointer: string; before: string; after: string }[] }>(`/permit-applications/${id}/changes`);
        assert.deepEqual(changes.items.map(one => [one.pointer, one.after]), [['/basic/legalRepresentative', '赵新任']]);
        assert.deepEqual(await c.office.handInMaterials(id), ['commitment', 'licence']);
      },
    },
    {
      title: '把许可浓度改高：校核 C16 拒绝按变更办理',
      run: async c => {
        await c.office.cell(c.application.id, 'air-limits', '/limits/0/concentrationMgM3', '11');
        const errors = (await c.office.errors(c.application.id)).filter(one => one.ruleId === 'C16');
        assert.deepEqual(errors.map(one => one.pointer), ['/air-limits/limits/0/concentrationMgM3']);
        assert.match(errors[0]?.suggestion.zh ?? '', /重新申请/);
        const enterprise = await c.office.enterprise();
        await refused('permit.findings-open', enterprise.post(`/permit-applications/${c.application.id}/submit`, { commitment: true }));
        await c.office.cell(c.application.id, 'air-limits', '/limits/0/concentrationMgM3', '10');
      },
    },
    {
      title: '改回后提交，十个工作日的审批期限写明依据未核实',
      run: async c => {
        await c.office.submit(c.application.id);
        c.application = await c.office.accept(c.application.id);
        const review = clockOf(c.application, 'review');
        assert.equal(review.remaining, 10);
        assert.match(review.article, /未核实/);
      },
    },
    {
      title: '变更后：编号和有效期不变，限值和义务不变，多一个版本',
      run: async c => {
        const before = await c.office.limits(c.permit.id);
        const after = await c.office.grant(c.application.id);
        assert.deepEqual([after.number, after.validFrom, after.validTo, after.legalRepresentative], [c.permit.number, c.permit.validFrom, c.permit.validTo, '赵新任']);
        assert.notEqual(after.originalFileId, c.permit.originalFileId);
        assert.deepEqual(await c.office.limits(c.permit.id), before);
        const seen = await c.office.register(c.permit.id);
        assert.deepEqual([seen.status, seen.signatureHolds, seen.versions.map(one => one.businessType)], ['valid', true, ['change', 'new']]);
        assert.equal(await c.office.certificate(c.permit.id), '%PDF-');
        assert.ok(kinds(await c.office.duties(c.permit.id)).has('report-annual'));
      },
    },
  ],
};

/** 重新申请, reached from a change that was none: what was typed stays; new limits take the place of the old. */
export const reapplyJourney: Journey<Life> = {
  name: '重新申请',
  begin: begin(200),
  steps: [
    {
      title: '按变更开始，改了排放口高度和浓度，发现应当重新申请',
      run: async c => {
        c.application = await c.office.begin(c.permit.siteId, { businessType: 'change', triggers: ['name'], occurredOn: today(c.permit) });
        await c.office.cell(c.application.id, 'air-limits', '/limits/0/year5T', '4');
        await c.office.cell(c.application.id, 'air-totals', '/plantTotals/0/year5T', '4');
        await c.office.cell(c.application.id, 'products', '/products/0/capacity', '900000');
        assert.deepEqual((await c.office.errors(c.application.id)).filter(one => one.ruleId === 'C16').map(one => one.pointer), ['/products/products/0/capacity']);
      },
    },
    {
      title: '改为重新申请：情形必须选对，别人不能改，已填内容保留',
      run: async c => {
        const path = `/permit-applications/${c.application.id}/business-type`;
        const enterprise = await c.office.enterprise();
        await refused('not-found', (await c.office.outsider()).post(path, { businessType: 'reapply', triggers: ['project'] }));
        await refused('validation', enterprise.post(path, { businessType: 'reapply', triggers: ['name'] }));
        await refused('validation', enterprise.post(path, { businessType: 'reapply', triggers: [] }));
        await refused('validation', enterprise.post(path, { businessType: 'renew', triggers: ['project'] }));
        const changed = await enterprise.post<Application>(path, { businessType: 'reapply', triggers: ['project'] });
        assert.deepEqual([changed.businessType, changed.state], ['reapply', 'draft']);
        assert.match(changed.case.case.title, /重新申请/);
        await refused('permit.cannot-begin', enterprise.post(path, { businessType: 'reapply', triggers: ['project'] }));
        const { items } = await enterprise.get<{ items: { pointer: string }[] }>(`/permit-applications/${c.application.id}/changes`);
        for (const pointer of ['/air-limits/limits/0/year5T', '/air-totals/plantTotals/0/year5T', '/products/products/0/capacity']) assert.ok(items.some(one => one.pointer === pointer), pointer);
      },
    },
    {
      title: '要交的材料变为五种，C16 不再拦，提交后按简化管理二十个工作日审批',
      run: async c => {
        assert.deepEqual(await c.office.handInMaterials(c.application.id), ['commitment', 'eia', 'site-plan', 'process-diagram', 'monitoring-points']);
        await c.office.completeAll(c.application.id);
        await c.office.submit(c.application.id);
        c.application = await c.office.accept(c.application.id);
        assert.deepEqual([clockOf(c.application, 'review').remaining, clockOf(c.application, 'review').article], [20, '排污许可管理条例 第十二条（期限未核实）']);
      },
    },
    {
      title: '发证：编号不变，有效期重新计算，旧限值结束、新限值开始，义务接续',
      run: async c => {
        const before = await c.office.limits(c.permit.id, c.permit.issuedOn);
        const after = await c.office.grant(c.application.id);
        assert.deepEqual([after.number, after.validFrom], [c.permit.number, after.issuedOn]);
        const seen = await c.office.register(c.permit.id);
        assert.deepEqual([seen.status, seen.versions.map(one => one.businessType)], ['valid', ['reapply', 'new']]);
        assert.equal(await c.office.certificate(c.permit.id), '%PDF-');
        const rows = await c.office.limits(c.permit.id);
        if (rows && before) {
          const annual = (list: typeof rows, outlet: string): (readonly [string, number])[] => list.filter(one => one.measure === 'annual' && one.outletCode === outlet && one.pollutant === 'PM').map(one => [one.value, one.fromVersion] as const);
          const last = (await c.office.limits(c.permit.id, after.validTo)) ?? [];
          // of the fifth year: the smaller amount of the new version, at the outlet and for the plant
          assert.deepEqual([annual(last, 'DA001'), annual(last, 'plant')], [[['4', 2]], [['4', 2]]]);
        }
        assert.ok(kinds(await c.office.duties(c.permit.id)).has('report-annual'));
      },
    },
  ],
};

/** 调整: what is neither a change nor a case of art. 15. */
export const adjustJourney: Journey<Life> = {
  name: '调整',
  begin: begin(300),
  steps: [
    {
      title: '说明调整什么，交情况说明；不增加排放',
      run: async c => {
        const problem = await refused('validation', c.office.begin(c.permit.siteId, { businessType: 'adjust' }));
        assert.deepEqual((problem.errors as { pointer: string }[]).map(one => one.pointer), ['/triggers']);
        c.application = await c.office.begin(c.permit.siteId, { businessType: 'adjust', triggers: ['less'] });
        for (const year of [1, 2, 3, 4, 5]) await c.office.cell(c.application.id, 'air-limits', `/limits/0/year${year}T`, '3.5');
        for (const year of [1, 2, 3, 4, 5]) await c.office.cell(c.application.id, 'air-totals', `/plantTotals/0/year${year}T`, '3.5');
        assert.deepEqual(await c.office.handInMaterials(c.application.id), ['commitment', 'explanation']);
      },
    },
    {
      title: '提交后十个工作日审批',
      run: async c => {
        await c.office.submit(c.application.id);
        c.application = await c.office.accept(c.application.id);
        assert.equal(clockOf(c.application, 'review').remaining, 10);
      },
    },
    {
      title: '调整后：编号和有效期不变，变小的许可量从当日起接替',
      run: async c => {
        const after = await c.office.grant(c.application.id);
        assert.deepEqual([after.number, after.validFrom, after.validTo], [c.permit.number, c.permit.validFrom, c.permit.validTo]);
        assert.deepEqual((await c.office.register(c.permit.id)).versions.map(one => one.businessType), ['adjust', 'new']);
        const rows = await c.office.limits(c.permit.id, after.issuedOn);
        if (rows) {
          assert.ok(rows.some(one => one.measure === 'annual' && one.value === '3.5'));
          assert.ok(!rows.some(one => one.measure === 'annual' && one.value === '4.752'), 'the larger amount holds no longer');
        }
      },
    },
  ],
};

/** 延续, one day late and in time for the end; and what is left when nobody renewed. Needs a clock that can be moved. */
export const renewalJourney: Journey<Life & { lapsed: Permit }> = {
  name: '延续',
  begin: async (people, inside) => {
    const life = await begin(400)(people, inside);
    return { ...life, lapsed: await life.office.firstPermit(randomInt(480, 499)) };
  },
  steps: [
    {
      title: '届满前 180 日以内才能提出，写明从哪一天起；届满六十日前的最后一天还不算迟',
      run: async c => {
        assert.deepEqual([c.permit.validTo, c.permit.renewalLastDay], ['2031-11-22', '2031-09-23']);
        const early = await refused('permit.cannot-begin', c.office.begin(c.permit.siteId, { businessType: 'renew' }));
        assert.match(early.zh ?? '', /2031-05-26 起可以申请延续/);
        await c.office.moveTo('2031-09-23T02:00:00Z');
        const standing = await c.office.standing(c.permit.siteId);
        assert.deepEqual([standing.renewalLate, standing.types.find(one => one.key === 'renew')?.clocks.map(one => [one.days, one.article])], [false, [[3, '排污许可管理条例 第九条第四项'], [20, '排污许可管理条例 第十四条'], [10, '行政许可法 第四十四条']]]);
      },
    },
    {
      title: '迟了一天：开始之前就说明法律怎么规定，仍可提出',
      run: async c => {
        await c.office.moveTo('2031-09-24T02:00:00Z');
        const standing = await c.office.standing(c.permit.siteId);
        const renew = standing.types.find(one => one.key === 'renew');
        assert.ok(standing.renewalLate && renew?.possible);
        for (const said of ['2031-09-23', '迟了 1 天', '第十四条', '不得排放', '第三十三条', '还有 59 天']) assert.ok(renew.remark?.zh.includes(said), `${said} in ${renew.remark?.zh ?? ''}`);
        c.application = await c.office.begin(c.permit.siteId, { businessType: 'renew' });
        assert.match(c.application.remarks[0]?.zh ?? '', /迟了 1 天/);
        assert.deepEqual(await c.office.handInMaterials(c.application.id), ['commitment']);
      },
    },
    {
      title: '提交并受理：二十个工作日，依据第十四条',
      run: async c => {
        await c.office.submit(c.application.id);
        c.application = await c.office.accept(c.application.id);
        const review = clockOf(c.application, 'review');
        assert.deepEqual([review.total, review.article], [20, '排污许可管理条例 第十四条（期限未核实）']);
      },
    },
    {
      title: '延续后：编号不变，从届满次日起再五年；届满以前仍按原证',
      run: async c => {
        const after = await c.office.grant(c.application.id);
        assert.deepEqual([after.number, after.validFrom, after.validTo, after.status], [c.permit.number, '2031-11-23', '2036-11-22', 'valid']);
        const seen = await c.office.register(c.permit.id);
        assert.deepEqual(seen.versions.map(one => [one.businessType, one.effectiveFrom]), [['renew', '2031-11-23'], ['new', c.permit.issuedOn]]);
        assert.deepEqual((await c.office.limits(c.permit.id, '2031-11-22'))?.map(one => one.fromVersion).filter(one => one !== 1), []);
        assert.ok((await c.office.limits(c.permit.id, '2031-11-23'))?.some(one => one.measure === 'annual' && one.fromVersion === 2));
        assert.match((await c.office.standing(c.permit.siteId)).types.find(one => one.key === 'renew')?.remark?.zh ?? '', /已经延续到 2036-11-22/);
      },
    },
    {
      title: '另一张证届满没有延续：次日只能重新申请，先说明再选择；公开查询显示已过期',
      run: async c => {
        await c.office.moveTo('2031-11-23T02:00:00Z');
        const standing = await c.office.standing(c.lapsed.siteId);
        assert.deepEqual([standing.standing, standing.types.filter(one => one.possible).map(one => one.key)], ['expired', ['reapply']]);
        const problem = await refused('permit.cannot-begin', c.office.begin(c.lapsed.siteId, { businessType: 'renew' }));
        assert.match(problem.zh ?? '', /2031-11-22 届满.*重新申请.*不得排放污染物/);
        assert.equal((await c.office.register(c.lapsed.id)).status, 'expired');
        assert.equal((await c.office.register(c.permit.id)).status, 'valid');
      },
    },
    {
      title: '届满未延续，依职权注销：一人提出、另一人审定，送达后公开查询立即显示',
      run: async c => {
        const [enforcer, approver] = [await c.office.officer('enforcer'), await c.office.officer('approver')];
        const body = { kind: 'cancel-ex-officio', ground: 'expired', reasons: '有效期届满，单位没有申请延续。' };
        await refused('permit.not-expired', enforcer.post(`/permits/${c.permit.id}/measures`, body));
        await c.office.evidence(c.lapsed.id);
        const opened = await enforcer.post<{ id: string }>(`/permits/${c.lapsed.id}/measures`, body);
        const decided = await approver.post<{ case: { notices: { id: string; kind: string }[] } }>(`/permit-cases/${opened.id}/settle`, { outcome: 'impose', reasons: '同意注销。' });
        const decision = decided.case.notices.find(one => one.kind === 'decision');
        await c.office.serve(approver, decision?.id ?? '', { method: 'post', receivedBy: '郭建军', servedOn: '2031-11-23' });
        assert.equal((await c.office.register(c.lapsed.id)).status, 'cancelled');
        assert.deepEqual(await c.office.limits(c.lapsed.id, '2031-11-23'), []);
      },
    },
  ],
};
