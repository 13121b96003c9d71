import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { AwardedWorks } from '@huanbao/marketplace';
import { Clock, Db, Delivery, Handles, systemActor } from '@huanbao/platform';
import { MoreThan } from 'typeorm';
import { Contract } from '../contract.entity';
import { ContractRecords } from '../contract.records';
import { recheckContractor, recheckContractors } from '../contracts.jobs.definitions';

const SYSTEM = systemActor('contracts');
const AT_A_TIME = 500;

/** A firm was suspended, or lost what a task asks for, in the middle of a contract: the client is offered the next step. */
@Injectable()
export class HandoverJobs {
  constructor(
    private readonly db: Db,
    private readonly works: AwardedWorks,
    private readonly records: ContractRecords,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  @Handles(recheckContractor)
  async firm({ firmId }: { firmId: string }, delivery: Delivery): Promise<void> {
    await this.look(firmId, delivery);
  }

  @Handles(recheckContractors)
  async organisation({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await this.look(organisationId, delivery);
  }

  private async look(firmId: string, delivery: Delivery): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.db.repo(Contract).find({ select: { id: true }, where: { firmId, state: 'active', id: MoreThan(after) }, order: { id: 'ASC' }, take: AT_A_TIME });
      for (const { id } of rows) await this.db.transaction(() => this.judge(id));
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) break;
      after = last.id;
    }
    await delivery.complete(async () => undefined);
  }

  private async judge(id: string): Promise<void> {
    const contract = await this.db.lock(Contract, { id });
    const verdict = contract?.state === 'active' ? await this.works.standing(contract.taskId) : null;
    if (!contract || !verdict || verdict.ok === (contract.unfitSince === null)) return;
    contract.unfitSince = verdict.ok ? null : this.clock.now();
    await this.records.save(contract);
    const reasons = { zh: verdict.ok ? '' : verdict.reasons.map(one => one.zh).join('；'), en: verdict.ok ? '' : verdict.reasons.map(one => one.en).join('; ') };
    const text = verdict.ok ? { zh: '服务机构恢复资格，可以继续履行', en: 'The firm is in good standing again and may go on' } : { zh: `服务机构不符合任务要求：${reasons.zh}。可以下载移交清单，并选择等待恢复、解除合同或为剩余部分另行委托`, en: `The firm does not meet the requirements: ${reasons.en}. Take the handover list; wait, end the contract, or engage somebody else for the rest` };
    await this.records.tell({ actor: SYSTEM, contract }, verdict.ok ? 'fit' : 'unfit', text);
    await this.notifier.notify({
      to: { orgId: contract.enterpriseId }, topic: 'task', subject: { type: 'contract', id }, link: `/e/${contract.enterpriseId}/contracts/${id}`, key: `contract:${id}:${verdict.ok ? 'fit' : 'unfit'}:${contract.version}`,
      title: verdict.ok ? { zh: `服务机构恢复资格：${contract.title}`, en: `The firm is fit again: ${contract.title}` } : { zh: `合同履行中机构失去资格：${contract.title}`, en: `The firm has lost its standing: ${contract.title}` }, body: text,
    });
  }
}
