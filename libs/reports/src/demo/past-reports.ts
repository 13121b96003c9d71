import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { drawPaper, Files } from '@huanbao/documents';
import { DutiesService, DutyPlanner, Obligation } from '@huanbao/duties';
import type { DemoCity } from '@huanbao/identity';
import { PermitReader, seedFurtherPermit } from '@huanbao/permits';
import { OutagesService } from '@huanbao/records';
import { type Actor, Clock, Db, livingAt, shanghaiInstant } from '@huanbao/platform';
import { CheckRuns } from '../checking/check-runs.service';
import { RunCheck } from '../checking/run-check.service';
import { partsOf, rowsIn, textIn } from '../form/form';
import { ReportSubmission } from '../handing/submission.service';
import { ReportDecision } from '../officers/decision.service';
import { type ExecutionReport, QUALITIES } from '../report.entity';
import { BeginReport } from '../writing/begin.service';
import { PartsService } from '../writing/parts.service';
import { filled, type Filling, isReckoned } from './filler';

/** A quarter is reported by the 15th of the next one: before this day the last quarter may still be unreported. */
const DAYS_FOR_WRITING = 10;
const HOURS_AGO = 15;

/** The first day of the quarter that lies `back` quarters before that of a day. */
export function quarterStart(day: string, back: number): string {
  const quarters = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) - back;
  return `${Math.floor(quarters / 4)}-${String((quarters % 4) * 3 + 1).padStart(2, '0')}-01`;
}

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);

/**
 * A further enterprise has held its permit for two quarters and more: one quarterly report was accepted, the newest was
 * returned, what else fell due was done. Each step happens on its own day, through the services people use.
 */
export async function seedPastReports(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const today = app.get(Clock).today();
  const holder = demo.actor('enterprise.admin', 2);
  const base = quarterStart(addDays(today, -DAYS_FOR_WRITING), 2);
  await livingAt(morningOf(base), async () => {
    await seedFurtherPermit(app, demo, holder);
    const [permit] = await app.get(PermitReader, { strict: false }).ofEnterprise(holder.orgId ?? '');
    if (permit) await app.get(DutyPlanner, { strict: false }).plan(permit.id);
  });
  await fulfil(app, demo, { holder, before: today });
  await deviceFailed(app, holder);
}

/** Since last night its device fails; nobody has sampled by hand yet. */
async function deviceFailed(app: INestApplicationContext, holder: Actor): Promise<void> {
  const [permit] = await app.get(PermitReader, { strict: false }).ofEnterprise(holder.orgId ?? '');
  const since = new Date(app.get(Clock).now().getTime() - HOURS_AGO * 3_600_000);
  if (permit) await app.get(OutagesService, { strict: false }).report(holder, permit.id, { place: 'DW001', startedAt: since.toISOString(), cause: '在线分析仪泵管破裂，已联系运维单位' });
}

/** Does what has fallen due by today, a week ahead of its day. */
async function fulfil(app: INestApplicationContext, demo: DemoCity, { holder, before }: { holder: Actor; before: string }): Promise<void> {
  const [permit] = await app.get(PermitReader, { strict: false }).ofEnterprise(holder.orgId ?? '');
  const duties = await app.get(Db, { strict: false }).repo(Obligation).find({ where: { permitId: permit?.id }, order: { dueOn: 'ASC', id: 'ASC' } });
  const due = duties.filter(one => one.dueOn < before && one.status !== 'excused' && one.kind !== 'retention' && one.kind !== 'renewal');
  const reports = due.filter(one => one.kind === 'report-quarterly');
  for (const duty of due) {
    const day = addDays(duty.periodTo, 5) < duty.dueOn ? addDays(duty.periodTo, 5) : duty.dueOn;
    if (!duty.kind.startsWith('report-')) {
      await livingAt(morningOf(day), () => shownDone(app, holder, duty));
      continue;
    }
    const report = await livingAt(morningOf(day), () => handedIn(app, holder, duty));
    await livingAt(new Date(morningOf(day).getTime() + 26 * 3_600_000), () => judged(app, demo.actor('bureau.reviewer'), { report, isReturned: reports.at(-1) === duty }));
  }
}

