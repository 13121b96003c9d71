import { Injectable, StreamableFile } from '@nestjs/common';
import { CaseRecord, CaseViews, CorrectionRound } from '@huanbao/casework';
import { CreditEvents } from '@huanbao/credit';
import { allPages, Files, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, notFound, Page, shanghaiDate } from '@huanbao/platform';
import { CreditCaseLists } from '../case-list';
import { IsNull } from 'typeorm';
import { CreditCertificate, CreditRepair, CreditRepairWithdrawal } from '../credit-repair.entity';
import { repairPolicy } from '../credit-repair.policy';
import { RepairBook } from '../credit-repair.reference';
import type { CreditCaseExportDto, CreditCaseListDto } from '../dto/lists.dto';
import { type CreditCaseItemView, type CreditRepairView, repairView } from '../views/repair.view';

const SEVERITY_WORDS = { minor: '轻微', general: '一般', serious: '严重' } as const;

export const CASE_COLUMNS: readonly SheetColumn<CreditCaseItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '单位', width: 34, of: row => row.subjectName },
  { header: '失信信息', width: 40, of: row => row.eventTitle },
  { header: '文号', width: 24, of: row => row.documentNo },
  { header: '失信类别', width: 10, of: row => SEVERITY_WORDS[row.severity] },
  { header: '提交日期', width: 12, of: row => (row.submittedAt ? shanghaiDate(row.submittedAt) : '') },
  { header: '状态', width: 16, of: row => row.stateZh },
  { header: '期限', width: 12, of: row => (row.clockPaused ? '暂停计时' : (row.dueOn ?? '')) },
  { header: '办理人', width: 14, of: row => row.claimedByName },
];

/** Applications as lists, as a spreadsheet and one by one. */
@Injectable()
export class RepairQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: CreditCaseLists,
    private readonly cases: CaseViews,
    private readonly events: CreditEvents,
    private readonly files: Files,
    private readonly book: RepairBook,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: CreditCaseListDto): Promise<Page<CreditCaseItemView>> {
    return this.lists.page(actor, CreditRepair, query);
  }

  async export(actor: Actor, query: CreditCaseExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'credit-repair.export', subject: { type: 'credit-repair-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '信用修复', title: '信用修复申请清单', columns: CASE_COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<CreditRepairView> {
    const repair = await this.db.repo(CreditRepair).findOneBy({ id });
    const c = repair && (await this.db.repo(CaseRecord).findOneBy({ id }));
    repairPolicy.require(actor, 'credit-repair.read', c);
    if (!repair || !c) throw notFound();
    const events = await this.events.of(repair.subjectId);
    const event = events.find(one => one.key === repair.eventKey);
    const since = events.filter(one => one.harms && one.key !== repair.eventKey && one.occurredOn >= (event?.occurredOn ?? '')).map(({ title, severity, occurredOn, status }) => ({ title, severity, occurredOn, status }));
    const rounds = await this.db.repo(CorrectionRound).countBy({ caseId: id });
    const certificate = await this.db.repo(CreditCertificate).findOneBy({ eventKey: repair.eventKey, kind: 'repaired', revokedOn: IsNull() });
    const withdrawal = await this.db.repo(CreditRepairWithdrawal).findOne({ where: { repairId: id }, order: { proposedAt: 'DESC' } });
    return repairView(repair, {
      actor, c, since, detail: await this.cases.detail(id, actor), files: await this.files.list('credit-repair', id), proofs: await this.book.proofs(repair.severity), corrections: Math.max(0, (await this.book.number('correction-rounds')) - rounds), certificateId: certificate?.id ?? null, withdrawal: { row: withdrawal, holds: event?.status === 'repaired' },
    });
  }
}
