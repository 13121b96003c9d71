import { Injectable, StreamableFile } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page } from '@huanbao/platform';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import { Penalty, PenaltyDecision, PenaltyNotice } from '../entities';
import { PenaltyExecution } from '../executing/execution.entity';
import { pageOf } from '../lists';
import type { OwnPenaltyExportQuery, OwnPenaltyListQuery } from '../lists.dto';
import { type DrawnPaper, PenaltyPapers } from '../papers/penalty-papers';
import { ownPenaltyPolicy } from '../penalties.policy';
import { PenaltyOrigins } from '../penalty-origins';
import { paymentView } from '../penalty.shape';
import { isShown } from '../public/public-penalties.queries';
import { isZero } from '../rules/money';
import { takesPayments } from '../steps/account';
import { Performing } from '../steps/performing.service';
import type { OwnDecisionView, OwnNoticeView, OwnReminderView, OwnPenaltyItemView, OwnPenaltyView } from './own-penalty.view';

type Row = Penalty & { readonly case: CaseRecord; readonly decision: PenaltyDecision | null; readonly notice: PenaltyNotice | null };

const STAGE_WORDS: Readonly<Record<string, string>> = { told: '可以陈述申辩', waiting: '办理中', served: '决定书已送达', closed: '已结案', revoked: '已撤销' };
const COLUMNS: readonly SheetColumn<OwnPenaltyItemView>[] = [
  { header: '案件编号', width: 18, of: row => row.number }, { header: '涉嫌违法行为', width: 36, of: row => row.violationTitle ?? '' }, { header: '进展', width: 16, of: row => STAGE_WORDS[row.stage] ?? '' }, { header: '陈述申辩截止', width: 14, of: row => row.statementUntil ?? '' },
  { header: '决定书文号', width: 24, of: row => row.decisionNumber ?? '' }, { header: '罚款（元）', width: 14, of: row => row.fineYuan ?? '' }, { header: '缴款截止', width: 14, of: row => row.paymentDueOn ?? '' },
];

/** Penalty cases as their party reads them: what was served, and nothing of the rest. */
@Injectable()
export class OwnPenaltyQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly performing: Performing,
    private readonly papers: PenaltyPapers,
    private readonly audit: Audit,
    private readonly origins: PenaltyOrigins,
  ) {}

  async list(actor: Actor, query: OwnPenaltyListQuery): Promise<Page<OwnPenaltyItemView>> {
    const rows = this.rows(actor);
    if (query.tab) rows.andWhere(`k.closedAt IS ${query.tab === 'open' ? '' : 'NOT '}NULL`);
    if (query.originId) await this.origins.narrow(rows, query.originId);
    // the number of an unserved decision is not a word one can find a case by
    if (query.q) rows.andWhere(containsWords(`coalesce(p.number, '') || ' ' || coalesce(p.violation_title, '') || ' ' || CASE WHEN d.served_on IS NULL THEN '' ELSE d.number END`, ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'p.toldAt', type: 'timestamptz', of: row => (row.toldAt as Date).toISOString() }, isDown: query.sort !== 'told', limit: query.limit, cursor: query.cursor, view: row => itemView(row, this.clock.today()) });
  }

  async export(actor: Actor, query: OwnPenaltyExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'own-penalty.export', subject: { type: 'own-penalty-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '处罚案件', title: '本单位的处罚案件', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async show(actor: Actor, id: string): Promise<OwnPenaltyView> {
    const row = await this.seen(actor, id);
    const decision = servedOnly(row.decision);
    const notices = (await this.db.repo(PenaltyNotice).find({ where: { penaltyId: id }, order: { issuedOn: 'DESC', id: 'DESC' } })).filter(one => one.served !== null);
    const payments = decision ? await this.performing.payments(id) : [];
    const account = decision ? await this.performing.account(decision) : null;
    const execution = await this.db.repo(PenaltyExecution).findOneBy({ penaltyId: id, voidedOn: IsNull() });
    const reminder = execution?.served ? reminderView(execution, execution.served.on) : null;
    return {
      ...itemView(row, this.clock.today()), notices: notices.map(one => noticeView(one, decision !== null)), decision: decision && decisionView(decision, await isShown(this.db, decision, this.clock.today())), account, reminder, ...(await this.links(row)), payments: payments.map(paymentView),
      pursuitEndedOn: decision?.pursuitEnded?.on ?? null,
      actions: [...stageActions(row, this.clock.today()).filter(() => ownPenaltyPolicy.may(actor, 'own-penalty.state', row)), ...(takesPayments(row.case.state, row.decision) && account && !isZero(account.openYuan) && ownPenaltyPolicy.may(actor, 'own-penalty.pay', row) ? ['pay'] : []), ...(row.case.state === 'performing' && reminder && reminder.statement === null && execution?.askedOn === null && execution.filedOn === null && !row.decision?.pursuitEnded && ownPenaltyPolicy.may(actor, 'own-penalty.state', row) ? ['state-reminder'] : [])],
    };
  }

  /** Where it came from and what goes on from it, as far as the party has been told. */
  private async links({ id, parentId, sourceType, sourceId, inspectionId }: Row): Promise<Pick<OwnPenaltyView, 'inspectionId' | 'rectificationId' | 'parent' | 'children'>> {
    const told = await this.db.repo(Penalty).createQueryBuilder('p').where('(p.id = :parentId OR p.parentId = :id) AND p.toldAt IS NOT NULL', { parentId, id }).orderBy('p.openedAt').addOrderBy('p.id').getMany();
    const link = (one: Penalty): { id: string; number: string } => ({ id: one.id, number: one.number ?? '' });
    return { inspectionId, rectificationId: sourceType === 'rectification' ? sourceId : null, parent: told.filter(one => one.id === parentId).map(link)[0] ?? null, children: told.filter(one => one.parentId === id).map(link) };
  }

  /** Served papers only. */
  async paper(actor: Actor, id: string, paperId: string): Promise<DrawnPaper> {
    const row = await this.seen(actor, id);
    const drawn = await this.papers.served(row.id, paperId);
    await this.audit.record({ actor, action: 'own-penalty.paper', subject: { type: 'penalty', id }, details: { paper: drawn.paper.number } });
    return drawn;
  }

  private async seen(actor: Actor, id: string): Promise<Row> {
    const row = await this.rows(actor).andWhere('p.id = :id', { id }).getOne();
    ownPenaltyPolicy.require(actor, 'own-penalty.read', row);
    if (!row) throw notFound();
    return row;
  }

  private rows(actor: Actor): SelectQueryBuilder<Row> {
    return this.db.repo(Penalty).createQueryBuilder('p').innerJoinAndMapOne('p.case', CaseRecord, 'k', 'k.id = p.id').leftJoinAndMapOne('p.decision', PenaltyDecision, 'd', 'd.penaltyId = p.id').leftJoinAndMapOne('p.notice', PenaltyNotice, 'n', 'n.penaltyId = p.id AND n.isCurrent AND n.served IS NOT NULL')
      .where('p.partyOrgId = :own AND p.toldAt IS NOT NULL', { own: actor.orgId }) as unknown as SelectQueryBuilder<Row>;
  }
}

