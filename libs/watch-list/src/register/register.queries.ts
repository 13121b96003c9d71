import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, drawPaper, type Paper, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { masked, maskedText } from '@huanbao/penalties';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page, pageOf, regionsOf } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { WatchDecision, WatchEntry } from '../entities';
import type { WatchRegisterExportQuery, WatchRegisterQuery } from '../lists.dto';
import { WatchReference } from '../watch-list.reference';
import type { PublicWatchRulesView, PublicWatchView, WatchRegisterEntryView } from './register.view';

type Row = WatchDecision & { readonly entry: WatchEntry };
const KIND_WORDS: Readonly<Record<string, string>> = { enterprise: '企业', firm: '服务机构', unit: '其他单位', person: '个人' };
const COLUMNS: readonly SheetColumn<PublicWatchView>[] = [
  { header: '主体', width: 34, of: row => row.subjectName }, { header: '类别', width: 12, of: row => KIND_WORDS[row.subjectKind] ?? '' }, { header: '统一社会信用代码', width: 22, of: row => row.subjectCode ?? '' }, { header: '列入决定书文号', width: 26, of: row => row.decisionNumber },
  { header: '列入事由', width: 50, of: row => row.reason }, { header: '作出决定机关', width: 26, of: row => row.issuer }, { header: '列入日期', width: 12, of: row => row.listedOn }, { header: '列入期限至', width: 12, of: row => row.listedUntil },
];

/** The list as it stands today, asked anew each time: whoever was removed, expired, revoked or is stopped is not there any more, nor in an export. */
@Injectable()
export class WatchRegister {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reference: WatchReference,
    private readonly audit: Audit,
  ) {}

  /** For everybody. */
  list(query: WatchRegisterQuery): Promise<Page<PublicWatchView>> {
    return this.page(this.shown(), query);
  }

  async export(query: WatchRegisterExportQuery): Promise<StreamableFile> {
    const { value } = await this.reference.name();
    return spreadsheet({ name: value, title: value, columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...query, cursor, limit })));
  }

  async rules(): Promise<PublicWatchRulesView> {
    const { value, legalBasis, verified, note } = await this.reference.name();
    return { listName: value, listBasis: legalBasis, verified, listNote: note ?? null };
  }

  async show(id: string): Promise<PublicWatchView> {
    const row = await this.shown().andWhere('d.id = :id', { id }).getOne();
    if (!row) throw notFound();
    return publicView(row);
  }

  /** For officers and departments of the region. */
  listOf(actor: Actor, query: WatchRegisterQuery): Promise<Page<PublicWatchView>> {
    return this.page(this.ofRegion(actor), query);
  }

  async exportOf(actor: Actor, query: WatchRegisterExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'watch-list.export-register', subject: { type: 'watch-list-register', id: query.subjectKind ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    const { value } = await this.reference.name();
    return spreadsheet({ name: value, title: value, columns: COLUMNS }, allPages((cursor, limit) => this.listOf(actor, { ...query, cursor, limit })));
  }

  /** The decision with its document; each look is recorded. */
  async showOf(actor: Actor, id: string): Promise<WatchRegisterEntryView> {
    const row = await this.seen(actor, id);
    await this.audit.record({ actor, action: 'watch-list.read-document', subject: { type: 'watch-listing', id: row.entryId }, details: { decision: row.number } });
    return { ...publicView(row), exitConditions: row.exitConditions, legalBasis: row.entry.legalBasis ?? '', paper: maskedPaper(row) };
  }

  async paper(actor: Actor, id: string): Promise<{ readonly paper: Paper; readonly pdf: Buffer }> {
    const row = await this.seen(actor, id);
    await this.audit.record({ actor, action: 'watch-list.read-document', subject: { type: 'watch-listing', id: row.entryId }, details: { decision: row.number, pdf: true } });
    const paper = maskedPaper(row);
    return { paper, pdf: await drawPaper(paper) };
  }

  private async seen(actor: Actor, id: string): Promise<Row> {
    const row = await this.ofRegion(actor).andWhere('d.id = :id', { id }).getOne();
    if (!row) throw notFound();
    return row;
  }

  private page(rows: SelectQueryBuilder<Row>, query: WatchRegisterQuery): Promise<Page<PublicWatchView>> {
    if (query.subjectKind) rows.andWhere('e.subjectKind = :kind', { kind: query.subjectKind });
    if (query.from) rows.andWhere('d.servedOn >= :from', { from: query.from });
    if (query.to) rows.andWhere('d.servedOn <= :to', { to: query.to });
    // a person is not found by the full name
    if (query.q) rows.andWhere(containsWords(`d.number || ' ' || CASE WHEN e.subject_kind = 'person' THEN '' ELSE e.subject_name || ' ' || coalesce(e.subject_code, '') END`, ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'd.servedOn', type: 'date', of: row => row.servedOn as string }, isDown: query.sort !== 'listed', limit: query.limit, cursor: query.cursor, view: publicView });
  }

  private ofRegion(actor: Actor): SelectQueryBuilder<Row> {
    return this.shown().andWhere('e.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
  }

  private shown(): SelectQueryBuilder<Row> {
    return this.db.repo(WatchDecision).createQueryBuilder('d').innerJoinAndMapOne('d.entry', WatchEntry, 'e', 'e.id = d.entryId')
      .where('d.publishedAt IS NOT NULL AND d.endedOn IS NULL AND NOT d.resting AND d.listedUntil >= :today', { today: this.clock.today() }) as unknown as SelectQueryBuilder<Row>;
  }
}

const publicView = ({ id, number, entry, paper, servedOn, listedUntil }: Row): PublicWatchView => ({
  id, subjectName: masked(entry.subjectKind, entry.subjectName), subjectKind: entry.subjectKind, subjectCode: entry.subjectKind === 'person' ? null : entry.subjectCode, decisionNumber: number, reason: entry.publicReason ?? '', issuer: paper.issuer, listedOn: servedOn ?? '', listedUntil: listedUntil ?? '',
});

/** Outside the bureau a person is named by the family name only. */
function maskedPaper({ paper, entry: { subjectKind, subjectName } }: Row): Paper & { paragraphs: string[] } {
  const party = { kind: subjectKind, name: subjectName };
  return { ...paper, recipient: masked(subjectKind, subjectName), paragraphs: paper.paragraphs.map(one => (subjectKind === 'person' ? maskedText(one, party) : one)) };
}
