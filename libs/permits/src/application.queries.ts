import { Injectable, OnModuleInit, StreamableFile } from '@nestjs/common';
import { ballOf, CaseRecord, CaseTraits, machineOf, OutsideFaces, statesShownAs } from '@huanbao/casework';
import { allPages, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, containsWords, Db, decodeCursor, OwnRows, ownRows, Page, toPage } from '@huanbao/platform';
import { In, SelectQueryBuilder } from 'typeorm';
import { APPLICATION_COLUMNS } from './application.columns';
import { ApplicationSection, PermitApplication } from './application.entity';
import { applicationMachine } from './application.machine';
import type { ApplicationListDto } from './dto/application.dto';
import { SECTIONS } from './form/form';
import type { ApplicationRowView } from './views/application.view';

const DEFAULT_LIMIT = 20;

interface CompletedCount {
  readonly applicationId: string;
  readonly completed: string;
}

/** Days left of a case whose clock does not run, as `case_record.urgency` has it: after all that have some. */
const NO_CLOCK = 100_000;
/** So many open applications nobody outside the bureau has; they are sorted here, for their days are those of the face. */
const MOST_OPEN = 1_000;

/** Lists of applications: own, of principals, or of the officer's region once submitted. */
@Injectable()
export class ApplicationQueries implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly faces: OutsideFaces,
    private readonly traits: CaseTraits,
    private readonly audit: Audit,
  ) {}

  /** What the officers' queue is narrowed by. */
  onModuleInit(): void {
    const has = (column: string): string => `EXISTS (SELECT 1 FROM permit_application a WHERE a.id = case_record.id AND a.${column} = ?::text)`;
    this.traits.register('businessType', has('business_type'));
    this.traits.register('category', has('management_category'));
  }

  async list(actor: Actor, filter: ApplicationListDto): Promise<Page<ApplicationRowView>> {
    const inside = actor.orgKind === 'bureau';
    const query = narrowed(this.db.repo(PermitApplication).createQueryBuilder('a'), actor, filter);
    if (filter.sort !== undefined) return inside ? this.byUrgency(query, filter) : this.byDaysLeft(query, filter);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    query.orderBy('a.id', 'DESC').limit(limit + 1);
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('a.id < :after', { after: after[0] });
    const rows = await query.getMany();
    const shown = await this.withCases(rows.slice(0, limit), inside);
    const page = toPage(rows, limit, row => [row.id], row => row.id);
    return { items: shown, nextCursor: page.nextCursor };
  }

  /** The same rows as a spreadsheet; each export is recorded. */
  async export(actor: Actor, filter: ApplicationListDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'permit-application.export', subject: { type: 'permit-application-list', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '排污许可申请', title: '排污许可申请', columns: APPLICATION_COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  /** For the bureau, by the column the queue is sorted by. */
  private async byUrgency(query: SelectQueryBuilder<PermitApplication>, filter: ApplicationListDto): Promise<Page<ApplicationRowView>> {
    const [limit, down] = [filter.limit ?? DEFAULT_LIMIT, filter.sort === '-remaining'];
    const order = down ? 'DESC' : 'ASC';
    query.innerJoin('case_record', 'c', 'c.id = a.id').orderBy('c.urgency', order).addOrderBy('a.id', order).limit(limit + 1);
    const after = decodeCursor(filter.cursor, 2);
    if (after) query.andWhere(`(c.urgency, a.id) ${down ? '<' : '>'} (:days::int, :after::uuid)`, { days: after[0], after: after[1] });
    return toPage(await this.withCases(await query.getMany(), true), limit, row => [daysOf(row), row.id], row => row);
  }

  /** Outside the bureau: an unserved decision has stopped its clock, and the place in the list must not tell. */
  private async byDaysLeft(query: SelectQueryBuilder<PermitApplication>, filter: ApplicationListDto): Promise<Page<ApplicationRowView>> {
    const [limit, sign] = [filter.limit ?? DEFAULT_LIMIT, filter.sort === '-remaining' ? -1 : 1];
    const applications = await query.orderBy('a.open', 'DESC').addOrderBy('a.id', 'DESC').limit(MOST_OPEN).getMany();
    const seen = await this.faces.rows(await this.db.repo(CaseRecord).findBy({ id: In(applications.map(one => one.id)) }));
    const after = decodeCursor(filter.cursor, 2);
    const compare = (a: Place, b: Place): number => sign * (a.days - b.days || (a.id < b.id ? -1 : Number(a.id > b.id)));
    const places = seen.map((c): Place => ({ id: c.id, days: daysOf(c) })).filter(one => !after || compare(one, { days: Number(after[0]), id: String(after[1]) }) > 0).sort(compare);
    const byId = new Map(applications.map(one => [one.id, one]));
    const shown = await this.withCases(places.slice(0, limit + 1).flatMap(one => byId.get(one.id) ?? []), false);
    return toPage(shown, limit, row => [daysOf(row), row.id], row => row);
  }

  private async withCases(applications: readonly PermitApplication[], inside: boolean): Promise<ApplicationRowView[]> {
    const ids = applications.map(one => one.id);
    if (ids.length === 0) return [];
    const found = await this.db.repo(CaseRecord).findBy({ id: In(ids) });
    const cases = new Map((inside ? found : await this.faces.rows(found)).map(c => [c.id, c]));
    const counts = await this.db
      .repo(ApplicationSection)
      .createQueryBuilder('s')
      .select('s.applicationId', 'applicationId')
      .addSelect('count(*) FILTER (WHERE s.completed)', 'completed')
      .where('s.applicationId IN (:...ids)', { ids })
      .groupBy('s.applicationId')
      .getRawMany<CompletedCount>();
    const completed = new Map(counts.map(one => [one.applicationId, Number(one.completed)]));
    return applications.flatMap(application => {
      const c = cases.get(application.id);
      return c ? [rowOf(application, c, completed.get(application.id) ?? 0)] : [];
    });
  }
}

/** What is asked for, of what the actor sees. */
function narrowed(query: SelectQueryBuilder<PermitApplication>, actor: Actor, filter: ApplicationListDto): SelectQueryBuilder<PermitApplication> {
  const inside = actor.orgKind === 'bureau';
  if (inside) {
    query.where('a.submittedAt IS NOT NULL AND a.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
  } else {
    const { sql, values } = sight(actor);
    query.where(sql(':own', ':given'), { own: values[0], given: values[1] });
  }
  // outside the bureau by what is shown: an unserved decision is no state of its own
  if (filter.state) query.andWhere('a.state = ANY (:states)', { states: inside ? [filter.state] : statesShownAs(applicationMachine, filter.state) });
  if (filter.open) query.andWhere('a.open = :open', { open: filter.open === 'true' });
  if (filter.businessType) query.andWhere('a.businessType = :businessType', { businessType: filter.businessType });
  if (filter.category) query.andWhere('a.managementCategory = :category', { category: filter.category });
  if (filter.q) query.andWhere(containsWords(`a.enterpriseName || ' ' || a.siteName || ' ' || coalesce(a.caseNumber, '')`, ':q'), { q: filter.q });
  return query;
}

interface Place {
  readonly id: string;
  readonly days: number;
}

const daysOf = ({ remainingDays }: { readonly remainingDays: number | null }): number => remainingDays ?? NO_CLOCK;

/** Own permits and applications, and those of principals on the sites entrusted. */
export const sight = (actor: Actor): OwnRows => ownRows(actor, 'permits', { enterprise: 'enterprise_id', site: 'site_id' });

function rowOf(application: PermitApplication, c: CaseRecord, completedSections: number): ApplicationRowView {
  const { id, enterpriseId, enterpriseName, siteName, managementCategory, businessType, open, createdAt, submittedAt } = application;
  return {
    id, caseNumber: c.number, enterpriseId, enterpriseName, siteName, state: c.state,
    stateLabel: applicationMachine.states[c.state as keyof typeof applicationMachine.states].label,
    managementCategory, businessType, open, createdAt, submittedAt, completedSections, totalSections: SECTIONS.length,
    dueOn: c.dueOn, remainingDays: c.remainingDays, dueProvisional: c.dueProvisional, clockPaused: c.clockPaused, ball: ballOf(machineOf(c.kind), c),
  };
}
