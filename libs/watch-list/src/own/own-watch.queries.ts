import { Injectable, StreamableFile } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { allPages, drawPaper, Files, type Paper, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page, pageOf } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { WatchContest, WatchDecision, WatchEntry, WatchNotice, WatchRemoval } from '../entities';
import { contestView, decisionView, removalView } from '../entry.shape';
import type { OwnWatchExportQuery, OwnWatchListQuery } from '../lists.dto';
import { ownWatchPolicy } from '../watch-list.policy';
import { WatchReference } from '../watch-list.reference';
import { TRIGGER_WORDS, type WatchTrigger } from '../words';
import type { OwnWatchItemView, OwnWatchNoticeView, OwnWatchView } from './own-watch.view';

type Row = WatchEntry & { readonly case: CaseRecord; readonly decision: WatchDecision | null; readonly notice: WatchNotice | null };

const STAGES: Readonly<Record<string, string>> = { told: '可以陈述申辩', waiting: '办理中', listed: '在名单内', removing: '移出申请办理中', left: '已移出', declined: '不予列入' };
const COLUMNS: readonly SheetColumn<OwnWatchItemView>[] = [
  { header: '编号', width: 18, of: row => row.number }, { header: '事由', width: 30, of: row => TRIGGER_WORDS[row.trigger as WatchTrigger].zh }, { header: '进展', width: 16, of: row => STAGES[row.stage] ?? '' }, { header: '陈述申辩截止', width: 14, of: row => row.statementUntil ?? '' },
  { header: '决定书文号', width: 24, of: row => row.decisionNumber ?? '' }, { header: '列入日期', width: 12, of: row => row.listedOn ?? '' }, { header: '列入期限至', width: 12, of: row => row.listedUntil ?? '' }, { header: '可申请移出', width: 12, of: row => row.removalFrom ?? '' },
];

/** Cases of listing as their subject reads them: what was served, and nothing of the rest. */
@Injectable()
export class OwnWatchQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly reference: WatchReference,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: OwnWatchListQuery): Promise<Page<OwnWatchItemView>> {
    const rows = this.rows(actor);
    if (query.tab) rows.andWhere(`k.closedAt IS ${query.tab === 'open' ? '' : 'NOT '}NULL`);
    // the number of an unserved decision is not a word one can find a case by
    if (query.q) rows.andWhere(containsWords(`coalesce(e.number, '') || ' ' || CASE WHEN d.served_on IS NULL THEN '' ELSE d.number END`, ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'e.toldAt', type: 'timestamptz', of: row => (row.toldAt as Date).toISOString() }, isDown: query.sort !== 'told', limit: query.limit, cursor: query.cursor, view: row => itemView(row, this.clock.today()) });
  }

  async export(actor: Actor, query: OwnWatchExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'own-watch-list.export', subject: { type: 'own-watch-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '失信名单', title: '本单位的失信名单办理', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async show(actor: Actor, id: string): Promise<OwnWatchView> {
    const row = await this.seen(actor, id);
    const decision = servedOnly(row.decision);
    const notices = (await this.db.repo(WatchNotice).find({ where: { entryId: id }, order: { issuedOn: 'DESC', id: 'DESC' } })).filter(one => one.served !== null);
    const files = await this.files.list('watch-list-party', id);
    const removals = await this.db.repo(WatchRemoval).find({ where: { entryId: id }, order: { id: 'DESC' } });
    const isOver = decision !== null || row.case.closedAt !== null;
    return {
      ...itemView(row, this.clock.today()), listName: (await this.reference.name()).value, notices: notices.map(one => noticeView(one, isOver)), decision: decision && decisionView(decision),
      removals: removals.map(one => {
        const { id: removalId, statement, files: shown, appliedByName, appliedOn, state, decidedOn, reasons } = removalView(one, files);
        return { id: removalId, statement, files: shown, appliedByName, appliedOn, state, decidedOn, reasons };
      }),
      contests: (await this.db.repo(WatchContest).find({ where: { entryId: id }, order: { filedOn: 'ASC', id: 'ASC' } })).map(contestView), actions: actionsOf(actor, row, this.clock.today()),
    };
  }

  /** Served papers only. */
  async paper(actor: Actor, id: string, paperId: string): Promise<{ readonly paper: Paper; readonly pdf: Buffer }> {
    const row = await this.seen(actor, id);
    const decision = servedOnly(row.decision);
    const notice = await this.db.repo(WatchNotice).findOneBy({ id: paperId, entryId: id });
    const paper = decision?.id === paperId ? decision.paper : notice?.served ? notice.paper : null;
    if (!paper) throw notFound();
    await this.audit.record({ actor, action: 'own-watch-list.paper', subject: { type: 'watch-listing', id }, details: { paper: paper.number } });
    return { paper, pdf: await drawPaper(paper) };
  }

  private async seen(actor: Actor, id: string): Promise<Row> {
    const row = await this.rows(actor).andWhere('e.id = :id', { id }).getOne();
    ownWatchPolicy.require(actor, 'own-watch-list.read', row);
    if (!row) throw notFound();
    return row;
  }

  private rows(actor: Actor): SelectQueryBuilder<Row> {
    return this.db.repo(WatchEntry).createQueryBuilder('e').innerJoinAndMapOne('e.case', CaseRecord, 'k', 'k.id = e.id').leftJoinAndMapOne('e.decision', WatchDecision, 'd', 'd.entryId = e.id').leftJoinAndMapOne('e.notice', WatchNotice, 'n', 'n.entryId = e.id AND n.isCurrent AND n.served IS NOT NULL')
      .where('e.subjectOrgId = :own AND e.toldAt IS NOT NULL', { own: actor.orgId }) as unknown as SelectQueryBuilder<Row>;
  }
}

