import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord, CaseViews, ClockReadings } from '@huanbao/casework';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page, shanghaiDate, shanghaiInstant } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { ComplaintAction, complaintPolicy } from './complaints.policy';
import { Disputes } from './disputes/disputes.service';
import { Complaint } from './entities';
import { Informants } from './handling/informants.service';
import { pageOf, regionsOf } from './lists';
import type { ComplaintExportQuery, ComplaintListQuery } from './lists.dto';
import { ComplaintPeriods } from './periods';
import { ComplaintRoutes } from './routing/routes.service';
import { ComplaintRounds } from './rounds/rounds.service';
import { CHANNEL_WORDS, metresBetween, OUTCOME_WORDS, SATISFACTION_WORDS, SUBJECT_WORDS, Channel, Outcome, Satisfaction, Subject } from './rules';
import { CasedComplaint, complaintItem, ComplaintItemView, ComplaintLinkView, ComplaintView, complaintView, linkView } from './views/complaint.view';

const NO_DUE = '9999-12-31';
const MOST_ALIKE = 8;
const COLUMNS: readonly SheetColumn<ComplaintItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '来源', width: 12, of: row => CHANNEL_WORDS[row.channel as Channel].zh },
  { header: '类型', width: 16, of: row => SUBJECT_WORDS[row.subject as Subject].zh },
  { header: '地点', width: 30, of: row => row.place },
  { header: '内容', width: 60, of: row => row.what },
  { header: '收到日期', width: 12, of: row => shanghaiDate(new Date(row.receivedAt)) },
  { header: '状态', width: 16, of: row => row.stateZh },
  { header: '第几轮', width: 8, of: row => (row.round > 0 ? String(row.round) : '') },
  { header: '期限', width: 14, of: row => row.clockZh ?? '' },
  { header: '到期日', width: 12, of: row => row.dueOn ?? '' },
  { header: '剩余天数', width: 10, of: row => (row.remainingDays === null ? '' : String(row.remainingDays)) },
  { header: '办理单位', width: 20, of: row => row.unit ?? '' },
  { header: '被举报企业', width: 26, of: row => row.enterpriseName ?? '' },
  { header: '查处结果', width: 12, of: row => (row.outcome ? OUTCOME_WORDS[row.outcome as Outcome].zh : '') },
  { header: '评价', width: 10, of: row => (row.satisfaction ? SATISFACTION_WORDS[row.satisfaction as Satisfaction].zh : '') },
];

