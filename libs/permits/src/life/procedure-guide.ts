import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
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
import { ProcedurePeriod } from './procedure-period.entity';

const { intake, review, delivery } = applicationMachine.clocks;

/** Every business of a permit and of a registration: when, what is handed in, how long it takes, what comes of it. */
@Injectable()
export class ProcedureGuide {
  constructor(
    private readonly db: Db,
    private readonly materials: Materials,
    private readonly terms: MeasureTerms,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<ProcedureView[]> {
    const applications = await this.applications();
    const periods = await this.periods();
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
    const periods = await this.periods();
    return Object.fromEntries(BUSINESS_TYPE_KEYS.map(key => [key, application(key, materials.get(key) ?? [], clocksOf(key, periods))])) as Record<BusinessType, ProcedureView>;
  }

  private async periods(): Promise<ReadonlyMap<string, ProcedurePeriod>> {
    const rows = await this.db.repo(ProcedurePeriod).createQueryBuilder('p')
      .where('p.effectiveFrom <= :today AND (p.effectiveTo IS NULL OR p.effectiveTo >= :today)', { today: this.clock.today() }).orderBy('p.effectiveFrom').getMany();
    return new Map(rows.map(row => [row.code, row]));
  }
}

function application(key: BusinessType, materials: ProcedureView['materials'], clocks: ProcedureClockView[]): ProcedureView {
  const { label, purpose, article, triggers, result } = BUSINESS_TYPES[key];
  return { key, group: 'permit', byBureau: false, label, purpose, article, triggers: (OCCASIONS[key] ?? triggers).map(one => ({ ...one })), materials, clocks, result };
}

/** A clock of a machine, or one of its variants, as it is told to people. */
function clock(length: ClockLength, named: { label?: Text; variant?: string } = {}): ProcedureClockView {
  const { workdays = 0, article = '' } = named.variant === undefined ? length : (length.variants?.[named.variant] ?? length);
  return { label: named.label ?? length.label ?? { zh: '', en: '' }, days: workdays, dayType: 'workday', article: article || (length.article ?? ''), verified: true };
}

interface ClockLength {
  readonly label?: Text;
  readonly workdays?: number;
  readonly article?: string;
  readonly variants?: Readonly<Record<string, { readonly workdays?: number; readonly article?: string }>>;
}

/** The same with the length of a dated row. */
const dated = (length: ClockLength, { workdays, legalBasis, verified }: ProcedurePeriod): ProcedureClockView => ({ ...clock(length), days: workdays, article: legalBasis, verified });

function clocksOf(key: BusinessType, periods: ReadonlyMap<string, ProcedurePeriod>): ProcedureClockView[] {
  const { period } = BUSINESS_TYPES[key];
  const change = period === 'change' ? periods.get('change-review') : undefined;
  return [clock(intake), ...(change ? [dated(review, change)] : period === 'renew' ? [clock(review, { variant: 'renew' })] : byCategory()), clock(delivery)];
}

const byCategory = (): ProcedureClockView[] => [
  clock(review, { label: { zh: '审批期限（简化管理）', en: 'Decision (simplified)' } }),
  clock(review, { label: { zh: '审批期限（重点管理）', en: 'Decision (key)' }, variant: 'key' }),
  clock(review, { label: { zh: '审批期限（重点管理，需要现场核查）', en: 'Decision (key, with a site check)' }, variant: 'key-site-check' }),
];

function request(kind: RequestKind, { periods, materials }: { readonly periods: ReadonlyMap<string, ProcedurePeriod>; readonly materials: ProcedureView['materials'] }): ProcedureView {
  const { handling } = requestMachine.clocks;
  const row = kind === 'reissue' ? periods.get('reissue') : undefined;
  const clocks = [row ? dated(handling, row) : clock(handling)];
  const { triggers, ...rest } = REQUEST_TEXTS[kind];
  return { key: kind, group: 'permit', byBureau: false, materials, clocks, ...rest, triggers: [...triggers] };
}

function measure(kind: (typeof MEASURE_KINDS)[number], length: Omit<ProcedureClockView, 'label'> | undefined): ProcedureView {
  const { label, grounds } = MEASURES[kind];
  const deciding = length ? [{ label: measureMachine.clocks.handling.label ?? label, ...length }] : [];
  return { key: kind, group: 'permit', byBureau: true, label, materials: [], triggers: grounds.map(trigger), ...MEASURE_TEXTS[kind], clocks: [...MEASURE_TEXTS[kind].clocks, ...deciding] };
}

const trigger = ({ key, label, article }: Ground): ProcedureView['triggers'][number] => ({ key, label, article });
