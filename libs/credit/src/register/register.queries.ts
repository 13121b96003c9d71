import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { KeptResult } from '../credit.entity';
import { regionsOf } from '../entries/entry.queries';
import type { SubjectKind } from '../engine/scheme';
import type { CreditRegisterDto, CreditRegisterExportDto } from './subject.dto';
import type { CreditRegisterItemView } from './subject.view';

interface RegisterRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: SubjectKind;
  readonly score: string;
  readonly vetoes: string[];
  readonly activeEvents: number;
  readonly results: KeptResult[];
  readonly gradeSince: string;
  readonly nextChangeOn: string | null;
  readonly computedAt: Date;
}

const COLUMNS: readonly SheetColumn<CreditRegisterItemView>[] = [
  { header: '主体', width: 36, of: row => row.subjectName },
  { header: '统一社会信用代码', width: 22, of: row => row.uscc },
  { header: '类别', width: 10, of: row => (row.subjectKind === 'firm' ? '服务机构' : '企业') },
  { header: '得分', width: 10, of: row => row.score },
  { header: '等级', width: 22, of: row => row.gradeTitle },
  { header: '等级起始日', width: 12, of: row => row.gradeSince },
  { header: '一票否决', width: 10, of: row => (row.vetoes.length > 0 ? '是' : '否') },
  { header: '有效事件数', width: 10, of: row => row.activeEvents },
  { header: '下次变化日', width: 12, of: row => row.nextChangeOn },
];

const SQL = `SELECT s.subject_id AS id, o.name, o.uscc, s.subject_kind AS kind, s.score::text, s.vetoes, s.active_events AS "activeEvents", s.results, s.grade_since::text AS "gradeSince", s.next_change_on::text AS "nextChangeOn", s.computed_at AS "computedAt"
  FROM credit_standing s JOIN organisation o ON o.id = s.subject_id`;

/** Everybody's standing, for the bureau. */
@Injectable()
export class RegisterQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, query: CreditRegisterDto): Promise<Page<CreditRegisterItemView>> {
    const limit = query.limit ?? 20;
    const values: unknown[] = [regionsOf(actor)];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const where = ['s.region_code LIKE ANY ($1)', `o.status <> 'rejected'`];
    if (query.kind) where.push(`s.subject_kind = ${put(query.kind)}`);
    if (query.colour) where.push(`s.results->0->>'colour' = ${put(query.colour)}`);
    if (query.vetoed) where.push('cardinality(s.vetoes) > 0');
    if (query.withEvents) where.push('s.active_events > 0');
    if (query.q) where.push(`(position(lower(${put(query.q)}) IN lower(o.name)) > 0 OR o.uscc = upper($${values.length}))`);
    const byName = query.sort === 'name' || query.sort === '-name';
    const isDown = query.sort?.startsWith('-') ?? false;
    const [column, type] = byName ? ['o.name', 'text'] : ['s.score', 'numeric'];
    const after = decodeCursor(query.cursor, 2);
    if (after) where.push(`(${column}, s.subject_id) ${isDown ? '<' : '>'} (CAST(${put(after[0])} AS ${type}), CAST(${put(after[1])} AS uuid))`);
    const order = isDown ? 'DESC' : 'ASC';
    const rows = await this.db.query<RegisterRow & object>(`${SQL} WHERE ${where.join(' AND ')} ORDER BY ${column} ${order}, s.subject_id ${order} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => [byName ? row.name : row.score, row.id], itemView);
  }

  async export(actor: Actor, query: CreditRegisterExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'credit.export', subject: { type: 'credit-register', id: query.kind ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '环境信用名册', title: '环境信用名册', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }
}

function itemView({ id, name, uscc, kind, score, vetoes, activeEvents, results, gradeSince, nextChangeOn, computedAt }: RegisterRow): CreditRegisterItemView {
  const [kept, ...others] = results;
  return {
    id, subjectName: name, uscc, subjectKind: kind, score, grade: kept?.grade ?? '', gradeTitle: kept?.gradeTitle ?? '', colour: kept?.colour ?? 'grey', vetoes, activeEvents, gradeSince, nextChangeOn, computedAt: computedAt.toISOString(),
    others: others.map(one => ({ ...one, vetoes: [...one.vetoes] })),
  };
}
