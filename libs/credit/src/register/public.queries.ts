import { Injectable, OnModuleInit, StreamableFile } from '@nestjs/common';
import { allPages, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Clock, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import { In } from 'typeorm';
import { CreditEvent, CreditStanding, type KeptResult } from '../credit.entity';
import { periodStart } from '../engine/ledger';
import type { Outcome } from '../engine/outcome';
import type { SubjectKind } from '../engine/scheme';
import { LedgerStore } from '../ledger/ledger-store';
import { isReading } from '../standings/compute';
import type { PublicCreditEventView, PublicCreditExportDto, PublicCreditItemView, PublicCreditListDto, PublicCreditView } from './public.dto';
import { frozenOn, PublicFreezes } from './freezes';
import { publishedUntil, PUBLICITY_KIND, PUBLICITY_ROWS } from './publicity';
import { sideOf, SubjectQueries } from './subjects.queries';
import { isPublicEvent } from './visibility';

const COLUMNS: readonly SheetColumn<PublicCreditItemView>[] = [
  { header: '单位', width: 36, of: row => row.name },
  { header: '类别', width: 10, of: row => (row.kind === 'firm' ? '服务机构' : '企业') },
  { header: '得分', width: 10, of: row => row.score ?? '' },
  { header: '等级', width: 24, of: row => row.gradeTitle ?? '异议处理中，暂停公示' },
  { header: '等级起始日', width: 12, of: row => row.gradeSince ?? '' },
];

interface PublicRow {
  readonly id: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly score: string;
  readonly kept: KeptResult;
  readonly gradeSince: string;
  readonly frozen: boolean;
  readonly hidden: boolean;
}

/** What an appeal holds back is not told by order or filter either. */
const HIDDEN = 'coalesce(h.hidden, false)';

/** The public register. What has ended, was repaired, revoked or is under appeal is not there any more: it is asked of the ledger each time. */
@Injectable()
export class PublicCredit implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly store: LedgerStore,
    private readonly subjects: SubjectQueries,
    private readonly freezes: PublicFreezes,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(PUBLICITY_KIND, { zh: '失信信息公示期', en: 'Periods of publication of credit' }, PUBLICITY_ROWS);
  }

  async list(query: PublicCreditListDto): Promise<Page<PublicCreditItemView>> {
    const limit = query.limit ?? 20;
    const values: unknown[] = [this.clock.today()];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const where = [`o.status IN ('active', 'suspended')`];
    if (query.kind) where.push(`s.subject_kind = ${put(query.kind)}`);
    if (query.colour) where.push(`s.results->0->>'colour' = ${put(query.colour)} AND NOT ${HIDDEN}`);
    if (query.q) where.push(`(position(lower(${put(query.q)}) IN lower(o.name)) > 0 OR o.uscc = upper($${values.length}))`);
    const byScore = query.sort === 'score' || query.sort === '-score';
    const isDown = query.sort?.startsWith('-') ?? false;
    const [column, type] = byScore ? [`CASE WHEN ${HIDDEN} THEN -1 ELSE s.score END`, 'numeric'] : ['o.name', 'text'];
    const after = decodeCursor(query.cursor, 2);
    if (after) where.push(`(${column}, s.subject_id) ${isDown ? '<' : '>'} (CAST(${put(after[0])} AS ${type}), CAST(${put(after[1])} AS uuid))`);
    const order = isDown ? 'DESC' : 'ASC';
    const rows = await this.db.query<PublicRow & object>(
      `SELECT s.subject_id AS id, o.name, s.subject_kind AS kind, (CASE WHEN ${HIDDEN} THEN -1 ELSE s.score END)::text AS score, s.results->0 AS kept, s.grade_since::text AS "gradeSince", h.hidden IS NOT NULL AS frozen, ${HIDDEN} AS hidden
         FROM credit_standing s JOIN organisation o ON o.id = s.subject_id LEFT JOIN LATERAL (SELECT bool_or(f.hides_grade) AS hidden FROM credit_freeze f WHERE f.subject_id = s.subject_id AND ${frozenOn('$1::date')}) h ON true
        WHERE ${where.join(' AND ')} ORDER BY ${column} ${order}, s.subject_id ${order} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => [byScore ? row.score : row.name, row.id], ({ id, name, kind, score, kept, gradeSince, frozen, hidden }) => ({ id, name, kind, frozen, ...shownGrade(hidden, { score, gradeTitle: kept.gradeTitle, colour: kept.colour, gradeSince }) }));
  }

  export(query: PublicCreditExportDto): StreamableFile {
    return spreadsheet({ name: '企业环境信用公示', title: '企业环境信用公示', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...query, cursor, limit })));
  }

  async show(id: string): Promise<PublicCreditView> {
    const organisation = await this.directory.organisation(id);
    if (!organisation || (organisation.status !== 'active' && organisation.status !== 'suspended')) throw notFound();
    const today = this.clock.today();
    const { loaded, outcome } = await this.subjects.outcomeOf(organisation, await this.store.of(id), { day: today, scheme: undefined });
    const { score, gradeTitle, colour } = sideOf(loaded, outcome, new Map());
    const standing = await this.db.repo(CreditStanding).findOneBy({ subjectId: id });
    const freezes = await this.freezes.of(id);
    const grade = shownGrade(freezes.some(one => one.hidesGrade), { score, gradeTitle, colour, gradeSince: standing?.gradeSince ?? today });
    return {
      id, name: organisation.name, uscc: organisation.uscc, kind: loaded.scheme.subjectKind, ...grade, frozen: freezes.length > 0, frozenUntil: freezes.map(one => one.untilOn).sort().at(-1) ?? null, schemeTitle: loaded.scheme.title, schemeBasis: loaded.scheme.legalBasis,
      hasUnverified: loaded.rows.some(row => !row.verified), events: await this.eventsOf(outcome, today, new Set(freezes.map(one => one.eventKey))), asOf: this.clock.now().toISOString(),
    };
  }

  private async eventsOf({ standings }: Outcome, today: string, frozen: ReadonlySet<string>): Promise<PublicCreditEventView[]> {
    const periods = (await this.book.rows(PUBLICITY_KIND)).filter(row => row.effectiveFrom <= today && (row.effectiveTo === null || today <= row.effectiveTo));
    const shown = standings.flatMap(({ event, status, until }) => {
      const last = isPublicEvent({ status, frozen: frozen.has(event.key) }) && !isReading(event.type) && event.type !== 'voluntary' ? publishedUntil({ severity: event.severity, validFrom: periodStart(event), until }, periods) : null;
      return last !== null && today <= last && event.severity !== 'minor' ? [{ event, last, severity: event.severity }] : [];
    });
    const numbers = new Map((shown.length === 0 ? [] : await this.db.repo(CreditEvent).find({ where: { key: In(shown.map(one => one.event.key)) } })).map(row => [row.key, row.documentNo]));
    return shown.reverse().map(({ event, last, severity }) => ({ type: event.type, severity, documentNo: numbers.get(event.key) ?? null, legalBasis: event.legalBasis, occurredOn: event.occurredOn, shownUntil: last }));
  }
}

interface ShownGrade {
  readonly score: string | null;
  readonly gradeTitle: string | null;
  readonly colour: string;
  readonly gradeSince: string | null;
}

const shownGrade = (hidden: boolean, grade: ShownGrade): ShownGrade => (hidden ? { score: null, gradeTitle: null, colour: 'grey', gradeSince: null } : grade);