/** Done before the platform was used for it: by hand, with the paper that shows it. */
async function shownDone(app: INestApplicationContext, holder: Actor, duty: Obligation): Promise<void> {
  const paper = await drawPaper({ title: `${duty.titleZh}完成说明`, number: duty.key, issuer: duty.enterpriseName, issuedOn: app.get(Clock).today(), recipient: '吕梁市生态环境局孝义分局', paragraphs: [`${duty.contentZh}。已按许可证要求完成，原件存总务科。`] });
  const file = await app.get(Files, { strict: false }).store(paper, { name: `${duty.titleZh}.pdf`.replace(/[/\\:]/g, '-'), mediaType: 'application/pdf', subjectType: 'obligation', subjectId: duty.id, purpose: 'evidence', ownerOrgId: holder.orgId, uploadedBy: holder.userId });
  await app.get(DutiesService, { strict: false }).complete(holder, duty.id, { note: '已按许可证要求完成，原件存总务科', evidenceFileId: file.id, version: duty.version });
}

async function handedIn(app: INestApplicationContext, actor: Actor, duty: Obligation): Promise<ExecutionReport> {
  const { id } = await app.get(BeginReport, { strict: false }).begin(actor, duty.id);
  await fillReport(app, actor, id);
  await checkedNow(app, actor, id);
  return app.get(ReportSubmission, { strict: false }).submit(actor, id, true);
}

/** Writes every part and declares it complete. */
export async function fillReport(app: INestApplicationContext, actor: Actor, id: string): Promise<void> {
  const parts = app.get(PartsService, { strict: false });
  const { report, row: plan } = await parts.read(actor, id, 'monitoring');
  const about: Filling = { ...report, pairs: rowsIn(plan.data, 'results').map(row => [textIn(row, 'place'), textIn(row, 'pollutant')] as const).filter(([place, pollutant]) => /^D[AW]\d/.test(place) && isReckoned(pollutant)) };
  for (const { key } of partsOf(report.kind)) {
    const { row } = await parts.read(actor, id, key);
    const { row: saved } = await parts.save(actor, id, key, { input: { data: { ...filled(key, row.data, about) } }, version: row.version });
    await parts.complete(actor, id, key, { done: true, version: saved.version });
  }
}

/** R1–R7 at once, where no worker runs; each question gets its answer. The queued job later finds it done. */
async function checkedNow(app: INestApplicationContext, actor: Actor, id: string): Promise<void> {
  const checks = app.get(CheckRuns, { strict: false });
  const check = await checks.request(actor, id);
  await app.get(RunCheck, { strict: false }).run(check.id, { attempt: 1, complete: effect => app.get(Db, { strict: false }).transaction(effect) });
  for (const finding of await checks.findings(check.id)) await checks.explain(actor, id, { findingId: finding.id, text: '情况属实，已核对原始记录' });
}

async function judged(app: INestApplicationContext, officer: Actor, { report, isReturned }: { report: ExecutionReport; isReturned: boolean }): Promise<void> {
  const decision = app.get(ReportDecision, { strict: false });
  const met = QUALITIES.map(quality => ({ quality, met: true, comment: '' }));
  if (!isReturned) {
    await decision.accept(officer, report.id, { qualities: met, version: report.version });
    return;
  }
  const qualities = met.map(one => (one.quality === 'accurate' ? { ...one, met: false, comment: '锅炉运行时间与供热台账不一致' } : one));
  await decision.return(officer, report.id, { input: { qualities, places: [{ pointer: '/basic/facilities', requirement: '请按供热台账核对锅炉运行时间' }], note: '运行时间与台账不一致，请核对后重新提交' }, version: report.version });
}
