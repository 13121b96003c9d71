import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, LiveBus, newId } from '@huanbao/platform';
import { CaseEvent, CaseEventKind, CaseRecord } from '../case.entity';
import { type Bilingual, machineOf, type Visibility } from '../machine/machine';
import { isHidden, isUntold } from '../machine/transitions';

export interface TimelineEntry {
  readonly kind: CaseEventKind;
  readonly actor: Actor;
  readonly text: Bilingual;
  /** The audit's action, e.g. `permit-application.accept`. */
  readonly auditAction: string;
  readonly versionBefore: number;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
  readonly article?: string;
  readonly visibility?: Visibility;
  readonly details?: Record<string, unknown>;
}

/** Writes what happened to a case: one line of the timeline, one row of the audit, one hint to the open pages. */
@Injectable()
export class Timeline {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: LiveBus,
  ) {}

  /** Only inside the transaction that changes the case. */
  async write(c: CaseRecord, entry: TimelineEntry): Promise<void> {
    const principal = principalOf(entry.actor, c);
    await this.db.repo(CaseEvent).insert({
      id: newId(),
      caseId: c.id,
      at: this.clock.now(),
      kind: entry.kind,
      action: entry.action ?? null,
      fromState: entry.from ?? null,
      toState: entry.to ?? null,
      zh: entry.text.zh,
      en: entry.text.en,
      article: entry.article ?? null,
      visibility: entry.visibility ?? 'parties',
      actorUserId: entry.actor.userId,
      actorName: entry.actor.name,
      actorOrgId: entry.actor.orgId,
      actorOrgName: entry.actor.orgName,
      onBehalfOf: principal?.id ?? null,
      onBehalfOfName: principal?.name ?? null,
      details: (entry.details ?? {}) as object,
      versionBefore: entry.versionBefore,
    });
    await this.audit.record({
      actor: entry.actor,
      action: entry.auditAction,
      subject: { type: c.kind, id: c.id },
      details: { ...entry.details, ...(entry.action ? { action: entry.action, from: entry.from, to: entry.to } : {}) },
      onBehalfOf: principal?.id ?? null,
    });
    // a firm hears by its mandate alone, the bureau nothing of drafts, the party nothing of a decision before its service
    const machine = machineOf(c.kind);
    const orgs = isUntold(machine, c.state) || isHidden(machine, c.state) ? [] : [c.partyOrgId];
    await this.live.publish('case', { caseId: c.id, orgs, matter: c.matter, site: c.siteId, regionCode: c.submittedAt ? c.regionCode : null });
  }
}

/** The party for which a firm acts under a mandate: the 代某某办理 mark. */
export function principalOf(actor: Actor, c: Pick<CaseRecord, 'partyOrgId' | 'partyName'>): { readonly id: string; readonly name: string } | undefined {
  if (actor.orgId === null || actor.orgId === c.partyOrgId) return undefined;
  return actor.delegations.some(delegation => delegation.principalOrgId === c.partyOrgId) ? { id: c.partyOrgId, name: c.partyName } : undefined;
}
