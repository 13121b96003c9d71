import { Injectable, OnModuleInit } from '@nestjs/common';
import type { Mandate } from '@huanbao/identity';
import { FirmTies } from '@huanbao/market-signals';
import type { ServiceTask } from '@huanbao/marketplace';
import { Clock, Db, shanghaiDate } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import { Catalogue } from '@huanbao/services';
import { Obstacle, obstacleOf } from './obstacle';
import { CONFLICT_KIND, CONFLICT_ROWS, ConflictRule, Exclusion, exclusions, PastWork, rulesOn, speaksOf, Undertaking } from './rules';

type TaskFacts = Pick<ServiceTask, 'id' | 'enterpriseId' | 'regionCode' | 'serviceCode' | 'kind' | 'stage' | 'title' | 'description' | 'deliverables' | 'method' | 'createdAt'>;
/** A commission that is no task. */
export interface Commission {
  readonly serviceCode: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
}
type Place = Pick<ServiceTask, 'id' | 'enterpriseId' | 'regionCode' | 'createdAt'>;
const NO_TASK = '00000000-0000-0000-0000-000000000000';
/** Care by the year, with every enterprise that consented; over with the retainer or when the enterprise left. */
const CARED_SQL = `
  SELECT r.firm_id AS "firmId", 'steward' AS role, m.enterprise_id AS "enterpriseId", m.region_code AS "regionCode",
         coalesce(to_char(m.left_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), r.ended_on::text, CASE WHEN r.ends_on < $2::date THEN r.ends_on::text END) AS until
    FROM retainer r JOIN retainer_member m ON m.retainer_id = r.id
   WHERE m.enterprise_id = $1 AND m.state IN ('consented', 'left') AND r.accepted_at IS NOT NULL`;
/** Mandates that were never agreed to count for nothing. */
const LIVED_SQL = `
  SELECT firm_id AS "firmId", matters, valid_from::text AS "validFrom", valid_to::text AS "validTo", state, ended_at AS "endedAt"
    FROM mandate WHERE enterprise_id = $1 AND state IN ('active', 'revoked', 'expired', 'stopped')`;
type Lived = Pick<Mandate, 'firmId' | 'matters' | 'validFrom' | 'validTo' | 'state' | 'endedAt'>;
/** An open question is refused only where the ties leave little doubt. */
const BOUND = 'strong';

