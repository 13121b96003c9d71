import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord, CaseViews } from '@huanbao/casework';
import { allPages, drawPaper, Files, type Paper, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { PARTY_CODE_CONTEXT } from '@huanbao/penalties';
import { Actor, Audit, containsWords, Db, FieldCipher, notFound, Page, pageOf, regionsOf, shanghaiDate, shanghaiInstant } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import type { SelectQueryBuilder } from 'typeorm';
import { WatchContest, WatchDecision, WatchEntry, WatchNotice, WatchRemoval, WatchSource } from './entities';
import { type CasedEntry, entryView, itemView } from './entry.shape';
import type { WatchEntryView, WatchItemView, WatchOptionsView } from './entry.view';
import type { WatchExportQuery, WatchListQuery } from './lists.dto';
import { TRIGGER_KIND } from './reference.rows';
import { Telling } from './steps/telling.service';
import { watchListPolicy } from './watch-list.policy';
import { WatchReference } from './watch-list.reference';
import { TRIGGER_WORDS, type WatchTrigger } from './words';

const NO_DUE = '9999-12-31';
const TABS: Readonly<Record<string, readonly string[]>> = {
  clues: ['clue'], telling: ['noticing', 'stating', 'hearing'], deciding: ['legal-review', 'deciding', 'decided'], listed: ['served', 'listed', 'repairing', 'verified'], removals: ['repairing', 'verified'], ended: ['dismissed', 'not-listed', 'removed', 'expired', 'revoked'],
};
const COLUMNS: readonly SheetColumn<WatchItemView>[] = [
  { header: '编号', width: 18, of: row => row.number }, { header: '主体', width: 34, of: row => row.subjectName }, { header: '事由', width: 26, of: row => TRIGGER_WORDS[row.trigger as WatchTrigger].zh }, { header: '状态', width: 16, of: row => row.stateZh }, { header: '期限', width: 12, of: row => row.dueOn ?? '' },
  { header: '经办人', width: 12, of: row => row.claimedByName ?? '' }, { header: '登记日期', width: 12, of: row => shanghaiDate(new Date(row.openedAt)) }, { header: '决定书文号', width: 24, of: row => row.decisionNumber ?? '' }, { header: '列入日期', width: 12, of: row => row.listedOn ?? '' }, { header: '列入期限至', width: 12, of: row => row.listedUntil ?? '' },
];

/** Cases of listing for the bureau: as a list, as a spreadsheet and one by one. */
@Injectable()
export class WatchQueries {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseViews,
    private readonly files: Files,
    private readonly cipher: FieldCipher,
    private readonly book: ReferenceBook,
    private readonly reference: WatchReference,
    private readonly telling: Telling,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: WatchListQuery): Promise<Page<WatchItemView>> {
    const rows = this.cased().andWhere('e.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    narrow(rows, query, actor);
    const isOpened = query.sort?.endsWith('opened') ?? false;
    const key = isOpened
      ? { sql: 'e.openedAt', type: 'timestamptz', of: (row: CasedEntry) => row.openedAt.toISOString() }
      : { sql: `coalesce(k.dueOn, DATE '${NO_DUE}')`, type: 'date', of: (row: CasedEntry) => row.case.dueOn ?? NO_DUE };
    return pageOf(rows, { key, isDown: query.sort?.startsWith('-') ?? false, limit: query.limit, cursor: query.cursor, view: itemView });
  }

  async export(actor: Actor, query: WatchExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'watch-list.export', subject: { type: 'watch-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '失信名单办理', title: '失信名单办理清单', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async options(): Promise<WatchOptionsView> {
    const name = await this.reference.name();
    const terms = await this.reference.terms();
    const rows = await this.book.rows(TRIGGER_KIND);
    return {
      listName: name.value, listBasis: name.legalBasis, listNote: name.note ?? null, verified: await this.reference.isVerified(), leastMonths: terms.least, mostMonths: terms.most, removalMonths: terms.removal,
      triggers: rows.map(({ key, title, value, unit, legalBasis, verified, effectiveFrom, effectiveTo }) => ({ key, title, value, unit, legalBasis, verified, effectiveFrom, effectiveTo })), measures: (await this.telling.brought()).map(({ title, legalBasis, verified }) => ({ title, legalBasis, verified })),
    };
  }

  async detail(actor: Actor, id: string): Promise<WatchEntryView> {
    const row = await this.seen(actor, id);
    const of = { entryId: id };
    return entryView(actor, row, {
      case: await this.cases.detail(id, actor), code: this.codeOf(row), sources: await this.db.repo(WatchSource).find({ where: of, order: { addedAt: 'ASC', id: 'ASC' } }), notices: await this.db.repo(WatchNotice).find({ where: of, order: { issuedOn: 'DESC', id: 'DESC' } }),
      removals: await this.db.repo(WatchRemoval).find({ where: of, order: { id: 'DESC' } }), contests: await this.db.repo(WatchContest).find({ where: of, order: { filedOn: 'ASC', id: 'ASC' } }), files: [...(await this.files.list('watch-list-party', id)), ...(await this.files.list('watch-list', id))], measures: await this.telling.brought(),
    });
  }

  async seen(actor: Actor, id: string): Promise<CasedEntry> {
    const row = await this.cased().andWhere('e.id = :id', { id }).getOne();
    watchListPolicy.require(actor, 'watch-list.read', row);
    if (!row) throw notFound();
    return row;
  }

  /** A pre-notice or the decision, as it was made. */
  async paper(actor: Actor, id: string, paperId: string): Promise<{ readonly paper: Paper; readonly pdf: Buffer }> {
    await this.seen(actor, id);
    const found = (await this.db.repo(WatchNotice).findOneBy({ id: paperId, entryId: id })) ?? (await this.db.repo(WatchDecision).findOneBy({ id: paperId, entryId: id }));
    if (!found) throw notFound();
    return { paper: found.paper, pdf: await drawPaper(found.paper) };
  }

  private codeOf({ subjectCode, subjectCodeCipher }: WatchEntry): string | null {
    return subjectCodeCipher === null ? subjectCode : `**************${this.cipher.decrypt(subjectCodeCipher, PARTY_CODE_CONTEXT).slice(-4)}`;
  }

  private cased(): SelectQueryBuilder<CasedEntry> {
    return this.db.repo(WatchEntry).createQueryBuilder('e').innerJoinAndMapOne('e.case', CaseRecord, 'k', 'k.id = e.id').leftJoinAndMapOne('e.decision', WatchDecision, 'd', 'd.entryId = e.id').where('e.number IS NOT NULL') as unknown as SelectQueryBuilder<CasedEntry>;
  }
}

function narrow(rows: SelectQueryBuilder<CasedEntry>, query: WatchListQuery, actor: Actor): void {
  if (query.tab) rows.andWhere('k.state IN (:...states)', { states: TABS[query.tab] });
  for (const name of ['trigger', 'subjectKind', 'subjectOrgId'] as const) if (query[name]) rows.andWhere(`e.${name} = :${name}`, { [name]: query[name] });
  if (query.mine) rows.andWhere('(k.claimedBy = :me OR e.openedBy = :me OR e.proposedBy = :me)', { me: actor.userId });
  if (query.overdue) rows.andWhere('k.remainingDays < 0');
  if (query.from) rows.andWhere('e.openedAt >= :from', { from: shanghaiInstant(query.from) });
  if (query.to) rows.andWhere('e.openedAt < :until', { until: shanghaiInstant(addDays(query.to, 1)) });
  if (query.q) rows.andWhere(containsWords('e.search', ':q'), { q: query.q });
}
