import { Injectable } from '@nestjs/common';
import { Actor, SYSTEM_USER_ID } from '../access/actor';
import { ActNames } from '../audit/act-names';
import { Audit } from '../audit/audit';
import { Clock, shanghaiInstant } from '../clock/clock';
import { Db } from '../database/db';
import { BYTE_ORDER_MARK, csvLine } from '../http/csv';
import { decodeCursor, Page, toPage } from '../http/page';
import { AuditAreasView, AuditEntryView } from './audit-log.view';
import { AuditFilterDto } from './operator.dto';
import { AuditSecrets } from './audit-secrets';
import { AUDIT_EXPORT, AUDIT_READ } from './operator.policy';
import { PeopleNames } from './people-names';

/** More rows than this are not read by a person; the filter is narrowed. */
export const AUDIT_EXPORT_LIMIT = 20_000;
const PAGE = 500;
/** A page that refreshes itself, or is turned, is one look. */
const SAME_LOOK_MS = 600_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HEADERS = ['序号', '时间', '人员', '单位', '代办对象', '操作', '操作代码', '对象类别', '类别代码', '对象编号', '详情', '追踪号'];

type Row = Omit<AuditEntryView, 'withheld' | 'actorName' | 'actorOrgName' | 'onBehalfOfName' | 'subjectName' | 'actionName' | 'subjectTypeName'>;
type Filter = Omit<AuditFilterDto, 'limit' | 'cursor'>;

