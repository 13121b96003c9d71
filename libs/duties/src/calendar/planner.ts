import { Injectable, OnModuleInit } from '@nestjs/common';
import { addDays, dayKind } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { KnownEnterprises } from '@huanbao/identity';
import { Permit, PermitCondition, PermitReader, PermitUses, RenewalTerms } from '@huanbao/permits';
import { Clock, Db, newId } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import type { DutyInput } from '../engine/duty';
import { planDuties } from '../engine/plan';
import { reconcile, type StoredDuty } from '../engine/reconcile';
import { DUTY_KIND, DUTY_VALUES, dutyReference } from '../engine/reference';
import { MonitoringExcuses, OutageCovers } from '@huanbao/records';
import { Stoppage } from '../stopping/stoppage.entity';
import { Obligation } from './obligation.entity';

/** Duties stand in the calendar this far ahead. */
const HORIZON_DAYS = 400;
/** A plan that reaches less far is made anew by the daily round: about once a month. */
const RENEW_BELOW_DAYS = 370;

interface PlanRow {
  readonly since: string;
}

/** Turns permits into rows of duties: of one permit at a time, under its lock, as often as anyone likes. */
@Injectable()
export class DutyPlanner implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly calendars: CalendarService,
    private readonly clock: Clock,
    private readonly uses: PermitUses,
    private readonly known: KnownEnterprises,
    private readonly book: ReferenceBook,
    private readonly excuses: MonitoringExcuses,
    private readonly outages: OutageCovers,
    private readonly renewals: RenewalTerms,
  ) {}

  /** A permit whose duties were done, missed or excused is needed; a plan nobody has touched goes with it. */
  onModuleInit(): void {
    this.book.keep(DUTY_KIND, { zh: '执行报告等义务的期限', en: 'Days and periods of duties' }, dutyReference(DUTY_VALUES));
    this.excuses.register(async permitId => (await this.stoppagesOf(permitId)).map(one => ({ places: one.outlets, facilities: one.facilities, from: one.fromOn, to: one.toOn, recordId: one.id, reason: one.reason })));
    this.known.onClaim(async ({ from, to, sites }) => {
      for (const site of sites) await this.db.query('UPDATE obligation SET enterprise_id = $2, site_id = $4, version = version + 1 WHERE enterprise_id = $1 AND site_id = $3', [from, to, site.from, site.to]);
    });
    this.uses.register(
      ids => this.db.query<{ permitId: string; why: string }>(
        `SELECT permit_id AS "permitId", '义务已经办理或逾期' AS why FROM obligation WHERE permit_id = ANY($1::uuid[]) AND (status IN ('done', 'overdue') OR excused_by = 'officer')
         UNION SELECT permit_id, '已报告停产' FROM stoppage WHERE permit_id = ANY($1::uuid[])`, [[...ids]]),
      async ids => {
        await this.db.query('DELETE FROM obligation WHERE permit_id = ANY($1::uuid[])', [[...ids]]);
        await this.db.query('DELETE FROM duty_plan WHERE permit_id = ANY($1::uuid[])', [[...ids]]);
      },
    );
  }

  /** Plans a permit as it stands now. A second run changes nothing. */
  plan(permitId: string): Promise<void> {
    return this.db.transaction(async () => {
      const today = this.clock.today();
      const plan = await this.lockPlan(permitId, today);
      const permit = await this.permits.byId(permitId);
      if (!permit) return;
      const planned = planDuties(await this.inputOf(permit, { from: plan.since, to: addDays(today, HORIZON_DAYS) }));
      const rows = await this.db.repo(Obligation).findBy({ permitId });
      const before = new Map(rows.map(row => [row.key, row]));
      for (const duty of reconcile(rows.map(storedOf), planned, { today, since: plan.since })) await this.write(permit, duty, before.get(duty.key));
      await this.db.query('UPDATE duty_plan SET planned_until = $2, planned_at = $3 WHERE permit_id = $1', [permitId, addDays(today, HORIZON_DAYS), this.clock.now()]);
    });
  }

  /** What the rows would become if something changed; nothing is written. */
  async forecast(permit: Permit, change: (input: DutyInput) => DutyInput): Promise<{ before: StoredDuty[]; after: StoredDuty[] }> {
    const today = this.clock.today();
    const [plan] = await this.db.query<PlanRow>('SELECT since::text FROM duty_plan WHERE permit_id = $1', [permit.id]);
    const at = { today, since: plan?.since ?? today };
    const input = await this.inputOf(permit, { from: at.since, to: addDays(today, HORIZON_DAYS) });
    const rows = (await this.db.repo(Obligation).findBy({ permitId: permit.id })).map(storedOf);
    const before = reconcile(rows, planDuties(input), at);
    return { before, after: reconcile(before, planDuties(change(input)), at) };
  }

  /** Permits never planned, not far enough ahead, or over since they were; the next `limit` after `afterId`. */
  async unplanned(afterId: string | null, limit: number): Promise<string[]> {
    const query = this.db.repo(Permit).createQueryBuilder('p').select('p.id', 'id')
      .leftJoin('duty_plan', 'd', 'd.permit_id = p.id')
      .where(`(d.permit_id IS NULL OR d.planned_until < :until OR (p.status = 'valid' AND p.valid_to < :today AND (d.planned_at AT TIME ZONE 'Asia/Shanghai')::date <= p.valid_to))`, { until: addDays(this.clock.today(), RENEW_BELOW_DAYS), today: this.clock.today() })
      .orderBy('p.id').limit(limit);
    if (afterId) query.andWhere('p.id > :afterId', { afterId });
    return (await query.getRawMany<{ id: string }>()).map(row => row.id);
  }

  /** After a holiday year is published: which due days are days off. No date moves. */
  async reflag(year: number): Promise<void> {
    const calendar = await this.calendars.calendar();
    const days = await this.db.query<{ day: string }>('SELECT DISTINCT due_on::text AS day FROM obligation WHERE due_on BETWEEN $1 AND $2', [`${year}-01-01`, `${year}-12-31`]);
    for (const { day } of days) {
      const kind = dayKind(day, calendar);
      await this.db.query('UPDATE obligation SET provisional = $2, is_day_off = $3 WHERE due_on = $1 AND (provisional, is_day_off) <> ($2, $3)', [day, kind.provisional, !kind.working]);
    }
  }

  private async lockPlan(permitId: string, today: string): Promise<PlanRow> {
    await this.db.query('INSERT INTO duty_plan (permit_id, since, planned_until, planned_at) VALUES ($1, $2, $2, $3) ON CONFLICT DO NOTHING', [permitId, today, this.clock.now()]);
    const [row] = await this.db.query<PlanRow>('SELECT since::text FROM duty_plan WHERE permit_id = $1 FOR UPDATE', [permitId]);
    return row as PlanRow;
  }

  private async inputOf(permit: Permit, due: DutyInput['due']): Promise<DutyInput> {
    const versions = await this.permits.versions(permit.id);
    const conditions = await this.db.repo(PermitCondition).findBy({ permitId: permit.id });
    const stoppages = await this.stoppagesOf(permit.id);
    const begins = versions.reduce((first, one) => (one.effectiveFrom < first ? one.effectiveFrom : first), permit.validFrom);
    return {
      begins, validTo: permit.validTo, endedOn: permit.endedOn, today: this.clock.today(), due, conditions, calendar: await this.calendars.calendar(), values: await this.book.rows(DUTY_KIND), renewBy: await this.renewals.renewBy(permit.validTo),
      versions: versions.map(one => ({ number: one.number, effectiveFrom: one.effectiveFrom, form: one.snapshot, category: one.managementCategory })),
      stoppages: stoppages.map(one => ({ from: one.fromOn, to: one.toOn, outlets: one.outlets, facilities: one.facilities })), outages: await this.outages.linesOf(permit.id),
    };
  }

  /** What was reported and not taken back, the earliest first. */
  private stoppagesOf(permitId: string): Promise<Stoppage[]> {
    return this.db.repo(Stoppage).find({ where: [{ permitId, state: 'reported' }, { permitId, state: 'resumed' }], order: { fromOn: 'ASC', id: 'ASC' } });
  }

  private async write(permit: Permit, duty: StoredDuty, before: Obligation | undefined): Promise<void> {
    const content = { ...namesOf(permit), ...columnsOf(duty) };
    if (!before) {
      const { enterpriseId, siteId, regionCode } = permit;
      await this.db.repo(Obligation).insert({ id: newId(), permitId: permit.id, enterpriseId, siteId, regionCode, version: 1, createdAt: this.clock.now(), ...content });
      return;
    }
    if ((Object.keys(content) as (keyof typeof content)[]).every(name => before[name] === content[name])) return;
    // Another day is reminded of anew.
    await this.db.repo(Obligation).update({ id: before.id }, { ...content, ...(before.dueOn === duty.dueOn ? {} : { remindedDays: null }), version: before.version + 1 });
  }
}

