import { CaseEvent, CaseRecord } from '../case.entity';
import { ballOf } from '../engine/ball';
import { type Machine, machineOf, pageOf } from '../machine/machine';
import { shownState } from '../machine/transitions';
import { CaseNotice } from '../outcome.entity';
import { CaseRowView, NoticeView, TimelineView } from './case.view';

export function rowView(c: CaseRecord): CaseRowView {
  const machine = machineOf(c.kind);
  return {
    id: c.id,
    kind: c.kind,
    page: pageOf(machine),
    kindTitle: machine.title,
    number: c.number,
    title: c.title,
    state: c.state,
    stateLabel: machine.states[c.state]?.label ?? { zh: c.state, en: c.state },
    partyOrgId: c.partyOrgId,
    partyName: c.partyName,
    agentName: c.agentName,
    regionCode: c.regionCode,
    openedAt: c.openedAt,
    submittedAt: c.submittedAt,
    closedAt: c.closedAt,
    claimedBy: c.claimedBy,
    claimedByName: c.claimedByName,
    dueOn: c.dueOn,
    remainingDays: c.remainingDays,
    dueProvisional: c.dueProvisional,
    clockPaused: c.clockPaused,
    ball: ballOf(machine, c),
    version: c.version,
  };
}

/** For outsiders the states of `shownBy` stand under the names they know. */
export function timelineView(event: CaseEvent, shownBy?: Machine): TimelineView {
  const shown = (state: string | null): string | null => (state === null || !shownBy ? state : shownState(shownBy, state));
  const reason = event.details['reason'];
  return {
    id: event.id,
    at: event.at,
    kind: event.kind,
    action: event.action,
    text: { zh: event.onBehalfOfName ? `${event.zh}（代${event.onBehalfOfName}办理）` : event.zh, en: event.onBehalfOfName ? `${event.en} (on behalf of ${event.onBehalfOfName})` : event.en },
    article: event.article,
    fromState: shown(event.fromState),
    toState: shown(event.toState),
    actorName: event.actorName,
    actorOrgName: event.actorOrgName,
    onBehalfOfName: event.onBehalfOfName,
    visibility: event.visibility,
    reason: typeof reason === 'string' ? reason : null,
  };
}

export function noticeView(notice: CaseNotice): NoticeView {
  const { id, caseId, kind, number, issuedOn, issuer, fileId, servedAt, service, withheld, content } = notice;
  return { id, caseId, kind, title: content.title, number, issuedOn, issuer, fileId, servedAt, service: service && { ...service }, withheld };
}
