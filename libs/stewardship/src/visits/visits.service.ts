import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { exifOf } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, newId, notFound, shanghaiDate, sm3, stale } from '@huanbao/platform';
import { Checklist } from '../checklist/checklist.service';
import type { MoveVisitDto, PlanVisitDto, RecordVisitDto, StewardPhotoDto } from '../dto';
import { StewardPhoto, StewardVisit } from '../entities';
import { FindingsService } from '../findings/findings.service';
import { StewardNotices } from '../notices';
import { RetainerQueries } from '../retainers/retainer.queries';
import { RetainerRecords } from '../retainers/retainer.records';
import { recordGaps } from '../rules';
import { notCaredFor, recordNotWhole, stewardPhotoNeeded, topicUnknown, visitClosed, visitDay, visitorUnknown, visitPassed } from '../stewardship.errors';
import { stewardPolicy } from '../stewardship.policy';

/** Visits: planned with a list of what is looked at, held and written down once. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly db: Db,
    private readonly records: RetainerRecords,
    private readonly retainers: RetainerQueries,
    private readonly checklist: Checklist,
    private readonly findings: FindingsService,
    private readonly directory: Directory,
    private readonly files: Files,
    private readonly notices: StewardNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  plan(actor: Actor, retainerId: string, input: PlanVisitDto): Promise<StewardVisit> {
    return this.db.transaction(async () => {
      const { retainer } = await this.records.find(actor, retainerId);
      stewardPolicy.require(actor, 'stewardship.work', { firmId: retainer.firmId, enterpriseId: input.enterpriseId, isReleased: true });
      const member = await this.retainers.caredFor(actor.orgId ?? '', retainerId, input.enterpriseId);
      if (!member) throw notCaredFor();
      const today = this.clock.today();
      const from = retainer.startsOn > today ? retainer.startsOn : today;
      if (input.plannedOn < from || input.plannedOn > retainer.endsOn) throw visitDay('/plannedOn', from, retainer.endsOn);
      const known = (await this.checklist.topics()).map(one => one.topic);
      const wrong = input.topics.findIndex(one => !known.includes(one));
      if (wrong >= 0) throw topicUnknown(wrong);
      const visitorName = await this.visitor(actor, input.visitorId);
      const items = await this.checklist.items(input.topics, input.plannedOn);
      const visit: StewardVisit = {
        id: newId(), retainerId, enterpriseId: member.enterpriseId, enterpriseName: member.enterpriseName, firmId: retainer.firmId, firmName: retainer.firmName, plannedOn: input.plannedOn, visitorId: input.visitorId, visitorName,
        topics: [...new Set(items.map(one => one.topic))], state: 'planned', items, answers: null, summary: null, clientId: null, heldOn: null, recordedAt: null, recordedByName: null, cancelledReason: null, version: 1, createdAt: this.clock.now(),
      };
      await this.db.repo(StewardVisit).insert(visit as object);
      await this.note(actor, visit, 'plan', { plannedOn: visit.plannedOn });
      await this.tell(visit, 'plan', { zh: `环保管家计划 ${visit.plannedOn} 到访`, en: `Your steward visits on ${visit.plannedOn}` });
      return visit;
    });
  }

  /** Another day or another person, before the planned day has passed: what was missed stays missed. */
  move(actor: Actor, id: string, { plannedOn, visitorId }: MoveVisitDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const visit = await this.planned(actor, id);
      if (visit.version !== version) throw stale();
      const { retainer } = await this.records.find(actor, visit.retainerId);
      const today = this.clock.today();
      if (visit.plannedOn < today) throw visitPassed();
      if (plannedOn < today || plannedOn > retainer.endsOn) throw visitDay('/plannedOn', today, retainer.endsOn);
      const change = { plannedOn, visitorId, visitorName: await this.visitor(actor, visitorId), version: version + 1 };
      await this.db.repo(StewardVisit).update({ id }, change);
      await this.note(actor, visit, 'move', { from: visit.plannedOn, to: plannedOn });
      if (plannedOn !== visit.plannedOn) await this.tell({ ...visit, ...change }, `move-${version}`, { zh: `环保管家到访改为 ${plannedOn}`, en: `The visit of your steward moves to ${plannedOn}` });
    });
  }

  cancel(actor: Actor, id: string, { reason, version }: { reason: string; version: number }): Promise<void> {
    return this.db.transaction(async () => {
      const visit = await this.planned(actor, id);
      if (visit.version !== version) throw stale();
      if (visit.plannedOn < this.clock.today()) throw visitPassed();
      await this.db.repo(StewardVisit).update({ id }, { state: 'cancelled', cancelledReason: reason, version: version + 1 });
      await this.note(actor, visit, 'cancel', { reason });
      await this.tell(visit, 'cancel', { zh: `${visit.plannedOn} 的到访已取消：${reason}`, en: `The visit of ${visit.plannedOn} is cancelled: ${reason}` });
    });
  }

  /** A photo that is on the server already gets its proof: SM3, time, place. The same `clientId` again is the same photo. */
  async addPhoto(actor: Actor, id: string, input: StewardPhotoDto): Promise<StewardPhoto> {
    stewardPolicy.require(actor, 'stewardship.work', await this.parties(id));
    const bytes = await this.bytesOf(id, input.fileId);
    return this.db.transaction(async () => {
      const visit = await this.db.lock(StewardVisit, { id });
      const known = await this.db.repo(StewardPhoto).findOneBy({ visitId: id, clientId: input.clientId });
      if (known) return known;
      if (visit?.state !== 'planned') throw visitClosed();
      const exif = exifOf(bytes);
      const browser = input.lng !== undefined && input.lat !== undefined ? { lng: input.lng, lat: input.lat } : null;
      const at = exif.at ?? browser;
      const captured = input.capturedAt ?? (exif.takenAt ? `${exif.takenAt}+08:00` : null);
      const photo: StewardPhoto = {
        id: newId(), visitId: id, clientId: input.clientId, fileId: input.fileId, itemKey: input.itemKey ?? null, sm3: sm3(bytes), capturedAt: captured === null ? null : new Date(captured),
        lng: at ? at.lng.toFixed(6) : null, lat: at ? at.lat.toFixed(6) : null, locatedBy: at ? (exif.at ? 'exif' : 'browser') : null, takenByName: actor.name, receivedAt: this.clock.now(),
      };
      await this.db.repo(StewardPhoto).insert(photo);
      return photo;
    });
  }

  /** Once, whatever the network does: the same `clientId` again answers the same record. Each problem becomes a finding. */
  record(actor: Actor, id: string, input: RecordVisitDto): Promise<void> {
    return this.db.transaction(async () => {
      const visit = await this.lock(actor, id);
      if (visit.clientId === input.clientId) return;
      if (visit.state !== 'planned') throw visitClosed();
      await this.assertHeld(actor, visit, input.heldOn);
      const gaps = recordGaps(visit.items.map(one => one.key), input.answers, input.heldOn);
      if (gaps.length > 0) throw recordNotWhole(gaps);
      const change = { state: 'held' as const, answers: [...input.answers], summary: input.summary, clientId: input.clientId, heldOn: input.heldOn, recordedAt: this.clock.now(), recordedByName: actor.name, version: visit.version + 1 };
      await this.db.repo(StewardVisit).update({ id }, change as object);
      const held = { ...visit, ...change };
      const found = await this.findings.raise(actor, held);
      await this.note(actor, held, 'record', { heldOn: input.heldOn, problems: found });
      await this.tell(held, 'record', { zh: found > 0 ? `巡查发现 ${found} 个问题，请按期整改` : '巡查已记录，未发现问题', en: found > 0 ? `${found} findings to mend` : 'Visit recorded, no findings' });
    });
  }

  /** Within the service, not ahead of today, and not after the enterprise has left. */
  private async assertHeld(actor: Actor, visit: StewardVisit, heldOn: string): Promise<void> {
    const { retainer, members } = await this.records.find(actor, visit.retainerId);
    const left = members.find(one => one.enterpriseId === visit.enterpriseId)?.leftAt;
    const last = [this.clock.today(), retainer.endedOn ?? retainer.endsOn, ...(left ? [shanghaiDate(left)] : [])].sort()[0] as string;
    if (heldOn > last || heldOn < retainer.startsOn) throw visitDay('/heldOn', retainer.startsOn, last);
  }

  private async planned(actor: Actor, id: string): Promise<StewardVisit> {
    const visit = await this.lock(actor, id);
    if (visit.state !== 'planned') throw visitClosed();
    return visit;
  }

  private async lock(actor: Actor, id: string): Promise<StewardVisit> {
    const visit = await this.db.lock(StewardVisit, { id });
    stewardPolicy.require(actor, 'stewardship.work', visit && { ...visit, isReleased: true });
    if (!visit) throw notFound();
    return visit;
  }

  private async parties(id: string): Promise<{ enterpriseId: string; firmId: string; isReleased: boolean } | null> {
    const visit = await this.db.repo(StewardVisit).findOneBy({ id });
    return visit && { ...visit, isReleased: true };
  }

  private async visitor(actor: Actor, userId: string): Promise<string> {
    const person = (await this.directory.membersOf(actor.orgId ?? '')).find(one => one.userId === userId);
    if (!person) throw visitorUnknown();
    return person.name;
  }

  private async bytesOf(visitId: string, fileId: string): Promise<Buffer> {
    const file = (await this.files.list('steward-visit', visitId)).find(one => one.id === fileId);
    if (!file?.mediaType.startsWith('image/')) throw stewardPhotoNeeded();
    const chunks: Buffer[] = [];
    for await (const chunk of await this.files.open(fileId)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private async note(actor: Actor, visit: StewardVisit, step: string, details: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor, action: `steward-visit.${step}`, subject: { type: 'steward-visit', id: visit.id }, details: { retainerId: visit.retainerId, ...details } });
  }

  private tell({ id, enterpriseId, firmName, visitorName }: StewardVisit, step: string, title: { zh: string; en: string }): Promise<unknown> {
    return this.notices.tell({ orgId: enterpriseId, area: 'e', page: `steward-visits/${id}`, key: `visit:${id}:${step}`, title, body: { zh: `${firmName}，${visitorName}`, en: `${firmName}, ${visitorName}` } });
  }
}
