import { Injectable } from '@nestjs/common';
import { Stoppage } from '@huanbao/duties';
import { type Form, type Permit, PermitReader, type PermitVersion } from '@huanbao/permits';
import { Clock, Db, notFound } from '@huanbao/platform';
import { type AmountDetail, Emissions, PeriodRecords } from '@huanbao/records';
import { METHODS } from '../form/choices';
import { rowsIn, textIn } from '../form/form';
import type { ReportKind } from '../form/part';
import { type SubPeriod, subPeriods } from '../form/periods';
import { KnownPenalties } from '../prefill/known-penalties';
import type { AmountFact, OtherReport, PermittedFact, ReportFacts, StoppageFact } from '../prefill/facts';
import { text } from '../prefill/words';
import { type ExecutionReport, ReportRevision } from '../report.entity';

type Of = Pick<ExecutionReport, 'id' | 'permitId' | 'kind' | 'periodFrom' | 'periodTo'>;

const SHORTER: Readonly<Record<ReportKind, ReportKind | null>> = { annual: 'quarterly', quarterly: 'monthly', monthly: null };

/** Gathers what the platform knows for a report. It asks for no right: who calls has checked the actor. */
@Injectable()
export class ReportFactsService {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly records: PeriodRecords,
    private readonly emissions: Emissions,
    private readonly penalties: KnownPenalties,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 when the permit is gone */
  async of(report: Of): Promise<ReportFacts> {
    const permit = await this.permits.byId(report.permitId);
    if (!permit) throw notFound();
    const period = { from: report.periodFrom, to: report.periodTo };
    const versions = await this.permits.versions(permit.id);
    const day = this.dayOf(period, versions, permit);
    const { form, number } = versionOn(versions, day) ?? { form: (await this.permits.withForm(permit)).snapshot, number: permit.versionNumber };
    const children = await this.others(report, SHORTER[report.kind], period);
    const { amounts, permitted } = await this.amountsOf(permit, report.kind, { period, children });
    return {
      kind: report.kind, period, form, versions: inEffect(versions, period, number), children, amounts, permitted,
      permit: { number: permit.number, enterpriseName: permit.enterpriseName, siteAddress: permit.siteAddress, industryName: permit.industryName },
      records: await this.records.of(permit, period),
      stoppages: await this.stoppages(permit.id, period),
      penalties: await this.penalties.of(permit.enterpriseId, period),
      conditions: (await this.permits.conditionsOn(permit.id, day)).map(({ id, text: words }) => ({ id, text: words })),
      previous: await this.previous(report),
    };
  }

  /** The day whose permit decides: the last of the period, or today while it runs; never before the first version. */
  private dayOf(period: { to: string }, versions: readonly PermitVersion[], permit: Permit): string {
    const today = this.clock.today();
    const first = versions.reduce((earliest, one) => (one.effectiveFrom < earliest ? one.effectiveFrom : earliest), permit.validFrom);
    const day = period.to < today ? period.to : today;
    return day < first ? first : day;
  }

  /** Amounts by part of the period: as handed in for it, else as the platform reckons them. */
  private async amountsOf(permit: Permit, kind: ReportKind, { period, children }: { period: { from: string; to: string }; children: readonly OtherReport[] }): Promise<{ amounts: AmountFact[]; permitted: PermittedFact[] }> {
    const amounts: AmountFact[] = [];
    let permitted: PermittedFact[] = [];
    for (const part of subPeriods(kind, period)) {
      const details = await this.emissions.details(permit, { from: part.from, to: part.to });
      amounts.push(...details.filter(one => one.outletCode !== 'plant').map(detail => amountFact(detail, part, handedInFor(children, part))));
      if (details.length > 0) permitted = details.map(({ outletCode, pollutant, permittedT }) => ({ outletCode, pollutant, permittedT }));
    }
    return { amounts, permitted };
  }

  private async stoppages(permitId: string, period: { from: string; to: string }): Promise<StoppageFact[]> {
    const rows = await this.db.repo(Stoppage).createQueryBuilder('s')
      .where(`s.permitId = :permitId AND s.state <> 'withdrawn' AND s.fromOn <= :to AND (s.toOn IS NULL OR s.toOn >= :from)`, { permitId, ...period }).orderBy('s.fromOn').getMany();
    return rows.map(({ id, fromOn, toOn, scope, facilities, reason }) => ({ id, fromOn, toOn, scope, isWhole: facilities === null, reason }));
  }

