import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { keysShownAs, OutsideFaces } from '../adverse/outside-face';
import { CaseRecord } from '../case.entity';
import { OwnQueryDto, QueueCountsQueryDto, QueueQueryDto } from '../dto/case.dto';
import { CaseErrands } from './case-errands';
import { CaseTraits, TRAITS } from './case-traits';
import { CaseRowView, OwnCountsView, QueueCountsView } from './case.view';
import type { WorkloadView } from '../supervision/supervision.view';
import { allMachines, kindsHiddenFromParty, pageOf, statesUntold } from '../machine/machine';
import { rowView } from './rows';

const DEFAULT_LIMIT = 20;
const SOON_DAYS = 3;
const POSTS = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];

type Row = CaseRecord & { readonly urgency: number };
interface Order {
  readonly by: string;
  /** What comes after a cursor whose two keys are these parameters. */
  readonly after: (key: number, id: number) => string;
  readonly keyOf: (row: Row) => string | number;
}

/** Each has its index. */
const ORDERS: Readonly<Record<'remaining' | '-remaining' | 'newest' | 'closed' | '-closed', Order>> = {
  remaining: { by: 'urgency, id', after: (key, id) => `(urgency, id) > ($${key}::int, $${id}::uuid)`, keyOf: row => row.urgency },
  '-remaining': { by: 'urgency DESC, id DESC', after: (key, id) => `(urgency, id) < ($${key}::int, $${id}::uuid)`, keyOf: row => row.urgency },
  newest: { by: 'submitted_at DESC, id DESC', after: (key, id) => `(submitted_at, id) < ($${key}::timestamptz, $${id}::uuid)`, keyOf: row => (row.submittedAt as Date).toISOString() },
  closed: { by: 'closed_at DESC, id DESC', after: (key, id) => `(closed_at, id) < ($${key}::timestamptz, $${id}::uuid)`, keyOf: row => (row.closedAt as Date).toISOString() },
  '-closed': { by: 'closed_at, id', after: (key, id) => `(closed_at, id) > ($${key}::timestamptz, $${id}::uuid)`, keyOf: row => (row.closedAt as Date).toISOString() },
};

/** A closed case has no days left: asked for by days, it is sorted by its end. */
function orderOf({ sort = 'remaining', tab }: Pick<QueueQueryDto, 'sort' | 'tab'>): Order {
  if (sort === 'newest' || tab !== 'closed') return ORDERS[sort];
  return ORDERS[sort === 'remaining' ? 'closed' : '-closed'];
}

type OwnCounts = { open: string; toDo: string };
type QueueCounts = Record<keyof QueueCountsView, string>;

/** Collects conditions with their `$n` parameters. */
class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** `?` stands for the value. */
  add(sql: string, value?: unknown): this {
    if (sql.includes('?')) this.parts.push(sql.replaceAll('?', `$${this.values.push(value)}`));
    else this.parts.push(sql);
    return this;
  }

  get where(): string {
    return this.parts.join(' AND ');
  }
}

