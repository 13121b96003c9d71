import { Injectable } from '@nestjs/common';
import { ballOf, CaseRecord, machineOf, OutsideFaces, statesShownAs } from '@huanbao/casework';
import { Actor, containsWords, Db, decodeCursor, OwnRows, ownRows, Page, toPage } from '@huanbao/platform';
import { In } from 'typeorm';
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

/** Lists of applications: own, of principals, or of the officer's region once submitted. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly db: Db,
    private readonly faces: OutsideFaces,
  ) {}

  async list(actor: Actor, filter: ApplicationListDto): Promise<Page<ApplicationRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = this.db.repo(PermitApplication).createQueryBuilder('a').orderBy('a.id', 'DESC').limit(limit + 1);
    if (actor.orgKind === 'bureau') {
      query.where('a.submittedAt IS NOT NULL AND a.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    } else {
      const { sql, values } = sight(actor);
      query.where(sql(':own', ':given'), { own: values[0], given: values[1] });
    }
    // outside the bureau by what is shown: an unserved decision is no state of its own
    const inside = actor.orgKind === 'bureau';
    if (filter.state) query.andWhere('a.state = ANY (:states)', { states: inside ? [filter.state] : statesShownAs(applicationMachine, filter.state) });
    if (filter.open) query.andWhere('a.open = :open', { open: filter.open === 'true' });
    if (filter.q) query.andWhere(containsWords(`a.enterpriseName || ' ' || a.siteName || ' ' || coalesce(a.caseNumber, '')`, ':q'), { q: filter.q });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('a.id < :after', { after: after[0] });
    const rows = await query.getMany();
    const shown = await this.withCases(rows.slice(0, limit), inside);
    const page = toPage(rows, limit, row => [row.id], row => row.id);
    return { items: shown, nextCursor: page.nextCursor };
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
