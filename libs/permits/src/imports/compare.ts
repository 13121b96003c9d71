import Decimal from 'decimal.js';
import type { Form, Row, SectionData, Text } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import type { PermitWithForm } from '../life/permit-reader';
import type { ListedChange, RowKind } from './import.entity';
import { LIST_CATEGORIES, LIST_STATUSES, LISTED_TOTALS, listColumn, REVOCATION_GROUNDS } from './list-columns';
import type { LineFault, ListedPermit } from './listed-permit';

/** What stands on the platform about the permit of a line. */
export interface Standing {
  /** The newest permit with this number. */
  readonly permit: PermitWithForm | null;
  /** The living permit of the same enterprise and site under another number. */
  readonly onSite: string | null;
  /** Name and credit code by which the enterprise is verified here; null while it is not. */
  readonly verifiedName: string | null;
}

export interface Verdict {
  readonly kind: RowKind;
  readonly changes: readonly ListedChange[];
  readonly faults: readonly LineFault[];
  readonly notes: readonly Text[];
}

const refused = (code: string, zh: string, en: string): Verdict => ({ kind: 'refused', changes: [], notes: [], faults: [{ key: 'number', code, zh, en }] });

/** What a line would do to the platform. Pure. */
export function compare(facts: ListedPermit, { permit, onSite, verifiedName }: Standing): Verdict {
  if (permit && permit.uscc !== facts.uscc) return refused('number-other', `编号 ${facts.number} 在平台上属于“${permit.enterpriseName}”（${permit.uscc}），请核对本行的编号`, `Number ${facts.number} belongs to ${permit.enterpriseName} (${permit.uscc}) here. Check the number of this line.`);
  const notes = verifiedName !== null && verifiedName !== facts.name ? [{ zh: `名单里的单位名称与平台已核验的“${verifiedName}”不同；许可证按名单登记，单位档案不变`, en: `The enterprise is verified here as ${verifiedName}. The permit is kept as listed, the record stays.` }] : [];
  if (!permit) {
    if (onSite !== null && facts.status === 'valid') return refused('site-taken', `这个场所在平台上已有有效的许可证 ${onSite}。请核对编号第 19–21 位；如已换证，请先注销旧证`, `This site holds permit ${onSite} here. Check characters 19 to 21; if it was replaced, cancel the old one first.`);
    return { kind: 'new', changes: [], faults: [], notes };
  }
  const changes = changesOf(facts, permit);
  if (changes.length === 0) return { kind: 'same', changes, faults: [], notes };
  if (permit.signedText !== '') {
    return { ...refused('issued-here', `这张许可证由本平台颁发（第 ${permit.versionNumber} 版），名单不能改动它：${changes.map(one => `${one.label.zh} ${one.before || '空'} → ${one.after || '空'}`).join('；')}。有变化的请走变更或注销`, `This permit was issued here (version ${permit.versionNumber}); a list cannot change it. Use a change or a cancellation.`), changes };
  }
  if (permit.status !== 'valid' && facts.status === 'valid') return { ...refused('ended-here', `这张许可证在平台上已于 ${permit.endedOn ?? ''} 终止，不能用名单恢复。请核对状态`, `This permit ended on ${permit.endedOn ?? ''} here; a list cannot bring it back.`), changes };
  return { kind: 'changed', changes, faults: [], notes };
}

const words = (options: readonly { value: string; zh: string }[], value: string): string => options.find(one => one.value === value)?.zh ?? value;

