import { Readable } from 'node:stream';
import { INestApplicationContext } from '@nestjs/common';
import { Files, PdfKit } from '@huanbao/documents';
import { DemoCity, Directory } from '@huanbao/identity';
import { Actor, CITY, City, Db } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { GRANT_CONDITIONS } from '../application.machine';
import { ApplicationConditions } from '../conditions/application-conditions.service';
import { DecisionService } from '../decision.service';
import { DraftsService } from '../drafts.service';
import { Row, SECTION_KEYS, SectionData, SectionKey } from '../form/field';
import { ATTACHMENT_KINDS, REQUIRED_ATTACHMENTS } from '../form/sections/waste-and-monitoring';
import { IntakeService } from '../intake.service';
import { IssuingService } from '../issuing.service';
import { ReviewRunsService } from '../review-runs.service';
import { ReviewService } from '../review.service';
import { SectionsService } from '../sections.service';
import { SubmissionService } from '../submission.service';
import type { FormOwner } from './form-parts';
import { completeHospitalForm } from './hospital.form';
import { completeLimeKilnForm } from './lime-kiln.form';

type FormBuilder = (owner: FormOwner) => Record<SectionKey, SectionData>;

/** Sections of the half-filled draft that somebody has got to. */
const BEGUN: readonly SectionKey[] = ['basic', 'products', 'materials', 'air-outlets'];

/**
 * Applications of the demonstration city, each built step by step through the services: a half-filled draft and a
 * submitted application of the lime works, and a permit issued to the hospital.
 */
export async function seedPermitsDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const [lime, hospital] = [demo.actor('enterprise.admin', 0), demo.actor('enterprise.admin', 1)];
  await submittedApplication(app, lime, completeLimeKilnForm);
  await halfFilledDraft(app, lime);
  const application = await submittedApplication(app, hospital, completeHospitalForm);
  await issuedPermit(app, demo, application);
}

/** A permit of another enterprise like the hospital. Issued on the day it is called: a city with a past calls it in the past. */
export async function seedFurtherPermit(app: INestApplicationContext, demo: DemoCity, applicant: Actor): Promise<void> {
  const application = await submittedApplication(app, applicant, owner => {
    const form = completeHospitalForm(owner);
    return { ...form, basic: { ...form.basic, location: { longitude: '111.7954', latitude: '37.1318' } }, 'self-monitoring': watched(form['self-monitoring']) };
  });
  // the library of conditions may not have been in force then
  await issuedPermit(app, demo, application, { withConditions: false });
}

/** Its COD is measured automatically; by hand each hour that the law counts while the device fails. */
const watched = (section: SectionData): SectionData => ({
  ...section, plan: (section['plan'] as readonly Row[]).map(line => (line['pollutant'] === 'COD' ? { ...line, method: 'auto', frequency: 'continuous', fallbackFrequency: 'hour', connected: true, technique: 'HJ 377-2019' } : line)),
});

async function submittedApplication(app: INestApplicationContext, actor: Actor, build: FormBuilder): Promise<PermitApplication> {
  const application = await app.get(DraftsService).create(actor, {});
  const form = build(await ownerOf(app, actor, application.id));
  await fillApplication(app, actor, { id: application.id, form });
  await reviewNow(app, actor, application.id);
  await app.get(SubmissionService).submit(actor, application.id, { commitment: true });
  return application;
}

async function halfFilledDraft(app: INestApplicationContext, actor: Actor): Promise<void> {
  const application = await app.get(DraftsService).create(actor, { siteSequence: 2, siteName: '二期活性石灰项目' });
  const form = completeLimeKilnForm(await ownerOf(app, actor, application.id));
  const begun = Object.fromEntries(BEGUN.map(key => [key, form[key]])) as Partial<Record<SectionKey, SectionData>>;
  const { outlets: _unfinished, ...airOutlets } = begun['air-outlets'] ?? {};
  await fillApplication(app, actor, { id: application.id, form: { ...begun, basic: { ...begun.basic, siteName: '二期活性石灰项目' }, 'air-outlets': airOutlets } });
}

async function layDownConditions(app: INestApplicationContext, reviewer: Actor, application: PermitApplication): Promise<void> {
  const conditions = app.get(ApplicationConditions);
  await conditions.layDown(reviewer, application.id, { act: 'add', libraryCode: 'YJ-01', parameters: { times: '1' } });
  await conditions.layDown(reviewer, application.id, { act: 'add', libraryCode: 'GK-01' });
}

