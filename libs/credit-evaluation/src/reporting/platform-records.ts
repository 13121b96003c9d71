import { Injectable } from '@nestjs/common';
import { ComplaintCounts } from '@huanbao/complaints';
import { CreditReckoning, PENALISED_VIOLATIONS, PENALTY_TYPES } from '@huanbao/credit';
import { Obligation } from '@huanbao/duties';
import { Permit, PermitReader, statusOn } from '@huanbao/permits';
import { Db } from '@huanbao/platform';
import { type MonitoringFacts, PeriodRecords } from '@huanbao/records';
import { EvaluationBook } from '../evaluation.reference';
import type { Prefill } from '../rules/answers';
import { type PlatformFacts, prefillsOf } from './prefill-rules';

/** Types of events of credit that stand for a penalty or an order; 环发〔2013〕150号 indicator 17. */
export const PENALTIES: readonly string[] = [...PENALTY_TYPES, ...PENALISED_VIOLATIONS];

interface Span {
  readonly from: string;
  readonly to: string;
}

/** What the platform's own records say of an enterprise in a year, for the self-report to begin with. */
@Injectable()
export class PlatformRecords {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly records: PeriodRecords,
    private readonly complaints: ComplaintCounts,
    private readonly reckoning: CreditReckoning,
    private readonly book: EvaluationBook,
  ) {}

  async prefills({ subjectId, regionCode, year }: { readonly subjectId: string; readonly regionCode: string; readonly year: number }): Promise<Record<string, Prefill>> {
    const span = { from: `${year}-01-01`, to: `${year}-12-31` };
    return prefillsOf(await this.facts(subjectId, regionCode, span), span, await this.book.levels());
  }

  private async facts(subjectId: string, regionCode: string, span: Span): Promise<PlatformFacts> {
    const permits = await this.permits.ofEnterprise(subjectId);
    const held = permits.find(one => one.validFrom <= span.to && statusOn(one, span.to) === 'valid');
    const measured = await this.measured(permits, span);
    const duties = await this.duties(subjectId, span);
    const events = await this.reckoning.subjectsWith(PENALTIES, { ...span, regionCode, orSource: 'penalty' });
    return {
      permit: held ? { number: held.number } : null,
      results: measured && { count: sum(measured, one => one.count), exceeded: sum(measured, one => one.exceeded) },
      monitoring: measured && { planned: sum(measured, one => one.planned), done: sum(measured, one => Math.min(one.planned, one.done)) },
      reports: shareOf(duties.filter(one => one.kind.startsWith('report-'))),
      disclosure: shareOf(duties.filter(one => one.kind === 'disclosure')),
      penalties: events.filter(one => one.subjectId === subjectId).map(one => [one.title, one.documentNo].filter(Boolean).join('，')),
      complaints: await this.complaints.of(subjectId, span),
    };
  }

  private async measured(permits: readonly Permit[], span: Span): Promise<MonitoringFacts[] | null> {
    const lines: MonitoringFacts[] = [];
    for (const permit of permits) if (permit.validFrom <= span.to) lines.push(...(await this.records.of(permit, span)).monitoring);
    return lines.length > 0 ? lines : null;
  }

  private duties(enterpriseId: string, { from, to }: Span): Promise<Pick<Obligation, 'kind' | 'status' | 'lateDays'>[]> {
    return this.db.repo(Obligation).createQueryBuilder('o').select(['o.id', 'o.kind', 'o.status', 'o.lateDays'])
      .where(`o.enterpriseId = :enterpriseId AND o.dueOn BETWEEN :from AND :to AND o.status <> 'excused'`, { enterpriseId, from, to }).getMany();
  }
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

const shareOf = (duties: readonly Pick<Obligation, 'status' | 'lateDays'>[]): { due: number; inTime: number } | null =>
  duties.length === 0 ? null : { due: duties.length, inTime: duties.filter(one => one.status === 'done' && (one.lateDays ?? 0) === 0).length };
