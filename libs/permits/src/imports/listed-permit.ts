import { parsePermitNumber, parseUscc } from '@huanbao/codes';
import type { SheetRow } from '@huanbao/sheets';
import { industryOf, searchIndustries } from '@huanbao/standards';
import type { PermitStatus } from '../certificate/validity';
import type { Text } from '../form/field';
import { inCity } from '../review/in-city';
import type { ReviewContext } from '../review/rule';
import { LISTED_TOTALS } from './list-columns';

/** One permit as a list gives it, in the terms of the platform. */
export interface ListedPermit {
  readonly name: string;
  readonly uscc: string;
  readonly number: string;
  readonly siteSequence: number;
  /** Null where the list names none: the site keeps its name, a new one is called like the enterprise. */
  readonly siteName: string | null;
  readonly address: string;
  readonly location: { readonly longitude: string; readonly latitude: string } | null;
  readonly legalRepresentative: string | null;
  readonly category: 'key' | 'simplified';
  readonly industryCode: string;
  readonly industryName: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly issuedOn: string;
  readonly issuer: string;
  readonly status: PermitStatus;
  /** First day on which it no longer held; null while it was not ended. */
  readonly endedOn: string | null;
  /** `fraud`: no new application for three years (条例 art. 40); null where the list says nothing of it. */
  readonly endGround: 'fraud' | null;
  readonly pollutants: string | null;
  /** Yearly amounts in t/a by `medium:pollutant`. */
  readonly totals: Readonly<Record<string, string>>;
}

/** What is wrong with a line, at one of its columns. */
export interface LineFault extends Text {
  readonly key: string;
  readonly code: string;
}

export interface JudgedLine {
  readonly facts: ListedPermit | null;
  readonly faults: readonly LineFault[];
}

export type ListContext = Pick<ReviewContext, 'bounds' | 'boundary'> & { readonly today: string };

const text = (row: SheetRow, key: string): string | null => (typeof row[key] === 'string' && row[key] !== '' ? (row[key] as string) : null);
const fault = (key: string, code: string, zh: string, en: string): LineFault => ({ key, code, zh, en });

/** Reads one line of the list. Pure; what needs other permits is compared later. */
export function judgeLine(row: SheetRow, context: ListContext): JudgedLine {
  const codes = codesOf(row);
  const industry = industryNamed(text(row, 'industry') ?? '');
  const dates = datesOf(row, context.today);
  const place = placeOf(row, context);
  const long = ([['name', 100], ['siteName', 100], ['address', 200], ['issuer', 100], ['legalRepresentative', 50], ['pollutants', 300]] as const)
    .flatMap(([key, most]) => ((text(row, key)?.length ?? 0) > most ? [fault(key, 'long', `最多 ${most} 个字，请缩短`, `At most ${most} characters.`)] : []));
  const faults = [...codes.faults, ...(industry ? [] : [INDUSTRY_UNKNOWN]), ...dates.faults, ...place.faults, ...long];
  if (faults.length > 0 || !codes.parts || !industry) return { facts: null, faults };
  const { validFrom, validTo, status, endedOn } = dates;
  return {
    faults,
    facts: {
      name: (text(row, 'name') ?? '').normalize('NFC'), uscc: codes.parts.uscc, number: codes.parts.number, siteSequence: codes.parts.site, siteName: text(row, 'siteName'), address: text(row, 'address') ?? '',
      location: place.location, legalRepresentative: text(row, 'legalRepresentative'), category: row['category'] as 'key' | 'simplified', industryCode: industry.code, industryName: industry.name,
      validFrom, validTo, issuedOn: text(row, 'issuedOn') ?? validFrom, issuer: text(row, 'issuer') ?? '', status, endedOn, endGround: status === 'revoked' && row['endGround'] === 'fraud' ? 'fraud' : null, pollutants: text(row, 'pollutants'), totals: totalsOf(row),
    },
  };
}

interface Codes {
  readonly parts: { readonly uscc: string; readonly number: string; readonly site: number } | null;
  readonly faults: readonly LineFault[];
}

/** The code of the enterprise and the number of the permit, which begins with it (HJ 608-2017). */
function codesOf(row: SheetRow): Codes {
  const uscc = parseUscc(text(row, 'uscc') ?? '');
  const number = parsePermitNumber(text(row, 'number') ?? '');
  const faults = [
    ...(text(row, 'uscc') && !uscc.ok ? [fault('uscc', uscc.code, uscc.zh, uscc.en)] : []),
    ...(text(row, 'number') && !number.ok ? [fault('number', number.code, number.zh, number.en)] : []),
  ];
  if (!uscc.ok || !number.ok) return { parts: null, faults };
  if (number.parts.uscc !== uscc.value) {
    return { parts: null, faults: [fault('number', 'number-owner', `许可证编号前 18 位是 ${number.parts.uscc}，不是本行单位的统一社会信用代码 ${uscc.value}。请核对是否填成了其他单位的编号`, `The number begins with ${number.parts.uscc}, not with the credit code of this line, ${uscc.value}. Is it somebody else’s?`)] };
  }
  const site = Number(number.parts.site);
  if (site === 0) return { parts: null, faults: [fault('number', 'permit-number.site', '场所顺序码（第 19–21 位）从 001 开始，请核对编号', 'The site number (characters 19 to 21) begins with 001.')] };
  return { parts: { uscc: uscc.value, number: number.value, site }, faults };
}

