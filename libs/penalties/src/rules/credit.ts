import { creditEventType, type Severity } from '@huanbao/credit';
import type { PartyKind, Measure } from '../words';
import { moreThan } from './money';

/** Of a decision what its place in the credit depends on. */
export interface Weighed {
  readonly partyKind: PartyKind;
  readonly violation: string | null;
  readonly measures: readonly Measure[];
  readonly fineYuan: string;
  readonly isDaily: boolean;
}

/** Dated rows of the reference data, of one day. */
export interface CreditScale {
  readonly largeFine: string;
  readonly hugeFine: string;
  /** Types of events of credit by the code of the violation. */
  readonly violations: ReadonlyMap<string, string>;
  /** Types by the measure; the first one in order of weight decides. */
  readonly measures: ReadonlyMap<string, string>;
}

export interface CreditClass {
  readonly type: string;
  readonly severity: Severity;
}

const WEIGHT: Readonly<Record<Severity, number>> = { minor: 0, general: 1, serious: 2 };
/** The order of 行政处罚法 第九条 from its end: the gravest first. */
const GRAVEST_FIRST: readonly Measure[] = ['close', 'revoke-permit', 'suspend', 'withhold-permit', 'restrict'];
const FINES: readonly string[] = ['fine', 'fine-large', 'fine-huge'];

/**
 * What a penalty is in the credit of its party, and the class that says how long it stands in public and how soon it may be repaired: one answer for
 * the ledger and for the public list. A grave violation stands for itself, whatever was imposed for it; else the gravest of what was imposed does. Pure.
 */
export function creditClassOf(one: Weighed, scale: CreditScale): CreditClass {
  const found = [violationType(one, scale), measureType(one, scale), one.isDaily ? 'daily-penalty' : undefined, amountType(one, scale)].flatMap(type => (type ? [classOf(type)] : []));
  const gravest = found.reduce((most, next) => (WEIGHT[next.severity] > WEIGHT[most.severity] ? next : most));
  // service firms have a scheme of their own, in which a penalty is one kind of fact; how grave it is remains
  return one.partyKind === 'firm' ? { ...gravest, type: 'firm.penalised' } : gravest;
}

/** The same once the fine was lowered: what rests on the amount follows it, what rests on the violation or on a measure stays as it was entered. */
export function loweredClassOf(entered: CreditClass, one: Weighed, scale: CreditScale): CreditClass {
  if (entered.type === 'firm.penalised') return creditClassOf(one, scale);
  return FINES.includes(entered.type) ? classOf(amountType(one, scale)) : entered;
}

const violationType = ({ violation }: Weighed, { violations }: CreditScale): string | undefined => known(violation === null ? undefined : violations.get(violation));

const measureType = (one: Weighed, { measures }: CreditScale): string | undefined => {
  const gravest = GRAVEST_FIRST.find(measure => one.measures.includes(measure));
  return gravest && known(measures.get(gravest));
};

function amountType({ measures, fineYuan }: Weighed, { largeFine, hugeFine }: CreditScale): string {
  const isFine = measures.includes('fine');
  if (isFine && !moreThan(hugeFine, fineYuan)) return 'fine-huge';
  if (measures.includes('confiscate') || (isFine && !moreThan(largeFine, fineYuan))) return 'fine-large';
  return isFine ? 'fine' : 'warning';
}

/** A row that names no type of event says nothing. */
const known = (type: string | undefined): string | undefined => (type !== undefined && creditEventType(type) ? type : undefined);
const classOf = (type: string): CreditClass => ({ type, severity: creditEventType(type)?.severity ?? 'general' });
