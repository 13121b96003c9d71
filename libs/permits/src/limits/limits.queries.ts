import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { Verifications } from '@huanbao/reference';
import { placeOf } from '../application-views';
import { PermitApplication } from '../application.entity';
import { DischargeStandard, LimitStandard } from '../limit-standard.entity';
import { PermitReader } from '../life/permit-reader';
import { SectionStore } from '../section-store';
import type { Form } from '../form/field';
import { limitPolicy } from './limits.policy';
import { LimitProposal } from './limit-proposal.entity';
import { LimitTable } from './limit-table';
import { changeView, listRowView } from './limit-views';
import type { LimitListDto, ProposalListDto, StandardListDto } from './limits.dto';
import type { LimitDetailView, LimitListRowView, ProposalRowView, ProposalView, SimulatedCaseView, SimulatedFindingView, SimulationView, StandardView } from './limits.view';
import { Book, sameLimit } from './plan-changes';
import type { SimulatedCase, SimulatedFinding, SimulationResult } from './simulate';

const DEFAULT_LIMIT = 20;
type Sort = NonNullable<LimitListDto['sort']>;
/** Expression of a sort, and whether it runs down. */
const SORTS: Readonly<Record<Sort, readonly [string, boolean]>> = {
  standard: ['l.standard', false], validFrom: ['l.valid_from::text', false], '-validFrom': ['l.valid_from::text', true], value: ['l.value', false], '-value': ['l.value', true],
};

/** Standards, limits and proposals as the bureau reads them. */
@Injectable()
export class LimitQueries {
  constructor(
    private readonly db: Db,
    private readonly table: LimitTable,
    private readonly verifications: Verifications,
    private readonly sections: SectionStore,
    private readonly reader: PermitReader,
    private readonly clock: Clock,
  ) {}

