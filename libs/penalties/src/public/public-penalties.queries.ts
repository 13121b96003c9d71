import { Injectable, StreamableFile } from '@nestjs/common';
import { publicSource } from '@huanbao/credit';
import { allPages, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Clock, containsWords, Db, notFound, Page } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Penalty, PenaltyDecision } from '../entities';
import { pageOf } from '../lists';
import type { PublicPenaltyExportQuery, PublicPenaltyListQuery } from '../lists.dto';
import { burdenWords } from '../papers/papers';
import { grouped } from '../rules/money';
import { masked } from '../words';
import type { PublicPenaltyView, PublicViolationView } from './public-penalty.view';

type Row = PenaltyDecision & { readonly penalty: Penalty };
const COLUMNS: readonly SheetColumn<PublicPenaltyView>[] = [
  { header: '决定书文号', width: 24, of: row => row.number }, { header: '当事人', width: 30, of: row => row.partyName }, { header: '统一社会信用代码', width: 22, of: row => row.partyCode ?? '' }, { header: '违法行为', width: 36, of: row => row.violationTitle },
  { header: '处罚内容', width: 40, of: row => row.decision }, { header: '处罚依据', width: 36, of: row => row.legalBasis }, { header: '作出决定机关', width: 26, of: row => row.issuer }, { header: '决定日期', width: 12, of: row => row.decidedOn }, { header: '公示截止', width: 12, of: row => row.publishUntil },
];

/** Published decisions, for everybody; off the list when their period ends, they are revoked, a contest stops them, or the ledger of credit holds them back: repaired, taken back by an appeal, or under one. Asked anew each time. */
@Injectable()
export class PublicPenalties {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(query: PublicPenaltyListQuery): Promise<Page<PublicPenaltyView>> {
    const rows = this.shown();
    if (query.violation) rows.andWhere('p.violation = :violation', { violation: query.violation });
    if (query.from) rows.andWhere('d.decidedOn >= :from', { from: query.from });
    if (query.to) rows.andWhere('d.decidedOn <= :to', { to: query.to });
    // a person is not found by the full name
    if (query.q) rows.andWhere(containsWords(`d.number || ' ' || coalesce(p.violation_title, '') || ' ' || CASE WHEN p.party_kind = 'person' THEN '' ELSE p.party_name || ' ' || coalesce(p.party_code, '') END`, ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'd.decidedOn', type: 'date', of: row => row.decidedOn }, isDown: query.sort !== 'decided', limit: query.limit, cursor: query.cursor, view: viewOf });
  }

  async export(query: PublicPenaltyExportQuery): Promise<StreamableFile> {
    return spreadsheet({ name: '行政处罚公示', title: '行政处罚决定公示清单', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...query, cursor, limit })));
  }

  async show(id: string): Promise<PublicPenaltyView> {
    const row = await this.shown().andWhere('d.id = :id', { id }).getOne();
    if (!row) throw notFound();
    return viewOf(row);
  }

  /** Violations that stand in the public list, for its filter. */
  async violations(): Promise<PublicViolationView[]> {
    const rows = await this.shown().select('DISTINCT p.violation', 'code').addSelect('p.violation_title', 'title').orderBy('title').getRawMany<PublicViolationView>();
    return rows;
  }

  private shown(): SelectQueryBuilder<Row> {
    return shownDecisions(this.db, this.clock.today());
  }
}

/** The decisions everybody sees on a day. */
const shownDecisions = (db: Db, today: string): SelectQueryBuilder<Row> =>
  db.repo(PenaltyDecision).createQueryBuilder('d').innerJoinAndMapOne('d.penalty', Penalty, 'p', 'p.id = d.penaltyId')
    .where('d.publishedAt IS NOT NULL AND d.unpublishedAt IS NULL AND d.revokedAt IS NULL AND d.publishUntil >= :today')
    .andWhere('NOT EXISTS (SELECT 1 FROM penalty_contest stop WHERE stop.penalty_id = p.id AND stop.rests AND stop.ended_on IS NULL)')
    .andWhere(publicSource('penalty', 'CAST(p.id AS text)', 'CAST(:today AS date)'), { today }) as unknown as SelectQueryBuilder<Row>;

/** Whether a decision stands in public: what its party and its officers are told. */
export const isShown = (db: Db, decision: Pick<PenaltyDecision, 'id' | 'publishedAt'> | null, today: string): Promise<boolean> =>
  decision?.publishedAt ? shownDecisions(db, today).andWhere('d.id = :id', { id: decision.id }).getExists() : Promise.resolve(false);

const viewOf = ({ id, number, penalty, publicSummary, law, measures, fineYuan, confiscateYuan, dueFineYuan, paper, decidedOn, publishedAt, publishUntil }: Row): PublicPenaltyView => ({
  id, number, partyName: masked(penalty.partyKind, penalty.partyName), partyCode: penalty.partyKind === 'person' ? null : penalty.partyCode, violationTitle: penalty.violationTitle ?? '', summary: publicSummary ?? '', legalBasis: law.legalBasis,
  decision: `${burdenWords({ measures, fineYuan, confiscateYuan }, grouped)}${fineYuan === dueFineYuan ? '' : `（变更后罚款 ${grouped(dueFineYuan)} 元）`}`, fineYuan: dueFineYuan, issuer: paper.issuer, decidedOn, publishedAt: publishedAt?.toISOString() ?? '', publishUntil: publishUntil ?? '',
});
