import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { Permit, PermitReader } from '@huanbao/permits';
import { containsWords, Db, Page, toPage } from '@huanbao/platform';
import { recordOrder } from '../access/record-order';
import type { PublicResultExportDto, PublicResultListDto } from './monitoring.dto';
import { RESULT_COLUMNS, RESULT_FROM } from './monitoring.queries';
import type { PublicResultView, ResultRow } from './monitoring.view';
import { pollutantTitle } from './words';

const DEFAULT_LIMIT = 20;
/** Up to so many permits of a name are asked for by their ids; of a name that more have, the newest results are looked at in order. */
const FEW_PERMITS = 200;
const WORDS = `p.enterprise_name || ' ' || p.site_name || ' ' || p.number`;
const VERDICTS: Readonly<Record<string, string>> = { met: '达标', exceeded: '超标', 'no-limit': '无限值', 'not-comparable': '不能判定' };

const COLUMNS: readonly SheetColumn<PublicResultView>[] = [
  { header: '企业', width: 32, of: row => row.enterpriseName },
  { header: '场所', width: 26, of: row => row.siteName },
  { header: '许可证编号', width: 26, of: row => row.permitNumber },
  { header: '采样日期', width: 12, of: row => row.sampledOn },
  { header: '点位', width: 18, of: row => row.place },
  { header: '监测因子', width: 16, of: row => row.pollutantTitle.zh },
  { header: '监测值', width: 12, of: row => row.reported },
  { header: '单位', width: 10, of: row => row.unit },
  { header: '比较浓度', width: 12, of: row => row.comparedValue },
  { header: '许可限值', width: 12, of: row => row.limitValue },
  { header: '判定', width: 10, of: row => VERDICTS[row.verdict] ?? row.verdict },
  { header: '检测机构', width: 28, of: row => row.laboratory },
];

type Bind = (value: unknown) => string;

/** Results for everyone: what holds, of permits that exist, manual ones (automatic data are published by their own platform). */
@Injectable()
export class PublicResults {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
  ) {}

  async list(filter: PublicResultListDto): Promise<Page<PublicResultView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const values: unknown[] = [];
    const bind: Bind = value => `$${values.push(value)}`;
    const conditions = [`r.method = 'manual'`, 'NOT r.voided', 'n.id IS NULL', ...narrowed(filter, bind)];
    if (filter.q) conditions.push(await this.ofName(filter.q, bind));
    const { orderBy, after, keysOf } = recordOrder(filter, { day: 'r.sampled_on', id: 'r.id' }, bind);
    if (after) conditions.push(after);
    const rows = await this.db.query<ResultRow>(`SELECT ${RESULT_COLUMNS} ${RESULT_FROM} WHERE ${conditions.join(' AND ')} ORDER BY ${orderBy} LIMIT ${limit + 1}`, values);
    const permits = new Map((await this.permits.byIds([...new Set(rows.map(row => row.permitId))])).map(one => [one.id, one]));
    return toPage(rows, limit, row => keysOf({ id: row.id, day: row.sampledOn }), row => publicView(row, permits.get(row.permitId)));
  }

  export(filter: PublicResultExportDto): StreamableFile {
    return spreadsheet({ name: '自行监测信息公开', title: '自行监测', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...filter, cursor, limit })));
  }

  /** A rare name is looked up first; with a frequent one its permits are found once, and the first results in order are soon enough of them. No permit of the name is left out. */
  private async ofName(q: string, bind: Bind): Promise<string> {
    const found = await this.db.repo(Permit).createQueryBuilder('p').select(['p.id']).where(containsWords(WORDS, ':q'), { q }).limit(FEW_PERMITS + 1).getMany();
    if (found.length <= FEW_PERMITS) return `r.permit_id = ANY (${bind(found.map(one => one.id))}::uuid[])`;
    return `r.permit_id IN (SELECT p.id FROM permit p WHERE ${containsWords(WORDS, `${bind(q)}::text`)})`;
  }
}

function narrowed({ permitId, medium, verdict, from, to }: PublicResultListDto, bind: Bind): string[] {
  return [
    ...(permitId ? [`r.permit_id = ${bind(permitId)}`] : []),
    ...(medium ? [`r.medium = ${bind(medium)}`] : []),
    ...(verdict ? [`r.verdict = ${bind(verdict)}`] : []),
    ...(from ? [`r.sampled_on >= ${bind(from)}`] : []),
    ...(to ? [`r.sampled_on <= ${bind(to)}`] : []),
  ];
}

function publicView(row: ResultRow, permit: { number: string; enterpriseName: string; siteName: string } | undefined): PublicResultView {
  const { id, place, pollutant, sampledOn, reported, comparedValue, unit, limitValue, verdict, laboratory } = row;
  return { id, place, pollutantTitle: pollutantTitle(pollutant), sampledOn, reported, comparedValue, unit, limitValue, verdict, laboratory, permitNumber: permit?.number ?? '', enterpriseName: permit?.enterpriseName ?? '', siteName: permit?.siteName ?? '' };
}
