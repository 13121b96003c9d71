import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { DrawCandidate, Inspection, InspectionDraw } from '../enforcement.entity';
import { recordPending } from '../enforcement.errors';
import { drawPolicy } from '../enforcement.policy';
import { pageOf, regionsOf } from '../lists';
import type { DrawCandidateExportDto, DrawCandidateListDto, InspectionDrawExportDto, InspectionDrawListDto } from './draw.dto';
import { CandidateRow, candidateView, DrawCandidateView, DrawClassView, drawItem, DrawReasonView, DrawVerificationView, drawView, InspectionDrawItemView, InspectionDrawView } from './draw.view';
import { originHolds } from './origin';
import { CLASS_ORDER, commitmentOf, outcomeOf, poolHashOf, wantOf } from './record';

const STATE_ZH = { announced: '已公布，未抽取', drawn: '已抽取', cancelled: '已取消' } as const;
const CLASS_ZH = { key: '重点', general: '一般', special: '特殊监管对象' } as const;
const DRAWS: readonly SheetColumn<InspectionDrawItemView>[] = [
  { header: '编号', width: 16, of: row => row.number },
  { header: '名称', width: 36, of: row => row.title },
  { header: '检查期限起', width: 12, of: row => row.periodFrom },
  { header: '检查期限止', width: 12, of: row => row.periodTo },
  { header: '名录单位数', width: 12, of: row => row.poolSize },
  { header: '未列入数', width: 12, of: row => row.leftOut },
  { header: '抽中数', width: 10, of: row => row.drawnCount },
  { header: '状态', width: 16, of: row => STATE_ZH[row.state] },
];
const CANDIDATES: readonly SheetColumn<DrawCandidateView>[] = [
  { header: '企业', width: 34, of: row => row.enterpriseName },
  { header: '统一社会信用代码', width: 22, of: row => row.code },
  { header: '类别', width: 14, of: row => CLASS_ZH[row.targetClass] },
  { header: '权重', width: 10, of: row => row.weight },
  { header: '权重构成', width: 44, of: row => row.parts.map(one => `${one.zh} ×${one.factor}`).join('；') },
  { header: '结果', width: 12, of: row => (row.leftOut ? '未列入' : row.drawn ? '抽中' : '未抽中') },
  { header: '未列入原因', width: 44, of: row => row.why?.zh ?? null },
  { header: '名次', width: 8, of: row => row.place },
  { header: '签（HMAC-SM3）', width: 70, of: row => row.lot },
  { header: '检查编号', width: 18, of: row => row.inspectionNumber },
  { header: '执法人员', width: 40, of: row => row.crew.join('、') },
];

const LAST_PLACE = 2_147_483_647;

