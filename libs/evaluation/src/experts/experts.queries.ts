import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, containsWords, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import type { ExpertExportQuery, ExpertListQuery } from '../dto/evaluation.dto';
import { Expert } from '../evaluation.entity';
import { expertPolicy } from '../evaluation.policy';
import { ExpertView, expertView, SPECIALTY_WORDS, STATUS_WORDS } from '../views/expert.view';

const COLUMNS: readonly SheetColumn<ExpertView>[] = [
  { header: '姓名', width: 12, of: row => row.name },
  { header: '工作单位', width: 36, of: row => row.unit },
  { header: '职称', width: 16, of: row => row.title },
  { header: '类别', width: 10, of: row => (row.kind === 'technical' ? '技术' : '经济') },
  { header: '专业', width: 36, of: row => row.specialties.map(one => SPECIALTY_WORDS[one]?.zh ?? one).join('、') },
  { header: '回避单位', width: 36, of: row => row.relatedUnits.join('、') },
  { header: '状态', width: 10, of: row => STATUS_WORDS[row.status].zh },
  { header: '参加评审次数', width: 14, of: row => row.evaluations },
];

type Counted = Expert & { readonly evaluations: number };

/** The pool as it is read: the bureau's region only, no contact. */
@Injectable()
export class ExpertQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async detail(actor: Actor, id: string): Promise<ExpertView> {
    const expert = await this.db.repo(Expert).findOneBy({ id });
    expertPolicy.require(actor, 'expert.read', expert);
    if (!expert) throw notFound();
    const [counted] = await this.withCounts([expert]);
    return expertView(counted as Counted);
  }

  async list(actor: Actor, query: ExpertListQuery): Promise<Page<ExpertView>> {
    const limit = query.limit ?? 20;
    const cursor = decodeCursor(query.cursor, 2);
    const byName = query.sort === 'name';
    const key = byName ? 'e.name' : 'e.created_at';
    const rows = this.db.repo(Expert).createQueryBuilder('e').where('EXISTS (SELECT 1 FROM unnest(:regions::text[]) r WHERE e.region_code LIKE r || \'%\')', { regions: [...actor.regions] });
    if (query.status) rows.andWhere('e.status = :status', { status: query.status });
    if (query.kind) rows.andWhere('e.kind = :kind', { kind: query.kind });
    if (query.specialty) rows.andWhere(':specialty = ANY(e.specialties)', { specialty: query.specialty });
    if (query.q) rows.andWhere(containsWords(`e.name || ' ' || e.unit || ' ' || e.title`, ':q'), { q: query.q });
    if (cursor) rows.andWhere(`(${key}, e.id) ${byName ? '>' : '<'} (:at::${byName ? 'text' : 'timestamptz'}, :after::uuid)`, { at: cursor[0], after: cursor[1] });
    const found = await rows.orderBy(key, byName ? 'ASC' : 'DESC').addOrderBy('e.id', byName ? 'ASC' : 'DESC').limit(limit + 1).getMany();
    return toPage(await this.withCounts(found), limit, row => [byName ? row.name : row.createdAt.toISOString(), row.id], expertView);
  }

  async export(actor: Actor, query: ExpertExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'expert.export', subject: { type: 'expert-list', id: 'experts' }, details: { status: query.status, kind: query.kind, specialty: query.specialty, limit: SHEET_ROWS } });
    return spreadsheet({ name: '评标专家库', title: '专家', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  private async withCounts(experts: readonly Expert[]): Promise<Counted[]> {
    const rows = await this.db.query<{ id: string; n: string }>(
      `SELECT expert_id AS id, count(*) AS n FROM evaluation_seat WHERE expert_id = ANY($1::uuid[]) AND state = 'accepted' GROUP BY expert_id`, [experts.map(one => one.id)]);
    const counts = new Map(rows.map(row => [row.id, Number(row.n)]));
    return experts.map(expert => ({ ...expert, evaluations: counts.get(expert.id) ?? 0 }));
  }
}
