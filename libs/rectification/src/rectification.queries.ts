import { Injectable } from '@nestjs/common';
import { CaseEvent, CaseRecord, CaseViews } from '@huanbao/casework';
import { InspectionReference } from '@huanbao/enforcement';
import { Actor, Clock, containsWords, Db, notFound, Page } from '@huanbao/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { OwnRectificationListQuery, RectificationListQuery } from './rectification.dto';
import { type DefaultNotice, Rectification, RectificationEvidence, RectificationExtension, RectificationItem, RectificationSupervision, RectificationVerification, type Paper } from './entities';
import { pageOf, regionsOf } from './lists';
import { RectificationRates } from './rates.service';
import { MENDING, OPEN_STATES } from './rectification.machine';
import { ownersFor, ownRectificationPolicy, rectificationPolicy, type RectificationAction } from './rectification.policy';
import { RectificationBook } from './rectification.reference';
import { liveNotice, mayAnswer, mayBeDecided, servedNotice } from './rules/default-notice';
import { type Around, type Cased, factsView, itemView, supervisionView } from './shape';
import { isHandler } from './steps/acting';
import { RectificationIssuing } from './steps/issuing.service';
import type { OwnRectificationFiguresView, OwnRectificationView, RectificationFiguresView, RectificationItemView, RectificationOptionsView, RectificationSupervisionView, RectificationView } from './rectification.view';

const NO_DUE = '9999-12-31';
const TABS: Readonly<Record<string, string>> = {
  draft: `k.state = 'draft'`, serving: `k.state = 'serving'`, running: `k.state IN ('planning', 'fixing')`, verifying: `k.state IN ('plan-review', 'verifying')`, overdue: 'r.overdueOn IS NOT NULL AND k.closedAt IS NULL', supervised: 'm.id IS NOT NULL AND m.endedAt IS NULL',
  extension: `EXISTS (SELECT 1 FROM rectification_extension e WHERE e.rectification_id = r.id AND e.state = 'asked') AND k.closed_at IS NULL`, ended: 'k.closedAt IS NOT NULL', open: 'k.closedAt IS NULL',
};

