import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, FieldCipher, Page, policyOf, sideBySide } from '@huanbao/platform';
import { In } from 'typeorm';
import { AdverseDecision } from '../adverse/adverse.entity';
import { isOutsider, OutsideFaces } from '../adverse/outside-face';
import { CaseEvent, CaseRecord } from '../case.entity';
import { caseRelations, casePolicy } from '../casework.policy';
import { CorrectionViews } from '../corrections/correction.views';
import { QueueQueryDto } from '../dto/case.dto';
import { ballOf } from '../engine/ball';
import { canWorkOn } from '../engine/claim-rules';
import { Machine, machineOf } from '../machine/machine';
import { isUntold, possibleActions } from '../machine/transitions';
import { CaseDecision, CaseNotice } from '../outcome.entity';
import { QUERY_CODE_CONTEXT } from '../public/query-code';
import { CaseDetailView, CaseRowView, CorrectionRoundView, DecisionView, NoticeView, PossibleStepView, TimelineView } from './case.view';
import { CasesQuery } from './cases.query';
import { adverseView, fitsStatement } from './adverse.view';
import { clockView } from './clock.view';
import { noticeView, rowView, timelineView } from './rows';

/** Actions on lists and tables, not on one case. */
const LIST_ACTIONS = new Set(['case.supervise', 'case.list-own', 'case.queue', 'case.export', 'holiday.read', 'holiday.import']);

/** What people see of cases. Capabilities embed `detail` in their own views. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly corrections: CorrectionViews,
    private readonly cases: CasesQuery,
    private readonly faces: OutsideFaces,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 when the case is not the actor's to see */
  async detail(caseId: string, actor: Actor): Promise<CaseDetailView> {
    const actual = await this.visible(caseId, actor);
    const face = await this.faces.for(actor, actual);
    const c = face.case;
    const machine = machineOf(c.kind);
    const [corrections, adverse, notices, timeline, decision] = await sideBySide(
      () => this.corrections.rounds(c.id),
      () => this.newestAdverse(c.id),
      () => this.notices(actor, actual),
      () => this.timeline(c, actor, face.shows),
      () => this.decision(c.id, isOutsider(actor, actual)),
    );
    const clocks = face.readings.map(reading => clockView(machine, reading));
    return {
      case: rowView(c),
      ball: ballOf(machine, c),
      timeline,
      clocks,
      corrections,
      notices,
      decision,
      adverse: adverse && adverseView(adverse, { actor, outsider: isOutsider(actor, actual), today: this.clock.today(), of: actual }),
      actions: actionsNow(machine, c, actor).filter(action => fitsRounds(action, { machine, state: c.state, corrections }) && fitsStatement(action, adverse, this.clock.today())),
      possible: possibleNow(machine, c, actor),
      queryCode: isApplicantSide(actor, c) ? this.cipher.decrypt(c.queryCode, QUERY_CODE_CONTEXT) : null,
      provisional: clocks.some(clock => clock.state !== 'ended' && clock.provisional),
      version: c.version,
    };
  }

  /** The case itself, for a capability that checks more. @throws 404 */
  async visible(caseId: string, actor: Actor): Promise<CaseRecord> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    casePolicy.require(actor, 'case.read', c);
    return c;
  }

  /** Those of the named cases that the actor reads, each as a list of theirs shows it; the newest first. */
  async rowsOf(actor: Actor, ids: readonly string[]): Promise<CaseRowView[]> {
    if (ids.length === 0) return [];
    const found = await this.db.repo(CaseRecord).find({ where: { id: In([...ids]) }, order: { id: 'DESC' } });
    const outside = found.some(c => isOutsider(actor, c));
    const seen = found.filter(c => casePolicy.sees(actor, c) && !(outside && isUntold(machineOf(c.kind), c.state)));
    return (outside ? await this.faces.rows(seen) : seen).map(rowView);
  }

  queue(actor: Actor, filter: QueueQueryDto): Promise<Page<CaseRowView>> {
    return this.cases.queue(actor, filter);
  }

  /** The applicant's side does not see what is the bureau's own. */
  private async timeline(c: CaseRecord, actor: Actor, shows: (event: CaseEvent) => boolean): Promise<TimelineView[]> {
    const events = await this.db.repo(CaseEvent).find({ where: { caseId: c.id }, order: { at: 'ASC', versionBefore: 'ASC', id: 'ASC' } });
    return events.filter(event => shows(event) && (event.visibility !== 'bureau' || !isApplicantSide(actor, c))).map(event => timelineView(event, isApplicantSide(actor, c) ? machineOf(c.kind) : undefined));
  }

  private async notices(actor: Actor, c: CaseRecord): Promise<NoticeView[]> {
    const found = await this.db.repo(CaseNotice).find({ where: { caseId: c.id }, order: { createdAt: 'ASC', id: 'ASC' } });
    return found.filter(notice => !notice.withheld || !isOutsider(actor, c)).map(noticeView);
  }

  private newestAdverse(caseId: string): Promise<AdverseDecision | null> {
    return this.db.repo(AdverseDecision).findOne({ where: { caseId }, order: { id: 'DESC' } });
  }

  /** For outsiders not before it is served, and never when it was not. */
  private async decision(caseId: string, outside: boolean): Promise<DecisionView | null> {
    if (outside && (await this.db.repo(CaseNotice).existsBy({ caseId, kind: 'decision', withheld: true }))) return null;
    const found = await this.db.repo(CaseDecision).findOne({ where: { caseId }, order: { decidedAt: 'DESC' } });
    if (!found) return null;
    const { outcome, reasons, conditions, remedies, article, decidedByName, decidedAt } = found;
    return { outcome, reasons, conditions, remedies: remedies.map(remedy => ({ ...remedy })), article, decidedByName, decidedAt };
  }
}