/** A change of the permit renames its duties, those of the past as well: they are found by the name of today. */
const namesOf = ({ enterpriseName, siteName, number }: Permit) => ({ enterpriseName, siteName, permitNumber: number, search: `${enterpriseName} ${siteName} ${number}` });

function columnsOf({ key, kind, rhythm, period, dueOn, title, content, legalBasis, verified, provisional, isDayOff, status, excusedBy, excuse }: StoredDuty) {
  return {
    key, kind, rhythm, periodFrom: period.from, periodTo: period.to, dueOn, titleZh: title.zh, titleEn: title.en, contentZh: content.zh, contentEn: content.en,
    legalBasis, verified, provisional, isDayOff, status, excusedBy, excuseZh: excuse?.zh ?? null, excuseEn: excuse?.en ?? null,
  };
}

function storedOf(row: Obligation): StoredDuty {
  const { key, kind, rhythm, dueOn, legalBasis, verified, provisional, isDayOff, status, excusedBy } = row;
  return {
    key, kind, rhythm, dueOn, legalBasis, verified, provisional, isDayOff, status, excusedBy, period: { from: row.periodFrom, to: row.periodTo },
    title: { zh: row.titleZh, en: row.titleEn }, content: { zh: row.contentZh, en: row.contentEn }, excuse: row.excuseZh === null ? null : { zh: row.excuseZh, en: row.excuseEn ?? '' },
  };
}
