import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { In } from 'typeorm';
import type { PointExportDto, PointListDto } from './integrity.dto';
import { COUNTING, IntegrityDomain, IntegrityPoint, IntegrityRule } from './integrity.entity';
import { IntegrityDomainView, IntegrityStandingView, PointView, pointView } from './integrity.view';
import { integrityStanding } from './points';

const STATE_WORDS: Readonly<Record<string, string>> = { proposed: '待确认', refused: '不予记分', confirmed: '已记分', objected: '异议处理中', upheld: '异议后维持', revoked: '已撤销' };
const COLUMNS: readonly SheetColumn<PointView>[] = [
  { header: '服务机构', width: 34, of: row => row.firmName },
  { header: '行为', width: 44, of: row => row.ruleZh },
  { header: '分值', width: 8, of: row => row.points },
  { header: '依据', width: 50, of: row => row.article },
  { header: '行为日期', width: 12, of: row => row.occurredOn },
  { header: '失效日期', width: 12, of: row => row.expiresOn },
  { header: '来源', width: 30, of: row => row.source },
  { header: '状态', width: 12, of: row => STATE_WORDS[row.state] ?? row.state },
];

/** Points as they are read, and where a firm stands. */
@Injectable()
export class IntegrityQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A firm sees its own that were decided; the bureau those of its region. The newest first. */
  async list(actor: Actor, query: PointListDto): Promise<Page<PointView>> {
    const limit = query.limit ?? 20;
    const rows = this.db.repo(IntegrityPoint).createQueryBuilder('p');
    if (actor.orgKind === 'bureau') rows.where(`EXISTS (SELECT 1 FROM unnest(CAST(:regions AS text[])) r WHERE p.region_code LIKE r || '%')`, { regions: [...actor.regions] });
    else rows.where(`p.firmId = :own AND p.state NOT IN ('proposed', 'refused')`, { own: actor.orgId });
    if (query.state) rows.andWhere('p.state = :state', { state: query.state });
    if (query.firmId) rows.andWhere('p.firmId = :firmId', { firmId: query.firmId });
    if (query.q) rows.andWhere('position(lower(:q) IN lower(p.firm_name)) > 0', { q: query.q });
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere('p.id < :after', { after: after[0] });
    const found = await rows.orderBy('p.id', 'DESC').limit(limit + 1).getMany();
    return toPage(found, limit, point => [point.id], point => pointView(point, actor));
  }

  async export(actor: Actor, query: PointExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'integrity-point.export', subject: { type: 'integrity-point-list', id: query.state ?? 'all' }, details: { limit: SHEET_ROWS } });
    return spreadsheet({ name: '失信记分', title: '失信记分', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  /** The measures that hold today with their rules. */
  async rules(): Promise<IntegrityDomainView[]> {
    const rules = await this.db.repo(IntegrityRule).createQueryBuilder('r').where('r.effectiveFrom <= :day AND (r.effectiveTo IS NULL OR r.effectiveTo >= :day)', { day: this.clock.today() }).orderBy('r.points', 'DESC').addOrderBy('r.code').getMany();
    return (await this.domains()).map(({ code, nameZh, nameEn, warnPoints, restrictPoints, cycleMonths, restrictMonths, legalBasis, verified }) => ({
      code, nameZh, nameEn, warnPoints, restrictPoints, cycleMonths, restrictMonths, legalBasis, verified,
      rules: rules.filter(rule => rule.domain === code).map(({ effectiveFrom: _from, effectiveTo: _to, ...rule }) => rule),
    }));
  }

  async standingOf(firmId: string): Promise<IntegrityStandingView[]> {
    const today = this.clock.today();
    const points = await this.db.repo(IntegrityPoint).findBy({ firmId, state: In([...COUNTING]) });
    return (await this.domains()).map(domain => {
      const now = integrityStanding(points.filter(point => point.domain === domain.code), domain, today);
      const holds = (from: string | null, until: string | null): boolean => from !== null && until !== null && from <= today && today <= until;
      const level = holds(now.restrictedFrom, now.restrictedUntil) ? 'restricted' : holds(now.warnedFrom, now.warnedUntil) ? 'warned' : 'clear';
      const [from, until] = level === 'restricted' ? [now.restrictedFrom, now.restrictedUntil] : level === 'warned' ? [now.warnedFrom, now.warnedUntil] : [null, null];
      const { code, nameZh, nameEn, warnPoints, restrictPoints, verified } = domain;
      return { domain: code, nameZh, nameEn, points: now.points, warnPoints, restrictPoints, level, from, until, verified };
    });
  }

  /** What the public may see: what was decided and stands, for as long as the field publishes it. */
  async publicOf(firmId: string): Promise<IntegrityPoint[]> {
    return this.db.repo(IntegrityPoint).createQueryBuilder('p')
      .where(`p.firmId = :firmId AND p.state IN (:...states)`, { firmId, states: [...COUNTING] })
      .andWhere(`EXISTS (SELECT 1 FROM integrity_domain d WHERE d.code = p.domain AND p.occurred_on + make_interval(years => d.publish_years) > CAST(:today AS date))`, { today: this.clock.today() })
      .orderBy('p.occurredOn', 'DESC').addOrderBy('p.id', 'DESC').limit(200).getMany();
  }

  private domains(): Promise<IntegrityDomain[]> {
    return this.db.repo(IntegrityDomain).createQueryBuilder('d').where('d.effectiveFrom <= :day AND (d.effectiveTo IS NULL OR d.effectiveTo >= :day)', { day: this.clock.today() }).orderBy('d.code').getMany();
  }
}