function isApplicantSide(actor: Actor, c: CaseRecord): boolean {
  return caseRelations(actor, c).some(relation => relation === 'own' || relation === 'delegated');
}

/** What may be done with the case as such, by policy and as it stands. */
function actionsNow(machine: Machine, c: CaseRecord, actor: Actor): string[] {
  const mine = c.claimedBy === actor.userId || actor.roles.includes('bureau.supervisor');
  const pausable = c.clock !== null && (machine.clocks[c.clock]?.pauses ?? []).length > 0;
  const now: Record<string, boolean> = {
    'case.claim': c.claimedBy === null && canWorkOn(machine, c.state, actor.roles),
    'case.release': c.claimedBy !== null && mine,
    'case.hand-over': mine && machine.states[c.state]?.holder?.startsWith('bureau') === true,
    'case.pause': pausable && !c.clockPaused,
    'case.resume': c.clockPaused,
  };
  return casePolicy.actionsOn(actor, c).filter(action => (now[action] ?? true) && !LIST_ACTIONS.has(action));
}

/** Answers belong to an open round; allowing a second 补正 makes sense only after a first one, where the step is possible. */
function fitsRounds(action: string, at: { readonly machine: Machine; readonly state: string; readonly corrections: readonly CorrectionRoundView[] }): boolean {
  if (action === 'case.answer-correction') return at.corrections.some(round => round.state === 'open');
  if (action !== 'case.permit-second-correction') return true;
  return at.corrections.length > 0 && possibleActions(at.machine, at.state).some(name => at.machine.actions[name]?.correction === 'request');
}

/** The steps of the table that the actor's role may open; the capability's policy decides on the record itself. */
function possibleNow(machine: Machine, c: CaseRecord, actor: Actor): PossibleStepView[] {
  return possibleActions(machine, c.state).flatMap(name => {
    const row = machine.actions[name];
    if (!row?.action || !policyOf(row.action)?.opens(actor, row.action)) return [];
    return [{ name, label: row.label, article: row.article, action: row.action }];
  });
}
