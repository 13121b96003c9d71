import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, decodeCursor, newId, notFound, Page, shanghaiMinute, stale, toPage } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import { SIGNAL_CODES, type Strength } from './detect/signal';
import { THRESHOLD_KIND } from './detect/thresholds';
import { CollusionEvent, CollusionSignal, CollusionStep, CollusionSuspicion } from './signals.entity';
import { collusionDecided, collusionOpen } from './signals.errors';
import { collusionPolicy } from './signals.policy';
import type { CollusionExportDto, CollusionItemView, CollusionListDto, CollusionSignalView, CollusionView } from './signals.view';

const DEFAULT_LIMIT = 20;
const RANK = `CASE s.strength WHEN 'strong' THEN 3 WHEN 'medium' THEN 2 ELSE 1 END`;
const RANKS: Readonly<Record<Strength, number>> = { strong: 3, medium: 2, weak: 1 };
const STRENGTH_ZH: Readonly<Record<Strength, string>> = { strong: '强', medium: '中', weak: '弱' };
const STATE_ZH = { open: '待核查', dismissed: '已排除', followed: '已跟进' } as const;

const COLUMNS: readonly SheetColumn<CollusionItemView>[] = [
  { header: '任务编号', width: 18, of: row => row.taskNumber },
  { header: '任务名称', width: 36, of: row => row.taskTitle },
  { header: '发布企业', width: 28, of: row => row.enterpriseName },
  { header: '涉及机构', width: 48, of: row => row.firmNames.join('、') },
  { header: '线索', width: 40, of: row => row.codes.map(code => code.zh).join('、') },
  { header: '强度', width: 8, of: row => STRENGTH_ZH[row.strength] },
  { header: '处理', width: 10, of: row => STATE_ZH[row.state] },
  { header: '发现时间', width: 20, of: row => shanghaiMinute(row.foundAt) },
  { header: '处理人', width: 12, of: row => row.decidedByName },
  { header: '处理时间', width: 20, of: row => row.decidedAt && shanghaiMinute(row.decidedAt) },
];