/** Rectifications as lists and one by one, for both sides. */
@Injectable()
export class RectificationQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cases: CaseViews,
    private readonly book: RectificationBook,
    private readonly laws: InspectionReference,
    private readonly issuing: RectificationIssuing,
    private readonly rates: RectificationRates,
  ) {}

  list(actor: Actor, query: RectificationListQuery): Promise<Page<RectificationItemView>> {
    const rows = this.cased().andWhere('r.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    if (query.tab) rows.andWhere(TABS[query.tab] as string);
    for (const name of ['source', 'enterpriseId'] as const) if (query[name]) rows.andWhere(`r.${name} = :${name}`, { [name]: query[name] });
    if (query.from) rows.andWhere('r.dueOn >= :from', { from: query.from });
    if (query.to) rows.andWhere('r.dueOn <= :to', { to: query.to });
    if (query.originId) rows.andWhere('(r.sourceId = :origin OR r.complaintId = :origin)', { origin: query.originId });
    if (query.q) rows.andWhere(containsWords('r.search', ':q'), { q: query.q });
    const isOpened = query.sort?.endsWith('opened') ?? false;
    const key = isOpened ? { sql: 'r.openedAt', type: 'timestamptz', of: (row: Cased) => row.openedAt.toISOString() } : { sql: `coalesce(r.dueOn, DATE '${NO_DUE}')`, type: 'date', of: (row: Cased) => row.dueOn ?? NO_DUE };
    return pageOf(rows, { key, isDown: query.sort?.startsWith('-') ?? false, limit: query.limit, cursor: query.cursor, view: itemView });
  }

  own(actor: Actor, query: OwnRectificationListQuery): Promise<Page<RectificationItemView>> {
    const rows = this.owned(actor);
    if (query.tab) rows.andWhere(TABS[query.tab] as string);
    if (query.originId) rows.andWhere('r.sourceId = :origin', { origin: query.originId });
    if (query.q) rows.andWhere(containsWords('r.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'r.issuedAt', type: 'timestamptz', of: row => (row.issuedAt as Date).toISOString() }, isDown: query.sort !== 'issued', limit: query.limit, cursor: query.cursor, view: itemView });
  }

  async detail(actor: Actor, id: string): Promise<RectificationView> {
    const row = await this.seen(actor, id);
    const { sourceId, complaintId, openedByName, issuedByName, clueAt, clueReason, withdrawAskedByName, withdrawReason, withdrawnByName } = row;
    const around = await this.around(id);
    return {
      ...factsView(row, around), sourceId, complaintId, openedByName, issuedByName, clueAt: clueAt?.toISOString() ?? null, clueReason, withdrawAskedByName, withdrawReason, withdrawnByName, isHandler: isHandler(row, actor.userId),
      daysMost: await this.book.number('period:most'), supervisionMost: await this.book.number('supervision:most'), case: await this.cases.detail(id, actor), actions: actionsOf(actor, row, around),
    };
  }

  async ownDetail(actor: Actor, id: string): Promise<OwnRectificationView> {
    const row = await this.ownSeen(actor, id);
    const around = await this.around(id);
    const lines = await this.db.repo(CaseEvent).find({ where: { caseId: id, visibility: In(['public', 'parties']) }, order: { at: 'ASC', id: 'ASC' } });
    const used = around.extensions.filter(one => one.state === 'approved').length;
    return {
      ...factsView(row, around), supervision: ownSupervision(row), claimedByName: null, extensionMost: await this.book.number('extension:most'), extensionsLeft: Math.max(0, (await this.book.number('extension:times')) - used),
      lines: lines.filter(one => row.issuedAt !== null && one.at >= row.issuedAt).map(({ at, zh, en, actorName, actorOrgName }) => ({ at: at.toISOString(), zh, en, by: actorOrgName ?? actorName })), actions: ownActionsOf(actor, row, around),
    };
  }

  async options(actor: Actor, id: string): Promise<RectificationOptionsView> {
    const row = await this.seen(actor, id);
    const { violations } = await this.laws.library();
    return { violations: violations.map(one => ({ ...one })), officers: (await this.issuing.able(row)).map(({ id: officerId, name, certificateNo }) => ({ id: officerId, name, certificateNo })), daysMost: await this.book.number('period:most'), dayType: await this.book.dayType() };
  }

  async figures(actor: Actor): Promise<RectificationFiguresView> {
    const regions = regionsOf(actor);
    const [row] = await this.db.query<Record<'draft' | 'open' | 'verifying' | 'overdue' | 'supervised', number>>(
      `SELECT (count(*) FILTER (WHERE k.state = 'draft'))::int AS draft, (count(*) FILTER (WHERE k.state IN ('serving', 'planning', 'plan-review', 'fixing')))::int AS open, (count(*) FILTER (WHERE k.state = 'verifying'))::int AS verifying,
         (count(*) FILTER (WHERE r.overdue_on IS NOT NULL))::int AS overdue, (count(*) FILTER (WHERE m.id IS NOT NULL AND m.ended_at IS NULL))::int AS supervised
       FROM rectification r JOIN case_record k ON k.id = r.id LEFT JOIN rectification_supervision m ON m.rectification_id = r.id WHERE r.region_code LIKE ANY ($1) AND k.closed_at IS NULL`, [regions]);
    return { ...(row ?? { draft: 0, open: 0, verifying: 0, overdue: 0, supervised: 0 }), ...(await this.rates.ofRegions(regions)) };
  }

  async ownFigures(actor: Actor): Promise<OwnRectificationFiguresView> {
    const [row] = await this.db.query<{ open: number; overdue: number }>(
      `SELECT count(*)::int AS open, (count(*) FILTER (WHERE r.overdue_on IS NOT NULL))::int AS overdue FROM rectification r JOIN case_record k ON k.id = r.id WHERE r.enterprise_id = ANY ($1::uuid[]) AND r.issued_at IS NOT NULL AND k.closed_at IS NULL`, [ownersFor(actor)]);
    return { ...(row ?? { open: 0, overdue: 0 }), ...(await this.rates.of(actor.orgId ?? '')) };
  }

  /** Notice, closing record or notice of supervision, as it was made. */
  async paper(row: Rectification, kind: string, { own = false }: { readonly own?: boolean } = {}): Promise<Paper> {
    const verified = kind === 'closing' ? await this.db.repo(RectificationVerification).findOneBy({ rectificationId: row.id, outcome: 'passed' }) : null;
    const supervised = kind === 'supervision' ? await this.db.repo(RectificationSupervision).findOneBy({ rectificationId: row.id }) : null;
    const told = kind === 'default' ? await this.db.repo(RectificationSupervision).findOneBy({ rectificationId: row.id }) : null;
    const paper = kind === 'notice' ? row.paper : (verified?.paper ?? supervised?.paper ?? (own ? servedNotice(told?.defaultNotice ?? null) : told?.defaultNotice)?.paper ?? null);
    if (!paper) throw notFound();
    return paper;
  }

  async seen(actor: Actor, id: string): Promise<Cased> {
    const row = await this.cased().andWhere('r.id = :id', { id }).getOne();
    rectificationPolicy.require(actor, 'rectification.read', row);
    if (!row) throw notFound();
    return row;
  }

  async ownSeen(actor: Actor, id: string): Promise<Cased> {
    const row = await this.owned(actor).andWhere('r.id = :id', { id }).getOne();
    ownRectificationPolicy.require(actor, 'own-rectification.read', row);
    if (!row) throw notFound();
    return row;
  }

  private async around(rectificationId: string): Promise<Around> {
    const where = { rectificationId };
    return {
      items: await this.db.repo(RectificationItem).find({ where, order: { place: 'ASC', id: 'ASC' } }), evidence: await this.db.repo(RectificationEvidence).find({ where, order: { addedAt: 'ASC', id: 'ASC' } }),
      extensions: await this.db.repo(RectificationExtension).find({ where, order: { askedAt: 'ASC', id: 'ASC' } }), verifications: await this.db.repo(RectificationVerification).find({ where, order: { round: 'ASC' } }), today: this.clock.today(),
    };
  }

  private owned(actor: Actor): SelectQueryBuilder<Cased> {
    return this.cased().andWhere('r.enterpriseId = ANY (:own) AND r.issuedAt IS NOT NULL', { own: ownersFor(actor) });
  }

  private cased(): SelectQueryBuilder<Cased> {
    return this.db.repo(Rectification).createQueryBuilder('r').innerJoinAndMapOne('r.case', CaseRecord, 'k', 'k.id = r.id').leftJoinAndMapOne('r.first', RectificationItem, 'i', 'i.rectificationId = r.id AND i.place = 1')
      .leftJoinAndMapOne('r.supervised', RectificationSupervision, 'm', 'm.rectificationId = r.id').where('TRUE') as unknown as SelectQueryBuilder<Cased>;
  }
}


type May = readonly [name: string, action: RectificationAction, when: (row: Cased, around: Around) => boolean];
const at = (...states: string[]) => (row: Cased): boolean => row.withdrawnAt === null && states.includes(row.case.state);
const isServed = (row: Cased): boolean => row.servedOn !== null && row.withdrawnAt === null;
const runs = ({ supervised }: Cased): boolean => supervised !== null && supervised.endedAt === null;

const ownSupervision = ({ supervised }: Cased): RectificationSupervisionView | null => supervised && supervisionView({ ...supervised, defaultNotice: servedNotice(supervised.defaultNotice) });
/** Of a supervision that runs and was not established as not done: the notice on which something can be done. */
const openNotice = (row: Cased): DefaultNotice | null => (runs(row) && row.supervised?.defaultedAt === null ? liveNotice(row.supervised.defaultNotice) : null);

const STEPS: readonly May[] = [
  ['save', 'rectification.handle', at('draft')], ['issue', 'rectification.handle', at('draft')], ['drop', 'rectification.handle', at('draft')], ['serve', 'rectification.handle', at('serving')],
  ['accept-plan', 'rectification.handle', at('plan-review')], ['return-plan', 'rectification.handle', at('plan-review')], ['verify', 'rectification.handle', at('verifying')],
  ['decide-extension', 'rectification.approve', (row, { extensions }) => at(...MENDING)(row) && extensions.some(one => one.state === 'asked')],
  ['supervise', 'rectification.supervise', row => at(...OPEN_STATES)(row) && row.overdueOn !== null && row.supervised === null], ['lift', 'rectification.supervise', runs],
  ['default', 'rectification.supervise', (row, { today }) => runs(row) && row.supervised?.defaultedAt === null && liveNotice(row.supervised.defaultNotice) === null && today > row.supervised.dueOn],
  ['serve-default', 'rectification.handle', row => openNotice(row)?.served === null],
  ['decide-default', 'rectification.supervise', (row, { today }) => mayBeDecided(openNotice(row), today)],
  ['clue', 'rectification.handle', row => isServed(row) && row.clueAt === null], ['ask-withdrawal', 'rectification.handle', row => row.issuedAt !== null && row.withdrawnAt === null && row.withdrawAskedBy === null],
  ['decide-withdrawal', 'rectification.approve', row => row.withdrawnAt === null && row.withdrawAskedBy !== null],
];

const actionsOf = (actor: Actor, row: Cased, around: Around): string[] => STEPS.filter(([, action, when]) => when(row, around) && rectificationPolicy.may(actor, action, row)).map(([name]) => name);

function ownActionsOf(actor: Actor, row: Cased, { extensions, today, items }: Around): string[] {
  const mayState = mayAnswer(openNotice(row), today) && ownRectificationPolicy.may(actor, 'own-rectification.submit', row) ? ['state-default'] : [];
  if (!at(...MENDING)(row)) return mayState;
  const [works, hands] = [ownRectificationPolicy.may(actor, 'own-rectification.act', row), ownRectificationPolicy.may(actor, 'own-rectification.submit', row)];
  const state = row.case.state;
  const open = items.filter(one => one.state === 'open' && one.dueOn !== null && today <= one.dueOn);
  const handing = [state === 'planning' ? 'hand-in-plan' : 'hand-in', ...(open.length > 0 && !extensions.some(one => one.state === 'asked') ? ['ask-extension'] : [])];
  return [...mayState, ...(works ? [...(state === 'planning' ? ['save-plan'] : []), 'work'] : []), ...(hands ? handing : [])];
}
