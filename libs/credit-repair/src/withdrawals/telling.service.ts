import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarService, CaseEngine, CaseHooks, CaseNotice, type CaseRecord, Notices, Serving } from '@huanbao/casework';
import { addWorkingDays } from '@huanbao/calendar';
import { Actor, Db } from '@huanbao/platform';
import { serviceOf } from '../about-event';
import { CreditRepair, CreditRepairWithdrawal } from '../credit-repair.entity';
import { RepairMessages } from '../credit-repair.messages';
import { RepairBook } from '../credit-repair.reference';
import { repairMachine } from '../repairs/repair.machine';

const MEASURE = '撤销信用修复';

/** 撤销信用修复事先告知书: the time of the party to speak begins on the day after its service, never with the proposal. */
@Injectable()
export class WithdrawalTelling implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly hooks: CaseHooks,
    private readonly engine: CaseEngine,
    private readonly notices: Notices,
    private readonly serving: Serving,
    private readonly calendars: CalendarService,
    private readonly book: RepairBook,
    private readonly messages: RepairMessages,
  ) {}

  onModuleInit(): void {
    this.hooks.onIntentServed(repairMachine, async (c, { notice, actor, servedOn }) => {
      const row = await this.db.lock(CreditRepairWithdrawal, { intentNoticeId: notice.id, state: 'proposed' });
      if (row) await this.served(c, row, { actor, on: servedOn });
    });
  }

  /** Makes the paper; whoever agreed to receive papers here is served in the same step, for others an officer records it. Only inside the transaction of the proposal. */
  async issue(c: CaseRecord, repair: CreditRepair, { id, falsehood, statementDays }: CreditRepairWithdrawal, actor: Actor): Promise<CaseNotice> {
    const article = (await this.book.withdrawalBasis()).replace('（', ' （');
    const notice = await this.notices.issueIntent(repairMachine, c, { article, measure: MEASURE, reasons: `经查，申请材料存在虚假：${falsehood}`, days: statementDays });
    await this.db.repo(CreditRepairWithdrawal).update({ id }, { intentNoticeId: notice.id });
    const service = serviceOf(repair);
    if (service) await this.serving.serve(notice.id, { ...service, actor });
    else await this.messages.toPost('bureau.intake', c, { key: `withdrawal-tell-${id}`, title: { zh: `待送达：${notice.content.title}`, en: 'A notice to be served' }, body: { zh: `${notice.number}：${repair.subjectName}没有同意电子送达，陈述申辩的期限自送达次日起算，请登记送达。`, en: `${notice.number}: the time to speak runs from its service. Record it.` } });
    return notice;
  }

  /** By a word of the party before the paper came: who answers was told. @returns the row as it stands now */
  async spoke(row: CreditRepairWithdrawal, on: string): Promise<CreditRepairWithdrawal> {
    return row.toldOn === null ? this.begin(row, on) : row;
  }

  private async served(c: CaseRecord, row: CreditRepairWithdrawal, { actor, on }: { readonly actor: Actor; readonly on: string }): Promise<void> {
    if (row.toldOn !== null) return;
    const { statementUntil } = await this.begin(row, on);
    const until = statementUntil ?? '';
    const repair = await this.db.repo(CreditRepair).findOneByOrFail({ id: row.repairId });
    await this.engine.note(c.id, { actor, authorise: () => undefined, text: { zh: `撤销信用修复事先告知书已送达，${until} 前可以陈述申辩`, en: `The notice was served; the party may speak until ${until}` }, action: 'credit-repair.withdrawal-told', details: { toldOn: on, statementUntil }, visibility: 'parties' });
    await this.messages.toSubject(c, repair, { key: `withdrawal-told-${row.id}`, title: { zh: '拟撤销已经作出的信用修复', en: 'Your repair is to be withdrawn' }, body: { zh: `${c.number ?? ''}：经查，申请材料存在虚假：${row.falsehood}。可以在 ${until} 前陈述和申辩。`, en: `${c.number ?? ''}: papers were found false. State your case by ${until}.` } });
  }

  private async begin(row: CreditRepairWithdrawal, on: string): Promise<CreditRepairWithdrawal> {
    const change = { toldOn: on, statementUntil: addWorkingDays(on, row.statementDays, await this.calendars.calendar()).date };
    await this.db.repo(CreditRepairWithdrawal).update({ id: row.id }, change);
    return { ...row, ...change };
  }
}