/** Field by field, in words. What the list leaves empty is not asked to become empty. */
export function changesOf(facts: ListedPermit, permit: PermitWithForm): ListedChange[] {
  const was = permit.snapshot.basic ?? {};
  const place = was['location'] as { longitude: string; latitude: string } | undefined;
  const pairs: readonly (readonly [key: string, before: string, after: string | null])[] = [
    ['name', permit.enterpriseName, facts.name], ['siteName', permit.siteName, facts.siteName], ['address', permit.siteAddress, facts.address],
    ['longitude', number(place?.longitude), facts.location && number(facts.location.longitude)], ['latitude', number(place?.latitude), facts.location && number(facts.location.latitude)],
    ['legalRepresentative', permit.legalRepresentative, facts.legalRepresentative], ['category', words(LIST_CATEGORIES, permit.managementCategory), words(LIST_CATEGORIES, facts.category)],
    ['industry', `${permit.industryName} ${permit.industryCode}`, `${facts.industryName} ${facts.industryCode}`],
    ['validFrom', permit.validFrom, facts.validFrom], ['validTo', permit.validTo, facts.validTo], ['issuedOn', permit.issuedOn, facts.issuedOn], ['issuer', permit.issuer, facts.issuer],
    ['status', words(LIST_STATUSES, permit.status), words(LIST_STATUSES, facts.status)], ['endedOn', permit.endedOn ?? '', facts.endedOn ?? (facts.status === 'valid' ? '' : null)],
    ['endGround', permit.endGround === 'fraud' ? words(REVOCATION_GROUNDS, 'fraud') : '', facts.endGround && words(REVOCATION_GROUNDS, facts.endGround)],
    ['pollutants', pollutantsIn(permit.snapshot), facts.pollutants],
    ...LISTED_TOTALS.map(({ key }) => [key, number(totalIn(permit.snapshot, key)), facts.totals[key] === undefined ? null : number(facts.totals[key])] as const),
  ];
  return pairs.flatMap(([key, before, after]) => (after === null || before === after ? [] : [{ key, label: listColumn(key).label, before, after }]));
}

/** Where a list's words on pollutants stand: the form has no field of its own for them. */
const POLLUTANTS_ROW = 'list-pollutants';
const NATIONAL = '全国排污许可证管理信息平台';
const pollutantsIn = (form: Form): string => textOf(rowsOf(form, 'local', 'requirements').find(one => one['id'] === POLLUTANTS_ROW), 'requirement') ?? '';
const number = (value: string | undefined): string => (value === undefined ? '' : new Decimal(value).toFixed());

function totalIn(form: Form, key: string): string | undefined {
  const total = LISTED_TOTALS.find(one => one.key === key);
  const rows = total?.medium === 'air' ? rowsOf(form, 'air-totals', 'plantTotals') : rowsOf(form, 'basic', 'approvedTotals');
  const row = rows.find(one => one['pollutant'] === total?.pollutant);
  return textOf(row, total?.medium === 'air' ? 'year1T' : 'amountTA');
}

const YEARS = ['year1T', 'year2T', 'year3T', 'year4T', 'year5T'] as const;

/** The content of the permit as far as the list tells it; what stood there before and the list does not tell stays. */
export function contentOf(facts: ListedPermit, before: Form = {}): Form {
  const air = LISTED_TOTALS.filter(one => one.medium === 'air');
  const water = LISTED_TOTALS.filter(one => one.medium === 'water');
  const basic: Record<string, SectionData[string]> = {
    ...before.basic, enterpriseName: facts.name, uscc: facts.uscc, siteAddress: facts.address, industryCode: facts.industryCode, industryName: facts.industryName, managementCategory: facts.category,
    ...(facts.siteName ? { siteName: facts.siteName } : {}), ...(facts.location ? { location: facts.location } : {}), ...(facts.legalRepresentative ? { legalRepresentative: facts.legalRepresentative } : {}),
  };
  const plant = air.flatMap(one => totalRow(one.key, facts, before, value => ({ id: `list-${one.pollutant}`, pollutant: one.pollutant, ...Object.fromEntries(YEARS.map(year => [year, value])) })));
  const quotas = water.flatMap(one => totalRow(one.key, facts, before, value => ({ id: `list-${one.pollutant}`, pollutant: one.pollutant, amountTA: value, source: 'total-control', document: NATIONAL })));
  return {
    ...before,
    basic: { ...basic, ...(quotas.length > 0 ? { approvedTotals: quotas } : {}) },
    ...(plant.length > 0 ? { 'air-totals': { ...before['air-totals'], hasTotals: true, plantTotals: plant } } : {}),
    ...(facts.pollutants ? { local: { ...before.local, hasLocal: true, requirements: [...rowsOf(before, 'local', 'requirements').filter(one => one['id'] !== POLLUTANTS_ROW), { id: POLLUTANTS_ROW, topic: '主要污染物种类', requirement: facts.pollutants, basis: NATIONAL }] } } : {}),
  };
}

function totalRow(key: string, facts: ListedPermit, before: Form, row: (value: string) => Row): Row[] {
  const value = facts.totals[key] ?? totalIn(before, key);
  return value === undefined ? [] : [row(value)];
}