const INDUSTRY_UNKNOWN = fault('industry', 'industry', '在《国民经济行业分类》（GB/T 4754）中没有这个小类，请填四位代码，例如 3012', 'GB/T 4754 has no such class. Enter its four digits, e.g. 3012.');

/** `3012`, `C3012`, `石灰和石膏制造` or both in one cell. */
export function industryNamed(given: string): { code: string; name: string } | null {
  const typed = given.normalize('NFKC').trim();
  const digits = /(?:^|[^0-9])([A-T]?\d{4})(?!\d)/.exec(typed)?.[1];
  const byCode = digits ? industryOf(digits) : undefined;
  if (byCode) return { code: byCode.code, name: byCode.name };
  const byName = digits ? undefined : searchIndustries(typed, 5).find(one => one.name === typed);
  return byName ? { code: byName.code, name: byName.name } : null;
}

interface Dates {
  readonly validFrom: string;
  readonly validTo: string;
  readonly status: PermitStatus;
  readonly endedOn: string | null;
  readonly faults: readonly LineFault[];
}

function datesOf(row: SheetRow, today: string): Dates {
  const [validFrom, validTo, issuedOn, ended] = [text(row, 'validFrom') ?? '', text(row, 'validTo') ?? '', text(row, 'issuedOn'), text(row, 'endedOn')];
  const said = text(row, 'status');
  const status = (said === 'expired' || said === null ? 'valid' : said) as PermitStatus;
  const isEnded = status !== 'valid';
  const faults = [
    ...(validFrom && validTo && validTo <= validFrom ? [fault('validTo', 'before-start', `截止日期应晚于开始日期 ${validFrom}，请核对`, `The end must lie after the beginning, ${validFrom}.`)] : []),
    ...(issuedOn && issuedOn > today ? [fault('issuedOn', 'ahead', '发证日期不能晚于今天，请核对', 'The day of issue cannot lie ahead.')] : []),
    ...(said === 'expired' && validTo >= today ? [fault('status', 'not-expired', `状态是“已过期”，但截止日期 ${validTo} 还没有到，请核对其中一项`, `The status says expired, but the permit holds until ${validTo}.`)] : []),
    ...(isEnded && !ended ? [fault('endedOn', 'missing', '请填写终止日期（注销、撤销、吊销、撤回之日）', 'Enter the day on which it was ended.')] : []),
    ...(ended && !isEnded ? [fault('endedOn', 'not-ended', '状态是有效或已过期的，不填终止日期；如果已经终止，请改正状态', 'Only for permits that were ended. Mend the status, or leave this empty.')] : []),
    ...(row['endGround'] === 'fraud' && status !== 'revoked' ? [fault('endGround', 'not-revoked', '只有撤销的许可证才填撤销情形，请核对状态', 'Only for permits that were revoked. Check the status.')] : []),
    ...(ended && isEnded && (ended > today || (validFrom !== '' && ended < validFrom)) ? [fault('endedOn', 'outside', '终止日期应在有效期开始以后、今天以前，请核对', 'The end must lie after the beginning and not ahead.')] : []),
  ];
  return { validFrom, validTo, status, endedOn: isEnded ? ended : null, faults };
}

function placeOf(row: SheetRow, context: ListContext): { location: ListedPermit['location']; faults: readonly LineFault[] } {
  const [longitude, latitude] = [text(row, 'longitude'), text(row, 'latitude')];
  if (longitude === null && latitude === null) return { location: null, faults: [] };
  if (longitude === null || latitude === null) {
    const key = longitude === null ? 'longitude' : 'latitude';
    return { location: null, faults: [fault(key, 'pair', '经度和纬度要一起填写，或都留空', 'Give both longitude and latitude, or neither.')] };
  }
  const location = { longitude, latitude };
  if (inCity(location, context)) return { location, faults: [] };
  const swapped = inCity({ longitude: latitude, latitude: longitude }, context);
  return {
    location: null,
    faults: [fault('longitude', 'outside-city', swapped ? '经度和纬度填反了，请对调' : '坐标不在本市范围内，请核对经纬度（十进制度，WGS-84）；不知道的留空', swapped ? 'Longitude and latitude are swapped.' : 'The place lies outside the city. Check the decimal degrees (WGS-84), or leave both empty.')],
  };
}

function totalsOf(row: SheetRow): Record<string, string> {
  return Object.fromEntries(LISTED_TOTALS.flatMap(({ key }) => {
    const value = text(row, key);
    return value === null || value === '/' ? [] : [[key, value] as const];
  }));
}

/** Lines of one list that speak of the same permit, or of two living permits of one site: the later one is wrong. */
export class SeenInList {
  private readonly numbers = new Map<string, number>();
  private readonly sites = new Map<string, number>();

  take(line: number, facts: ListedPermit): LineFault | null {
    const first = this.numbers.get(facts.number);
    if (first !== undefined) return fault('number', 'twice', `与第 ${first} 行是同一个许可证编号，请只保留一行`, `The same number as in line ${first}. Keep one of them.`);
    this.numbers.set(facts.number, line);
    if (facts.status !== 'valid') return null;
    const site = `${facts.uscc}${facts.siteSequence}`;
    const other = this.sites.get(site);
    if (other !== undefined) return fault('number', 'site-twice', `与第 ${other} 行是同一个场所，一个场所只能有一张有效的许可证。请核对编号第 19–21 位或状态`, `The same site as in line ${other}: a site holds one permit. Check characters 19 to 21, or the status.`);
    this.sites.set(site, line);
    return null;
  }
}