  /** Reports of a kind within the period, each as it was handed in last. */
  private others(report: Of, kind: ReportKind | null, period: { from: string; to: string }): Promise<OtherReport[]> {
    if (!kind) return Promise.resolve([]);
    return this.handedIn(`r.permit_id = $1 AND r.kind = $2 AND r.period_from >= $3 AND r.period_to <= $4 AND r.id <> $5 ORDER BY r.period_to`, [report.permitId, kind, period.from, period.to, report.id]);
  }

  private async previous(report: Of): Promise<OtherReport | null> {
    const [last] = await this.handedIn('r.permit_id = $1 AND r.kind = $2 AND r.period_to < $3 AND r.id <> $4 ORDER BY r.period_to DESC LIMIT 1', [report.permitId, report.kind, report.periodFrom, report.id]);
    return last ?? null;
  }

  private async handedIn(where: string, values: readonly unknown[]): Promise<OtherReport[]> {
    const rows = await this.db.query<{ kind: ReportKind; zh: string; en: string; from: string; to: string; form: ReportRevision['form'] }>(
      `SELECT r.kind, r.title_zh AS zh, r.title_en AS en, r.period_from::text AS "from", r.period_to::text AS "to", v.form
         FROM execution_report r JOIN LATERAL (SELECT form FROM execution_report_revision v WHERE v.report_id = r.id AND v.outcome IS DISTINCT FROM 'void' ORDER BY v.number DESC LIMIT 1) v ON true
        WHERE ${where}`,
      values,
    );
    return rows.map(({ kind, zh, en, from, to, form }) => ({ kind, title: { zh, en }, period: { from, to }, form }));
  }
}

/** @param versions newest first */
function versionOn(versions: readonly PermitVersion[], day: string): { form: Form; number: number } | undefined {
  const found = versions.find(one => one.effectiveFrom <= day);
  return found && { form: found.snapshot, number: found.number };
}

function inEffect(versions: readonly PermitVersion[], { from, to }: { from: string; to: string }, last: number): number[] {
  const within = versions.filter(one => one.effectiveFrom > from && one.effectiveFrom <= to).map(one => one.number);
  const first = versions.find(one => one.effectiveFrom <= from)?.number;
  return [...new Set([...(first === undefined ? [] : [first]), ...within, last])].sort((a, b) => a - b);
}

/** The shorter report of exactly this part. */
function handedInFor(children: readonly OtherReport[], part: SubPeriod): OtherReport | undefined {
  return children.find(child => child.period.from === part.from && child.period.to === part.to);
}

function amountFact(detail: AmountDetail, part: SubPeriod, child: OtherReport | undefined): AmountFact {
  const { outletCode, pollutant } = detail;
  const before = rowsIn(child?.form.emissions, 'totals').find(row => textIn(row, 'outletCode') === outletCode && textIn(row, 'pollutant') === pollutant);
  const base = { outletCode, pollutant, subPeriod: part.key };
  if (child && before && textIn(before, 'totalT')) {
    const method = rowsIn(child.form.emissions, 'amounts').find(row => textIn(row, 'outletCode') === outletCode && textIn(row, 'pollutant') === pollutant);
    return { ...base, amountT: textIn(before, 'totalT'), method: textIn(method, 'method') || 'mixed', missingDays: 0, steps: `取自${child.title.zh}`, source: text(`已提交的${child.title.zh}`, `${child.title.en}, as handed in`) };
  }
  const method = METHODS.some(one => one.value === detail.method) ? detail.method : null;
  return { ...base, amountT: detail.amountT, method, missingDays: detail.missingDays, steps: stepsOf(detail), source: text(`平台核算（${METHODS.find(one => one.value === method)?.zh ?? '没有数据'}）`, `Reckoned by the platform (${method ?? 'no data'})`) };
}

const stepsOf = ({ quarters }: AmountDetail): string => quarters.map(({ chosen }) => ('figure' in chosen ? chosen.figure.steps.map(one => one.zh).join('；') : chosen.refused.zh)).join('；');