/** What the reviewer says part by part. */
const PARTS: readonly (readonly [SectionKey, string])[] = [
  ['air-limits', '许可排放浓度按最严的标准填写。'], ['water-limits', '排放去向和限值与纳管协议一致。'], ['solid-waste', '贮存场所和去向清楚，厂界噪声标准适用正确。'], ['self-monitoring', '监测点位、指标和频次符合规范，台账五类齐全。'],
];

async function speakOfEach(app: INestApplicationContext, reviewer: Actor, id: string): Promise<void> {
  for (const [section, text] of PARTS) await app.get(ReviewService).opinion(reviewer, id, { section, verdict: 'agree', text });
}

async function issuedPermit(app: INestApplicationContext, demo: DemoCity, application: PermitApplication, { withConditions = true } = {}): Promise<void> {
  const [intake, reviewer, approver] = [demo.actor('bureau.intake'), demo.actor('bureau.reviewer'), demo.actor('bureau.approver')];
  await app.get(IntakeService).accept(intake, application.id);
  await app.get(ReviewService).startReview(reviewer, application.id);
  if (withConditions) await layDownConditions(app, reviewer, application);
  await app.get(ReviewService).opinion(reviewer, application.id, { section: 'air-outlets', verdict: 'agree', text: '燃气锅炉采用低氮燃烧，排放口设置规范。' });
  await speakOfEach(app, reviewer, application.id);
  await app.get(ReviewService).opinion(reviewer, application.id, { section: 'overall', verdict: 'agree', text: '材料齐全，限值与监测方案符合规范，建议准予许可。' });
  await app.get(DecisionService).decide(approver, application.id, {
    outcome: 'grant', reasons: '符合《排污许可管理条例》第十一条规定的条件', conditions: GRANT_CONDITIONS.map(({ key }) => ({ key, met: true, comment: '经审查材料核实，符合要求' })),
  });
  const national = app.get<City>(CITY).permitNumbering === 'national';
  await app.get(IssuingService).issue(approver, application.id, national ? `${application.uscc}001P` : undefined);
}

/** Writes a form section by section and declares complete what is. Also for tests. */
export async function fillApplication(app: INestApplicationContext, actor: Actor, given: { id: string; form: Partial<Record<SectionKey, SectionData>> }): Promise<void> {
  const sections = app.get(SectionsService);
  for (const key of SECTION_KEYS) {
    const data = given.form[key];
    if (!data) continue;
    const { version } = await sections.read(actor, given.id, key);
    const saved = await sections.save(actor, given.id, key, { input: { data: { ...data } }, version });
    if (saved.problems.length === 0) await sections.complete(actor, given.id, key, { done: true, version: saved.version });
  }
}

/** The machine review at once, where no worker runs; the queued job later finds it done. */
export async function reviewNow(app: INestApplicationContext, actor: Actor, id: string): Promise<void> {
  const runs = app.get(ReviewRunsService);
  const run = await runs.request(actor, id);
  await runs.run(run.id, { attempt: 1, complete: effect => app.get(Db).transaction(effect) });
}

/** What the platform knows of the applicant, with one small PDF for each attachment that is needed. */
async function ownerOf(app: INestApplicationContext, actor: Actor, applicationId: string): Promise<FormOwner> {
  const organisation = await app.get(Directory).organisation(actor.orgId ?? '');
  if (!organisation) throw new Error('The demonstration actor has no organisation');
  const fileIds: Record<string, string> = {};
  for (const kind of REQUIRED_ATTACHMENTS) {
    const title = ATTACHMENT_KINDS.find(one => one.value === kind)?.zh ?? kind;
    const pdf = await app.get(PdfKit).createPdf({ title, author: organisation.name, subject: '示范文件' }, page => {
      page.heading(title);
      page.paragraph(`${organisation.name}。本文件为示范城市的样例，仅供演示。`);
    });
    const subject = { subjectType: 'permit-application', subjectId: applicationId, purpose: kind, ownerOrgId: organisation.id };
    fileIds[kind] = (await app.get(Files).attach(actor, subject, { filename: `${title}.pdf`, stream: Readable.from(pdf) })).id;
  }
  const { name, uscc, address, legalRepresentative } = organisation;
  return { name, uscc: uscc ?? undefined, address, legalRepresentative, fileIds };
}
