import { Injectable, OnModuleInit } from '@nestjs/common';
import { type ClockChoice, ClockLengths } from '@huanbao/casework';
import { Clock, Db } from '@huanbao/platform';
import type { PermitApplication } from '../application.entity';
import { applicationMachine } from '../application.machine';
import { requestMachine } from '../ending/request.machine';
import { PERIOD_SEED } from '../reference/periods';
import { BUSINESS_TYPES } from './business-types';
import { ProcedurePeriod } from './procedure-period.entity';

/** Which length of the review clock an application has: by business type, else by management category (排污许可管理条例 art. 12, 14). */
export function reviewClock({ businessType, managementCategory }: Pick<PermitApplication, 'businessType' | 'managementCategory'>): ClockChoice {
  const variant = BUSINESS_TYPES[businessType].period ?? (managementCategory === 'key' ? 'key' : undefined);
  return variant === undefined ? {} : { clockVariants: { review: variant } };
}

/** The periods of the procedures of a permit: dated rows, which the clocks of the cases read on the day each case began. */
@Injectable()
export class ProcedurePeriods implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly lengths: ClockLengths,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const machine of [applicationMachine, requestMachine]) {
      this.lengths.register(machine, async (code, day) => {
        const row = (await this.on(day)).get(code);
        return row ? { days: row.workdays, dayType: 'workday', article: row.verified ? row.legalBasis : `${row.legalBasis}（期限未核实）` } : null;
      });
    }
  }

  /** What holds on a day (today when none is given), by code; where the table has no row for a code, what ships. */
  async on(day = this.clock.today()): Promise<ReadonlyMap<string, ProcedurePeriod>> {
    const rows = await this.db.repo(ProcedurePeriod).createQueryBuilder('p')
      .where('p.effectiveFrom <= :day AND (p.effectiveTo IS NULL OR p.effectiveTo >= :day)', { day }).orderBy('p.effectiveFrom').getMany();
    return new Map([...PERIOD_SEED, ...rows].map(row => [row.code, row]));
  }
}
