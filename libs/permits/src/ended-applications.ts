import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Db, systemActor } from '@huanbao/platform';
import type { PermitStatus } from './certificate/validity';
import { PermitApplication } from './application.entity';
import { applicationMachine } from './application.machine';
import { ApplicationRecords } from './application.records';
import { PermitNotices } from './permits.notices';

const WORDS: Readonly<Record<Exclude<PermitStatus, 'valid'>, string>> = { revoked: '撤销', forfeited: '吊销', withdrawn: '撤回', cancelled: '注销' };

/** Applications for a change, a renewal or a permit anew of one that ended meanwhile: without it they have no object, and the site would wait for ever. */
@Injectable()
export class EndedApplications {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly engine: CaseEngine,
    private readonly notices: PermitNotices,
  ) {}

  /** In the transaction of the job; a second run finds nothing open. */
  async close(permitId: string, { status, endedOn }: { readonly status: Exclude<PermitStatus, 'valid'>; readonly endedOn: string }): Promise<void> {
    const open = await this.db.repo(PermitApplication).find({ where: { permitId, open: true }, select: { id: true } });
    for (const { id } of open) {
      const application = await this.records.lock(id);
      if (!application.open) continue;
      await this.engine.act(applicationMachine, id, 'close-ended', {
        actor: systemActor('permits'),
        reason: `许可证已于 ${endedOn} ${WORDS[status]}，本件没有办理对象；仍要排污的，请按首次申请重新提出，填报内容可以复制`,
        authorise: () => undefined,
        publicText: { zh: '许可证已经终止，申请办理终结', en: 'The permit ended: the application is closed' },
        effects: async c => {
          await this.records.keepInStep(id, c, { editing: 'sealed' });
          await this.notices.closed(application, { wasSubmitted: c.submittedAt !== null, word: WORDS[status] });
        },
      });
    }
  }
}
