import { Injectable } from '@nestjs/common';
import { applicationMachine } from '../application.machine';
import { MEASURE_KINDS, REQUEST_KINDS, type RequestKind } from '../ending/ending.entity';
import { type Ground, MEASURES } from '../ending/grounds';
import { MeasureTerms } from '../ending/measure-terms';
import { measureMachine } from '../ending/measure.machine';
import { requestMachine } from '../ending/request.machine';
import type { Text } from '../form/field';
import { BUSINESS_TYPE_KEYS, BUSINESS_TYPES, BusinessType } from './business-types';
import { CLOCKS_OF_REGISTRATION, MEASURE_TEXTS, OCCASIONS, REGISTRATION_PROCEDURES, REQUEST_TEXTS } from './guide-texts';
import type { ProcedureClockView, ProcedureView } from './life.view';
import { Materials } from './materials';
import type { ProcedurePeriod } from './procedure-period.entity';
import { ProcedurePeriods } from './procedure-periods';

const { intake, review, delivery } = applicationMachine.clocks;

/** Every business of a permit and of a registration: when, what is handed in, how long it takes, what comes of it. */
@Injectable()
export class ProcedureGuide {
  constructor(
    private readonly periods: ProcedurePeriods,
    private readonly materials: Materials,
    private readonly terms: MeasureTerms,
  ) {}

  async all(): Promise<ProcedureView[]> {
    const applications = await this.applications();
    const periods = await this.periods.on();
    const papers = await this.materials.table([...REQUEST_KINDS, ...REGISTRATION_PROCEDURES.map(one => one.key)]);
    const lengths = await this.terms.holding();
    return [
      ...BUSINESS_TYPE_KEYS.map(key => applications[key]),
      ...REQUEST_KINDS.map(kind => request(kind, { periods, materials: papers.get(kind) ?? [] })),
      ...MEASURE_KINDS.map(kind => measure(kind, lengths.get(kind))),
      ...REGISTRATION_PROCEDURES.map(({ key, ...rest }) => ({ key, group: 'registration' as const, byBureau: false, materials: papers.get(key) ?? [], clocks: [...CLOCKS_OF_REGISTRATION[key]], ...rest, triggers: [...rest.triggers] })),
    ];
  }

  /** What begins with the form, by type. */
  async applications(): Promise<Readonly<Record<BusinessType, ProcedureView>>> {
    const materials = await this.materials.table(BUSINESS_TYPE_KEYS);
    const periods = await this.periods.on();
    return Object.fromEntries(BUSINESS_TYPE_KEYS.map(key => [key, application(key, materials.get(key) ?? [], clocksOf(key, periods))])) as Record<BusinessType, ProcedureView>;
  }
}

function application(key: BusinessType, materials: ProcedureView['materials'], clocks: ProcedureClockView[]): ProcedureView {
  const { label, purpose, article, triggers, result } = BUSINESS_TYPES[key];
  return { key, group: 'permit', byBureau: false, label, purpose, article, triggers: (OCCASIONS[key] ?? triggers).map(one => ({ ...one })), materials, clocks, result };
}

type Periods = ReadonlyMap<string, ProcedurePeriod>;

/** A clock of a machine, or one of its variants, as it is told to people: the row that holds today for what begins today. */
function clock(length: ClockLength, periods: Periods, named: { label?: Text; variant?: string } = {}): ProcedureClockView {
  const row = periods.get((named.variant === undefined ? length : length.variants?.[named.variant])?.dated ?? '');
  if (!row) throw new Error(`no row for ${named.variant ?? length.label?.en ?? 'a clock'}`);
  return { label: named.label ?? length.label ?? { zh: '', en: '' }, days: row.workdays, dayType: 'workday', article: row.legalBasis, verified: row.verified };
}

interface ClockLength {
  readonly label?: Text;
  readonly dated?: string;
  readonly variants?: Readonly<Record<string, { readonly dated?: string }>>;
}

function clocksOf(key: BusinessType, periods: Periods): ProcedureClockView[] {
  const { period: variant } = BUSINESS_TYPES[key];
  return [clock(intake, periods), ...(variant === undefined ? byCategory(periods) : [clock(review, periods, { variant })]), clock(delivery, periods)];
}

const byCategory = (periods: Periods): ProcedureClockView[] => [
  clock(review, periods, { label: { zh: '审批期限（简化管理）', en: 'Decision (simplified)' } }),
  clock(review, periods, { label: { zh: '审批期限（重点管理）', en: 'Decision (key)' }, variant: 'key' }),
  clock(review, periods, { label: { zh: '审批期限（重点管理，需要现场核查）', en: 'Decision (key, with a site check)' }, variant: 'key-site-check' }),
];

function request(kind: RequestKind, { periods, materials }: { readonly periods: Periods; readonly materials: ProcedureView['materials'] }): ProcedureView {
  const { handling } = requestMachine.clocks;
  const clocks = [clock(handling, periods, kind === 'reissue' ? { variant: 'reissue' } : {})];
  const { triggers, ...rest } = REQUEST_TEXTS[kind];
  return { key: kind, group: 'permit', byBureau: false, materials, clocks, ...rest, triggers: [...triggers] };
}

function measure(kind: (typeof MEASURE_KINDS)[number], length: Omit<ProcedureClockView, 'label'> | undefined): ProcedureView {
  const { label, grounds } = MEASURES[kind];
  const deciding = length ? [{ label: measureMachine.clocks.handling.label ?? label, ...length }] : [];
  return { key: kind, group: 'permit', byBureau: true, label, materials: [], triggers: grounds.map(trigger), ...MEASURE_TEXTS[kind], clocks: [...MEASURE_TEXTS[kind].clocks, ...deciding] };
}

const trigger = ({ key, label, article }: Ground): ProcedureView['triggers'][number] => ({ key, label, article });