/** The lists of cases: the officers' queue, the applicant's own, and their badges. */
@Injectable()
export class CasesQuery {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly faces: OutsideFaces,
    private readonly traits: CaseTraits,
    private readonly errands: CaseErrands,
  ) {}

  /** Submitted cases of the officer's regions: fewest days left first, closed ones by their end, or newest first. */
  async queue(actor: Actor, filter: QueueQueryDto): Promise<Page<CaseRowView>> {
    const { by, after, keyOf } = orderOf(filter);
    const conditions = this.queueConditions(actor, filter);
    const from = decodeCursor(filter.cursor, 2);
    if (from) conditions.parts.push(after(conditions.values.push(from[0]), conditions.values.push(from[1])));
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const rows = await this.select(conditions, by, limit + 1);
    const page = toPage(rows, limit, row => [keyOf(row), row.id], rowView);
    if (filter.tab !== 'given') return page;
    const errands = await this.errands.of(actor.userId, page.items.map(row => row.id));
    return { ...page, items: page.items.map(row => ({ ...row, errands: errands.get(row.id) ?? [] })) };
  }

  /** Badges of the officer's tabs, over open cases. */
  async queueCounts(actor: Actor, { matter }: QueueCountsQueryDto): Promise<QueueCountsView> {
    const conditions = new Conditions().add(`submitted_at IS NOT NULL AND closed_at IS NULL`).add(`region_code LIKE ANY (?)`, prefixes(actor));
    if (matter !== undefined) conditions.add('matter = ?', matter);
    const [posts, user] = [conditions.values.push(claimablePosts(actor)), conditions.values.push(actor.userId)];
    const given = this.errands.condition.replaceAll('?', `$${user}`);
    const [row] = await this.db.query<QueueCounts>(
      `SELECT count(*) AS "all",
              count(*) FILTER (WHERE claimed_by IS NULL AND holder = ANY($${posts})) AS unclaimed,
              count(*) FILTER (WHERE claimed_by = $${user}) AS mine,
              count(*) FILTER (WHERE ${given}) AS given,
              count(*) FILTER (WHERE remaining_days < 0) AS overdue,
              count(*) FILTER (WHERE remaining_days BETWEEN 0 AND ${SOON_DAYS} AND NOT clock_paused) AS "dueSoon"
         FROM case_record WHERE ${conditions.where}`,
      conditions.values,
    );
    return numbers(row ?? { unclaimed: '0', mine: '0', given: '0', all: '0', overdue: '0', dueSoon: '0' });
  }

  /** Open cases by officer of the actor's regions, most first. */
  async workload(actor: Actor): Promise<WorkloadView[]> {
    const rows = await this.db.query<{ userId: string; name: string; open: string; overdue: string; dueSoon: string }>(
      `SELECT claimed_by AS "userId", max(claimed_by_name) AS name, count(*) AS open,
              count(*) FILTER (WHERE remaining_days < 0) AS overdue,
              count(*) FILTER (WHERE remaining_days BETWEEN 0 AND ${SOON_DAYS} AND NOT clock_paused) AS "dueSoon"
         FROM case_record WHERE claimed_by IS NOT NULL AND closed_at IS NULL AND region_code LIKE ANY ($1)
        GROUP BY claimed_by ORDER BY count(*) DESC, claimed_by`,
      [prefixes(actor)],
    );
    return rows.map(({ userId, name, ...counts }) => ({ userId, name, ...numbers(counts) }));
  }

  /** The actor's own organisation's cases and those of its principals, newest first. */
  async own(actor: Actor, filter: OwnQueryDto): Promise<Page<CaseRowView>> {
    const { state, ...rest } = filter;
    const conditions = ownScope(actor);
    addFilters(conditions, rest);
    // by what the applicant sees: an unserved decision is no state of its own
    if (state !== undefined) conditions.add(`kind || '/' || state = ANY (?)`, keysShownAs(state));
    if (filter.open !== undefined) conditions.add(filter.open ? 'closed_at IS NULL' : 'closed_at IS NOT NULL');
    const after = decodeCursor(filter.cursor, 1);
    if (after) conditions.add('id < ?::uuid', after[0]);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const rows = await this.faces.rows(await this.select(conditions, 'id DESC', limit + 1));
    return toPage(rows, limit, row => [row.id], rowView);
  }

  async ownCounts(actor: Actor): Promise<OwnCountsView> {
    const conditions = ownScope(actor).add('closed_at IS NULL');
    const [row] = await this.db.query<OwnCounts>(
      `SELECT count(*) AS open, count(*) FILTER (WHERE holder = 'applicant') AS "toDo" FROM case_record WHERE ${conditions.where}`,
      conditions.values,
    );
    return numbers(row ?? { open: '0', toDo: '0' });
  }

  private queueConditions(actor: Actor, filter: QueueQueryDto): Conditions {
    const conditions = new Conditions().add('submitted_at IS NOT NULL').add('region_code LIKE ANY (?)', prefixes(actor));
    const tab = filter.tab ?? 'all';
    conditions.add(tab === 'closed' ? 'closed_at IS NOT NULL' : 'closed_at IS NULL');
    if (tab === 'unclaimed') conditions.add(`claimed_by IS NULL AND holder LIKE 'bureau%'`).add('holder = ANY (?)', claimablePosts(actor));
    if (tab === 'mine') conditions.add('claimed_by = ?', actor.userId);
    if (tab === 'given') conditions.add(this.errands.condition, actor.userId);
    addFilters(conditions, filter);
    this.addDue(conditions, filter.due);
    for (const trait of TRAITS) if (filter[trait] !== undefined) conditions.add(this.traits.conditionOf(trait), filter[trait]);
    return conditions;
  }

  private addDue(conditions: Conditions, due: QueueQueryDto['due']): void {
    if (due === 'overdue') conditions.add('urgency < 0');
    if (due === 'today') conditions.add('due_on = ?', this.clock.today());
    if (due === 'soon') conditions.add(`urgency BETWEEN 0 AND ${SOON_DAYS} AND NOT clock_paused`);
    if (due === 'paused') conditions.add('clock_paused');
  }

  /** Through the entity's own mapping, so that dates and names come out as everywhere else. */
  private async select(conditions: Conditions, order: string, limit: number): Promise<Row[]> {
    const found = await this.db.query<{ id: string; urgency: number }>(
      `SELECT id, urgency FROM case_record WHERE ${conditions.where} ORDER BY ${order} LIMIT ${limit}`,
      conditions.values,
    );
    if (found.length === 0) return [];
    const rows = await this.db.repo(CaseRecord).createQueryBuilder('c').whereInIds(found.map(each => each.id)).getMany();
    const byId = new Map(rows.map(row => [row.id, row]));
    return found.flatMap(({ id, urgency }) => {
      const row = byId.get(id);
      return row ? [Object.assign(row, { urgency })] : [];
    });
  }
}

