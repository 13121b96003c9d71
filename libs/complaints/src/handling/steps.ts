import { Injectable } from '@nestjs/common';
import { ActOptions, CaseEngine, CaseRecord, Effects } from '@huanbao/casework';
import { Actor, Db, notFound } from '@huanbao/platform';
import { complaintMachine } from '../complaint.machine';
import { ComplaintAction, complaintPolicy } from '../complaints.policy';
import { STOOD_IN } from '../disputes/dispute-rules';
import { Complaint } from '../entities';
import type { AppliedPeriod, ClockPeriod } from '../period-rules';
import { ComplaintPeriods } from '../periods';

export interface Step {
  readonly actor: Actor;
  readonly id: string;
  /** The version that was seen; left out by steps that follow from another one. */
  readonly version?: number;
}

/** What the step changes in the complaint. `c.dueOn` still is the last day of the clock the step ends; `applied` the row of the one it starts. */
export type Change = (complaint: Complaint, c: CaseRecord, applied: AppliedPeriod | null) => Promise<Partial<Complaint>>;

export type Given = {
  readonly change: Change;
  /** The clock the step starts: its period is looked up by subject and way in. */
  readonly starts?: ClockPeriod;
  /** In place of the policy of the table: a reporter has none. */
  readonly authorise?: (c: CaseRecord) => void;
} & Pick<ActOptions, 'reason' | 'details' | 'extendDays' | 'publicText'>;

/** One step of the machine with what it changes in the complaint, and the dated row of the period it starts. */
@Injectable()
export class ComplaintSteps {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly periods: ComplaintPeriods,
  ) {}

  act({ actor, id, version }: Step, action: keyof typeof complaintMachine.actions, { change, starts, authorise, ...options }: Given): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.lock(CaseRecord, { id, kind: 'complaint' });
      const known = await this.db.repo(Complaint).findOneBy({ id });
      const ruled = starts && known ? await this.periods.of(starts, known) : null;
      const effects: Effects = async c => {
        const complaint = await this.db.lock(Complaint, { id });
        if (!complaint) throw notFound();
        const changed = await change(complaint, c, ruled?.applied ?? null);
        const periods = starts && ruled ? { periods: { ...complaint.periods, [starts]: ruled.applied } } : {};
        // who stands in reads the complaint as long as it waits for him, and no longer
        const over = complaint.reviewBy !== null && STOOD_IN[complaintMachine.actions[action].to] === undefined ? { reviewBy: null, reviewByName: null } : {};
        if (Object.keys({ ...changed, ...periods, ...over }).length > 0) await this.db.repo(Complaint).update({ id }, { ...changed, ...periods, ...over } as object);
      };
      const policyAction = complaintMachine.actions[action].action as ComplaintAction;
      await this.engine.act(complaintMachine, id, action, {
        ...options, actor, expectedVersion: version, effects, authorise: authorise ?? (c => complaintPolicy.require(actor, policyAction, { regionCode: c.regionCode, reviewBy: known?.reviewBy ?? null })),
        ...(starts && ruled ? { clockPeriods: { [starts]: ruled.length } } : {}),
      });
    });
  }
}
