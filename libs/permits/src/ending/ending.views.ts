import { Injectable } from '@nestjs/common';
import { CaseViews, machineOf, possibleActions } from '@huanbao/casework';
import { Actor, Db, notFound } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { Permit } from '../permit.entity';
import { Materials } from '../life/materials';
import { PermitMeasure, PermitRequest } from './ending.entity';
import type { EndingGroundsView, PermitCaseView } from './ending.view';
import { EndingAction, endingPolicy } from './ending.policy';
import { Ground, groundOf, MEASURES } from './grounds';
import { readsEvidence } from './measure-evidence';
import { measureMachine } from './measure.machine';
import { requestMachine } from './request.machine';

/** What people see of these cases. */
@Injectable()
export class EndingViews {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseViews,
    private readonly materials: Materials,
    private readonly signatures: Signatures,
  ) {}

  grounds(): EndingGroundsView {
    return { measures: Object.entries(MEASURES).map(([kind, row]) => ({ kind: kind as keyof typeof MEASURES, label: row.label, grounds: row.grounds.map(shown) })) };
  }

  /** @throws 404 for a case the actor does not see */
  async detail(actor: Actor, id: string): Promise<PermitCaseView> {
    const measure = await this.db.repo(PermitMeasure).findOneBy({ id });
    const request = measure ? null : await this.db.repo(PermitRequest).findOneBy({ id });
    const one = measure ?? request;
    if (!one) throw notFound();
    const detail = await this.cases.detail(id, actor);
    const permit = await this.db.repo(Permit).findOneByOrFail({ id: one.permitId });
    const ground = measure && groundOf(measure.kind, measure.ground);
    const parties = { partyOrgId: one.enterpriseId, matter: 'permits', siteId: one.siteId, regionCode: one.regionCode, submittedAt: one.createdAt };
    const machine = machineOf((measure ? measureMachine : requestMachine).kind);
    const steps = new Set<string | undefined>(possibleActions(machine, detail.case.state).map(name => machine.actions[name]?.action));
    const actions = endingPolicy.actionsOn(actor, parties).filter((action: EndingAction) => action === 'permit-case.read' || steps.has(action));
    return {
      id, permitId: permit.id, permitNumber: permit.number, kind: one.kind, ground: ground ? shown(ground) : null, reason: request?.reason ?? null, cause: request?.cause ?? null, occurredOn: request?.occurredOn ?? null,
      papersId: request?.papersId ?? null, recordId: request ? ((await this.signatures.newestOf({ type: 'permit-request', id }))?.id ?? null) : null, materials: request ? await this.papersOf(request) : [],
      evidenceId: measure && readsEvidence(actor, permit) ? measure.evidenceId : null, refusal: request && refusalSeen(actor, request), case: detail, actions, version: detail.version,
    };
  }

  /** Of its day and its cause: who lost the papers is not shown as owing the damaged one. */
  private async papersOf({ kind, cause, createdAt }: PermitRequest): Promise<PermitCaseView['materials']> {
    return (await this.materials.ofRequest(kind, createdAt)).filter(one => cause === null || one.need !== 'when' || one.triggers.includes(cause));
  }
}

function refusalSeen(actor: Actor, { refusalBy, refusalByName, refusalReason, open }: PermitRequest): PermitCaseView['refusal'] {
  return actor.orgKind === 'bureau' && open && refusalBy !== null ? { byName: refusalByName ?? '', reason: refusalReason ?? '', mine: refusalBy === actor.userId } : null;
}

const shown = ({ key, label, article, unheard }: Ground): EndingGroundsView['measures'][number]['grounds'][number] => ({ key, label, article, unheard: unheard ?? null });
