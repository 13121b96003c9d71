import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { KeptResult } from '../credit.entity';
import { regionsOf } from '../entries/entry.queries';
import { listedOn } from '../register/listings';
import { Consequences, measureOf } from './consequences.service';
import type { CreditListDto, CreditListExportDto, CreditListItemView } from './list.dto';

const VALUE_WORDS: Readonly<Record<string, string>> = { stop: '暂停', strict: '从严', list: '列入名单' };
const COLUMNS: readonly SheetColumn<CreditListItemView>[] = [
  { header: '单位', width: 36, of: row => row.name },
  { header: '统一社会信用代码', width: 22, of: row => row.uscc },
  { header: '等级', width: 22, of: row => row.gradeTitle },
  { header: '等级起始日', width: 12, of: row => row.gradeSince },
  { header: '措施', width: 30, of: row => row.measureTitle },
  { header: '内容', width: 12, of: row => VALUE_WORDS[row.value] ?? `${row.value}${row.unit}` },
  { header: '依据', width: 50, of: row => row.legalBasis },
  { header: '核实', width: 10, of: row => (row.verified ? '已核实' : '未核实') },
];

interface Row {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kept: KeptResult;
  readonly gradeSince: string;
  readonly rule: string;
}

/** Lists for the departments: who is under which measure today, and by which rule. */
@Injectable()
export class CreditLists {
  constructor(
    private readonly db: Db,
    private readonly consequences: Consequences,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: CreditListDto): Promise<Page<CreditListItemView>> {
    const limit = query.limit ?? 20;
    const rules = new Map((await this.consequences.holding(this.clock.today())).filter(row => (!query.measure || measureOf(row) === query.measure) && (!query.value || row.value === query.value) && (query.measure === 'draw-weight' || measureOf(row) !== 'draw-weight')).map(row => [row.key, row]));
    const values: unknown[] = [regionsOf(actor), [...rules.keys()], this.clock.today()];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const where = ['s.region_code LIKE ANY ($1)', `o.status IN ('active', 'suspended', 'known')`];
    if (query.q) where.push(`(position(lower(${put(query.q)}) IN lower(o.name)) > 0 OR o.uscc = upper($${values.length}))`);
    const isDown = query.sort === '-name';
    const after = decodeCursor(query.cursor, 3);
    if (after) where.push(`(o.name, s.subject_id, r.rule) ${isDown ? '<' : '>'} (${put(after[0])}, CAST(${put(after[1])} AS uuid), ${put(after[2])})`);
    const order = isDown ? 'DESC' : 'ASC';
    const rows = await this.db.query<Row & object>(
      `SELECT s.subject_id AS id, o.name, o.uscc, s.results->0 AS kept, s.grade_since::text AS "gradeSince", r.rule FROM unnest($2::text[]) AS r(rule)
         JOIN credit_standing s ON (s.scheme_key = split_part(r.rule, ':', 1) AND s.grade = split_part(r.rule, ':', 2))
               OR (split_part(r.rule, ':', 2) = 'listed' AND EXISTS (SELECT 1 FROM credit_listing l WHERE l.subject_id = s.subject_id AND l.list = split_part(r.rule, ':', 1) AND ${listedOn('$3::date')}))
          JOIN organisation o ON o.id = s.subject_id
        WHERE ${where.join(' AND ')} ORDER BY o.name ${order}, s.subject_id ${order}, r.rule ${order} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => [row.name, row.id, row.rule], ({ id, name, uscc, kept, gradeSince, rule }) => {
      const row = rules.get(rule);
      return { id, name, uscc, gradeTitle: kept.gradeTitle, colour: kept.colour, gradeSince, measure: row ? measureOf(row) : '', measureTitle: row?.title ?? '', value: row?.value ?? '', unit: row?.unit ?? '', legalBasis: row?.legalBasis ?? '', verified: row?.verified ?? false };
    });
  }

  async export(actor: Actor, query: CreditListExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'credit.export-lists', subject: { type: 'credit-list', id: query.measure ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '信用等级差别措施名单', title: '差别措施名单', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }
}
