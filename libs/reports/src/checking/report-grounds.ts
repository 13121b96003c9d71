import { Injectable } from '@nestjs/common';
import { Obligation } from '@huanbao/duties';
import { canonicalJson, Clock, Db, sm3 } from '@huanbao/platform';
import type { ReportForm } from '../form/part';
import type { ExecutionReport } from '../report.entity';
import type { RuleContext } from '../rules/rule';
import { reportRuleVersions } from '../rules/rules';
import { ReportFactsService } from '../writing/report-facts.service';
import { LikeTexts } from './like-texts';

/** SM3 of everything a check rests on beside the report itself: the rules, the day, the permit, and what the platform has on record of the period. */
export const factsHashOf = ({ report: _report, ...facts }: RuleContext): string => sm3(canonicalJson({ ...facts, rules: reportRuleVersions() }));

/** What R1–R7 judge by. */
@Injectable()
export class ReportGrounds {
  constructor(
    private readonly db: Db,
    private readonly facts: ReportFactsService,
    private readonly like: LikeTexts,
    private readonly clock: Clock,
  ) {}

  async of(report: ExecutionReport, form: ReportForm): Promise<RuleContext> {
    const { kind, period, permitted, records, amounts, stoppages, previous, children, form: permit } = await this.facts.of(report);
    const dueOn = (await this.db.repo(Obligation).findOneBy({ id: report.obligationId }))?.mendBy ?? report.dueOn;
    return { kind, period, permitted, records, amounts, stoppages, previous, children, dueOn, today: this.clock.today(), report: form, permit, like: await this.like.of(report, form, previous) };
  }

  async factsHash(report: ExecutionReport, form: ReportForm): Promise<string> {
    return factsHashOf(await this.of(report, form));
  }
}
