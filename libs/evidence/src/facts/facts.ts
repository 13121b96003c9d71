import { plain, POLLUTANT, pollutantOf } from './words';

export interface DocumentPage {
  /** From 1. */
  readonly page: number;
  readonly text: string;
}

/** Something that stands in a document, with the place and the words around it. */
export interface Found {
  readonly page: number;
  readonly quote: string;
  readonly value: string;
}

export interface FoundAmount extends Found {
  readonly pollutant: string;
  /** As in the paper: t/a, kg/a, mg/m³, mg/L. */
  readonly unit: string;
}

export interface FoundConcentration extends FoundAmount {
  readonly outletCode: string | null;
}

/** The key numbers of one document. A value that occurs twice is there once, at its first place. */
export interface DocumentFacts {
  readonly kind: 'approval' | 'monitoring' | 'other';
  readonly approvalNumbers: readonly Found[];
  readonly dates: readonly Found[];
  readonly totals: readonly FoundAmount[];
  readonly concentrations: readonly FoundConcentration[];
  readonly cma: readonly Found[];
  readonly reportNumbers: readonly Found[];
  readonly sampleDates: readonly Found[];
  readonly reportDates: readonly Found[];
}

const AROUND = 24;
const NUMBER = String.raw`(\d{1,9}(?:\.\d{1,6})?)`;
const DATE = String.raw`((?:19|20)\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?`;

/** Reads the key numbers out of the text of a document. Pure; a paper without any gives empty lists. */
export function factsOf(pages: readonly DocumentPage[]): DocumentFacts {
  const read = pages.map(({ page, text }) => ({ page, text: plain(text) }));
  const whole = read.map(each => each.text).join('\n');
  return {
    kind: kindOf(whole),
    approvalNumbers: all(read, /[\u4e00-\u9fff]{1,12}[函审批字表评发许]{1,4}〔(?:19|20)\d{2}〕(?:第)?\d{1,5}号/g, match => match[0].replace('〕第', '〕').replace(/^(?:关于|根据|依据|按照|文号|批复文号|批准文号|见)+/, '')),
    dates: all(read, new RegExp(DATE, 'g'), dateOf),
    totals: totalsOf(read),
    concentrations: concentrationsOf(read),
    cma: all(read, /(?:CMA|资质认定|证书编号|计量认证)[^\dA-Za-z]{0,16}(\d{12})(?!\d)/gi, match => match[1] ?? ''),
    reportNumbers: all(read, /(?:报告编号|报告号|检测编号|监测编号)\s*[:：]?\s*([A-Za-z0-9\u4e00-\u9fff〔〕()（）\-/]{3,40}?)(?=[\s，。；]|$)/gm, match => match[1] ?? ''),
    sampleDates: all(read, new RegExp(String.raw`(?:采样|监测|检测|取样)(?:日期|时间)\s*[:：]?\s*${DATE}`, 'g'), dateOf),
    reportDates: all(read, new RegExp(String.raw`(?:报告|签发|编制|批准)日期\s*[:：]?\s*${DATE}`, 'g'), dateOf),
  };
}

function kindOf(text: string): DocumentFacts['kind'] {
  if (/环境影响(?:报告[书表]|评价文件|评价报告).{0,40}(?:批复|审批意见)|关于.{0,80}的批复/s.test(text)) return 'approval';
  return /(?:监测|检测)报告/.test(text) && /(?:采样|监测|检测)(?:日期|时间|点位|结果)/.test(text) ? 'monitoring' : 'other';
}

type Read = readonly { readonly page: number; readonly text: string }[];

/** Every match once, in order of place; what `value` calls empty is left out. */
function all(pages: Read, pattern: RegExp, value: (match: RegExpMatchArray) => string): Found[] {
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const { page, text } of pages)
    for (const match of text.matchAll(pattern)) {
      const each = value(match);
      if (each === '' || seen.has(each)) continue;
      seen.add(each);
      found.push({ page, value: each, quote: quoteOf(text, match) });
    }
  return found;
}

const quoteOf = (text: string, match: RegExpMatchArray): string =>
  text.slice(Math.max(0, (match.index ?? 0) - AROUND), (match.index ?? 0) + match[0].length + AROUND).replace(/\s+/g, ' ').trim();

/** `YYYY-MM-DD`, or empty for a day the calendar does not have. */
function dateOf(match: RegExpMatchArray): string {
  const [year, month, day] = match.slice(-3).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : '';
}

/** The stroke of t/a is often recognised as a letter. 颗粒物 4.752 t/a · 二氧化硫排放总量控制指标为12吨/年 · 化学需氧量：0.8t/a · kg/a */
const TOTAL = new RegExp(String.raw`(${POLLUTANT})[^\d，。；\n]{0,24}?${NUMBER}\s*(t[\/lI|]a|吨\/年|吨／年|吨\/a|t\/年|kg[\/lI|]a|千克\/年|公斤\/年)`, 'gi');

function totalsOf(pages: Read): FoundAmount[] {
  const seen = new Set<string>();
  return pages.flatMap(({ page, text }) =>
    [...text.matchAll(TOTAL)].flatMap(match => {
      const amount = { page, pollutant: pollutantOf(match[1] ?? ''), value: match[2] ?? '', unit: /kg|千克|公斤/i.test(match[3] ?? '') ? 'kg/a' : 't/a', quote: quoteOf(text, match) };
      const key = `${amount.pollutant} ${amount.value} ${amount.unit}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [amount];
    }),
  );
}

/** `DA001 … 颗粒物 8.6 mg/m³`: the outlet named last before the number, on the same page. */
const CONCENTRATION = new RegExp(String.raw`(D[AW]\d{3})|(${POLLUTANT})[^\d，。；\n]{0,30}?${NUMBER}\s*(mg\/m[3³]|mg\/L|毫克\/立方米|毫克\/升)`, 'gi');

function concentrationsOf(pages: Read): FoundConcentration[] {
  return pages.flatMap(({ page, text }) => {
    let outletCode: string | null = null;
    const found: FoundConcentration[] = [];
    for (const match of text.matchAll(CONCENTRATION)) {
      if (match[1]) outletCode = match[1].toUpperCase();
      else found.push({ page, outletCode, pollutant: pollutantOf(match[2] ?? ''), value: match[3] ?? '', unit: /L|升$/.test(match[4] ?? '') ? 'mg/L' : 'mg/m³', quote: quoteOf(text, match) });
    }
    return found;
  });
}
