import { Injectable } from '@nestjs/common';
import { PermitReader } from '@huanbao/permits';
import { Actor, Clock, Db } from '@huanbao/platform';
import { dutyPolicy } from '../duties.policy';
import { Stoppage } from '../stopping/stoppage.entity';
import type { EndingPreviewView, ForecastLineView } from './duty.view';
import { DutyPlanner } from './planner';
import type { StoredDuty } from '../engine/reconcile';

const MOST = 100;

/** What 注销 ends and what it leaves, reckoned by the plan itself before anybody confirms. */
@Injectable()
export class EndingPreview {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly planner: DutyPlanner,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, permitId: string): Promise<EndingPreviewView> {
    const permit = await this.permits.byId(permitId);
    dutyPolicy.require(actor, 'duty.read', permit);
    const endsOn = permit.endedOn ?? this.clock.today();
    const { before, after } = await this.planner.forecast(permit, input => ({ ...input, endedOn: endsOn }));
    const wasOpen = new Set(before.filter(isOpen).map(one => one.key));
    const ended = after.filter(one => wasOpen.has(one.key) && !isOpen(one));
    const retention = after.find(one => one.kind === 'retention');
    return {
      endsOn, ended: ended.slice(0, MOST).map(lineOf), endedCount: ended.length, stays: after.filter(isOpen).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).slice(0, MOST).map(lineOf),
      limits: (await this.permits.limitsOn(permitId, endsOn)).length, conditions: (await this.permits.conditionsOn(permitId, endsOn)).length,
      openApplication: await this.applicationOf(permitId), openStoppages: await this.db.repo(Stoppage).countBy({ permitId, state: 'reported' }),
      keepRecordsUntil: retention?.dueOn ?? null, keepRecordsBasis: retention?.legalBasis ?? null,
    };
  }

  private async applicationOf(permitId: string): Promise<EndingPreviewView['openApplication']> {
    const open = await this.permits.openApplication(permitId);
    return open && { id: open.id, label: { ...open.label } };
  }
}

const isOpen = ({ status }: StoredDuty): boolean => status === 'upcoming' || status === 'due' || status === 'overdue';
export const lineOf = ({ key, kind, title, dueOn, excuse }: StoredDuty): ForecastLineView => ({ key, kind, title: { ...title }, dueOn, excuse: excuse && { ...excuse } });
