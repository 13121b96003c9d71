import { INestApplicationContext } from '@nestjs/common';
import { DutyPlanner, Obligation } from '@huanbao/duties';
import type { DemoCity } from '@huanbao/identity';
import { PermitReader, type SectionData } from '@huanbao/permits';
import { type Actor, Db } from '@huanbao/platform';
import { rowsIn } from '../form/form';
import { ExecutionReport } from '../report.entity';
import { BeginReport } from '../writing/begin.service';
import { PartsService } from '../writing/parts.service';
import { seedPastReports } from './past-reports';

/** Reports of the hospital: the quarter's and the year's begun and half written; of a further enterprise, where the city has one, one accepted, one returned. Only after its permit was issued. */
export async function seedReportsDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const hospital = demo.actor('enterprise.admin', 1);
  const [permit] = await app.get(PermitReader, { strict: false }).ofEnterprise(hospital.orgId ?? '');
  if (!permit) return;
  await app.get(DutyPlanner, { strict: false }).plan(permit.id);
  for (const kind of ['report-quarterly', 'report-annual'] as const) await halfWritten(app, hospital, { permitId: permit.id, kind });
  if (demo.accounts.filter(one => one.role === 'enterprise.admin').length > 2) await seedPastReports(app, demo);
}

async function halfWritten(app: INestApplicationContext, actor: Actor, { permitId, kind }: { permitId: string; kind: Obligation['kind'] }): Promise<void> {
  const db = app.get(Db, { strict: false });
  const begun = new Set((await db.repo(ExecutionReport).find({ where: { permitId }, select: { id: true, obligationId: true } })).map(one => one.obligationId));
  const duties = await db.repo(Obligation).find({ where: { permitId, kind }, order: { dueOn: 'ASC' } });
  const duty = duties.find(one => one.status !== 'excused' && one.status !== 'done' && !begun.has(one.id));
  if (!duty) return;
  const { id } = await app.get(BeginReport, { strict: false }).begin(actor, duty.id);
  const place: Place = { parts: app.get(PartsService, { strict: false }), actor, id };
  await write(place, 'conclusion', () => ({ overall: 'kept', text: '本期燃气锅炉供热正常，污水处理站消毒设施运行稳定，未发生超标排放；检修和培训按计划进行，待期末补充监测数据后完善本结论。' }));
  await write(place, 'basic', data => ({ facilities: rowsIn(data, 'facilities').map(row => ({ runningHours: row['code'] === 'MF0001' ? '720' : '960', ...row })) }));
  if (kind !== 'report-annual') return;
  await write(place, 'management', () => ({ institution: '后勤保障部设环境管理岗两人，院感科负责医疗废物，分管院长为环保负责人。', rules: '执行《污水处理站运行规程》《医疗废物管理制度》，每日巡检，每周例会通报。' }));
  await write(place, 'remarks', () => ({ text: '无' }));
}

interface Place {
  readonly parts: PartsService;
  readonly actor: Actor;
  readonly id: string;
}

async function write({ parts, actor, id }: Place, part: string, change: (data: SectionData) => object): Promise<void> {
  const { row } = await parts.read(actor, id, part);
  const saved = await parts.save(actor, id, part, { input: { data: { ...change(row.data) } }, version: row.version });
  if (saved.problems.length === 0) await parts.complete(actor, id, part, { done: true, version: saved.row.version });
}