/** The table of conflicts: what a firm did, and what it may therefore not do. */
@Injectable()
export class Conflicts implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly book: ReferenceBook,
    private readonly ties: FirmTies,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(CONFLICT_KIND, { zh: '回避规则', en: 'Rules on conflicts' }, CONFLICT_ROWS);
  }

  /** Why the firm may not take the task; empty when it may. Where no rule names the work nothing is looked up. */
  async obstacles(task: TaskFacts, firmId: string): Promise<Obstacle[]> {
    return (await this.obstaclesOf(task, [firmId])).get(firmId) ?? [];
  }

  /** The same for several firms; what was done before is looked up once. */
  async obstaclesOf(task: TaskFacts, firmIds: readonly string[]): Promise<Map<string, Obstacle[]>> {
    const now = undertakingOf(task, this.clock.today());
    return this.excluded(task, task.serviceCode ? now : { ...now, presumed: (await this.catalogue.codesOf(task.kind, task.stage)).filter(code => speaksOf(code, wordsOf(task))) }, firmIds);
  }

  /** Why the firm may not take a commission that is no task, such as the care by the year. */
  async obstaclesTo({ serviceCode, enterpriseId, regionCode }: Commission, firmId: string): Promise<Obstacle[]> {
    const place = { id: NO_TASK, enterpriseId, regionCode, createdAt: this.clock.now() };
    return (await this.excluded(place, { roles: [serviceCode], enterpriseId, regionCode, on: this.clock.today() }, [firmId])).get(firmId) ?? [];
  }

  private async excluded(task: Place, now: Undertaking, firmIds: readonly string[]): Promise<Map<string, Obstacle[]>> {
    const rules = (await this.rules()).filter(rule => now.roles.includes(rule.later) || now.presumed?.includes(rule.later));
    if (rules.length === 0) return new Map();
    const found = exclusions(now, await this.worksFor(task, rules), rules);
    const obstacles = new Map<string, Obstacle[]>();
    for (const firmId of found.length === 0 ? [] : firmIds) {
      const own = found.filter(one => one.work.firmId === firmId).map(one => obstacleOf(one, null));
      obstacles.set(firmId, own.length > 0 ? own : await this.throughTies(firmId, found));
    }
    return obstacles;
  }

  /** Firms whose people may not judge the bids on the task. */
  async keptFromJudging(task: TaskFacts): Promise<string[]> {
    const now: Undertaking = { ...undertakingOf(task, this.clock.today()), roles: ['expert'] };
    const rules = (await this.rules()).filter(rule => rule.later === 'expert');
    return rules.length === 0 ? [] : [...new Set(exclusions(now, await this.worksFor(task, rules), rules).map(one => one.work.firmId))];
  }

  /** The table as it holds today, for everybody to read. */
  table(): Promise<ConflictRule[]> {
    return this.rules();
  }

  private async rules(): Promise<ConflictRule[]> {
    return rulesOn(await this.book.rows(CONFLICT_KIND), this.clock.today());
  }

  private async throughTies(firmId: string, found: readonly Exclusion[]): Promise<Obstacle[]> {
    // the province-wide rules name the firm itself; who is bound to it elsewhere is no question of this enterprise
    const local = found.filter(one => one.rule.scope === 'enterprise');
    const ties = (await this.ties.of(firmId, local.map(one => one.work.firmId))).filter(tie => tie.strength === BOUND);
    return local.flatMap(one => {
      const tie = ties.find(each => each.firmIds[1] === one.work.firmId);
      return tie ? [obstacleOf(one, tie)] : [];
    });
  }

  private async worksFor(task: Place, rules: readonly ConflictRule[]): Promise<PastWork[]> {
    const priors = rules.map(rule => rule.prior);
    const mandates = priors.some(prior => prior.startsWith('mandate:')) ? await this.mandated(task) : [];
    const cared = priors.includes('steward') ? await this.db.query<PastWork & Record<string, unknown>>(CARED_SQL, [task.enterpriseId, this.clock.today()]) : [];
    return [...cared, ...mandates.filter(work => priors.includes(work.role)), ...(await this.awarded(task, rules.filter(rule => !rule.prior.startsWith('mandate:'))))];
  }

  private async mandated({ enterpriseId, regionCode, createdAt }: Place): Promise<PastWork[]> {
    const rows = await this.db.prepared<Lived>('mandates-lived', LIVED_SQL, [enterpriseId]);
    const [today, begun] = [this.clock.today(), shanghaiDate(createdAt)];
    // what has not begun yet prepared nothing
    return rows.filter(row => row.validFrom <= today).flatMap(row => row.matters.map(matter => ({ firmId: row.firmId, role: `mandate:${matter}`, enterpriseId, regionCode, until: endOf(row, today) })))
      // a mandate for procurement that was over before this task was begun prepared nothing of it
      .filter(work => work.role !== 'mandate:tasks' || work.until === null || work.until >= begun);
  }

  /** Earlier tasks with an award: for the enterprise, and for the province-wide rules anywhere in the province. */
  private async awarded(task: Place, rules: readonly ConflictRule[]): Promise<PastWork[]> {
    if (rules.length === 0) return [];
    const codes = (scope: ConflictRule['scope']): string[] => [...new Set(rules.filter(rule => rule.scope === scope).map(rule => rule.prior))];
    const rows = await this.db.query<PastWork & { readonly words: string } & Record<string, unknown>>(
      `SELECT t.awarded_firm_id AS "firmId", s.code AS role, t.enterprise_id AS "enterpriseId", t.region_code AS "regionCode", t.service_code IS NULL AS presumed, concat_ws(E'\\n', t.title, t.description, array_to_string(t.deliverables, E'\\n')) AS words,
              to_char(coalesce(t.accepted_at, CASE WHEN t.state = 'cancelled' THEN t.updated_at END) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS until
         FROM service_task t JOIN catalogue_service s ON s.code = t.service_code OR (t.service_code IS NULL AND s.kind = t.kind AND s.stage = t.stage)
        WHERE t.awarded_firm_id IS NOT NULL AND t.id <> $1
          AND ((t.enterprise_id = $2 AND s.code = ANY($3)) OR (t.service_code IS NOT NULL AND t.service_code = ANY($4) AND left(t.region_code, 2) = left($5, 2)))`,
      [task.id, task.enterpriseId, codes('enterprise'), codes('province'), task.regionCode],
    );
    return rows.filter(row => !row.presumed || speaksOf(row.role, row.words)).map(({ words: _words, ...work }) => work);
  }
}

const wordsOf = ({ title, description, deliverables }: Pick<TaskFacts, 'title' | 'description' | 'deliverables'>): string => [title, description, ...deliverables].join('\n');

/** A direct commission is offered to one; nobody competes, so who prepared it may be the one. */
const undertakingOf = ({ id, enterpriseId, regionCode, serviceCode, method }: TaskFacts, on: string): Undertaking => ({ taskId: id, roles: [...(serviceCode ? [serviceCode] : []), ...(method === 'direct' ? [] : ['bid'])], enterpriseId, regionCode, on });

/** Last day of a mandate; null while it lives. */
function endOf({ state, validTo, endedAt }: Lived, today: string): string | null {
  if (state === 'active' && validTo >= today) return null;
  const ended = endedAt && shanghaiDate(endedAt);
  return ended && ended < validTo ? ended : validTo;
}
