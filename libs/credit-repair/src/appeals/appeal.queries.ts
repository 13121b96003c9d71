import { Injectable, StreamableFile } from '@nestjs/common';
import { CaseRecord, CaseViews } from '@huanbao/casework';
import { CreditEvents } from '@huanbao/credit';
import { allPages, Files, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, notFound, Page } from '@huanbao/platform';
import { CreditCaseLists } from '../case-list';
import { CreditAppeal } from '../credit-repair.entity';
import { appealPolicy } from '../credit-repair.policy';
import type { CreditCaseExportDto, CreditCaseListDto } from '../dto/lists.dto';
import { CASE_COLUMNS } from '../repairs/repair.queries';
import { appealView, type CreditAppealView, type CreditCaseItemView } from '../views/repair.view';

/** Appeals as lists, as a spreadsheet and one by one. */
@Injectable()
export class AppealQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: CreditCaseLists,
    private readonly cases: CaseViews,
    private readonly events: CreditEvents,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: CreditCaseListDto): Promise<Page<CreditCaseItemView>> {
    return this.lists.page(actor, CreditAppeal, query);
  }

  async export(actor: Actor, query: CreditCaseExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'credit-appeal.export', subject: { type: 'credit-appeal-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '信用信息异议', title: '信用信息异议清单', columns: CASE_COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<CreditAppealView> {
    const appeal = await this.db.repo(CreditAppeal).findOneBy({ id });
    const c = appeal && (await this.db.repo(CaseRecord).findOneBy({ id }));
    appealPolicy.require(actor, 'credit-appeal.read', c);
    if (!appeal || !c) throw notFound();
    const event = await this.events.one(appeal.eventId);
    return appealView(appeal, { actor, c, detail: await this.cases.detail(id, actor), files: await this.files.list('credit-appeal', id), today: this.clock.today(), recordedBy: event?.recordedBy ?? null });
  }
}