  async list(filter: LimitListDto): Promise<Page<LimitListRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const [expression, down] = SORTS[filter.sort ?? 'standard'];
    const query = this.db.repo(LimitStandard).createQueryBuilder('l').orderBy(expression, down ? 'DESC' : 'ASC').addOrderBy('l.id', down ? 'DESC' : 'ASC').limit(limit + 1);
    if (!filter.superseded) query.andWhere('l.supersededAt IS NULL');
    for (const name of ['standard', 'medium', 'source', 'pollutant', 'tier'] as const) if (filter[name]) query.andWhere(`l.${name} = :${name}`, { [name]: filter[name] });
    if (filter.on) query.andWhere('l.validFrom <= :on AND (l.validTo IS NULL OR l.validTo >= :on)', { on: filter.on });
    if (filter.state) query.andWhere('l.verified = :verified', { verified: filter.state === 'verified' });
    if (filter.q) query.andWhere(containsWords(`(l.standard || ' ' || l.title)`, ':q'), { q: filter.q });
    const after = decodeCursor(filter.cursor, 2);
    if (after) query.andWhere(`(${expression}, l.id) ${down ? '<' : '>'} (CAST(:key AS ${expression === 'l.value' ? 'numeric' : 'text'}), CAST(:id AS uuid))`, { key: after[0], id: after[1] });
    const keyOf = (row: LimitStandard): string => (expression === 'l.standard' ? row.standard : expression === 'l.value' ? row.value : row.validFrom);
    return toPage(await query.getMany(), limit, row => [keyOf(row), row.id], row => listRowView(plain(row)));
  }

  async detail(actor: Actor, id: string): Promise<LimitDetailView> {
    const row = await this.db.repo(LimitStandard).findOneBy({ id });
    if (!row) throw notFound();
    const { standard, medium, source, pollutant } = row;
    const kin = (await this.db.repo(LimitStandard).find({ where: { standard, medium, source, pollutant }, order: { validFrom: 'DESC', id: 'DESC' } })).map(plain).filter(one => sameLimit(one, row));
    const checks = await this.verifications.history('limit', id);
    return {
      ...listRowView(plain(row)), history: kin.map(listRowView), own: row.proposedBy === actor.userId,
      checks: checks.map(({ verdict, against, fileId, checkedByName, checkedAt }) => ({ verdict, against, fileId, checkedByName, checkedAt })),
    };
  }

  async standards(filter: StandardListDto): Promise<Page<StandardView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = this.db.repo(DischargeStandard).createQueryBuilder('s').orderBy('s.code').limit(limit + 1);
    if (filter.kind) query.andWhere('s.kind = :kind', { kind: filter.kind });
    if (filter.on) query.andWhere('(s.inForceFrom IS NULL OR s.inForceFrom <= :on) AND (s.inForceTo IS NULL OR s.inForceTo >= :on)', { on: filter.on });
    if (filter.state) query.andWhere('s.verified = :verified', { verified: filter.state === 'verified' });
    if (filter.q) query.andWhere(`position(lower(:q) IN lower(s.code || ' ' || s.title)) > 0`, { q: filter.q });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('s.code > :code', { code: after[0] });
    const rows = await query.getMany();
    const counts = await this.db.query<{ standard: string; n: number }>('SELECT standard, count(*)::int AS n FROM limit_standard WHERE superseded_at IS NULL AND standard = ANY($1) GROUP BY 1', [rows.map(row => row.code)]);
    const count = new Map(counts.map(one => [one.standard, one.n]));
    return toPage(rows, limit, row => [row.code], ({ id, code, title, kind, inForceFrom, inForceTo, replaces, replacedBy, verified, origin, note }) =>
      ({ id, code, title, kind, inForceFrom, inForceTo, replaces, replacedBy, verified, origin, note, limits: count.get(code) ?? 0 }));
  }

  async proposals(filter: ProposalListDto): Promise<Page<ProposalRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = this.db.repo(LimitProposal).createQueryBuilder('p').orderBy('p.id', 'DESC').limit(limit + 1);
    if (filter.state) query.andWhere('p.state = :state', { state: filter.state });
    if (filter.q) query.andWhere(`position(lower(:q) IN lower(p.reason || ' ' || p.citation || ' ' || p.proposed_by_name)) > 0`, { q: filter.q });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('p.id < CAST(:id AS uuid)', { id: after[0] });
    const rows = await query.getMany();
    const book = await this.everything();
    return toPage(rows, limit, row => [row.id], row => rowOf(row, book));
  }

  async proposal(actor: Actor, id: string): Promise<ProposalView> {
    const row = await this.db.repo(LimitProposal).findOneBy({ id });
    if (!row) throw notFound();
    const book = await this.everything();
    const own = row.proposedBy === actor.userId;
    const confirmable = row.state === 'proposed' && !own && limitPolicy.opens(actor, 'limit.confirm');
    return {
      ...rowOf(row, book), fileId: row.fileId, items: row.items.map(item => changeView(item, book)), decisionNote: row.decisionNote, version: row.version,
      simulation: row.simulation && (await this.simulation(row.simulation)),
      actions: [...(confirmable ? ['limit.confirm', 'limit.reject'] : []), ...(row.state === 'proposed' && own ? ['limit.withdraw'] : [])],
    };
  }

  /** All limits, also superseded ones: a decided proposal speaks of them. */
  private async everything(): Promise<Book> {
    const limits = await this.db.repo(LimitStandard).find({ order: { id: 'ASC' } });
    return { limits: limits.map(plain), standards: await this.table.standards() };
  }

  private async simulation({ cases, ...rest }: SimulationResult): Promise<SimulationView> {
    const shown: SimulatedCaseView[] = [];
    for (const one of cases) {
      const form = await this.formOf(one);
      const worded = (found: SimulatedFinding): SimulatedFindingView => ({ ...found, place: placeOf(form, found.pointer) });
      shown.push({ ...one, appears: one.appears.slice(0, 20).map(worded), goes: one.goes.slice(0, 20).map(worded) });
    }
    return { ...rest, applications: { ...rest.applications }, permits: { ...rest.permits }, cases: shown };
  }

  private async formOf({ kind, id }: SimulatedCase): Promise<Form> {
    const permit = kind === 'permit' ? await this.reader.byId(id) : null;
    if (kind === 'permit') return permit ? (await this.reader.withForm(permit)).snapshot : {};
    return (await this.db.repo(PermitApplication).existsBy({ id })) ? this.sections.form(id) : {};
  }

  today(): string {
    return this.clock.today();
  }
}

function rowOf({ id, state, reason, citation, source, items, proposedByName, proposedAt, decidedByName, decidedAt, simulationState }: LimitProposal, book: Book): ProposalRowView {
  const [first] = items;
  return { id, state, reason, citation, source, changes: items.length, first: first ? changeView(first, book).title : '', proposedByName, proposedAt, decidedByName, decidedAt, simulationState };
}

/** Numbers without the zeros that numeric columns keep. */
function plain(row: LimitStandard): LimitStandard {
  return { ...row, value: trimmed(row.value), baseOxygen: row.baseOxygen === null ? null : trimmed(row.baseOxygen) };
}
const trimmed = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);
