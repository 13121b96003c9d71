import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Files } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, Db, livingAt, newId, shanghaiInstant } from '@huanbao/platform';
import type { CreditEntry } from '../credit.entity';
import type { RecordCreditEventDto } from '../entries/entry.dto';
import { EntriesService } from '../entries/entries.service';
import { FirmSources } from '../ledger/firm-sources';
import { type Subject, Standings } from '../standings/standings.service';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const AIR = '大气污染防治法 第九十九条';
const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);

type Told = Pick<RecordCreditEventDto, 'type' | 'title' | 'facts' | 'legalBasis'> & Partial<Pick<RecordCreditEventDto, 'documentNo' | 'indicator' | 'measure' | 'severity'>>;

/** A past year of credit: a fine, a warning that has ended, readings, a serious event by two persons, one that waits, a voluntary step; and what firms have. */
export async function seedCreditDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const [lime, other, hospital] = [0, 1, 2].map(nth => demo.actor('enterprise.admin', nth).orgId ?? '') as [string, string, string];
  const record = (subjectId: string, daysAgo: number, told: Told): Promise<CreditEntry> => recorded(app, demo.actor('bureau.enforcer'), { subjectId, on: addDays(today, -daysAgo), told });
  await record(lime, 300, { type: 'warning', title: '未按规定公开自行监测信息，予以警告', facts: '示例：检查发现上一季度自行监测结果未公开。', legalBasis: '排污许可管理条例 第三十六条', documentNo: '示例环警〔一〕号' });
  await record(lime, 110, { type: 'fine', title: '超标排放大气污染物罚款', facts: '示例：监督性监测氮氧化物超过许可浓度限值。', legalBasis: AIR, documentNo: '示例环罚〔二〕号' });
  await record(lime, 60, { type: 'reading', title: '废气废水排放口监测达标率', facts: '示例：全年监督性监测结果汇总。', legalBasis: '环发〔2013〕150号', indicator: '1', measure: '92' });
  await record(hospital, 45, { type: 'voluntary', title: '通过环境管理体系认证', facts: '示例：取得环境管理体系认证证书并主动公开。', legalBasis: '环发〔2013〕150号' });
  const serious = await record(other, 40, { type: 'hidden-pipe', title: '利用暗管排放水污染物', facts: '示例：现场检查发现厂区东侧私设暗管。', legalBasis: '水污染防治法 第八十三条', documentNo: '示例环罚〔三〕号' });
  await livingAt(morningOf(addDays(today, -39)), async () => {
    await app.get(EntriesService, { strict: false }).decide(demo.actor('bureau.supervisor'), serious.id, { verdict: 'recorded', reason: '事实清楚，证据充分' }, serious.version);
    await reckoned(app, serious);
  });
  await record(lime, 2, { type: 'refuse-perform', title: '逾期不履行处罚决定', facts: '示例：经催告后仍未缴纳罚款。', legalBasis: '行政处罚法 第七十二条', documentNo: '示例环催〔四〕号' });
  await app.get(FirmSources, { strict: false }).takeAll();
  await everybody(app);
}

async function recorded(app: INestApplicationContext, officer: Actor, { subjectId, on, told }: { readonly subjectId: string; readonly on: string; readonly told: Told }): Promise<CreditEntry> {
  const id = newId();
  return livingAt(morningOf(on), async () => {
    const evidence = await app.get(Files, { strict: false }).store(PDF, { name: '决定书.pdf', mediaType: 'application/pdf', subjectType: 'credit-entry', subjectId: id, purpose: 'evidence', ownerOrgId: officer.orgId, uploadedBy: officer.userId });
    const entry = await app.get(EntriesService, { strict: false }).record(officer, { id, subjectId, occurredOn: on, evidenceFileId: evidence.id, ...told });
    if (entry.state === 'recorded') await reckoned(app, entry);
    return entry;
  });
}

/** The whole city is one transaction, at whose end everything is computed: what it came to on that day is asked here. */
const reckoned = (app: INestApplicationContext, { id, subjectId }: CreditEntry): Promise<void> => app.get(Standings, { strict: false }).recompute(subjectId, { cause: 'event', keys: [`credit-entry:${id}`] });

/** Who has no events has a standing too. */
async function everybody(app: INestApplicationContext): Promise<void> {
  const subjects = await app.get(Db, { strict: false }).query<Subject & object>(`SELECT id, kind, region_code AS "regionCode" FROM organisation WHERE kind IN ('enterprise', 'firm') AND status = 'active' ORDER BY id`);
  for (const { id } of subjects) await app.get(Standings, { strict: false }).recompute(id, { cause: 'day', keys: [] });
}