/** Who did what when on which record, for the operator. Looking is an act as well and stands in the log itself. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly people: PeopleNames,
    private readonly secrets: AuditSecrets,
    private readonly names: ActNames,
  ) {}

  /** What acts can be about, for the filter. */
  areas(): AuditAreasView {
    return { items: [...this.names.areas()] };
  }

  /** Newest first. */
  async list(actor: Actor, { limit = 20, cursor, ...filter }: AuditFilterDto): Promise<Page<AuditEntryView>> {
    const [before = null] = decodeCursor(cursor, 1) ?? [];
    await this.recordLook(actor, filter);
    return this.page(filter, { limit, before });
  }

  /** The same as CSV, at most 20,000 rows, read page by page while it is sent. */
  async export(actor: Actor, filter: Filter): Promise<AsyncGenerator<string>> {
    await this.audit.record({ actor, action: AUDIT_EXPORT, subject: { type: 'audit-log', id: 'export' }, details: { ...filter, limit: AUDIT_EXPORT_LIMIT } });
    return this.lines(filter);
  }

  private async *lines(filter: Filter): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(HEADERS);
    let before: string | null = null;
    for (let sent = 0; sent < AUDIT_EXPORT_LIMIT; ) {
      const { items, nextCursor }: Page<AuditEntryView> = await this.page(filter, { limit: PAGE, before });
      yield items.map(lineOf).join('');
      sent += items.length;
      if (nextCursor === null) return;
      before = items[items.length - 1]?.seq ?? null;
    }
  }

  private async recordLook(actor: Actor, filter: Filter): Promise<void> {
    const since = new Date(this.clock.now().getTime() - SAME_LOOK_MS);
    const [same] = await this.db.query(`SELECT 1 FROM audit_entry WHERE actor_user_id = $1 AND action = $2 AND at > $3 AND details = $4 LIMIT 1`, [actor.userId, AUDIT_READ, since, JSON.stringify(filter)]);
    if (!same) await this.audit.record({ actor, action: AUDIT_READ, subject: { type: 'audit-log', id: 'list' }, details: { ...filter } });
  }

  private async page(filter: Filter, { limit, before }: { limit: number; before: string | number | null }): Promise<Page<AuditEntryView>> {
    const rows = await this.db.query<Row>(
      `SELECT seq, at, actor_user_id AS "actorUserId", actor_org_id AS "actorOrgId", on_behalf_of AS "onBehalfOf", action, subject_type AS "subjectType", subject_id AS "subjectId", details, trace
         FROM audit_entry
        WHERE ($1::bigint IS NULL OR seq < $1)
          AND ($2::text IS NULL OR action = $2 OR action LIKE $2 || '.%')
          AND ($3::text IS NULL OR subject_type = $3)
          AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at <= $5)
          AND ($6::text IS NULL OR subject_id = $6 OR actor_user_id = ANY ($7::uuid[]) OR actor_org_id = ANY ($7::uuid[]) OR on_behalf_of = ANY ($7::uuid[]) OR action = ANY ($9::text[]))
        ORDER BY seq DESC LIMIT $8`,
      [before, filter.action ?? null, filter.subjectType ?? null, dayOf(filter.from), dayOf(filter.to, true), filter.q?.trim() || null, await this.idsFor(filter.q?.trim()), limit + 1, this.actsFor(filter.q?.trim())],
    );
    const named = await this.named(await this.withheld(rows.slice(0, limit), filter));
    return { ...toPage(rows, limit, row => [row.seq], row => row), items: named };
  }

  /** What must not be told yet stands without person, act and record; a filter that names one of them does not find it, for finding would tell. */
  private async withheld(rows: readonly Row[], { action, subjectType, q }: Filter): Promise<(Row & Pick<AuditEntryView, 'withheld'>)[]> {
    const hidden = await this.secrets.among(rows);
    const narrowed = [action, subjectType, q?.trim()].some(Boolean);
    return rows.filter(row => !narrowed || !hidden.has(row.seq)).map(row => (hidden.has(row.seq) ? { ...row, ...WITHHELD, withheld: true } : { ...row, withheld: false }));
  }

  private async idsFor(text: string | undefined): Promise<readonly string[]> {
    if (!text) return [];
    return UUID.test(text) ? [text] : this.people.find(text);
  }

  /** An act is found by its words and by its code. */
  private actsFor(text: string | undefined): readonly string[] {
    return text && !UUID.test(text) ? this.names.actsLike(text) : [];
  }

  private async named(rows: readonly (Row & Pick<AuditEntryView, 'withheld'>)[]): Promise<AuditEntryView[]> {
    const ids = (pick: (row: Row) => string | null): string[] => [...new Set(rows.map(pick).filter((id): id is string => id !== null))];
    const subjects = (type: string): string[] => ids(row => (row.subjectType === type && UUID.test(row.subjectId) ? row.subjectId : null));
    const persons = await this.people.ofPersons([...ids(row => row.actorUserId), ...subjects('user')]);
    const organisations = await this.people.ofOrganisations([...ids(row => row.actorOrgId), ...ids(row => row.onBehalfOf), ...subjects('organisation')]);
    const of = (names: ReadonlyMap<string, string>, id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
    return rows.map(row => ({
      ...row,
      actionName: row.withheld ? null : this.names.ofAct(row.action),
      subjectTypeName: this.names.ofSubject(row.subjectType),
      actorName: row.actorUserId === SYSTEM_USER_ID ? '系统' : of(persons, row.actorUserId),
      actorOrgName: of(organisations, row.actorOrgId),
      onBehalfOfName: of(organisations, row.onBehalfOf),
      subjectName: row.subjectType === 'user' ? of(persons, row.subjectId) : row.subjectType === 'organisation' ? of(organisations, row.subjectId) : null,
    }));
  }
}

const WITHHELD = { actorUserId: null, actorOrgId: null, onBehalfOf: null, action: 'withheld', subjectId: '', details: {}, trace: null };
const WITHHELD_WORDS = '暂不公开的操作';

const dayOf = (date: string | undefined, end = false): Date | null => (date === undefined ? null : shanghaiInstant(date, end));

function lineOf(entry: AuditEntryView): string {
  const time = new Date(entry.at.getTime() + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
  const who = [entry.actorName ?? entry.actorUserId, entry.actorOrgName ?? entry.actorOrgId, entry.onBehalfOfName ?? entry.onBehalfOf];
  const act = [entry.withheld ? WITHHELD_WORDS : (entry.actionName?.zh ?? null), entry.action];
  const subject = [entry.subjectTypeName?.zh ?? null, entry.subjectType, entry.subjectName ? `${entry.subjectName} ${entry.subjectId}` : entry.subjectId];
  return csvLine([entry.seq, time, ...who, ...act, ...subject, JSON.stringify(entry.details), entry.trace]);
}
