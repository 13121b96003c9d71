import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Files, FileSubjects } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, newId, notFound, Outbox, sm3, systemActor } from '@huanbao/platform';
import { In } from 'typeorm';
import { PermitApplication } from '../application.entity';
import { applicationMachine } from '../application.machine';
import { ApplicationRecords } from '../application.records';
import { checkClosed, checkOpen, checkOver, dayOver, itemsUnanswered, notKey, notOnCheck, notReviewing, photoNeeded, signaturesNeeded, siteCheckNeeded, twoOfficers, unknownOfficer } from '../permits.errors';
import { siteCheckReported } from '../permits.events';
import { PermitNotices } from '../permits.notices';
import { applicationPolicy, authorised, partiesOf } from '../permits.policy';
import { SectionStore } from '../section-store';
import { checklistOf, distanceM } from './checklist';
import { exifOf } from './exif';
import { CheckOfficer, CheckReport, SiteCheck, SiteCheckPhoto } from './site-check.entity';

const POSTS = ['bureau.enforcer', 'bureau.reviewer', 'bureau.supervisor', 'bureau.approver', 'bureau.intake'] as const;

export interface OrderInput {
  readonly reason: string;
  readonly plannedOn: string;
  readonly officers: readonly { readonly userId: string; readonly certificateNo: string }[];
}

export interface PhotoInput {
  readonly clientId: string;
  readonly fileId: string;
  readonly itemKey?: string;
  readonly capturedAt?: string;
  readonly lng?: number;
  readonly lat?: number;
  readonly accuracyM?: number;
}