/** Draws as the bureau reads them, and what proves them. */
@Injectable()
export class DrawQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InspectionDrawListDto): Promise<Page<InspectionDrawItemView>> {
    const rows = this.db.repo(InspectionDraw).createQueryBuilder('d').where('d.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    if (query.state) rows.andWhere('d.state = :state', { state: query.state });
    if (query.q) rows.andWhere(containsWords('d.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'd.announcedAt', type: 'timestamptz', of: row => row.announcedAt.toISOString() }, isDown: query.sort !== 'at', limit: query.limit, cursor: query.cursor, view: drawItem });
  }

  async export(actor: Actor, query: InspectionDrawExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'inspection-draw.export', subject: { type: 'inspection-draw-list', id: 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '双随机抽取', title: '双随机抽取', columns: DRAWS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<InspectionDrawView> {
    const draw = await this.readable(actor, id);
    const counts = await this.db.query<{ of: DrawClassView['targetClass']; pool: string; out: string; drawn: string; weight: string | null }>(
      `SELECT target_class AS of, count(*) AS pool, count(coalesce(left_out, fallen)) AS out, count(*) FILTER (WHERE drawn) AS drawn, trim_scale(sum(weight) FILTER (WHERE left_out IS NULL)) AS weight FROM draw_candidate WHERE draw_id = $1 GROUP BY target_class`, [id]);
    const reasons = await this.db.query<{ reason: DrawReasonView['reason']; n: string }>('SELECT coalesce(left_out, fallen) AS reason, count(*) AS n FROM draw_candidate WHERE draw_id = $1 AND coalesce(left_out, fallen) IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1', [id]);
    const classes = CLASS_ORDER.flatMap((of): DrawClassView[] => {
      const row = counts.find(one => one.of === of);
      const wanted = wantOf(draw, of);
      return row || wanted > 0 ? [{ targetClass: of, wanted, pool: Number(row?.pool ?? 0), leftOut: Number(row?.out ?? 0), drawn: Number(row?.drawn ?? 0), weight: row?.weight ?? '0' }] : [];
    });
    return drawView(actor, draw, { classes, reasons: reasons.map(({ reason, n }) => ({ reason, count: Number(n) })) });
  }

  async candidates(actor: Actor, id: string, query: DrawCandidateListDto): Promise<Page<DrawCandidateView>> {
    await this.readable(actor, id);
    const limit = query.limit ?? 20;
    const values: unknown[] = [id];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const where = ['c.draw_id = $1', ...(query.outcome ? [OUTCOMES[query.outcome]] : [])];
    if (query.targetClass) where.push(`c.target_class = ${put(query.targetClass)}`);
    if (query.q) where.push(`(${containsWords('c.enterprise_name', put(query.q))} OR c.code = upper($${values.length}))`);
    const after = decodeCursor(query.cursor, 2);
    if (after) where.push(`(coalesce(c.place, ${LAST_PLACE}), c.code) > (${put(after[0])}::integer, ${put(after[1])}::text)`);
    const rows = await this.db.query<CandidateRow & object>(
      `SELECT c.enterprise_id AS "enterpriseId", c.enterprise_name AS "enterpriseName", c.code, c.target_class AS "targetClass", trim_scale(c.weight) AS weight, c.parts, coalesce(c.left_out, c.fallen) AS "leftOut", coalesce(c.why, c.fallen_why) AS why, c.fallen IS NOT NULL AS "fellOut", c.lot, c.arrival, c.place, c.drawn,
              i.id AS "inspectionId", i.number AS "inspectionNumber", i.cancelled_reason AS "cancelledReason", i.officers AS crew
         FROM draw_candidate c LEFT JOIN inspection i ON i.draw_id = c.draw_id AND i.enterprise_id = c.enterprise_id
        WHERE ${where.join(' AND ')} ORDER BY coalesce(c.place, ${LAST_PLACE}), c.code LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => [row.place ?? LAST_PLACE, row.code], candidateView);
  }

  async exportCandidates(actor: Actor, id: string, query: DrawCandidateExportDto): Promise<StreamableFile> {
    const draw = await this.readable(actor, id);
    await this.audit.record({ actor, action: 'inspection-draw.export-candidates', subject: { type: 'inspection-draw', id }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: `双随机抽取-${draw.number}`, title: draw.number, columns: CANDIDATES }, allPages((cursor, limit) => this.candidates(actor, id, { ...query, cursor, limit })));
  }

  /** Makes the draw again from what is kept, and says whether pool, seed and result are what was published. */
  async verification(actor: Actor, id: string): Promise<DrawVerificationView> {
    const draw = await this.readable(actor, id);
    if (draw.seed === null) throw recordPending();
    const candidates = await this.db.repo(DrawCandidate).find({ where: { drawId: id } });
    const visits = await this.db.repo(Inspection).find({ where: { drawId: id } });
    const { order, visits: again } = outcomeOf(draw.seed, candidates, draw.officers, draw);
    const places = candidates.every(one => (order.get(one.code)?.place ?? null) === one.place && (order.get(one.code)?.drawn ?? false) === one.drawn && (order.get(one.code)?.lot ?? null) === one.lot);
    const crewOf = new Map(visits.map(one => [one.uscc ?? one.enterpriseId, one.officers.map(each => each.certificateNo).sort().join()]));
    const crews = again.length === visits.length && again.every(one => crewOf.get(one.code) === [...one.officers].sort().join());
    return { poolMatches: poolHashOf(candidates, draw.officers) === draw.poolHash, commitmentMatches: this.seedHolds(draw, draw.seed), chainMatches: await this.chainHolds(draw), resultMatches: places && crews, checkedAt: this.clock.now().toISOString() };
  }

  private seedHolds({ number, poolHash, commitment, origin, secret, publicValue }: InspectionDraw, seed: string): boolean {
    if (origin === null) return commitmentOf(seed) === commitment;
    return originHolds({ number, poolHash, commitment, origin, seed, secret: secret ?? '', publicValue: publicValue ?? '' });
  }

  private async chainHolds({ origin }: InspectionDraw): Promise<boolean | null> {
    if (origin === null) return null;
    const [entry] = await this.db.query<{ hash: string }>('SELECT hash FROM audit_entry WHERE seq = $1', [origin.auditSeq]);
    return entry ? entry.hash === origin.auditHead : origin.auditSeq === '0';
  }

  /** All that is needed to make the draw again elsewhere. */
  async record(actor: Actor, id: string): Promise<StreamableFile> {
    const draw = await this.readable(actor, id);
    const candidates = await this.db.repo(DrawCandidate).find({ where: { drawId: id }, order: { code: 'ASC' } });
    const visits = await this.db.repo(Inspection).find({ where: { drawId: id }, order: { number: 'ASC' } });
    const { number, title, algorithm, commitment, seed, poolHash, periodFrom, periodTo, wantKey, wantGeneral, wantSpecial, officers, state, origin, publicValue, secret } = draw;
    await this.audit.record({ actor, action: 'inspection-draw.record', subject: { type: 'inspection-draw', id }, details: { number } });
    const record = {
      number, title, state, algorithm, commitment, origin, publicValue, secret, seed, poolHash, periodFrom, periodTo, wants: { key: wantKey, general: wantGeneral, special: wantSpecial }, officers: officers.map(one => one.certificateNo),
      candidates: candidates.map(({ code, enterpriseName, targetClass, weight, parts, leftOut, why, avoided, fallen, fallenWhy, avoidedSince, lot, arrival, place, drawn }) => ({ code, enterpriseName, class: targetClass, weight, parts, leftOut, why, avoided, fallen, fallenWhy, avoidedSince, lot, arrival, place, drawn })),
      visits: visits.map(one => ({ number: one.number, code: one.uscc ?? one.enterpriseId, officers: one.officers.map(each => each.certificateNo), state: one.state, cancelledReason: one.cancelledReason, cancelledByName: one.cancelledByName, cancelAsked: one.cancelAsked && { byName: one.cancelAsked.byName, at: one.cancelAsked.at, reason: one.cancelAsked.reason } })),
    };
    return new StreamableFile(Buffer.from(JSON.stringify(record, null, 2)), { type: 'application/json', disposition: `attachment; filename="draw.json"; filename*=UTF-8''${encodeURIComponent(`${number}.json`)}` });
  }

  private async readable(actor: Actor, id: string): Promise<InspectionDraw> {
    const draw = await this.db.repo(InspectionDraw).findOneBy({ id });
    drawPolicy.require(actor, 'inspection-draw.read', draw);
    return draw;
  }
}

const OUTCOMES = { drawn: 'c.drawn', waiting: 'coalesce(c.left_out, c.fallen) IS NULL AND NOT c.drawn', out: 'coalesce(c.left_out, c.fallen) IS NOT NULL' } as const;
