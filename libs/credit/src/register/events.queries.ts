import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { In } from 'typeorm';
import { CreditEvent, CreditEventChange, CreditSnapshot } from '../credit.entity';
import { subjectPolicy } from '../credit.policy';
import type { Standing } from '../engine/outcome';
import { LedgerStore } from '../ledger/ledger-store';
import { eventType } from '../schemes/event-types';
import { READINGS } from '../standings/compute';
import type { CreditEventExportDto, CreditEventListDto } from './subject.dto';
import type { CreditEventChangeView, CreditEventView, CreditSnapshotView } from './subject.view';
import { SubjectQueries } from './subjects.queries';

const STATUS_WORDS: Readonly<Record<string, string>> = { active: '有效', suspended: '申诉期间暂停', repaired: '已修复', expired: '已到期', revoked: '已撤销' };
const SEVERITY_WORDS = { minor: '轻微', general: '一般', serious: '严重' } as const;
const COLUMNS: readonly SheetColumn<CreditEventView>[] = [
  { header: '类型', width: 24, of: row => eventType(row.type)?.zh ?? row.type },
  { header: '名称', width: 40, of: row => row.title },
  { header: '失信类别', width: 10, of: row => SEVERITY_WORDS[row.severity] },
  { header: '文号', width: 24, of: row => row.documentNo },
  { header: '行为日期', width: 12, of: row => row.occurredOn },
  { header: '生效日期', width: 12, of: row => row.validFrom },
  { header: '有效期止', width: 12, of: row => row.validUntil },
  { header: '状态', width: 14, of: row => (row.status === null ? '未生效' : (STATUS_WORDS[row.status] ?? row.status)) },
  { header: '依据', width: 44, of: row => row.legalBasis },
];

/** A subject's ledger, and how its standing moved. */
@Injectable()
export class EventQueries {
  constructor(
    private readonly db: Db,
    private readonly subjects: SubjectQueries,
    private readonly store: LedgerStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, subjectId: string, query: CreditEventListDto): Promise<Page<CreditEventView>> {
    const organisation = await this.subjects.seen(actor, subjectId);
    const { outcome } = await this.subjects.outcomeOf(organisation, await this.store.of(subjectId), { day: this.clock.today(), scheme: undefined });
    const standings = new Map(outcome.standings.map(one => [one.event.key, one]));
    const limit = query.limit ?? 20;
    const rows = this.db.repo(CreditEvent).createQueryBuilder('e').where('e.subjectId = :subjectId', { subjectId });
    for (const name of ['type', 'severity'] as const) if (query[name]) rows.andWhere(`e.${name} = :${name}`, { [name]: query[name] });
    if (query.tab) rows.andWhere(`e.type ${query.tab === 'readings' ? 'IN' : 'NOT IN'} (:...readings)`, { readings: READINGS });
    if (query.status) rows.andWhere('e.key = ANY (:keys)', { keys: outcome.standings.filter(one => one.status === query.status).map(one => one.event.key) });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(e.title || ' ' || coalesce(e.document_no, '') || ' ' || e.facts)) > 0`, { q: query.q });
    const [order, beyond] = query.sort === 'on' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(e.occurred_on, e.id) ${beyond} (CAST(:at AS date), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
    const found = await rows.orderBy('e.occurredOn', order).addOrderBy('e.id', order).limit(limit + 1).getMany();
    const changes = await this.changesOf(found);
    const mayRecord = subjectPolicy.may(actor, 'credit.record', { subjectId, regionCode: organisation.regionCode });
    return toPage(found, limit, one => [one.occurredOn, one.id], one => eventView(one, { standing: standings.get(one.key), changes: changes.get(one.key) ?? [], mayRecord }));
  }

  async export(actor: Actor, subjectId: string, query: CreditEventExportDto): Promise<StreamableFile> {
    await this.subjects.seen(actor, subjectId);
    await this.audit.record({ actor, action: 'credit-event.export', subject: { type: 'credit-subject', id: subjectId }, details: { limit: SHEET_ROWS } });
    return spreadsheet({ name: '信用事件', title: '信用事件', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, subjectId, { ...query, cursor, limit })));
  }

  async snapshots(actor: Actor, subjectId: string, query: { readonly limit?: number; readonly cursor?: string }): Promise<Page<CreditSnapshotView>> {
    await this.subjects.seen(actor, subjectId);
    const limit = query.limit ?? 20;
    const rows = this.db.repo(CreditSnapshot).createQueryBuilder('s').where('s.subjectId = :subjectId', { subjectId });
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere('s.id < CAST(:after AS uuid)', { after: after[0] });
    return toPage(await rows.orderBy('s.id', 'DESC').limit(limit + 1).getMany(), limit, one => [one.id], snapshotView);
  }

  private async changesOf(events: readonly CreditEvent[]): Promise<Map<string, CreditEventChange[]>> {
    const rows = events.length === 0 ? [] : await this.db.repo(CreditEventChange).find({ where: { eventKey: In(events.map(one => one.key)) }, order: { effectiveOn: 'ASC', id: 'ASC' } });
    const map = new Map<string, CreditEventChange[]>();
    for (const row of rows) map.set(row.eventKey, [...(map.get(row.eventKey) ?? []), row]);
    return map;
  }
}

interface Around {
  readonly standing: Standing | undefined;
  readonly changes: readonly CreditEventChange[];
  readonly mayRecord: boolean;
}

function eventView(event: CreditEvent, { standing, changes, mayRecord }: Around): CreditEventView {
  const { id, type, severity, title, facts, legalBasis, sourceType, documentNo, evidenceFileId, indicator, measure, score, points, occurredOn, validFrom, recordedByName } = event;
  const open = mayRecord && sourceType === 'credit-entry' && standing?.status !== 'revoked';
  return {
    id, type, severity, title, facts, legalBasis, sourceType, documentNo, evidenceFileId, indicator, measure: plain(measure), score: plain(score), points: plain(points), occurredOn, validFrom, validUntil: standing?.until ?? event.validUntil, recordedAt: event.recordedAt.toISOString(), recordedByName,
    status: standing?.status ?? null, repairFrom: standing?.repairFrom ?? null, changes: changes.map(changeView), actions: open ? ['credit.record'] : [],
  };
}

const changeView = ({ status, effectiveOn, reason, basis, documentNo, recordedAt, recordedByName }: CreditEventChange): CreditEventChangeView => ({ status, effectiveOn, reason, basis, documentNo, recordedAt: recordedAt.toISOString(), recordedByName });

/** `92.000000` as `92`. */
const plain = (value: string | null): string | null => (value?.includes('.') ? value.replace(/\.?0+$/, '') : value);

function snapshotView({ id, asOf, computedAt, score, grade, results, beforeScore, beforeGrade, cause, vetoes }: CreditSnapshot): CreditSnapshotView {
  const kept = results.find(one => one.inForce) ?? results[0];
  return { id, asOf, computedAt: computedAt.toISOString(), score, grade, gradeTitle: kept?.gradeTitle ?? grade, colour: kept?.colour ?? 'grey', beforeScore, beforeGrade, cause, vetoes };
}