/** Complaints as lists, as a spreadsheet and one by one. Nothing of the informant stands in any of them. */
@Injectable()
export class ComplaintQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cases: CaseViews,
    private readonly routes: ComplaintRoutes,
    private readonly periods: ComplaintPeriods,
    private readonly informants: Informants,
    private readonly rounds: ComplaintRounds,
    private readonly disputes: Disputes,
    private readonly audit: Audit,
    private readonly readings: ClockReadings,
  ) {}

  list(actor: Actor, query: ComplaintListQuery): Promise<Page<ComplaintItemView>> {
    const rows = this.cased().andWhere('c.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    narrow(rows, query, { actor, today: this.clock.today() });
    const isDue = query.sort?.endsWith('due') ?? false;
    const key = isDue
      ? { sql: `coalesce(k.dueOn, DATE '${NO_DUE}')`, type: 'date', of: (row: CasedComplaint) => row.case.dueOn ?? NO_DUE }
      : { sql: 'c.receivedAt', type: 'timestamptz', of: (row: CasedComplaint) => row.receivedAt.toISOString() };
    return pageOf(rows, { key, isDown: query.sort === undefined || query.sort.startsWith('-'), limit: query.limit ?? 20, cursor: query.cursor, view: complaintItem, refresh: found => this.freshen(found) });
  }

  async export(actor: Actor, query: ComplaintExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'complaint.export', subject: { type: 'complaint-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '投诉举报', title: '投诉举报清单', columns: [...COLUMNS] }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  /** @throws 404 for who does not see it, 403 for who may not */
  async assertSees(actor: Actor, id: string, action: ComplaintAction): Promise<void> {
    complaintPolicy.require(actor, action, await this.db.repo(Complaint).findOneBy({ id }));
  }

  async detail(actor: Actor, id: string): Promise<ComplaintView> {
    const row = await this.cased().andWhere('c.id = :id', { id }).getOne();
    complaintPolicy.require(actor, 'complaint.read', row);
    if (!row) throw notFound();
    return this.whole(actor, row);
  }

  /** What a decision made of it, once, for who decided: somebody who stood in does not read it any more. */
  async decided(actor: Actor, id: string): Promise<ComplaintView> {
    return this.whole(actor, await this.cased().andWhere('c.id = :id', { id }).getOneOrFail());
  }

  private async whole(actor: Actor, row: CasedComplaint): Promise<ComplaintView> {
    const { id } = row;
    await this.freshen([row]);
    const parent = row.parentId === null ? null : await this.cased().andWhere('c.id = :id', { id: row.parentId }).getOne();
    const children = await this.cased().andWhere('c.parentId = :id', { id }).orderBy('c.receivedAt', 'ASC').addOrderBy('c.id', 'ASC').limit(200).getMany();
    const disputes = await this.disputes.of({ handledId: row.parentId ?? id });
    return complaintView(actor, row, {
      ...(await this.standingOf(actor, row, parent)), rounds: await this.rounds.of(id), disputes: disputes.filter(one => row.parentId === null || one.complaintId === id), numbers: new Map([row, ...children].map(one => [one.id, one.number ?? ''])),
      case: await this.cases.detail(id, actor), looks: complaintPolicy.may(actor, 'complaint.informant', row) ? await this.informants.of(id) : [], route: await this.routes.for(row), parent, children,
      alike: row.case.closedAt === null ? await this.alike(row) : [], extensionDays: await this.periods.number('extension', row),
    });
  }

  /** Who may decide a dispute now, and whether the reporter may still state one. */
  private async standingOf(actor: Actor, row: CasedComplaint, parent: CasedComplaint | null): Promise<{ canJudge: boolean; canDispute: boolean; disputeUntil: string | null }> {
    const handled = parent ?? row;
    const { bar, until } = await this.disputes.standing(row, handled, handled.case);
    return { canJudge: await this.disputes.isOther(actor, row, row.case.state === 'review' ? 'review' : 'first'), canDispute: bar === null, disputeUntil: until };
  }

  /** Of the same subject, lately, and near by or of the same words: a person decides whether they are one. */
  private async alike(row: CasedComplaint): Promise<ComplaintLinkView[]> {
    const [days, metres] = [await this.periods.number('alike-days'), await this.periods.number('alike-metres')];
    const day = shanghaiDate(row.receivedAt);
    const found = await this.cased()
      .andWhere('c.regionCode = :region AND c.subject = :subject AND c.id <> :id AND c.parentId IS NULL', { region: row.regionCode, subject: row.subject, id: row.id })
      .andWhere('c.receivedAt >= :from AND c.receivedAt < :to', { from: shanghaiInstant(addDays(day, -days)), to: shanghaiInstant(addDays(day, days + 1)) })
      .andWhere(`k.state IN ('received', 'accepted', 'handling', 'answered', 'disputed', 'review', 'closed')`)
      .orderBy('c.receivedAt', 'DESC').addOrderBy('c.id', 'DESC').limit(300).getMany();
    const links = found.map(one => linkView(one, apart(row, one)));
    return links.filter(one => (one.metres === null ? sharesWords(row.place, one.place) : one.metres <= metres)).sort((a, b) => (a.metres ?? metres) - (b.metres ?? metres)).slice(0, MOST_ALIKE);
  }

  /** Days left as of today: what is kept beside the case is as old as the last sweep. */
  private async freshen(rows: readonly CasedComplaint[]): Promise<void> {
    const readings = await this.readings.of(rows.filter(one => one.case.clock !== null).map(one => one.id));
    for (const row of rows) row.case.remainingDays = readings.get(row.id)?.remaining ?? null;
  }

  private cased(): SelectQueryBuilder<CasedComplaint> {
    return this.db.repo(Complaint).createQueryBuilder('c').innerJoinAndMapOne('c.case', CaseRecord, 'k', 'k.id = c.id').where('c.number IS NOT NULL') as unknown as SelectQueryBuilder<CasedComplaint>;
  }
}

const TABS = { received: ['received', 'untold'], handling: ['accepted', 'handling'], answered: ['answered'], disputed: ['disputed', 'review'] } as const;
const DISPUTED = { open: ` AND d.state = 'open'`, any: '', review: ` AND d.level = 'review'` } as const;

function narrow(rows: SelectQueryBuilder<CasedComplaint>, query: ComplaintListQuery, { actor, today }: { readonly actor: Actor; readonly today: string }): void {
  if (query.tab === 'ended') rows.andWhere('k.closedAt IS NOT NULL');
  else if (query.tab) rows.andWhere('k.state IN (:...states)', { states: TABS[query.tab] });
  if (query.round) rows.andWhere(query.round === 'again' ? 'c.round > 1' : 'c.round <= 1');
  if (query.dispute) rows.andWhere(`EXISTS (SELECT 1 FROM complaint_dispute d WHERE (d.complaint_id = c.id OR d.handled_id = c.id)${DISPUTED[query.dispute]})`);
  if (query.state) rows.andWhere('k.state = :state', { state: query.state });
  for (const name of ['subject', 'channel', 'satisfaction', 'enterpriseId'] as const) if (query[name]) rows.andWhere(`c.${name} = :${name}`, { [name]: query[name] });
  if (query.claimed === 'mine') rows.andWhere('k.claimedBy = :me', { me: actor.userId });
  if (query.claimed === 'nobody') rows.andWhere('k.claimedBy IS NULL AND k.closedAt IS NULL');
  if (query.overdue) rows.andWhere('k.clock IS NOT NULL AND k.dueOn < :today', { today });
  if (query.from) rows.andWhere('c.receivedAt >= :from', { from: shanghaiInstant(query.from) });
  if (query.to) rows.andWhere('c.receivedAt < :until', { until: shanghaiInstant(addDays(query.to, 1)) });
  if (query.q) rows.andWhere(containsWords('c.search', ':q'), { q: query.q });
}

function apart(a: Complaint, b: Complaint): number | null {
  if (a.lng === null || a.lat === null || b.lng === null || b.lat === null) return null;
  return Math.round(metresBetween({ lng: Number(a.lng), lat: Number(a.lat) }, { lng: Number(b.lng), lat: Number(b.lat) }));
}

/** Four characters in a row that both name: enough for the name of a place. */
function sharesWords(a: string, b: string): boolean {
  for (let at = 0; at + 4 <= a.length; at++) if (b.includes(a.slice(at, at + 4))) return true;
  return false;
}