const servedOnly = (decision: WatchDecision | null): WatchDecision | null => (decision?.servedOn ? decision : null);

function itemView(row: Row, today: string): OwnWatchItemView {
  const decision = servedOnly(row.decision);
  return {
    id: row.id, number: row.number ?? '', trigger: row.trigger, stage: stageOf(row, today), statementUntil: row.notice?.statementUntil ?? null, hearingUntil: row.notice?.hearingUntil ?? null, decisionNumber: decision?.number ?? null, listedOn: decision?.servedOn ?? null, listedUntil: decision?.listedUntil ?? null,
    removalFrom: decision?.removalFrom ?? null, toldAt: (row.toldAt as Date).toISOString(),
  };
}

function stageOf(row: Row, today: string): string {
  const { state } = row.case;
  if (row.case.closedAt !== null) return servedOnly(row.decision) ? 'left' : 'declined';
  if (state === 'repairing' || state === 'verified') return 'removing';
  if (servedOnly(row.decision)) return 'listed';
  return speaking(row, today).length > 0 ? 'told' : 'waiting';
}

/** What can still be said to the pre-notice. */
function speaking({ case: c, notice }: Row, today: string): string[] {
  if (c.state !== 'stating' || !notice || notice.waivedAt) return [];
  const mayState = notice.statedAt === null && notice.statementUntil !== null && today <= notice.statementUntil;
  const mayAsk = notice.hearingAskedAt === null && notice.hearingUntil !== null && today <= notice.hearingUntil;
  return [...(mayState ? ['state', 'waive'] : []), ...(mayAsk ? ['ask-hearing'] : [])];
}

function actionsOf(actor: Actor, row: Row, today: string): string[] {
  const { state } = row.case;
  const mayApply = state === 'listed' && row.decision?.removalFrom != null && row.decision.removalFrom <= today;
  return [
    ...speaking(row, today).filter(() => ownWatchPolicy.may(actor, 'own-watch-list.state', row)),
    ...[...(mayApply ? ['apply'] : []), ...(state === 'repairing' ? ['withdraw'] : [])].filter(() => ownWatchPolicy.may(actor, 'own-watch-list.apply', row)),
  ];
}

const noticeView = (notice: WatchNotice, isOver: boolean): OwnWatchNoticeView => ({
  id: notice.id, paper: { ...notice.paper, paragraphs: [...notice.paper.paragraphs] }, servedOn: notice.served?.on ?? '', isCurrent: notice.isCurrent, statementUntil: notice.statementUntil, hearingUntil: notice.hearingUntil, statement: notice.statement, statedAt: notice.statedAt?.toISOString() ?? null,
  waivedAt: notice.waivedAt?.toISOString() ?? null, hearingAskedAt: notice.hearingAskedAt?.toISOString() ?? null, answer: isOver ? notice.answer : null, hearingOn: notice.hearing?.heldOn ?? null, hearingPlace: notice.hearing?.place ?? null,
});
