import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { FirmsService } from './firms.service';
import { IntegrityPoint } from './integrity/integrity.entity';
import { FirmPerson, PersonFlag } from './people/person.entity';
import { Qualification } from './provider.entity';
import { listFirm, tellObjection, tellPersonFlag, tellPoint, tellQualificationReviewed, unlistFirm } from './providers.events';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const REVIEWED: Readonly<Record<Qualification['state'], (q: Qualification) => { title: Words; body: Words } | null>> = {
  pending: () => null,
  verified: q => ({ title: { zh: `资质核验通过：${q.kind}`, en: `Qualification verified: ${q.kind}` }, body: { zh: '现在可以参加要求该资质的任务报价。', en: 'Tasks that ask for it are open to you now.' } }),
  rejected: q => ({ title: { zh: `资质未通过核验：${q.kind}`, en: `Qualification not accepted: ${q.kind}` }, body: { zh: `原因：${q.reason ?? ''}。请修改后重新提交。`, en: `Reason: ${q.reason ?? ''}. Mend it and submit again.` } }),
  suspended: q => ({ title: { zh: `资质已被暂停：${q.kind}`, en: `Qualification suspended: ${q.kind}` }, body: { zh: `原因：${q.reason ?? ''}。恢复前不能参加要求该资质的报价；有异议请联系核验部门。`, en: `Reason: ${q.reason ?? ''}. No bids that ask for it until it is restored.` } }),
};

@Injectable()
export class ProvidersJobs {
  constructor(
    private readonly db: Db,
    private readonly firms: FirmsService,
    private readonly notifier: Notifier,
  ) {}

  @Handles(listFirm)
  async list({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.firms.setListed(organisationId, true));
  }

  @Handles(unlistFirm)
  async unlist({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.firms.setListed(organisationId, false));
  }

  @Handles(tellQualificationReviewed)
  async tellReviewed({ qualificationId }: { qualificationId: string }, delivery: Delivery): Promise<void> {
    const q = await this.db.repo(Qualification).findOneBy({ id: qualificationId });
    const text = q && REVIEWED[q.state](q);
    await delivery.complete(async () => {
      if (q && text) await this.tellFirm(q.firmId, `/f/${q.firmId}/qualifications`, { subject: { type: 'qualification', id: q.id }, ...text, key: `qualification:${q.id}:v${q.version}` });
    });
  }

  @Handles(tellPersonFlag)
  async tellFlag({ flagId }: { flagId: string }, delivery: Delivery): Promise<void> {
    const flag = await this.db.repo(PersonFlag).findOneByOrFail({ id: flagId });
    const people = await this.db.repo(FirmPerson).findBy([{ id: flag.personId }, { id: flag.otherId }]);
    await delivery.complete(async () => {
      for (const role of ['bureau.intake', 'bureau.reviewer'])
        await this.notifier.notify({
          to: { role, regionCode: flag.regionCode }, topic: 'organisation', subject: { type: 'person-flag', id: flag.id }, link: '/b/:orgId/person-flags', key: `person-flag:${flag.id}`,
          title: { zh: '人员同时登记在两家机构，请核实', en: 'A person is registered with two firms: please look into it' }, body: { zh: '可能是兼职、挂证或离职未注销。', en: 'Part-time work, a lent certificate, or a leaving that was not registered.' },
        });
      // the other firm is not named: who works where is nobody's business but the bureau's
      for (const person of people)
        await this.tellFirm(person.firmId, `/f/${person.firmId}/people`, {
          subject: { type: 'person-flag', id: flag.id }, key: `person-flag:${flag.id}:${person.firmId}`,
          title: { zh: `人员 ${person.nameMasked} 同时登记在其他机构`, en: `${person.nameMasked} is registered with another firm as well` },
          body: { zh: '请确认此人是否仍全职在本机构工作；已离开的，请登记离开日期。', en: 'Confirm that this person still works for you full-time; if not, register the day of leaving.' },
        });
    });
  }

  @Handles(tellPoint)
  async tellPoint({ pointId }: { pointId: string }, delivery: Delivery): Promise<void> {
    const point = await this.db.repo(IntegrityPoint).findOneByOrFail({ id: pointId });
    const said: Partial<Record<IntegrityPoint['state'], { title: Words; body: Words }>> = {
      confirmed: { title: { zh: `失信记分 ${point.points} 分`, en: `${point.points} integrity points` }, body: { zh: `${point.ruleTextZh}（${point.article}）。对事实或依据有异议的，可在线提出。`, en: `${point.ruleTextEn} (${point.article}). You may object on line.` } },
      upheld: { title: { zh: '对记分的异议：维持', en: 'Your objection: the points stand' }, body: { zh: point.answer ?? '', en: point.answer ?? '' } },
      revoked: { title: { zh: '对记分的异议：撤销记分', en: 'Your objection: the points are revoked' }, body: { zh: point.answer ?? '', en: point.answer ?? '' } },
    };
    const text = said[point.state];
    await delivery.complete(async () => {
      if (text) await this.tellFirm(point.firmId, `/f/${point.firmId}/integrity`, { subject: { type: 'integrity-point', id: point.id }, ...text, key: `integrity-point:${point.id}:${point.state}` });
    });
  }

  @Handles(tellObjection)
  async tellObjection({ pointId }: { pointId: string }, delivery: Delivery): Promise<void> {
    const point = await this.db.repo(IntegrityPoint).findOneByOrFail({ id: pointId });
    await delivery.complete(() =>
      this.notifier.notify({
        to: { role: 'bureau.supervisor', regionCode: point.regionCode }, topic: 'organisation', subject: { type: 'integrity-point', id: point.id }, link: '/b/:orgId/integrity-points?state=objected', key: `integrity-point:${point.id}:objected`,
        title: { zh: `机构对记分提出异议：${point.firmName}`, en: `Objection to points: ${point.firmName}` }, body: { zh: point.objection ?? '', en: point.objection ?? '' },
      }),
    );
  }

  private tellFirm(firmId: string, link: string, message: { subject: { type: string; id: string }; title: Words; body: Words; key: string }): Promise<void> {
    return this.notifier.notify({ to: { orgId: firmId, roles: ['firm.manager'] }, topic: 'organisation', link, ...message });
  }
}
