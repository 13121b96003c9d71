import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, decodeCursor, notFound, Page, shanghaiDate, toPage } from '@huanbao/platform';
import type { ReferenceExportDto, ReferenceListDto } from './reference.dto';
import type { ReferenceCheck } from './reference.entity';
import { ReferenceSource, ReferenceSources } from './reference-sources';
import type { ReferenceCheckView, ReferenceDetailView, ReferenceKindView, ReferenceRowView, ReferenceSummaryView } from './reference.view';
import { Verifications } from './verification.service';

const DEFAULT_LIMIT = 20;

const COLUMNS: readonly SheetColumn<ReferenceRowView>[] = [
  { header: '类别', width: 20, of: row => row.kindTitle.zh },
  { header: '内容', width: 48, of: row => row.title },
  { header: '数值', width: 16, of: row => row.value },
  { header: '单位', width: 10, of: row => row.unit },
  { header: '起用', width: 12, of: row => row.effectiveFrom },
  { header: '终止', width: 12, of: row => row.effectiveTo },
  { header: '依据', width: 48, of: row => row.legalBasis },
  { header: '来源', width: 24, of: row => row.origin },
  { header: '是否核实', width: 10, of: row => (row.verified ? '已核实' : '未核实') },
  { header: '核对人', width: 14, of: row => (row.verified ? (row.check?.checkedByName ?? null) : null) },
  { header: '核对日期', width: 12, of: row => (row.verified && row.check ? shanghaiDate(row.check.checkedAt) : null) },
  { header: '对照文本', width: 40, of: row => (row.verified ? (row.check?.against ?? null) : null) },
  { header: '备注', width: 40, of: row => row.note },
];

/** All dated reference data of all rooms as one list. There are some hundreds of rows: they are sorted here. */
@Injectable()
export class ReferenceQueries {
  constructor(
    private readonly sources: ReferenceSources,
    private readonly verifications: Verifications,
    private readonly audit: Audit,
  ) {}

  async list(filter: ReferenceListDto): Promise<Page<ReferenceRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const rows = (await this.rows(filter.kind)).filter(row => fits(row, filter)).sort(byChoice(filter.sort));
    const [after] = decodeCursor(filter.cursor, 1) ?? [];
    const start = after === undefined ? 0 : rows.findIndex(row => markOf(row) === after) + 1;
    return toPage(rows.slice(start, start + limit + 1), limit, row => [markOf(row)], row => row);
  }

  async detail(kind: string, key: string): Promise<ReferenceDetailView> {
    const row = (await this.rows(kind)).find(one => one.key === key);
    if (!row) throw notFound();
    return { ...row, history: (await this.verifications.history(kind, key)).map(checkView) };
  }

  async summary(): Promise<ReferenceSummaryView> {
    const kinds: ReferenceKindView[] = [];
    for (const { kind, title, list } of this.sources.all()) {
      const rows = await list();
      kinds.push({ kind, title: { ...title }, total: rows.length, unverified: rows.filter(row => !row.verified).length });
    }
    const sum = (of: 'total' | 'unverified'): number => kinds.reduce((total, one) => total + one[of], 0);
    return { total: sum('total'), unverified: sum('unverified'), kinds: kinds.sort((a, b) => b.unverified - a.unverified || a.kind.localeCompare(b.kind)) };
  }

  async export(actor: Actor, filter: ReferenceExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'reference.export', subject: { type: 'reference', id: filter.kind ?? 'all' }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '参考数据', title: '参考数据', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...filter, cursor, limit })));
  }

  private async rows(kind: string | undefined): Promise<ReferenceRowView[]> {
    const wanted = kind === undefined ? this.sources.all() : [this.sources.of(kind)].filter((one): one is ReferenceSource => one !== undefined);
    const rows: ReferenceRowView[] = [];
    for (const source of wanted) {
      const checks = await this.verifications.latest(source.kind);
      rows.push(...(await source.list()).map(item => {
        const check = checks.get(item.key);
        const { editing } = source;
        return { ...item, titleEn: item.titleEn ?? null, editing: editing ? { whole: editing.whole, units: [...(editing.units ?? [])], bilingual: editing.bilingual ?? false } : null, kind: source.kind, kindTitle: { ...source.title }, check: check ? checkView(check) : null };
      }));
    }
    return rows;
  }
}

const markOf = ({ kind, key }: { kind: string; key: string }): string => `${kind} ${key}`;

function fits(row: ReferenceRowView, { state, q }: Pick<ReferenceListDto, 'state' | 'q'>): boolean {
  if (state !== undefined && row.verified !== (state === 'verified')) return false;
  return q === undefined || [row.title, row.legalBasis, row.note ?? '', row.kindTitle.zh, row.origin ?? ''].some(text => text.toLowerCase().includes(q.toLowerCase()));
}

function byChoice(sort: ReferenceListDto['sort']): (a: ReferenceRowView, b: ReferenceRowView) => number {
  const plain = (a: ReferenceRowView, b: ReferenceRowView): number => a.kind.localeCompare(b.kind) || a.title.localeCompare(b.title, 'zh-CN') || a.key.localeCompare(b.key);
  if (sort !== 'effectiveFrom' && sort !== '-effectiveFrom') return plain;
  const sign = sort === 'effectiveFrom' ? 1 : -1;
  return (a, b) => sign * (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? '') || plain(a, b);
}

export function checkView({ verdict, against, fileId, checkedByName, checkedAt }: ReferenceCheck): ReferenceCheckView {
  return { verdict, against, fileId, checkedByName, checkedAt };
}