function addFilters(conditions: Conditions, filter: { kind?: string; page?: string; matter?: string; state?: string; q?: string }): void {
  if (filter.kind !== undefined) conditions.add('kind = ?', filter.kind);
  if (filter.page !== undefined) conditions.add('kind = ANY (?)', allMachines().filter(machine => pageOf(machine) === filter.page).map(machine => machine.kind));
  if (filter.matter !== undefined) conditions.add('matter = ?', filter.matter);
  if (filter.state !== undefined) conditions.add('state = ?', filter.state);
  if (filter.q !== undefined) conditions.add(containsWords(`coalesce(number, '') || ' ' || party_name || ' ' || title`, '?'), filter.q);
}

/** Region codes cover what begins with them: 1411 is the prefecture of 141181. */
export function prefixes(actor: Actor): string[] {
  return actor.regions.filter(region => /^\d+$/.test(region)).map(region => `${region}%`);
}

/** Holders whose cases the officer's post may claim. */
export function claimablePosts(actor: Actor): string[] {
  if (actor.roles.includes('bureau.supervisor')) return ['bureau', ...POSTS];
  const own = POSTS.filter(post => actor.roles.includes(post));
  return own.some(post => post !== 'bureau.enforcer') ? ['bureau', ...own] : own;
}

/** Own cases, and those of principals under the matter and the sites of each mandate: the relations `own` and `delegated`. */
export function ownScope(actor: Actor): Conditions {
  const mandates = actor.delegations.filter(each => each.verbs.length > 0).map(({ principalOrgId, matters, sites }) => ({ principalOrgId, matters, sites }));
  const conditions = new Conditions();
  const orgs = [...(actor.orgId === null ? [] : [actor.orgId]), ...mandates.map(mandate => mandate.principalOrgId)];
  conditions.add('party_org_id = ANY (?)', orgs);
  conditions.add('kind <> ALL (?)', kindsHiddenFromParty());
  conditions.add(`kind || '/' || state <> ALL (?)`, statesUntold());
  const [own, given] = [conditions.values.push(actor.orgId), conditions.values.push(JSON.stringify(mandates))];
  conditions.parts.push(
    `(party_org_id = $${own}::uuid OR EXISTS (
       SELECT 1 FROM jsonb_to_recordset($${given}::jsonb) AS m("principalOrgId" uuid, matters text[], sites text[])
        WHERE m."principalOrgId" = party_org_id AND matter = ANY (m.matters) AND (site_id IS NULL OR m.sites IS NULL OR site_id = ANY (m.sites))))`,
  );
  return conditions;
}

/** count(*) comes as text. */
function numbers<T extends Record<string, string>>(row: T): { [K in keyof T]: number } {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as { [K in keyof T]: number };
}