const servedOnly = (decision: PenaltyDecision | null): (PenaltyDecision & { servedOn: string }) | null => (decision?.servedOn ? (decision as PenaltyDecision & { servedOn: string }) : null);

function itemView(row: Row, today: string): OwnPenaltyItemView {
  const decision = servedOnly(row.decision);
  return {
    id: row.id, number: row.number ?? '', violationTitle: row.violationTitle, stage: stageOf(row, today), statementUntil: row.notice?.statementUntil ?? null, decisionNumber: decision?.number ?? null, fineYuan: decision?.dueFineYuan ?? null,
    paymentDueOn: decision?.plan.at(-1)?.dueOn ?? decision?.paymentDueOn ?? null, toldAt: (row.toldAt as Date).toISOString(),
  };
}

function stageOf(row: Row, today: string): string {
  if (row.case.state === 'closed') return row.decision?.revokedAt ? 'revoked' : 'closed';
  if (row.case.state === 'revoked') return servedOnly(row.decision) ? 'revoked' : 'closed';
  if (servedOnly(row.decision)) return 'served';
  return stageActions(row, today).length > 0 ? 'told' : 'waiting';
}

function stageActions({ case: c, notice }: Row, today: string): string[] {
  if (c.state !== 'stating' || !notice || notice.waivedAt) return [];
  const mayState = notice.statedAt === null && notice.statementUntil !== null && today <= notice.statementUntil;
  const mayAsk = notice.hearingRight && notice.hearingAskedAt === null && notice.hearingUntil !== null && today <= notice.hearingUntil;
  return [...(mayState ? ['state', 'waive'] : []), ...(mayAsk ? ['ask-hearing'] : [])];
}

const noticeView = (notice: PenaltyNotice, isDecided: boolean): OwnNoticeView => ({
  id: notice.id, paper: { ...notice.paper, paragraphs: [...notice.paper.paragraphs] }, servedOn: notice.served?.on ?? '', hearingRight: notice.hearingRight, statementUntil: notice.statementUntil, hearingUntil: notice.hearingUntil, statement: notice.statement,
  statedAt: notice.statedAt?.toISOString() ?? null, waivedAt: notice.waivedAt?.toISOString() ?? null, hearingAskedAt: notice.hearingAskedAt?.toISOString() ?? null, points: isDecided ? [...notice.points] : [], hearingOn: notice.hearing?.heldOn ?? null, hearingPlace: notice.hearing?.place ?? null,
});

const reminderView = ({ id, paper, waitsUntil, statement, statedOn, answer }: PenaltyExecution, servedOn: string): OwnReminderView => ({ id, paper: paper && { ...paper, paragraphs: [...paper.paragraphs] }, servedOn, waitsUntil, statement, statedOn, answer });

const decisionView = ({ id, number, kind, paper, servedOn, paymentDueOn, plan, revokedAt, revokedReason, publishedAt, unpublishedAt, publishUntil }: PenaltyDecision & { servedOn: string }, isPublic: boolean): OwnDecisionView => ({
  id, number, kind, paper: { ...paper, paragraphs: [...paper.paragraphs] }, servedOn, paymentDueOn, plan: [...plan], revokedAt: revokedAt?.toISOString() ?? null, revokedReason, publishedAt: unpublishedAt ? null : (publishedAt?.toISOString() ?? null), publishUntil, isPublic,
});

