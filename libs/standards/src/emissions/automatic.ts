import type Decimal from 'decimal.js';
import { D, figure, plain, quantity, refused, step, T_PER_G, T_PER_MG, type Outcome, type Step } from './amount';
import { capture, CAPTURE_NEEDED, datedOn } from './capture';

/** One hour of a stack, or one day of a water outlet. `at` is `YYYY-MM-DDTHH` or `YYYY-MM-DD`. */
export interface Reading {
  readonly at: string;
  /** Measured, not converted: mg/m³ of dry standard flue gas, or mg/L. */
  readonly concentration: string | null;
  /** m³/h of dry standard flue gas, or m³/d. */
  readonly flow: string | null;
  /** `stopped`: nothing ran, nothing was expected. */
  readonly state: 'valid' | 'invalid' | 'stopped';
}

interface Series {
  readonly readings: readonly Reading[];
  /** Hours (or days) of the period, running or not. */
  readonly units: number;
  /** Last day of the period: decides which rule holds. */
  readonly day: string;
}

interface Kind {
  readonly factor: Decimal;
  readonly words: readonly [zh: string, en: string];
  readonly formula: string;
  readonly fill: (gap: Gap) => Decimal | undefined;
  readonly fillBasis: readonly [zh: string, en: string];
}

interface Gap {
  readonly length: number;
  /** Mass of each valid unit before the gap, oldest first. */
  readonly before: readonly Decimal[];
  readonly rate: Decimal;
}

/**
 * Air: E = Σ C(mg/m³) × Q(m³/h) × 10⁻⁹ over the hours. Missing operating hours take the highest valid hour before
 * them: of 180 hours for gaps up to a day, 720 for longer ones, 2,160 when the capture is below 90 % (HJ 75-2017 art. 12.2; not compared with its text).
 */
export const airFromHours = (series: Series): Outcome =>
  summed(series, {
    factor: T_PER_MG, words: ['小时', 'hours'], formula: 'Σ C(mg/m³)×Q(m³/h)×10⁻⁹',
    fill: ({ length, before, rate }) => highest(before.slice(rate.lt('0.9') ? -2160 : length <= 24 ? -180 : -720)),
    fillBasis: ['按缺失前有效小时的最大排放量补足（HJ 75-2017，待核）', 'filled with the highest valid hour before (HJ 75-2017, not verified)'],
  });

/**
 * Water: E = Σ C(mg/L) × Q(m³/d) × 10⁻⁶ over the days. A gap takes the mean of as many days before it
 * (HJ/T 356-2007; not compared with its text).
 */
export const waterFromDays = (series: Series): Outcome =>
  summed(series, {
    factor: T_PER_G, words: ['日', 'days'], formula: 'Σ C(mg/L)×Q(m³/d)×10⁻⁶',
    fill: ({ length, before }) => mean(before.slice(-length)),
    fillBasis: ['按缺失前相同时长的均值补足（HJ/T 356-2007，待核）', 'filled with the mean of as long a time before (HJ/T 356-2007, not verified)'],
  });

function summed(series: Series, kind: Kind): Outcome {
  const sorted = [...series.readings].sort((a, b) => (a.at < b.at ? -1 : 1));
  const twice = sorted.find((reading, index) => reading.at === sorted[index - 1]?.at);
  if (twice) return refused('duplicate', `${twice.at} 有两条数据，请保留一条`, `${twice.at} has two readings. Keep one.`);
  const masses = sorted.map(reading => (reading.state === 'valid' ? massOf(reading, kind.factor) : null));
  const wrong = masses.findIndex(mass => mass === undefined);
  if (wrong >= 0) return refused('number', `${sorted[wrong]?.at} 的浓度或流量不是不小于 0 的数`, `Concentration or flow of ${sorted[wrong]?.at} is not a number of zero or more.`);
  const stopped = sorted.filter(reading => reading.state === 'stopped').length;
  const valid = masses.filter(mass => mass !== null).length;
  const needed = datedOn(CAPTURE_NEEDED, series.day) ?? CAPTURE_NEEDED[0];
  const found = capture(valid, series.units - stopped, needed?.value ?? '0.75');
  if (!found.suffices) {
    return refused('capture', `自动监测有效捕集率 ${percent(found.rate)}，不足 ${percent(needed?.value ?? '0.75')}，不能用于核算（${needed?.legalBasis}）`, `Capture rate ${percent(found.rate)} is below ${percent(needed?.value ?? '0.75')}: not usable for amounts.`);
  }
  return total(sorted, masses as (Decimal | null)[], { kind, missing: found.expected - valid, rate: new D(found.rate), captureStep: captureStep(found, kind) });
}

interface Rest {
  readonly kind: Kind;
  readonly missing: number;
  readonly rate: Decimal;
  readonly captureStep: Step;
}

function total(sorted: readonly Reading[], masses: readonly (Decimal | null)[], { kind, missing, rate, captureStep: first }: Rest): Outcome {
  const measured = masses.reduce<Decimal>((sum, mass) => (mass ? sum.add(mass) : sum), new D(0));
  const filled = fillIn(sorted, masses, { kind, missing, rate });
  const [zh, en] = kind.words;
  const steps: Step[] = [first, step(`实测合计 ${kind.formula} = ${plain(measured)} t`, `Measured ${kind.formula} = ${plain(measured)} t`)];
  if (missing > 0) steps.push(step(`缺失 ${missing} ${zh}，${kind.fillBasis[0]}：${plain(filled)} t`, `${missing} ${en} missing, ${kind.fillBasis[1]}: ${plain(filled)} t`));
  return figure({ method: 'automatic', tonnes: measured.add(filled), steps, unverified: true });
}

/** What the missing operating units are taken for. Units without a row stand behind the last reading. */
function fillIn(sorted: readonly Reading[], masses: readonly (Decimal | null)[], { kind, missing, rate }: Omit<Rest, 'captureStep'>): Decimal {
  const gaps: Gap[] = [];
  const before: Decimal[] = [];
  let open = 0;
  const close = (): void => {
    if (open > 0) gaps.push({ length: open, before: [...before], rate });
    open = 0;
  };
  sorted.forEach((reading, index) => {
    const mass = masses[index];
    if (mass) {
      close();
      before.push(mass);
    } else if (reading.state === 'invalid') open += 1;
  });
  open += missing - gaps.reduce((sum, gap) => sum + gap.length, 0) - open;
  close();
  return gaps.reduce<Decimal>((sum, gap) => sum.add((kind.fill(gap.before.length > 0 ? gap : { ...gap, before }) ?? new D(0)).mul(gap.length)), new D(0));
}

function massOf(reading: Reading, factor: Decimal): Decimal | undefined {
  const [concentration, flow] = [quantity(reading.concentration), quantity(reading.flow)];
  return concentration && flow ? concentration.mul(flow).mul(factor) : undefined;
}

const highest = (masses: readonly Decimal[]): Decimal | undefined => (masses.length === 0 ? undefined : D.max(...masses));
const mean = (masses: readonly Decimal[]): Decimal | undefined => (masses.length === 0 ? undefined : D.sum(...masses).div(masses.length));
const percent = (share: string): string => `${plain(new D(share).mul(100), 2)}%`;

function captureStep(found: { valid: number; expected: number; rate: string }, kind: Kind): Step {
  return step(`有效数据 ${found.valid} ${kind.words[0]}，应有 ${found.expected} ${kind.words[0]}，捕集率 ${percent(found.rate)}`, `${found.valid} valid ${kind.words[1]} of ${found.expected}: capture ${percent(found.rate)}`);
}
