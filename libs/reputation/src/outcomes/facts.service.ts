import { Injectable } from '@nestjs/common';
import { monthsAfter } from '@huanbao/calendar';
import { CaseRecord, CorrectionRound } from '@huanbao/casework';
import { ContractOutcome, ContractOutcomes } from '@huanbao/contracts';
import { Clock, Db } from '@huanbao/platform';
import { Exceedances } from '@huanbao/records';
import { ReportFates } from '@huanbao/reports';
import { In, IsNull } from 'typeorm';
import { IN_FORCE } from '../findings/finding.entity';
import { ReputationParameters } from '../parameters.service';
import { placesOf } from '../rules/named-places';
import { NOTHING_KNOWN, OutcomeFacts } from '../rules/outcome';
import { DUE_BY_OFFER, FIRST_HANDED_OVER } from './offer-days';
import { WorkUse } from './work-use.entity';

/** Work whose quality shows in what the enterprise discharges afterwards. */
const TREATMENT = ['treatment-epc', 'ultra-low-retrofit', 'vocs-treatment', 'facility-operation'];
const GRANTED = ['granted', 'issued'];

interface WorkRow {
  readonly id: string;
  readonly enterpriseId: string;
  readonly serviceCode: string | null;
  readonly acceptedOn: string | null;
  readonly reworks: number;
  readonly lateDays: number;
  readonly faults: number;
  readonly title: string;
  /** The task in words. */
  readonly words: string;
}

interface Fate {
  readonly isPassed: boolean;
  readonly isRefused: boolean;
  readonly returned: number;
}

/** What became of the work of tasks, gathered from the rooms that know; a few statements however many tasks. */
@Injectable()
export class OutcomeReading {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractOutcomes,
    private readonly reports: ReportFates,
    private readonly exceedances: Exceedances,
    private readonly parameters: ReputationParameters,
    private readonly clock: Clock,
  ) {}

  async of(taskIds: readonly string[]): Promise<Map<string, OutcomeFacts>> {
    if (taskIds.length === 0) return new Map();
    const works = await this.works(taskIds);
    const contracts = await this.contracts.ofTasks(taskIds);
    const fates = await this.fates(taskIds);
    const days = await this.exceedanceDays(works, contracts);
    return new Map(works.map(work => {
      // a signed contract has milestones that say what was late and came back; otherwise the chosen offer does
      const contract = contracts.get(work.id);
      const { reworks, lateDays } = contract && contract.milestones.length > 0 ? contract : work;
      return [work.id, { ...NOTHING_KNOWN, ...summed(fates.get(work.id) ?? []), reworks, lateDays, faults: work.faults, exceedances: days.get(work.id) ?? 0 }];
    }));
  }

  /** The first matter before the bureau that was approved, of those the results were used for. */
  async approvedUse(taskId: string): Promise<WorkUse | null> {
    const uses = await this.db.repo(WorkUse).find({ where: { taskId, removedAt: IsNull() }, order: { namedAt: 'ASC', id: 'ASC' } });
    const fates = await this.fatesOf(uses);
    return uses.find(use => fates.get(use.subjectId)?.isPassed) ?? null;
  }

  /** The bureau has decided on the matter, either way. */
  async isDecided(use: WorkUse): Promise<boolean> {
    const fate = (await this.fatesOf([use])).get(use.subjectId);
    return fate?.isPassed === true || fate?.isRefused === true;
  }

  /** Late is what was handed over after the days of the chosen offer, for work without a written contract. */
  private works(taskIds: readonly string[]): Promise<WorkRow[]> {
    return this.db.query<WorkRow & Record<string, unknown>>(
      `SELECT t.id, t.enterprise_id AS "enterpriseId", t.service_code AS "serviceCode", to_char(t.accepted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "acceptedOn",
              (SELECT count(*)::int FROM delivery d WHERE d.task_id = t.id AND d.state = 'rework') AS reworks,
              coalesce(${FIRST_HANDED_OVER} - ${DUE_BY_OFFER}, 0) AS "lateDays",
              (SELECT count(*)::int FROM firm_finding f WHERE f.task_id = t.id AND f.kind = 'fault' AND f.state = ANY($2)) AS faults,
              t.title, concat_ws(E'\\n', t.title, t.description, t.requirements, array_to_string(t.deliverables, E'\\n')) AS words
         FROM service_task t LEFT JOIN bid b ON b.id = t.awarded_bid_id WHERE t.id = ANY($1::uuid[])`,
      [[...taskIds], [...IN_FORCE]],
    );
  }

  private async fates(taskIds: readonly string[]): Promise<Map<string, Fate[]>> {
    const uses = await this.db.repo(WorkUse).findBy({ taskId: In([...taskIds]), removedAt: IsNull() });
    const known = await this.fatesOf(uses);
    const found = new Map<string, Fate[]>();
    for (const use of uses) {
      const fate = known.get(use.subjectId);
      if (fate) found.set(use.taskId, [...(found.get(use.taskId) ?? []), fate]);
    }
    return found;
  }

  private async fatesOf(uses: readonly WorkUse[]): Promise<Map<string, Fate>> {
    const ids = (type: WorkUse['subjectType']): string[] => uses.filter(one => one.subjectType === type).map(one => one.subjectId);
    return new Map([...(await this.caseFates(ids('permit-application'))), ...(await this.reportFates(ids('execution-report')))]);
  }

  private async caseFates(ids: readonly string[]): Promise<[string, Fate][]> {
    if (ids.length === 0) return [];
    const cases = await this.db.repo(CaseRecord).findBy({ id: In([...ids]) });
    const rounds = await this.db.repo(CorrectionRound).findBy({ caseId: In([...ids]) });
    return cases.map(one => [one.id, { isPassed: GRANTED.includes(one.state), isRefused: one.state === 'refused' || one.state === 'not-accepted', returned: rounds.filter(round => round.caseId === one.id).length }]);
  }

  private async reportFates(ids: readonly string[]): Promise<[string, Fate][]> {
    return (await this.reports.of(ids)).map(one => [one.reportId, { isPassed: one.isAccepted, isRefused: false, returned: one.returned }]);
  }

  /** At the outlets, the boundary, the fugitive and noise points that the contract names, else the task; of a work on the whole plant anywhere. */
  private async exceedanceDays(works: readonly WorkRow[], contracts: ReadonlyMap<string, ContractOutcome>): Promise<Map<string, number>> {
    const months = (await this.parameters.today())('exceedance-months').toNumber();
    const today = this.clock.today();
    const spans = works.flatMap(({ id, enterpriseId, serviceCode, acceptedOn, title, words }) => {
      if (acceptedOn === null || serviceCode === null || !TREATMENT.includes(serviceCode)) return [];
      const end = monthsAfter(acceptedOn, months);
      const places = placesOf({ title: '', text: contracts.get(id)?.words ?? '' }) ?? placesOf({ title, text: words });
      return [{ key: id, enterpriseId, from: acceptedOn, to: end < today ? end : today, places }];
    });
    return this.exceedances.daysIn(spans);
  }
}

/** Passed at the first time is what was approved and never sent back. */
const summed = (fates: readonly Fate[]): Pick<OutcomeFacts, 'firstPass' | 'returned' | 'refused'> => ({
  firstPass: fates.filter(one => one.isPassed && one.returned === 0).length,
  returned: fates.reduce((sum, one) => sum + one.returned, 0),
  refused: fates.filter(one => one.isRefused).length,
});
