import { Injectable } from '@nestjs/common';
import type { ClockChoice } from '@huanbao/casework';
import { Clock, Db } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { BUSINESS_TYPES } from './business-types';
import { ProcedurePeriod } from './procedure-period.entity';

export const PERIOD_SEED: readonly Readonly<ProcedurePeriod>[] = [
  { code: 'change-review', workdays: 10, effectiveFrom: '2024-07-01', effectiveTo: null, legalBasis: '排污许可管理办法（生态环境部令第32号）', verified: false, note: '变更的办结期限和条号待核' },
  { code: 'reissue', workdays: 10, effectiveFrom: '2024-07-01', effectiveTo: null, legalBasis: '排污许可管理办法（生态环境部令第32号）', verified: false, note: '补领的办结期限和条号待核' },
];

/** How long the bureau has to decide: by business type, else by management category (排污许可管理条例 art. 12, 14). */
@Injectable()
export class ReviewPeriods {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async choose(application: Pick<PermitApplication, 'businessType' | 'managementCategory'>): Promise<ClockChoice> {
    const { period } = BUSINESS_TYPES[application.businessType];
    if (period === 'renew') return { clockVariants: { review: 'renew' } };
    const dated = period === 'change' ? await this.named('change-review', 'review') : {};
    if (dated.clockPeriods) return dated;
    return application.managementCategory === 'key' ? { clockVariants: { review: 'key' } } : {};
  }

  /** A length from the reference data for a clock; nothing when no row holds today. One that nobody verified says so. */
  async named(code: string, clock: string): Promise<ClockChoice> {
    const row = await this.row(code);
    return row ? { clockPeriods: { [clock]: { days: row.workdays, dayType: 'workday', article: row.verified ? row.legalBasis : `${row.legalBasis}（期限未核实）` } } } : {};
  }

  private row(code: string): Promise<ProcedurePeriod | null> {
    return this.db.repo(ProcedurePeriod).createQueryBuilder('p')
      .where('p.code = :code AND p.effectiveFrom <= :today AND (p.effectiveTo IS NULL OR p.effectiveTo >= :today)', { code, today: this.clock.today() })
      .orderBy('p.effectiveFrom', 'DESC').limit(1).getOne();
  }
}
