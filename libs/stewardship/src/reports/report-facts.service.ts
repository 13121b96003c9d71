import { Injectable } from '@nestjs/common';
import { Obligation } from '@huanbao/duties';
import { Directory } from '@huanbao/identity';
import { Clock, Db } from '@huanbao/platform';
import { ReportFacts, StewardFinding, StewardVisit } from '../entities';
import { daysOfMonth } from '../rules';

interface About {
  readonly retainerId: string;
  readonly enterpriseId: string;
  readonly firmId: string;
  readonly month: string;
}

/** What a month brought: visits, findings, and the duties the firm may see by its mandate. */
@Injectable()
export class ReportFactsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async gather({ retainerId, enterpriseId, firmId, month }: About): Promise<ReportFacts> {
    const { from, to } = daysOfMonth(month);
    const visits = await this.db.repo(StewardVisit).createQueryBuilder('v')
      .where('v.retainerId = :retainerId AND v.enterpriseId = :enterpriseId AND (v.plannedOn BETWEEN :from AND :to OR v.heldOn BETWEEN :from AND :to)', { retainerId, enterpriseId, from, to }).orderBy('v.plannedOn').addOrderBy('v.id').getMany();
    const findings = await this.db.repo(StewardFinding).createQueryBuilder('f')
      .where('f.retainerId = :retainerId AND f.enterpriseId = :enterpriseId AND f.foundOn <= :to AND (f.closedOn IS NULL OR f.closedOn >= :from)', { retainerId, enterpriseId, from, to }).orderBy('f.foundOn').addOrderBy('f.id').getMany();
    return {
      asOf: this.clock.today(),
      visits: visits.map(({ plannedOn, heldOn, state, visitorName, summary, answers }) => ({ plannedOn, heldOn, state, visitorName, summary, problems: (answers ?? []).filter(one => one.answer === 'problem').length })),
      findings: findings.map(({ foundOn, topic, severity, place, description, advice, dueOn, state, closedOn }) => ({ foundOn, topic, severity, place, description, advice, dueOn, state, closedOn })),
      duties: await this.duties({ enterpriseId, firmId }, { from, to }),
    };
  }

  /** Due in the month or overdue, of the sites that a mandate for the matter covers today. */
  private async duties({ enterpriseId, firmId }: Pick<About, 'enterpriseId' | 'firmId'>, { from, to }: { from: string; to: string }): Promise<ReportFacts['duties']> {
    if (!(await this.directory.delegateOrgs(enterpriseId, 'reports')).includes(firmId)) return null;
    const rows = await this.db.repo(Obligation).createQueryBuilder('o')
      .where(`o.enterpriseId = :enterpriseId AND o.dueOn <= :to AND (o.dueOn >= :from OR o.status = 'overdue')`, { enterpriseId, from, to }).orderBy('o.dueOn').addOrderBy('o.id').limit(200).getMany();
    const covered = new Map<string, boolean>();
    for (const siteId of new Set(rows.map(row => row.siteId))) covered.set(siteId, (await this.directory.delegateOrgs(enterpriseId, 'reports', siteId)).includes(firmId));
    return rows.filter(row => covered.get(row.siteId)).map(row => ({ title: row.titleZh, dueOn: row.dueOn, status: row.status }));
  }
}
