import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, decodeCursor, Page, shanghaiDate, toPage } from '@huanbao/platform';
import { In } from 'typeorm';
import type { FindingExportDto, FindingListDto } from './finding.dto';
import { FirmFinding, IN_FORCE, PUBLISHED } from './finding.entity';
import { findingPolicy } from './finding.policy';
import { FindingView, findingView, isInForce, PublicFindingView } from './finding.view';

const KIND_WORDS = { fraud: '造假', fault: '成果因机构原因被否定', 'review-failed': '成果因机构原因审查未通过或被退回' } as const;
const STATE_WORDS: Readonly<Record<string, string>> = { proposed: '待决定', refused: '不予认定', confirmed: '已认定', objected: '异议处理中', upheld: '异议后维持', revoked: '已撤销' };
const COLUMNS: readonly SheetColumn<FindingView>[] = [
  { header: '服务机构', width: 34, of: row => row.firmName },
  { header: '认定事项', width: 22, of: row => KIND_WORDS[row.kind] },
  { header: '任务', width: 34, of: row => row.taskTitle },
  { header: '行为日期', width: 12, of: row => row.occurredOn },
  { header: '来源', width: 34, of: row => row.source },
  { header: '依据', width: 44, of: row => row.legalBasis },
  { header: '状态', width: 12, of: row => STATE_WORDS[row.state] ?? row.state },
  { header: '标注期起', width: 12, of: row => row.effectiveFrom },
  { header: '标注期止', width: 12, of: row => row.effectiveTo },
];

/** Findings as they are read. */
@Injectable()
export class FindingQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A firm sees its own; the bureau those of its region. */
  async list(actor: Actor, query: FindingListDto): Promise<Page<FindingView>> {
    const limit = query.limit ?? 20;
    const today = this.clock.today();
    const rows = this.db.repo(FirmFinding).createQueryBuilder('f');
    if (actor.orgKind === 'bureau') rows.where('f.region_code LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    else rows.where('f.firmId = :own', { own: actor.orgId });
    for (const name of ['kind', 'state', 'firmId'] as const) if (query[name]) rows.andWhere(`f.${name} = :${name}`, { [name]: query[name] });
    if (query.inForce === 'true') rows.andWhere('f.state IN (:...standing) AND :today BETWEEN f.effective_from AND f.effective_to', { standing: [...IN_FORCE], today });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(f.firm_name || ' ' || coalesce(f.task_title, '') || ' ' || f.source)) > 0`, { q: query.q });
    const [order, beyond] = query.sort === 'at' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(f.proposed_at, f.id) ${beyond} (CAST(:at AS timestamptz), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
    const found = await rows.orderBy('f.proposedAt', order).addOrderBy('f.id', order).limit(limit + 1).getMany();
    return toPage(found, limit, one => [one.proposedAt.toISOString(), one.id], one => findingView(one, actor, { today, at: this.clock.now() }));
  }

  async export(actor: Actor, query: FindingExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'firm-finding.export', subject: { type: 'firm-finding-list', id: query.state ?? 'all' }, details: { limit: SHEET_ROWS } });
    return spreadsheet({ name: '造假与失责认定', title: '造假与失责认定', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<FindingView> {
    const finding = await this.db.repo(FirmFinding).findOneBy({ id });
    findingPolicy.require(actor, 'firm-finding.read', finding);
    return this.viewOf(actor, finding as FirmFinding);
  }

  viewOf(actor: Actor, finding: FirmFinding): FindingView {
    return findingView(finding, actor, { today: this.clock.today(), at: this.clock.now() });
  }

  /** What stands, also when its days are over: the firm's page says so. */
  async publicOf(firmId: string): Promise<PublicFindingView[]> {
    const rows = await this.db.repo(FirmFinding).find({ where: { firmId, kind: In([...PUBLISHED]), state: In([...IN_FORCE]) }, order: { decidedAt: 'DESC', id: 'DESC' }, take: 50 });
    const today = this.clock.today();
    return rows.map(one => ({
      kind: one.kind, occurredOn: one.occurredOn, source: one.source, legalBasis: one.legalBasis, decidedOn: shanghaiDate(one.decidedAt as Date), effectiveFrom: one.effectiveFrom as string, effectiveTo: one.effectiveTo as string,
      isInForce: isInForce(one, today), isObjected: one.state === 'objected',
    }));
  }

  /** Last day of a fraud finding that has its effect today, by firm. */
  async vetoes(firmIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; until: string }>(
      `SELECT firm_id AS id, max(effective_to)::text AS until FROM firm_finding
        WHERE firm_id = ANY($1::uuid[]) AND kind = 'fraud' AND state = ANY($2) AND $3::date BETWEEN effective_from AND effective_to GROUP BY firm_id`,
      [[...firmIds], [...IN_FORCE], this.clock.today()],
    );
    return new Map(rows.map(row => [row.id, row.until]));
  }
}
