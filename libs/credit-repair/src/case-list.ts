import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Actor, Db, containsWords, decodeCursor, delegatingPrincipals, Page, toPage } from '@huanbao/platform';
import type { EntityTarget, SelectQueryBuilder } from 'typeorm';
import { CreditAppeal, CreditRepair } from './credit-repair.entity';
import { MATTER } from './credit-repair.policy';
import type { CreditCaseListDto } from './dto/lists.dto';
import { type Cased, caseItem, type CreditCaseItemView } from './views/repair.view';

type Row = Cased<CreditRepair | CreditAppeal>;

const NO_DUE = '9999-12-31';
const TABS: Readonly<Record<string, readonly string[]>> = { mine: ['draft', 'correcting'], accepting: ['submitted'], verifying: ['verifying', 'reviewing'], deciding: ['verified', 'reviewed'] };

/** The lists of applications and of appeals: the bureau's by region, the subject's own, and those of who entrusted credit to a firm. */
@Injectable()
export class CreditCaseLists {
  constructor(private readonly db: Db) {}

  async page(actor: Actor, entity: EntityTarget<CreditRepair | CreditAppeal>, query: CreditCaseListDto): Promise<Page<CreditCaseItemView>> {
    const rows = this.cased(entity);
    this.scope(rows, actor);
    narrow(rows, query, actor);
    const limit = query.limit ?? 20;
    const byDue = query.sort?.endsWith('due') ?? false;
    const [sql, type] = byDue ? [`coalesce(k.due_on, DATE '${NO_DUE}')`, 'date'] : ['r.created_at', 'timestamptz'];
    const isDown = query.sort === undefined || query.sort.startsWith('-');
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(${sql}, r.id) ${isDown ? '<' : '>'} (CAST(:at AS ${type}), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
    if (byDue) rows.addSelect(sql, 'due_key');
    const found = await rows.orderBy(byDue ? 'due_key' : 'r.createdAt', isDown ? 'DESC' : 'ASC').addOrderBy('r.id', isDown ? 'DESC' : 'ASC').limit(limit + 1).getMany();
    return toPage(found, limit, row => [byDue ? (row.case.dueOn ?? NO_DUE) : row.createdAt.toISOString(), row.id], caseItem);
  }

  private cased(entity: EntityTarget<CreditRepair | CreditAppeal>): SelectQueryBuilder<Row> {
    return this.db.repo(entity as EntityTarget<CreditRepair>).createQueryBuilder('r').innerJoinAndMapOne('r.case', CaseRecord, 'k', 'k.id = r.id') as unknown as SelectQueryBuilder<Row>;
  }

  private scope(rows: SelectQueryBuilder<Row>, actor: Actor): void {
    if (actor.orgKind === 'bureau') {
      rows.where('r.regionCode LIKE ANY (:regions) AND k.submittedAt IS NOT NULL', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
      return;
    }
    rows.where('r.subjectId = ANY (:subjects)', { subjects: [...(actor.orgId === null ? [] : [actor.orgId]), ...delegatingPrincipals(actor, MATTER)] });
  }
}

function narrow(rows: SelectQueryBuilder<Row>, query: CreditCaseListDto, actor: Actor): void {
  if (query.tab === 'ended') rows.andWhere('k.closedAt IS NOT NULL');
  else if (query.tab) rows.andWhere('k.state = ANY (:states)', { states: [...(TABS[query.tab] ?? [])] });
  if (query.severity) rows.andWhere('r.severity = :severity', { severity: query.severity });
  if (query.subjectId) rows.andWhere('r.subjectId = :subjectId', { subjectId: query.subjectId });
  if (query.claimed === 'mine') rows.andWhere('k.claimedBy = :me', { me: actor.userId });
  if (query.claimed === 'nobody') rows.andWhere('k.claimedBy IS NULL AND k.closedAt IS NULL');
  if (query.overdue) rows.andWhere('k.remainingDays < 0');
  if (query.q) rows.andWhere(containsWords('r.search', ':q'), { q: query.q });
}
