import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, decodeCursor, type Page, shanghaiDate, toPage } from '@huanbao/platform';
import type { ReferenceProposalExportDto, ReferenceProposalListDto } from './reference.dto';
import { ReferenceProposal } from './reference.entity';
import { referencePolicy } from './reference.policy';
import type { ReferenceItem } from './reference-item';
import { ReferenceSources } from './reference-sources';
import type { ReferenceContentView, ReferenceProposalView } from './reference.view';

const DEFAULT_LIMIT = 20;
const STATE: Readonly<Record<ReferenceProposal['state'], string>> = { open: '待批准', approved: '已批准', rejected: '已退回', withdrawn: '已撤回' };
const amount = ({ value, unit }: ReferenceContentView): string => `${value} ${unit}`.trim();
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const COLUMNS: readonly SheetColumn<ReferenceProposalView>[] = [
  { header: '类别', width: 20, of: row => row.kindTitle.zh },
  { header: '原内容', width: 40, of: row => row.before.title },
  { header: '新内容', width: 40, of: row => row.after.title },
  { header: '原数值', width: 14, of: row => amount(row.before) },
  { header: '新数值', width: 14, of: row => amount(row.after) },
  { header: '执行日期', width: 12, of: row => row.after.effectiveFrom },
  { header: '终止', width: 12, of: row => row.after.effectiveTo },
  { header: '依据', width: 40, of: row => row.after.legalBasis },
  { header: '理由', width: 40, of: row => row.reason },
  { header: '状态', width: 10, of: row => STATE[row.state] },
  { header: '提出人', width: 14, of: row => row.proposedByName },
  { header: '提出日期', width: 12, of: row => shanghaiDate(row.proposedAt) },
  { header: '决定人', width: 14, of: row => row.decidedByName },
  { header: '决定日期', width: 12, of: row => row.decidedAt && shanghaiDate(row.decidedAt) },
  { header: '意见', width: 40, of: row => row.decisionNote },
];

/** Changes of reference data as people read them. */
@Injectable()
export class ProposalQueries {
  constructor(
    private readonly db: Db,
    private readonly sources: ReferenceSources,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, { state, q, sort, cursor, limit = DEFAULT_LIMIT }: ReferenceProposalListDto): Promise<Page<ReferenceProposalView>> {
    // ids are given in the order of time
    const down = sort !== 'proposedAt';
    const query = this.db.repo(ReferenceProposal).createQueryBuilder('p').orderBy('p.id', down ? 'DESC' : 'ASC').limit(limit + 1);
    if (state) query.andWhere('p.state = :state', { state });
    if (q) query.andWhere(`(p.before->>'title' ILIKE :q OR p.after->>'title' ILIKE :q OR p.after->>'legalBasis' ILIKE :q OR p.reason ILIKE :q OR p.proposedByName ILIKE :q)`, { q: like(q) });
    const after = decodeCursor(cursor, 1);
    if (after) query.andWhere(`p.id ${down ? '<' : '>'} :after`, { after: after[0] });
    return toPage(await query.getMany(), limit, row => [row.id], row => this.view(actor, row));
  }

  /** What is filtered as a spreadsheet. Each export is recorded. */
  async export(actor: Actor, filter: ReferenceProposalExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'reference.export', subject: { type: 'reference', id: 'proposals' }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '参考数据的改动', title: '参考数据的改动', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  view(actor: Actor, { id, kind, key, before, after, reason, state, newKey, proposedBy, proposedByName, proposedAt, decidedByName, decidedAt, decisionNote }: ReferenceProposal): ReferenceProposalView {
    const decisions: ReferenceProposalView['decisions'] = state !== 'open' || !referencePolicy.opens(actor, 'reference.edit') ? [] : proposedBy === actor.userId ? ['withdraw'] : ['approve', 'reject'];
    return { id, kind, kindTitle: { ...(this.sources.of(kind)?.title ?? { zh: kind, en: kind }) }, key, before: contentView(before), after: contentView(after), reason, state, newKey, proposedByName, proposedAt, decidedByName, decidedAt, decisionNote, decisions };
  }
}

function contentView({ title, titleEn, value, unit, legalBasis, effectiveFrom, effectiveTo, note }: ReferenceContentView | Omit<ReferenceItem, 'key'>): ReferenceContentView {
  return { title, titleEn: titleEn ?? null, value, unit, legalBasis, effectiveFrom, effectiveTo, note };
}
