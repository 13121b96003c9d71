import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, Db } from '@huanbao/platform';
import { AcceptanceGuards } from './acceptance-guards';
import { applicationMachine } from './application.machine';
import { ApplicationRecords } from './application.records';
import { fieldAt } from './form/places';
import { reviewClock } from './life/procedure-periods';
import { unknownPlaces } from './permits.errors';
import { PermitNotices } from './permits.notices';
import { applicationPolicy, authorised } from './permits.policy';
import { ReviewRunsService } from './review-runs.service';
import { SectionStore } from './section-store';
import { jsonOf } from './sections.service';

export interface CorrectionItem {
  /** `/air-outlets/outlets/0/heightM`, a row, a table or a whole section. */
  readonly pointer: string;
  /** What to do. */
  readonly requirement: string;
  /** The article or standard that asks for it. */
  readonly reason: string;
}

/** The first three working days (排污许可管理条例 art. 9). */
@Injectable()
export class IntakeService {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly engine: CaseEngine,
    private readonly notices: PermitNotices,
    private readonly guards: AcceptanceGuards,
    private readonly runs: ReviewRunsService,
  ) {}

  accept(actor: Actor, id: string): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      return this.engine.act(applicationMachine, id, 'accept', {
        actor,
        authorise: authorised(actor, 'permit-application.accept'),
        ...reviewClock(application),
        effects: async c => {
          await this.runs.assertRuled(id);
          await this.guards.beforeAccept(application);
          await this.records.keepInStep(id, c);
          await this.notices.accepted(application, false);
        },
      });
    });
  }

  /** Everything that has to be corrected is told at once; only that unlocks. @throws 400 for a place the form does not have */
  requestCorrection(actor: Actor, id: string, input: { items: readonly CorrectionItem[]; supervisorReason?: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const snapshot = this.sections.comparable(await this.sections.form(id));
      const places = input.items.map(item => fieldAt(snapshot, item.pointer));
      const asked = await this.engine.requestCorrection(applicationMachine, id, 'request-correction', {
        actor,
        authorise: c => {
          applicationPolicy.require(actor, 'permit-application.request-correction', c);
          const lost = places.flatMap((place, index) => (place ? [] : [`/items/${index}/pointer`]));
          if (lost.length > 0) throw unknownPlaces(lost);
        },
        items: input.items.map((item, index) => ({ ...item, label: places[index]?.label.zh ?? item.pointer })),
        snapshot: jsonOf<never>(snapshot),
        supervisorReason: input.supervisorReason,
        effects: async c => {
          await this.records.keepInStep(id, c, { editing: 'flagged' });
          await this.notices.correctionRequested(application, input.items.length, c.version);
        },
      });
      return asked.case;
    });
  }

  rejectIntake(actor: Actor, id: string, reason: string): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      return this.engine.act(applicationMachine, id, 'reject-intake', {
        actor,
        reason,
        authorise: authorised(actor, 'permit-application.reject-intake'),
        effects: async c => {
          await this.records.keepInStep(id, c);
          await this.notices.notAccepted(application);
        },
      });
    });
  }
}
