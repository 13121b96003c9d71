import { Inject, Injectable } from '@nestjs/common';
import { AlreadyDone, CITY, City, Clock, Db, Delivery, shanghaiDate } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { PermitReader } from '../life/permit-reader';
import { Permit } from '../permit.entity';
import { simulateLimits } from '../permits.jobs.definitions';
import { SectionStore } from '../section-store';
import type { Form } from '../form/field';
import type { ReviewContext } from '../review/rule';
import { LimitProposal } from './limit-proposal.entity';
import { inForce, LimitTable } from './limit-table';
import { Book, LimitChange, planChanges } from './plan-changes';
import { LimitBook, otherFindings, SimulatedCase, SimulationResult } from './simulate';

const BATCH = 100;
const MOST_CASES = 500;

/** Which open applications and valid permits C5 and C6 would judge otherwise, before anybody confirms a change. */
@Injectable()
export class LimitSimulation {
  constructor(
    private readonly db: Db,
    private readonly table: LimitTable,
    private readonly sections: SectionStore,
    private readonly reader: PermitReader,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  async run({ proposalId, version }: { proposalId: string; version: number }, delivery: Pick<Delivery, 'attempt' | 'complete'>): Promise<void> {
    const proposal = await this.db.repo(LimitProposal).findOneBy({ id: proposalId });
    const obsolete = !proposal || proposal.state !== 'proposed' || proposal.version !== version;
    try {
      const simulation = obsolete ? null : await this.simulate(proposal.items);
      await delivery.complete(async () => {
        if (simulation) await this.db.repo(LimitProposal).update({ id: proposalId, version }, { simulationState: 'done', simulation: simulation as object });
      });
    } catch (error) {
      if (delivery.attempt >= simulateLimits.attempts && !(error instanceof AlreadyDone)) await this.db.repo(LimitProposal).update({ id: proposalId, version }, { simulationState: 'failed' });
      throw error;
    }
  }

  async simulate(items: readonly LimitChange[]): Promise<SimulationResult> {
    const today = this.clock.today();
    const before = await this.table.stored();
    const { next } = planChanges(before, items, today);
    const tally = new Tally({ before: inForce(before), after: inForce(next), day: firstDay(items, today), base: { bounds: this.city.bounds, boundary: this.city.boundary, cityName: this.city.name } });
    await this.applications(tally);
    await this.permits(tally, touchedBy(items, before));
    return tally.result();
  }

  private async applications(tally: Tally): Promise<void> {
    for (let after: string | null = null; ; ) {
      const query = this.db.repo(PermitApplication).createQueryBuilder('a').where('a.open').orderBy('a.id').limit(BATCH);
      const batch: PermitApplication[] = await (after === null ? query : query.andWhere('a.id > :after', { after })).getMany();
      for (const { id, enterpriseName, siteName, uscc, submittedAt } of batch) {
        const form = await this.sections.form(id);
        tally.judge({ kind: 'application', id, number: null, enterpriseName, siteName }, { form, uscc, date: submittedAt ? shanghaiDate(submittedAt) : tally.day });
      }
      after = batch.at(-1)?.id ?? null;
      if (batch.length < BATCH) return;
    }
  }

  /** Only permits that limit one of the pollutants: the others cannot be judged otherwise. */
  private async permits(tally: Tally, pollutants: readonly string[] | null): Promise<void> {
    for (let after: string | null = null; ; ) {
      const query = this.db.repo(Permit).createQueryBuilder('p').where(`p.status = 'valid' AND p.validTo >= :today`, { today: this.clock.today() }).orderBy('p.id').limit(BATCH);
      if (pollutants) query.andWhere(`(EXISTS (SELECT 1 FROM permit_limit l WHERE l.permit_id = p.id AND l.pollutant = ANY(:pollutants)) OR EXISTS (SELECT 1 FROM permit_version v WHERE v.permit_id = p.id AND v.number = p.version_number AND jsonb_path_exists(v.snapshot, '$.fugitive.points[*].pollutant ? (@ != null)')) OR :noise)`, { pollutants, noise: pollutants.some(one => one.startsWith('noise-')) });
      const batch: Permit[] = await (after === null ? query : query.andWhere('p.id > :after', { after })).getMany();
      for (const { id, number, enterpriseName, siteName, uscc, snapshot } of await this.reader.withForms(batch)) tally.judge({ kind: 'permit', id, number, enterpriseName, siteName }, { form: snapshot, uscc, date: tally.day });
      after = batch.at(-1)?.id ?? null;
      if (batch.length < BATCH) return;
    }
  }
}

/** The first day on which the changes hold; today for those that hold already. */
function firstDay(items: readonly LimitChange[], today: string): string {
  const days = items.flatMap(item => ('row' in item ? [item.row.validFrom] : 'lastDay' in item ? [item.lastDay] : []));
  return days.reduce((latest, day) => (day > latest ? day : latest), today);
}

/** The pollutants whose limits change; null when standards themselves change, for C6 asks by code. */
function touchedBy(items: readonly LimitChange[], before: Book): string[] | null {
  if (items.some(item => item.op === 'add-standard' || item.op === 'end-standard')) return null;
  const of = items.flatMap(item => ('row' in item ? [item.row.pollutant] : before.limits.filter(row => 'id' in item && row.id === item.id).map(row => row.pollutant)));
  return [...new Set(of)];
}

type Base = Pick<ReviewContext, 'bounds' | 'boundary' | 'cityName'>;

/** Counts and the first cases. */
class Tally {
  readonly day: string;
  private readonly counts = { application: { checked: 0, changed: 0 }, permit: { checked: 0, changed: 0 } };
  private readonly cases: SimulatedCase[] = [];
  private errors = 0;
  private warnings = 0;
  private gone = 0;

  constructor(private readonly given: { before: LimitBook; after: LimitBook; day: string; base: Base }) {
    this.day = given.day;
  }

  judge(about: Omit<SimulatedCase, 'appears' | 'goes'>, { form, uscc, date }: { form: Form; uscc: string; date: string }): void {
    const { before, after, base } = this.given;
    const { appears, goes } = otherFindings({ ...base, form, enterprise: { uscc, name: about.enterpriseName }, applicationDate: date }, before, after);
    const count = this.counts[about.kind];
    count.checked += 1;
    if (appears.length + goes.length === 0) return;
    count.changed += 1;
    this.errors += appears.filter(one => one.level === 'E').length;
    this.warnings += appears.filter(one => one.level === 'W').length;
    this.gone += goes.length;
    if (this.cases.length < MOST_CASES) this.cases.push({ ...about, appears, goes });
  }

  result(): SimulationResult {
    return { day: this.day, applications: this.counts.application, permits: this.counts.permit, newErrors: this.errors, newWarnings: this.warnings, gone: this.gone, cases: this.cases };
  }
}