/** 现场核查 (排污许可管理条例 art. 12): who goes, what was looked at, what proves it, and the longer period it allows. */
@Injectable()
export class SiteChecks implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly engine: CaseEngine,
    private readonly directory: Directory,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
    private readonly notices: PermitNotices,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('site-check', async (actor, id, verb) => {
      const check = await this.db.repo(SiteCheck).findOneBy({ id });
      const application = check && (await this.db.repo(PermitApplication).findOneBy({ id: check.applicationId }));
      if (!check || !application || !applicationPolicy.sees(actor, partiesOf(application))) return false;
      if (verb === 'write') return check.state === 'ordered' && application.state === 'reviewing' && check.officers.some(one => one.userId === actor.userId);
      return actor.orgKind === 'bureau' || check.state === 'reported';
    });
  }

  /** The party sees a check once it is reported. */
  async ofApplication(actor: Actor, applicationId: string): Promise<SiteCheck[]> {
    const all = await this.db.repo(SiteCheck).find({ where: { applicationId }, order: { id: 'ASC' } });
    return actor.orgKind === 'bureau' ? all : all.filter(one => one.state === 'reported');
  }

  photos(checkId: string): Promise<SiteCheckPhoto[]> {
    return this.db.repo(SiteCheckPhoto).find({ where: { checkId }, order: { id: 'ASC' } });
  }

  /** @throws 404 for a check that is not the actor's to see */
  async one(actor: Actor, id: string): Promise<SiteCheck> {
    const check = await this.db.repo(SiteCheck).findOneBy({ id });
    if (!check) throw notFound();
    await this.records.find(actor, check.applicationId);
    if (actor.orgKind !== 'bureau' && check.state !== 'reported') throw notFound();
    return check;
  }

  /** @throws 400 for fewer than two officers with certificates; 409 `permit.site-check-open` */
  order(actor: Actor, applicationId: string, input: OrderInput): Promise<SiteCheck> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(applicationId);
      applicationPolicy.require(actor, 'permit-application.site-check', partiesOf(application));
      if (application.state !== 'reviewing') throw notReviewing();
      if (input.plannedOn < this.clock.today()) throw dayOver('/plannedOn', this.clock.today());
      if (await this.db.repo(SiteCheck).existsBy({ applicationId, state: 'ordered' })) throw checkOpen();
      const officers = await this.officers(application, input);
      const check: SiteCheck = {
        id: newId(), applicationId, state: 'ordered', reason: input.reason, plannedOn: input.plannedOn, officers, items: checklistOf(await this.sections.form(applicationId)),
        orderedByName: actor.name, orderedAt: this.clock.now(), clientId: null, report: null, reportedAt: null, reportedByName: null, reportFileId: null,
      };
      await this.db.repo(SiteCheck).insert(check as object);
      await this.note(actor, applicationId, { zh: `安排现场核查（${input.plannedOn}，${officers.map(one => one.name).join('、')}）`, en: `Site check ordered for ${input.plannedOn}` });
      await this.notices.siteCheckOrdered(application, { id: check.id, userIds: officers.map(one => one.userId), plannedOn: input.plannedOn });
      return check;
    });
  }

  cancel(actor: Actor, id: string, reason: string): Promise<SiteCheck> {
    return this.db.transaction(async () => {
      const known = await this.one(actor, id);
      await this.records.lock(known.applicationId);
      const check = await this.writable(actor, id, 'order');
      await this.db.repo(SiteCheck).update({ id }, { state: 'cancelled' });
      await this.note(actor, check.applicationId, { zh: `取消现场核查：${reason}`, en: `Site check cancelled: ${reason}` });
      await this.takeBackTime(actor, check.applicationId, reason);
      return { ...check, state: 'cancelled' };
    });
  }

  /** A photo that is on the server already gets its proof: SM3, time, place, distance. The same `clientId` again is the same photo. */
  async addPhoto(actor: Actor, id: string, input: PhotoInput): Promise<SiteCheckPhoto> {
    await this.one(actor, id);
    const bytes = await this.bytesOf(id, input.fileId);
    return this.db.transaction(async () => {
      // under the lock: the device may send the same photo twice at once
      await this.db.lock(SiteCheck, { id });
      const known = await this.db.repo(SiteCheckPhoto).findOneBy({ clientId: input.clientId, checkId: id });
      if (known) return known;
      const check = await this.writable(actor, id, 'team');
      const exif = exifOf(bytes);
      const browser = input.lng !== undefined && input.lat !== undefined ? { lng: input.lng, lat: input.lat } : null;
      const at = exif.at ?? browser;
      const target = check.items.find(item => item.key === input.itemKey)?.at ?? check.items[0]?.at ?? null;
      const captured = input.capturedAt ?? (exif.takenAt ? `${exif.takenAt}+08:00` : null);
      const photo = {
        id: newId(), checkId: id, clientId: input.clientId, fileId: input.fileId, itemKey: input.itemKey ?? null, sm3: sm3(bytes),
        capturedAt: captured === null ? null : new Date(captured), lng: at ? at.lng.toFixed(6) : null, lat: at ? at.lat.toFixed(6) : null,
        accuracyM: !exif.at && browser && input.accuracyM !== undefined ? input.accuracyM.toFixed(1) : null, locatedBy: at ? (exif.at ? ('exif' as const) : ('browser' as const)) : null,
        distanceM: at && target ? distanceM(at, target) : null, takenByName: actor.name, receivedAt: this.clock.now(),
      };
      await this.db.repo(SiteCheckPhoto).insert(photo);
      return photo;
    });
  }

  /** Once, whatever the network does: the same `clientId` again answers the same report. @throws 409 `permit.site-check-closed` */
  report(actor: Actor, id: string, input: { readonly clientId: string; readonly report: CheckReport }): Promise<SiteCheck> {
    return this.db.transaction(async () => {
      const known = await this.one(actor, id);
      const application = await this.records.lock(known.applicationId);
      const current = await this.db.repo(SiteCheck).findOneByOrFail({ id });
      if (current.clientId === input.clientId) return current;
      const check = await this.writable(actor, id, 'team');
      assertWhole(check, input.report);
      const change = { state: 'reported' as const, clientId: input.clientId, report: input.report, reportedAt: this.clock.now(), reportedByName: actor.name };
      await this.db.repo(SiteCheck).update({ id }, change as object);
      await this.note(actor, application.id, { zh: `现场核查已报告：${CONCLUSIONS[input.report.conclusion]}`, en: `Site check reported: ${input.report.conclusion}` });
      await this.outbox.publish(siteCheckReported, { checkId: id, applicationId: application.id });
      return { ...check, ...change };
    });
  }

  /** The longer period rests on a check: with the last one called off it is taken back. */
  private async takeBackTime(actor: Actor, applicationId: string, reason: string): Promise<void> {
    const review = (await this.engine.clocks(applicationId, actor)).find(one => one.clock === 'review' && one.state !== 'stopped');
    const isLonger = review?.entries.findLast(one => one.kind === 'extend' || one.kind === 'shorten')?.kind === 'extend';
    if (!isLonger || (await this.isChecked(applicationId))) return;
    // whoever has claimed the case: it follows from the check, nobody decides it
    await this.engine.act(applicationMachine, applicationId, 'site-check-off', {
      actor: systemActor('site-check'), reason, authorise: () => undefined, clockVariants: { review: 'key' }, effects: c => this.records.keepInStep(applicationId, c),
    });
  }

  /** Ordered or carried out: what the longer period is for. */
  private isChecked(applicationId: string): Promise<boolean> {
    return this.db.repo(SiteCheck).existsBy({ applicationId, state: In(['ordered', 'reported']) });
  }

  /** The longer period (art. 12): key management, and the site is to be checked or was. @throws 422 `permit.not-key`, `permit.site-check-needed` */
  extend(actor: Actor, applicationId: string, reason: string): Promise<unknown> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(applicationId);
      return this.engine.act(applicationMachine, applicationId, 'extend-for-site-check', {
        actor,
        reason,
        authorise: async c => {
          authorised(actor, 'permit-application.extend')(c);
          if (application.managementCategory !== 'key' || !['new', 'reapply'].includes(application.businessType)) throw notKey();
          if (!(await this.isChecked(applicationId))) throw siteCheckNeeded();
        },
        clockVariants: { review: 'key-site-check' },
        effects: c => this.records.keepInStep(applicationId, c),
      });
    });
  }

  private async officers(application: PermitApplication, input: OrderInput): Promise<CheckOfficer[]> {
    if (new Set(input.officers.map(one => one.userId)).size < 2 || new Set(input.officers.map(one => one.certificateNo)).size < input.officers.length) throw twoOfficers();
    const found: CheckOfficer[] = [];
    for (const [index, { userId, certificateNo }] of input.officers.entries()) {
      if (!(await this.isOfficer(application, userId))) throw unknownOfficer(`/officers/${index}/userId`);
      const name = (await this.directory.user(userId))?.name ?? '';
      await this.engine.assertImpartial(application.id, { userId, name });
      found.push({ userId, certificateNo, name });
    }
    return found;
  }

  private async isOfficer(application: PermitApplication, userId: string): Promise<boolean> {
    for (const post of POSTS) if ((await this.directory.userIdsWithRole(post, application.regionCode)).includes(userId)) return true;
    return false;
  }

  /** Locked, open, and the actor's to write: those of the team, or who may order checks. */
  private async writable(actor: Actor, id: string, who: 'team' | 'order'): Promise<SiteCheck> {
    const check = await this.db.lock(SiteCheck, { id });
    if (!check) throw notFound();
    const application = await this.records.find(actor, check.applicationId);
    if (who === 'order') applicationPolicy.require(actor, 'permit-application.site-check', partiesOf(application));
    else if (!check.officers.some(one => one.userId === actor.userId)) throw notOnCheck();
    if (check.state !== 'ordered') throw checkClosed();
    // what is found after the decision cannot have been its ground
    if (who === 'team' && application.state !== 'reviewing') throw checkOver();
    return check;
  }

  private async bytesOf(checkId: string, fileId: string): Promise<Buffer> {
    const file = (await this.files.list('site-check', checkId)).find(one => one.id === fileId);
    if (!file?.mediaType.startsWith('image/')) throw photoNeeded();
    const chunks: Buffer[] = [];
    for await (const chunk of await this.files.open(fileId)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private async note(actor: Actor, id: string, text: { zh: string; en: string }): Promise<void> {
    await this.engine.note(id, { actor, text, action: 'permit-application.site-check', visibility: 'bureau', authorise: c => applicationPolicy.require(actor, 'permit-application.read', c) });
  }
}

export const CONCLUSIONS: Readonly<Record<CheckReport['conclusion'], string>> = { conforms: '符合', 'to-mend': '需整改后符合', 'does-not-conform': '不符合' };

/** Each item answered, a no said in words; two officers and the enterprise sign, or it is said why not. */
function assertWhole(check: SiteCheck, report: CheckReport): void {
  const open = check.items.flatMap(({ key }, index) => {
    const answer = report.answers.find(one => one.key === key);
    return answer && (answer.answer !== 'no' || answer.note?.trim()) ? [] : [`/report/answers/${index}`];
  });
  if (open.length > 0) throw itemsUnanswered(open);
  const officers = new Set(report.signatures.filter(one => one.side === 'officer' && check.officers.some(each => each.name === one.name)).map(one => one.name));
  const party = report.signatures.some(one => one.side === 'party' && (one.name.trim() !== '' || (one.refused ?? '').trim() !== ''));
  if (officers.size < Math.min(2, new Set(check.officers.map(one => one.name)).size) || !party) throw signaturesNeeded();
}
