import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { InspectionResults } from '@huanbao/enforcement';
import { Clock, Db, Delivery, Handles, systemActor } from '@huanbao/platform';
import { Penalty } from './entities';
import { penaltyDailyRound, takeComplaintClue, takeInspectionClue, takeRecheck, takeRectificationClue, tellCreditOfPenalty } from './penalties.events';
import { PenaltyActs } from './steps/acting';
import { Crediting } from './steps/crediting.service';
import { type Clue, Opening } from './steps/opening.service';
import { Publishing } from './steps/publishing.service';

const BY = systemActor('penalties');

/** What follows from a penalty, and from what a penalty follows. Each may be told again. */
@Injectable()
export class PenaltiesJobs {
  constructor(
    private readonly db: Db,
    private readonly publishing: Publishing,
    private readonly crediting: Crediting,
    private readonly opening: Opening,
    private readonly acts: PenaltyActs,
    private readonly inspections: InspectionResults,
    private readonly clock: Clock,
  ) {}

  @Handles(tellCreditOfPenalty)
  async credit({ penaltyId }: { penaltyId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.crediting.tell(penaltyId));
  }

  /** A complaint that was found justified against an enterprise is a clue; a complaint is one once. */
  @Handles(takeComplaintClue)
  async complaint({ complaintId, enterpriseId, outcome, regionCode }: { complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      if (enterpriseId !== null && outcome === 'confirmed') await this.take(enterpriseId, { kind: 'complaint', text: '投诉举报经查属实，自动转为线索，请核查是否需要立案。', regionCode, sourceId: complaintId });
    });
  }

  /** What the officers of a visit handed over for a penalty; an inspection is a clue once. */
  @Handles(takeInspectionClue)
  async inspection({ inspectionId, enterpriseId, regionCode }: { inspectionId: string; enterpriseId: string; regionCode: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const found = (await this.inspections.findings(inspectionId)).filter(one => one.decision === 'penalty-clue');
      if (found.length > 0) await this.take(enterpriseId, { kind: 'inspection', text: `现场检查发现并移送立案审查：${found.map(one => one.title).join('；')}`, regionCode, sourceId: inspectionId });
    });
  }

  @Handles(takeRectificationClue)
  async rectification({ rectificationId, enterpriseId, regionCode, number, reason }: { rectificationId: string; enterpriseId: string; regionCode: string; number: string; reason: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.take(enterpriseId, { kind: 'rectification', text: `整改 ${number} 移送立案审查：${reason}`, regionCode, sourceId: rectificationId }));
  }

  /** Onto the case of the same rectification, or of the inspection it came from, with the days a daily penalty counts from; a clue of its own where there is none yet. */
  @Handles(takeRecheck)
  async recheck({ rectificationId, enterpriseId, regionCode, number, orderServedOn, recheckedOn, words, inspectionId }: { rectificationId: string; enterpriseId: string; regionCode: string; number: string; orderServedOn: string; recheckedOn: string; words: string; inspectionId: string | null }, delivery: Delivery): Promise<void> {
    const told = `整改 ${number}：责令改正 ${orderServedOn} 送达，${recheckedOn} 复查仍在违法。${words}`;
    await delivery.complete(async () => {
      const found = await this.of('inspection', inspectionId);
      const known = (await this.of('rectification', rectificationId)) ?? (found && (await this.carries(found)) ? found : null);
      if (!known) return this.take(enterpriseId, { kind: 'rectification', text: told, regionCode, sourceId: rectificationId });
      await this.acts.line(BY, known.id, { text: { zh: `${told}已送达罚款决定的，可以按日连续处罚`, en: `Rectification ${number}: the order was served on ${orderServedOn}, the re-check of ${recheckedOn} found the breach going on` }, action: 'penalty.recheck', details: { rectificationId, orderServedOn, recheckedOn } });
      await this.opening.tell(known, 'bureau.enforcer', { key: `recheck:${recheckedOn}`, zh: '复查仍在违法', en: 'Still in breach at the re-check' });
    });
  }

  @Handles(penaltyDailyRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.publishing.round());
  }

  /** The case a source led to. What was told before there was an inspection in it names none. */
  private async of(sourceType: string, sourceId: string | null | undefined): Promise<Penalty | null> {
    return sourceId ? this.db.repo(Penalty).findOneBy({ sourceType, sourceId }) : null;
  }

  /** Still open, or decided as a penalty that stands: what a daily penalty can rest on. */
  private async carries({ id }: Penalty): Promise<boolean> {
    const decision = await this.acts.decision(id);
    if (decision) return decision.kind === 'penalty' && decision.revokedAt === null;
    return (await this.db.repo(CaseRecord).findOneByOrFail({ id })).closedAt === null;
  }

  /** A source is a clue once. */
  private async take(enterpriseId: string, { kind, text, regionCode, sourceId }: Pick<Clue, 'kind' | 'text' | 'regionCode'> & { readonly sourceId: string }): Promise<void> {
    const party = await this.opening.platformParty(enterpriseId);
    if (!party || (await this.db.repo(Penalty).existsBy({ sourceType: kind, sourceId }))) return;
    await this.opening.register(BY, { kind, text: text.slice(0, 4000), discoveredOn: this.clock.today(), party, regionCode, sourceType: kind, sourceId });
  }
}