/** The desk of signs of collusion: looked at, noted, dismissed or followed up by a person, with a reason, and opened again. */
@Injectable()
export class CollusionSuspicions {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly book: ReferenceBook,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: CollusionListDto): Promise<Page<CollusionItemView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const rows = this.db.repo(CollusionSuspicion).createQueryBuilder('s').where('s.version > 0 AND s.region_code LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    for (const name of ['state', 'strength'] as const) if (filter[name]) rows.andWhere(`s.${name} = :${name}`, { [name]: filter[name] });
    if (filter.code) rows.andWhere(':code = ANY (s.codes)', { code: filter.code });
    if (filter.firmId) rows.andWhere('s.firm_ids @> ARRAY[:firmId]::uuid[]', { firmId: filter.firmId });
    if (filter.q) rows.andWhere(`position(lower(:q) IN lower(s.task_title || ' ' || s.task_number || ' ' || s.enterprise_name || ' ' || array_to_string(s.firm_names, ' '))) > 0`, { q: filter.q });
    const sort = filter.sort ?? '-at';
    const [order, beyond] = sort.startsWith('-') ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
    if (!sort.endsWith('strength')) {
      const after = decodeCursor(filter.cursor, 1);
      if (after) rows.andWhere(`s.id ${beyond} :after`, { after: after[0] });
      return toPage(await rows.orderBy('s.id', order).limit(limit + 1).getMany(), limit, row => [row.id], itemOf);
    }
    const after = decodeCursor(filter.cursor, 2);
    if (after) rows.andWhere(`(${RANK}, s.id) ${beyond} (:rank::int, :after::uuid)`, { rank: after[0], after: after[1] });
    return toPage(await rows.orderBy(RANK, order).addOrderBy('s.id', order).limit(limit + 1).getMany(), limit, row => [String(RANKS[row.strength]), row.id], itemOf);
  }

  async export(actor: Actor, filter: CollusionExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'collusion.export', subject: { type: 'collusion-list', id: 'all' }, details: { state: filter.state, strength: filter.strength, code: filter.code, limit: SHEET_ROWS } });
    return spreadsheet({ name: '报价比对线索', title: '报价比对线索', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  /** Bidders side by side are an audited look. */
  async detail(actor: Actor, id: string): Promise<CollusionView> {
    const suspicion = await this.db.repo(CollusionSuspicion).findOneBy({ id });
    collusionPolicy.require(actor, 'collusion.read', suspicion);
    await this.audit.record({ actor, action: 'collusion.read', subject: { type: 'collusion-suspicion', id } });
    return this.view(actor, suspicion);
  }

  dismiss(actor: Actor, id: string, reason: string, version: number): Promise<CollusionView> {
    return this.decide(actor, { id, state: 'dismissed', reason, version });
  }

  followUp(actor: Actor, id: string, reason: string, version: number): Promise<CollusionView> {
    return this.decide(actor, { id, state: 'followed', reason, version });
  }

  private decide(actor: Actor, { id, state, reason, version }: { id: string; state: 'dismissed' | 'followed'; reason: string; version: number }): Promise<CollusionView> {
    return this.write(actor, id, async suspicion => {
      if (suspicion.state !== 'open') throw collusionDecided();
      if (suspicion.version !== version) throw stale();
      Object.assign(suspicion, { state, decidedByName: actor.name, decidedAt: this.clock.now(), decisionReason: reason });
      const words = state === 'dismissed' ? { zh: '排除', en: 'Dismissed' } : { zh: '跟进', en: 'Followed up' };
      return { kind: state, zh: `${words.zh}：${reason}`, en: `${words.en}: ${reason}` };
    });
  }

  /** A decision is not the last word: new facts open it again. */
  reopen(actor: Actor, id: string, reason: string, version: number): Promise<CollusionView> {
    return this.write(actor, id, async suspicion => {
      if (suspicion.state === 'open') throw collusionOpen();
      if (suspicion.version !== version) throw stale();
      Object.assign(suspicion, { state: 'open', decidedByName: null, decidedAt: null, decisionReason: null });
      return { kind: 'reopened', zh: `重新打开：${reason}`, en: `Opened again: ${reason}` };
    });
  }

  /** What was asked and answered on the way to a decision. */
  note(actor: Actor, id: string, text: string): Promise<CollusionView> {
    return this.write(actor, id, () => Promise.resolve({ kind: 'note', zh: text, en: text }));
  }

  private write(actor: Actor, id: string, change: (suspicion: CollusionSuspicion) => Promise<Pick<CollusionEvent, 'kind' | 'zh' | 'en'>>): Promise<CollusionView> {
    return this.db.transaction(async () => {
      const suspicion = await this.db.lock(CollusionSuspicion, { id });
      collusionPolicy.require(actor, 'collusion.decide', suspicion);
      if (suspicion.version === 0) throw notFound();
      const line = await change(suspicion);
      if (line.kind !== 'note') suspicion.version += 1;
      await this.db.repo(CollusionSuspicion).save(suspicion);
      await this.db.repo(CollusionEvent).insert({ id: newId(), suspicionId: id, at: this.clock.now(), actorName: actor.name, ...line });
      await this.audit.record({ actor, action: `collusion.${ACTS[line.kind]}`, subject: { type: 'collusion-suspicion', id }, details: { taskId: suspicion.taskId, codes: suspicion.codes, text: line.zh } });
      return this.view(actor, suspicion);
    });
  }

  private async view(actor: Actor, suspicion: CollusionSuspicion): Promise<CollusionView> {
    const signals = await this.db.repo(CollusionSignal).find({ where: { suspicionId: suspicion.id }, order: { id: 'ASC' } });
    const history = await this.db.repo(CollusionEvent).find({ where: { suspicionId: suspicion.id }, order: { at: 'DESC', id: 'DESC' }, take: 200 });
    const firms = await this.directory.organisations([...new Set(signals.flatMap(each => [...each.firmIds, ...each.finding.compared.map(side => side.firmId)]))]);
    const rows = await this.book.rows(THRESHOLD_KIND);
    const mayDecide = collusionPolicy.may(actor, 'collusion.decide', suspicion);
    return {
      ...itemOf(suspicion), decisionReason: suspicion.decisionReason, version: suspicion.version, thresholdsVerified: rows.every(row => row.verified),
      signals: signals.sort((a, b) => RANKS[b.strength] - RANKS[a.strength]).map(signal => signalView(signal, id => firms.get(id)?.name ?? '')),
      history: history.map(({ id, at, kind, actorName, zh, en }) => ({ id, at, kind, actorName, zh, en })),
      actions: mayDecide ? (suspicion.state === 'open' ? ['dismiss', 'follow-up', 'note'] : ['reopen', 'note']) : [],
    };
  }
}

const ACTS: Readonly<Record<CollusionStep, string>> = { found: 'found', more: 'found', note: 'note', dismissed: 'dismiss', followed: 'follow-up', reopened: 'reopen' };


function itemOf({ id, taskId, taskNumber, taskTitle, enterpriseName, firmNames, codes, strength, state, foundAt, decidedByName, decidedAt }: CollusionSuspicion): CollusionItemView {
  return { id, taskId, taskNumber, taskTitle, enterpriseName, firmNames, strength, state, foundAt, decidedByName, decidedAt, codes: codes.map(code => ({ code, zh: SIGNAL_CODES[code].zh, en: SIGNAL_CODES[code].en })) };
}

function signalView({ id, code, strength, finding, foundAt }: CollusionSignal, nameOf: (firmId: string) => string): CollusionSignalView {
  const { zh, en, whyZh, whyEn, basis } = SIGNAL_CODES[code];
  return {
    id, code, titleZh: zh, titleEn: en, strength, whyZh, whyEn, legalBasis: basis, measureZh: finding.measure.zh, measureEn: finding.measure.en, foundAt,
    compared: finding.compared.map(side => ({ firmId: side.firmId, firmName: nameOf(side.firmId), zh: side.zh, en: side.en })),
  };
}
