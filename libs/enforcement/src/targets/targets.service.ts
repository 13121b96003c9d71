import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, Page, stale } from '@huanbao/platform';
import type { ReferenceRow } from '@huanbao/reference';
import { DrawTarget } from '../enforcement.entity';
import { factUnknown } from '../enforcement.errors';
import { targetPolicy } from '../enforcement.policy';
import { EnforcementReference, tailOf } from '../enforcement.reference';
import { pageOf, regionsOf } from '../lists';
import type { DrawTargetDto, DrawTargetExportDto, DrawTargetListDto } from './target.dto';
import { DrawOptionView, DrawTargetView, targetView } from './target.view';

const CLASS_ZH = { key: '重点', general: '一般', special: '特殊监管对象' } as const;
const COLUMNS: readonly SheetColumn<DrawTargetView>[] = [
  { header: '企业', width: 34, of: row => row.enterpriseName },
  { header: '统一社会信用代码', width: 22, of: row => row.uscc },
  { header: '类别', width: 14, of: row => CLASS_ZH[row.targetClass] },
  { header: '特殊情形', width: 36, of: row => row.factTitles.join('、') },
  { header: '备注', width: 36, of: row => row.note },
];

export const optionOf = (row: ReferenceRow): DrawOptionView => ({ key: tailOf(row), title: row.title, value: row.value, unit: row.unit, legalBasis: row.legalBasis, verified: row.verified, note: row.note });

/** 检查对象名录库: which enterprises a draw draws from. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly db: Db,
    private readonly reference: EnforcementReference,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: DrawTargetListDto): Promise<Page<DrawTargetView>> {
    const rows = this.db.repo(DrawTarget).createQueryBuilder('t').where('t.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    if (query.targetClass) rows.andWhere('t.targetClass = :of', { of: query.targetClass });
    if (query.special) rows.andWhere(`t.facts <> '{}'`);
    if (query.q) rows.andWhere(containsWords('t.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 't.enterpriseName', type: 'text', of: row => row.enterpriseName }, isDown: query.sort === '-name', limit: query.limit, cursor: query.cursor, view: targetView(await this.titles()) });
  }

  async export(actor: Actor, query: DrawTargetExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'draw-target.export', subject: { type: 'draw-target-list', id: 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '检查对象名录', title: '检查对象名录', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  /** Special facts with their factors. */
  async options(): Promise<DrawOptionView[]> {
    return (await this.facts()).map(optionOf);
  }

  /** Takes every verified or known enterprise of the region that is not there yet, as a general unit. */
  complete(actor: Actor): Promise<{ added: number }> {
    return this.db.transaction(async () => {
      const regionCode = actor.regions[0] ?? '';
      targetPolicy.require(actor, 'draw-target.keep', { regionCode });
      const added = await this.db.query(
        `INSERT INTO draw_target (enterprise_id, enterprise_name, uscc, region_code, target_class, facts, note, changed_by_name, search, created_at, updated_at)
         SELECT o.id, o.name, o.uscc, o.region_code, 'general', '{}', '', $2, o.name || ' ' || coalesce(o.uscc, ''), $3, $3 FROM organisation o
          WHERE o.kind = 'enterprise' AND o.status IN ('active', 'known') AND o.region_code LIKE ANY ($1) ON CONFLICT (enterprise_id) DO NOTHING RETURNING 1`,
        [regionsOf(actor), actor.name, this.clock.now()],
      );
      await this.audit.record({ actor, action: 'draw-target.complete', subject: { type: 'draw-target-list', id: regionCode }, details: { added: added.length } });
      return { added: added.length };
    });
  }

  async show(actor: Actor, id: string): Promise<DrawTargetView> {
    const target = await this.db.repo(DrawTarget).findOneBy({ id });
    targetPolicy.require(actor, 'draw-target.read', target);
    return targetView(await this.titles())(target);
  }

  change(actor: Actor, id: string, { targetClass, facts, note }: DrawTargetDto, version: number): Promise<DrawTargetView> {
    return this.db.transaction(async () => {
      const target = await this.db.lock(DrawTarget, { id });
      targetPolicy.require(actor, 'draw-target.keep', target);
      if (target.version !== version) throw stale();
      const known = (await this.facts()).map(tailOf);
      const wrong = facts.findIndex(one => !known.includes(one));
      if (wrong >= 0) throw factUnknown(wrong);
      await this.db.repo(DrawTarget).update({ id }, { targetClass, facts, note, changedByName: actor.name, updatedAt: this.clock.now(), version: version + 1 });
      await this.audit.record({ actor, action: 'draw-target.change', subject: { type: 'draw-target', id }, details: { from: { targetClass: target.targetClass, facts: target.facts }, to: { targetClass, facts }, note } });
      return this.show(actor, id);
    });
  }

  private async facts(): Promise<ReferenceRow[]> {
    return [...(await this.reference.parameters()).values()].filter(one => one.key.startsWith('fact:'));
  }

  private async titles(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.facts()).map(one => [tailOf(one), one.title]));
  }
}
