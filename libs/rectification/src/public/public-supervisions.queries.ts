import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Clock, containsWords, Db, Page, shanghaiDate } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { PublicSupervisionExportQuery, PublicSupervisionQuery } from '../rectification.dto';
import { Rectification, RectificationItem, RectificationSupervision } from '../entities';
import { pageOf } from '../lists';
import { isLate } from '../rules/deadlines';
import type { PublicSupervisionView } from '../rectification.view';

type Row = RectificationSupervision & { readonly of: Rectification; readonly first: RectificationItem | null };
const COLUMNS: readonly SheetColumn<PublicSupervisionView>[] = [
  { header: '督办文号', width: 24, of: row => row.number }, { header: '企业', width: 30, of: row => row.enterpriseName }, { header: '问题', width: 40, of: row => row.summary }, { header: '督办要求', width: 50, of: row => row.demand }, { header: '挂牌日期', width: 12, of: row => row.startedOn }, { header: '督办期限', width: 12, of: row => row.dueOn },
];

/** What is listed for supervision and public by the rule of the day it was listed; gone when it is done, lifted or withdrawn. */
@Injectable()
export class PublicSupervisions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(query: PublicSupervisionQuery): Promise<Page<PublicSupervisionView>> {
    const rows = this.shown();
    if (query.q) rows.andWhere(containsWords('r.search', ':q'), { q: query.q });
    const today = this.clock.today();
    return pageOf(rows, { key: { sql: 'm.startedAt', type: 'timestamptz', of: row => row.startedAt.toISOString() }, isDown: query.sort !== 'started', limit: query.limit, cursor: query.cursor, view: row => viewOf(row, today) });
  }

  async export(query: PublicSupervisionExportQuery): Promise<StreamableFile> {
    return spreadsheet({ name: '挂牌督办', title: '挂牌督办的整改', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...query, cursor, limit })));
  }

  private shown(): SelectQueryBuilder<Row> {
    return this.db.repo(RectificationSupervision).createQueryBuilder('m').innerJoinAndMapOne('m.of', Rectification, 'r', 'r.id = m.rectificationId').leftJoinAndMapOne('m.first', RectificationItem, 'i', 'i.rectificationId = r.id AND i.place = 1').where('m.isPublic AND m.endedAt IS NULL') as unknown as SelectQueryBuilder<Row>;
  }
}

const viewOf = ({ id, paper, demand, dueOn, startedAt, of, first }: Row, today: string): PublicSupervisionView => ({ id, number: paper.number, enterpriseName: of.enterpriseName, summary: first?.title ?? '', demand, startedOn: shanghaiDate(startedAt), dueOn, isOverdue: isLate(today, dueOn) });
