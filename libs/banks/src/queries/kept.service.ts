import { Injectable } from '@nestjs/common';
import { type HeldFact, KeptFactReader } from '@huanbao/kept-facts';
import { type Permit, PermitReader, statusOn } from '@huanbao/permits';
import { BankParameters } from '../parameters';
import { type FPart, type FRules, performancePoints } from '../score/f-score';
import { intensityPercentile, onlineHours, onlineRate, onlineSpan, twelveMonths } from '../score/kept-parts';
import type { BankCarbonView } from './answer.view';

type Words = { readonly zh: string; readonly en: string };

/** A value, or why there is none; and what it comes to in F. */
export interface Kept<T> {
  readonly value: T | null;
  readonly why: Words | null;
  readonly part: FPart;
}

export interface OnlineOfYear {
  readonly exceed: string;
  readonly run: string;
}

const NO_GRADE: Words = { zh: '没有登记这家企业的重污染天气绩效等级', en: 'No performance grade of this enterprise is kept.' };
const NO_CARBON: Words = { zh: '没有登记这家企业的碳排放数据', en: 'No carbon data of this enterprise is kept.' };
const NO_INTENSITY: Words = { zh: '没有登记同一年度的碳排放强度', en: 'No carbon intensity of that year is kept.' };
const NO_INDUSTRY: Words = { zh: '没有排污许可证，不知道所属行业，无法比较碳排放强度', en: 'Without a permit the industry is not known, so the intensity is not compared.' };
const NOT_RUN: Words = { zh: '近 12 个月没有运行小时，没有在线达标率', en: 'Nothing ran within twelve months: no rate.' };
const absent = <T>(why: Words): Kept<T> => ({ value: null, why, part: { value: null, why } });

/** Of several permits the one that holds, and of those the newest. */
export const chosenPermit = (permits: readonly Permit[], day: string): Permit | undefined => {
  const begun = permits.filter(one => one.validFrom <= day);
  return begun.find(one => statusOn(one, day) === 'valid') ?? begun[0];
};

/** What the bureau keeps of an enterprise from documents, as a bank reads it and as F counts it. */
@Injectable()
export class BankKept {
  constructor(
    private readonly kept: KeptFactReader,
    private readonly permits: PermitReader,
    private readonly parameters: BankParameters,
  ) {}

  async performance(enterpriseId: string, day: string, rules: FRules): Promise<Kept<string>> {
    const held = await this.kept.on(enterpriseId, 'performance-grade', day);
    if (!held) return absent(NO_GRADE);
    const points = performancePoints(rules, held.value);
    return { value: held.value, why: null, part: { value: points, why: points === null ? { zh: `规则没有给绩效等级 ${held.value} 定分`, en: `The rules give no points for the grade ${held.value}.` } : null } };
  }

  /** The twelve whole months before, without the last one while its hours may still come; with fewer known than the rule asks for there is no number. */
  async online(enterpriseId: string, day: string): Promise<Kept<OnlineOfYear>> {
    const newest = twelveMonths(day);
    const kept = await this.kept.within(enterpriseId, ['online-exceed-hours', 'online-run-hours'], { from: twelveMonths(newest.to).from, to: newest.to });
    const rows = kept.map(row => ({ fromOn: row.fromOn, hours: row.value, kind: row.kind === 'online-run-hours' ? ('run' as const) : ('exceed' as const) }));
    const { from, to } = onlineSpan(day, rows, await this.parameters.count('online:late-days'));
    const { months, ...hours } = onlineHours(rows.filter(row => from <= row.fromOn && row.fromOn <= to));
    const least = await this.parameters.count('online:least-months');
    if (months < least) return absent({ zh: `近 12 个自然月只有 ${months} 个月登记了在线超标和运行小时数，少于规定的 ${least} 个月`, en: `Of the last twelve months ${months} have hours above limits and run; the rule asks for ${least}.` });
    const rate = onlineRate(hours);
    return { value: hours, why: null, part: { value: rate, why: rate === null ? NOT_RUN : null } };
  }

  /** The newest year. */
  async carbon(enterpriseId: string, day: string): Promise<Kept<BankCarbonView>> {
    const rows = await this.kept.newest(enterpriseId, ['carbon-emission', 'carbon-intensity'], day);
    const [first] = rows;
    if (!first) return absent(NO_CARBON);
    const intensity = rows.find(row => row.kind === 'carbon-intensity') ?? null;
    const value = { year: first.fromOn.slice(0, 4), tCO2: rows.find(row => row.kind === 'carbon-emission')?.value ?? null, intensity: intensity?.value ?? null, intensityUnit: intensity?.unit ?? null };
    return { value, why: null, part: intensity ? await this.percentile(enterpriseId, intensity, day) : { value: null, why: NO_INTENSITY } };
  }

  private async percentile(enterpriseId: string, own: HeldFact, day: string): Promise<FPart> {
    const alike = await this.kept.alike(own);
    const digits = await this.parameters.count('carbon:industry-digits');
    const permits = await this.permits.ofEnterprises([enterpriseId, ...alike.map(one => one.enterpriseId)]);
    const industryOf = (id: string): string | undefined => chosenPermit(permits.get(id) ?? [], day)?.industryCode.slice(0, digits);
    const industry = industryOf(enterpriseId);
    if (!industry) return { value: null, why: NO_INDUSTRY };
    const others = alike.filter(one => one.enterpriseId !== enterpriseId && industryOf(one.enterpriseId) === industry);
    const least = await this.parameters.count('carbon:least-peers');
    const value = intensityPercentile(own.value, others.map(one => one.value), least);
    return { value, why: value === null ? { zh: `同行业、同年度、同单位只知道 ${others.length + 1} 家的碳排放强度，少于规定的 ${Math.max(least, 2)} 家，不作比较`, en: `Of its industry ${others.length + 1} intensities of that year and unit are known; comparing asks for ${Math.max(least, 2)}.` } : null };
  }
}
