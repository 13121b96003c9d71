import { Injectable } from '@nestjs/common';
import { Clock, Db, shanghaiDate } from '@huanbao/platform';
import type { PermitApplication } from '../application.entity';
import { REQUIRED_ATTACHMENTS } from '../form/sections/waste-and-monitoring';
import type { RequestKind } from '../ending/ending.entity';
import type { Asked } from '../form/validate';
import type { MaterialView } from './life.view';
import { MATERIAL_KINDS } from './material-kinds';
import { PermitMaterial } from './material.entity';

type About = Pick<PermitApplication, 'businessType' | 'triggers' | 'submittedAt'>;

/** Which papers an application needs, by its type and its cases, as the rows of the day say. */
@Injectable()
export class Materials {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Kinds of attachment without which this application is not complete. What was submitted keeps the rows of its day. */
  async neededFor(application: About): Promise<string[]> {
    const rows = await this.of([application.businessType], dayOf(application, this.clock.today()));
    return rows.length === 0 ? [...REQUIRED_ATTACHMENTS] : rows.filter(row => isNeeded(row, application.triggers)).map(row => row.kind);
  }

  /** All that its business asks of the form. */
  async askedOf(application: About): Promise<Asked> {
    return { attachments: await this.neededFor(application), businessType: application.businessType };
  }

  /** The same with words, for the page of the attachments: what is needed first. */
  async shownFor(application: About): Promise<MaterialView[]> {
    const rows = await this.of([application.businessType], dayOf(application, this.clock.today()));
    const listed = rows.map(row => materialView(row, isNeeded(row, application.triggers) ? 'always' : 'optional'));
    return listed.sort((a, b) => Number(a.need !== 'always') - Number(b.need !== 'always'));
  }

  /** What is handed in with 补领 or 注销, what is needed first; of the day the request was made. */
  async ofRequest(kind: RequestKind, at?: Date): Promise<MaterialView[]> {
    const rows = await this.of([kind], at ? shanghaiDate(at) : this.clock.today());
    return rows.map(row => materialView(row, row.need)).sort((a, b) => Number(a.need !== 'always') - Number(b.need !== 'always'));
  }

  /** All rows of a day, by business type, for the guide. */
  async table(types: readonly string[]): Promise<ReadonlyMap<string, MaterialView[]>> {
    const byType = new Map<string, MaterialView[]>();
    for (const row of await this.of(types, this.clock.today())) byType.set(row.businessType, [...(byType.get(row.businessType) ?? []), materialView(row, row.need)]);
    return byType;
  }

  private of(types: readonly string[], day: string): Promise<PermitMaterial[]> {
    return this.db.repo(PermitMaterial).createQueryBuilder('m')
      .where('m.businessType IN (:...types) AND m.effectiveFrom <= :day AND (m.effectiveTo IS NULL OR m.effectiveTo >= :day)', { types, day })
      .orderBy('m.businessType').addOrderBy('m.position').addOrderBy('m.kind').getMany();
  }
}

const dayOf = ({ submittedAt }: About, today: string): string => (submittedAt ? shanghaiDate(submittedAt) : today);

/** Pure: whether the row asks for the paper in these cases. */
export function isNeeded({ need, triggers }: Pick<PermitMaterial, 'need' | 'triggers'>, given: readonly string[]): boolean {
  return need === 'always' || (need === 'when' && (triggers ?? []).some(one => given.includes(one)));
}

function materialView(row: PermitMaterial, need: PermitMaterial['need']): MaterialView {
  const words = MATERIAL_KINDS.find(one => one.value === row.kind);
  const { kind, triggers, legalBasis, verified, noteZh, noteEn } = row;
  return {
    kind, need, triggers: triggers ?? [], article: legalBasis, verified,
    label: { zh: words?.zh ?? kind, en: words?.en ?? kind }, note: noteZh === null ? null : { zh: noteZh, en: noteEn ?? noteZh },
  };
}
