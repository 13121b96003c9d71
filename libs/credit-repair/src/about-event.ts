import type { CaseRecord } from '@huanbao/casework';
import type { EventOnLedger } from '@huanbao/credit';
import type { Organisation } from '@huanbao/identity';
import type { Actor } from '@huanbao/platform';
import type { CreditRepair } from './credit-repair.entity';

/** One step of somebody, from the version they saw. */
export interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

type Columns = Omit<CreditRepair, 'eligibleFrom' | 'verdict' | 'siteCheckedOn' | 'falsehood' | 'foundFalse'>;

/** A new row about an event, before anybody has done anything. */
export function aboutEvent(c: CaseRecord, organisation: Organisation, event: EventOnLedger): Columns {
  return {
    id: c.id, number: null, subjectId: organisation.id, subjectName: organisation.name, subjectKind: organisation.kind === 'firm' ? 'firm' : 'enterprise', regionCode: organisation.regionCode,
    eventId: event.id, eventKey: event.key, eventType: event.type, eventTitle: event.title, severity: event.severity, documentNo: event.documentNo, open: true, statement: '', electronicService: false, committedByName: null, createdAt: c.openedAt,
    submittedAt: null, acceptedBy: null, acceptedByName: null, verifiedBy: null, verifiedByName: null, verifiedAt: null, findings: null, decidedBy: null, decidedByName: null, decidedAt: null, reasons: null,
    search: searchOf({ number: null, subjectName: organisation.name, eventTitle: event.title, documentNo: event.documentNo }),
  };
}

/** Words by which lists are searched. */
export const searchOf = ({ number, subjectName, eventTitle, documentNo }: Pick<Columns, 'number' | 'subjectName' | 'eventTitle' | 'documentNo'>): string => [number, subjectName, eventTitle, documentNo].filter(Boolean).join(' ');

/** `超标罚款（晋孝环罚〔2026〕8号）` */
export const eventWords = ({ eventTitle, documentNo }: Pick<Columns, 'eventTitle' | 'documentNo'>): string => (documentNo ? `${eventTitle}（${documentNo}）` : eventTitle);

/** The papers go with the step to who agreed to receive them here; others wait for their service. */
export const serviceOf = ({ electronicService, committedByName, subjectName }: Pick<Columns, 'electronicService' | 'committedByName' | 'subjectName'>): { method: string; receivedBy: string } | undefined =>
  electronicService ? { method: '电子送达', receivedBy: committedByName ?? subjectName } : undefined;
