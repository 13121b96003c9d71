import { Inject, Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { CertifiedOfficers, InspectionResults } from '@huanbao/enforcement';
import { Directory } from '@huanbao/identity';
import { Actor, CITY, City, coversRegion, Db, newId } from '@huanbao/platform';
import type { OpenRectificationDto } from '../rectification.dto';
import { Rectification, RectificationEvidence, RectificationItem, type RectificationSource } from '../entities';
import { enterpriseUnknown } from '../rectification.errors';
import { rectificationMachine } from '../rectification.machine';
import { RectificationActs } from './acting';

/** Days a draft proposes; the officer sets what is fit. */
const PROPOSED_DAYS = 30;

export type NewItem = Pick<RectificationItem, 'violation' | 'title' | 'description' | 'requirement' | 'conductOn' | 'law' | 'lawVerified'> & Partial<Pick<RectificationItem, 'findingId'>>;

interface Found {
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly regionCode: string;
  readonly source: RectificationSource;
  readonly sourceId?: string;
  readonly complaintId?: string | null;
  readonly sourceNumber?: string;
  readonly place?: string;
  readonly facts: string;
  readonly finders?: readonly string[];
  readonly items?: readonly NewItem[];
}

/** How a rectification begins: a draft of the bureau, of which the enterprise knows nothing. */
@Injectable()
export class RectificationOpening {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly acts: RectificationActs,
    private readonly directory: Directory,
    private readonly officers: CertifiedOfficers,
    private readonly inspections: InspectionResults,
    private readonly files: Files,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** By hand. */
  async open(actor: Actor, { enterpriseId, place, facts }: OpenRectificationDto): Promise<string> {
    const enterprise = await this.directory.organisation(enterpriseId);
    if (enterprise?.kind !== 'enterprise' || !coversRegion(actor, enterprise.regionCode)) throw enterpriseUnknown();
    return this.draft(actor, { enterprise, regionCode: enterprise.regionCode, source: 'manual', place, facts, finders: [actor.userId] });
  }

  /** What a sealed record says must be mended, with its photos. An inspection leads to one. What is handed over for a penalty is to be put right all the same (行政处罚法 第二十八条). */
  async fromInspection(by: Actor, { inspectionId, enterpriseId, regionCode }: { readonly inspectionId: string; readonly enterpriseId: string; readonly regionCode: string }): Promise<void> {
    const findings = (await this.inspections.findings(inspectionId)).filter(one => one.decision !== 'none');
    const enterprise = await this.directory.organisation(enterpriseId);
    const brief = await this.inspections.brief(inspectionId);
    if (findings.length === 0 || !enterprise || !brief || (await this.isKnown('inspection', inspectionId))) return;
    const id = await this.draft(by, {
      enterprise, regionCode, source: 'inspection', sourceId: inspectionId, complaintId: brief.complaintId, sourceNumber: brief.number, facts: `${brief.heldOn ?? ''} 现场检查（${brief.number}）发现 ${findings.length} 项问题。`, finders: brief.team,
      items: findings.map(({ id: findingId, title, description, conductOn, law, lawVerified }) => ({ findingId, violation: null, title, description, requirement: '', conductOn, law, lawVerified })),
    });
    const team = (await this.officers.all({ regionCode, day: this.acts.today, avoiding: enterpriseId })).filter(one => brief.team.includes(one.userId));
    await this.db.repo(Rectification).update({ id }, { officers: team.map(({ id: officerId, userId, name, certificateNo }) => ({ officerId, userId, name, certificateNo })) as never });
    for (const photo of brief.photos) {
      const { name } = await this.files.get(photo.fileId);
      await this.db.repo(RectificationEvidence).insert({ id: newId(), rectificationId: id, itemId: null, side: 'before', fileId: photo.fileId, fileName: name, sha256: photo.sha256, caption: photo.caption, fromInspection: true, addedByName: photo.takenByName, addedAt: photo.capturedAt, withdrawnAt: null });
    }
  }

  /** A complaint that was found justified; `roundId` by a further round of it. */
  async fromComplaint(by: Actor, { complaintId, roundId, enterpriseId, outcome, regionCode }: { readonly complaintId: string; readonly roundId?: string; readonly enterpriseId: string | null; readonly outcome: string; readonly regionCode: string }): Promise<void> {
    const sourceId = roundId ?? complaintId;
    const enterprise = enterpriseId === null || !['confirmed', 'partly'].includes(outcome) ? null : await this.directory.organisation(enterpriseId);
    if (enterprise?.kind !== 'enterprise' || (await this.isKnown('complaint', sourceId))) return;
    await this.draft(by, { enterprise, regionCode, source: 'complaint', sourceId, complaintId, facts: '投诉举报经查属实，自动转为整改草稿，请写明问题和要求，或者不予制发。' });
  }

  /** An overdue duty of a permit for which enforcement ordered correction. */
  async fromDuty(by: Actor, duty: { readonly obligationId: string; readonly enterpriseId: string; readonly regionCode: string; readonly title: string; readonly legalBasis: string; readonly verified: boolean; readonly dueOn: string; readonly place: string; readonly orderedBy: string }): Promise<void> {
    const enterprise = await this.directory.organisation(duty.enterpriseId);
    if (!enterprise || (await this.isKnown('duty', duty.obligationId))) return;
    await this.draft(by, {
      enterprise, regionCode: duty.regionCode, source: 'duty', sourceId: duty.obligationId, sourceNumber: duty.title, place: duty.place, facts: `持证义务“${duty.title}”应当在 ${duty.dueOn} 前完成，逾期未完成。`, finders: [duty.orderedBy],
      items: [{ violation: null, title: duty.title, description: `应当在 ${duty.dueOn} 前完成，至今没有完成。`, requirement: '', conductOn: duty.dueOn, law: duty.legalBasis, lawVerified: duty.verified }],
    });
  }

  private draft(by: Actor, { enterprise, regionCode, source, sourceId, complaintId, sourceNumber, place = '', facts, finders = [], items = [] }: Found): Promise<string> {
    return this.db.transaction(async () => {
      const region = regionCode || this.city.adcode;
      const { id } = await this.engine.open(rectificationMachine, { party: { orgId: enterprise.id, name: enterprise.name }, regionCode: region, title: `${enterprise.name}：整改`.slice(0, 120), actor: by });
      await this.db.repo(Rectification).insert({
        id, number: null, regionCode: region, enterpriseId: enterprise.id, enterpriseName: enterprise.name, source, sourceId: sourceId ?? null, complaintId: complaintId ?? null, sourceNumber: sourceNumber ?? null, place, facts, planRequired: true, officers: [], finders: [...finders], formVersion: 1,
        openedAt: this.acts.now, openedByName: by.name, rejections: 0, search: [enterprise.name, sourceNumber, place, ...items.map(one => one.title)].filter(Boolean).join(' '),
      } as object);
      for (const [nth, item] of items.entries()) await this.db.repo(RectificationItem).insert({ id: newId(), rectificationId: id, place: nth + 1, ...item, ...UNTOUCHED });
      return id;
    });
  }

  private isKnown(source: RectificationSource, sourceId: string): Promise<boolean> {
    return this.db.repo(Rectification).existsBy({ source, sourceId });
  }
}

/** What an item has before anybody works on it. */
export const UNTOUCHED = { days: PROPOSED_DAYS, dueOn: null, measure: null, person: null, plannedOn: null, work: null, state: 'open', doneAt: null, doneByName: null, doneLate: false, version: 1 } as const;
