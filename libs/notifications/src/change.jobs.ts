import { Injectable } from '@nestjs/common';
import { Directory, OrganisationChange } from '@huanbao/identity';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { tellChange } from './notifications.jobs.definitions';
import { Notifier } from './notifier';

/** Messages about changes of an organisation's facts: to the bureau when asked, to the organisation when decided. */
@Injectable()
export class ChangeJobs {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellChange)
  async change({ changeId }: { changeId: string }, delivery: Delivery): Promise<void> {
    const change = await this.db.repo(OrganisationChange).findOneBy({ id: changeId });
    const organisation = change && (await this.directory.organisation(change.orgId));
    if (!change || !organisation) return;
    const about = { topic: 'organisation', subject: { type: 'organisation', id: change.orgId }, key: `organisation-change:${changeId}:${change.state}` };
    await delivery.complete(async () => {
      if (change.state === 'requested')
        await this.notifier.notify({
          ...about, to: { role: 'bureau.intake', regionCode: organisation.regionCode },
          title: { zh: `申请变更单位信息：${organisation.name}`, en: `Asks for other facts: ${organisation.name}` },
          body: { zh: `原因：${change.reason}`, en: `Reason: ${change.reason}` }, link: `/b/:orgId/organisations/${change.orgId}`,
        });
      if (change.state === 'confirmed' || change.state === 'refused')
        await this.notifier.notify({
          ...about, to: { orgId: change.orgId }, link: `/${organisation.kind === 'firm' ? 'f' : 'e'}/${change.orgId}/organisation`,
          title: change.state === 'confirmed' ? { zh: '单位信息变更已确认', en: 'The change of your facts is confirmed' } : { zh: '单位信息变更未获确认', en: 'The change of your facts was refused' },
          body: change.decisionReason ? { zh: `意见：${change.decisionReason}`, en: `Remark: ${change.decisionReason}` } : { zh: '新的信息从现在起生效。', en: 'The new facts hold from now on.' },
        });
    });
  }
}
