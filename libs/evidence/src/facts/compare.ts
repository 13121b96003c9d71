import { Decimal } from 'decimal.js';
import { concentrationUnit } from '@huanbao/permits';
import { inUnit } from '@huanbao/standards';
import type { DocumentFacts, Found, FoundAmount, FoundConcentration } from './facts';
import { plain, wordOf } from './words';

/** The parts of the form a document is compared with; values as the form has them. */
export interface FormSide {
  readonly basic?: Readonly<Record<string, unknown>>;
  readonly 'air-limits'?: Readonly<Record<string, unknown>>;
  readonly 'water-limits'?: Readonly<Record<string, unknown>>;
}

export interface NamedDocument {
  readonly fileId: string;
  readonly name: string;
  readonly facts: DocumentFacts;
}

/** A document and the form say different things. Nobody is stopped by it: a person looks. */
export interface DocumentFinding {
  readonly kind: 'approval-number' | 'approval-date' | 'total' | 'approved-concentration' | 'concentration' | 'date-order' | 'cma';
  readonly fileId: string;
  readonly document: string;
  readonly page: number;
  readonly quote: string;
  /** Where in the form; null where the document contradicts itself. */
  readonly pointer: string | null;
  readonly says: string;
  readonly formSays: string;
  readonly mend: { readonly zh: string; readonly en: string };
}

type Row = Readonly<Record<string, unknown>>;
const rows = (section: Readonly<Record<string, unknown>> | undefined, name: string): readonly Row[] => (Array.isArray(section?.[name]) ? (section[name] as Row[]) : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Compares what was found in the documents with the form. `today` is the civil date. */
export function compared(documents: readonly NamedDocument[], form: FormSide, today: string): DocumentFinding[] {
  return documents.flatMap(document => [
    ...(document.facts.kind === 'approval' ? [...approvalNumber(document, form), ...approvalDate(document, form), ...totals(document, form), ...approvedConcentrations(document, form)] : []),
    ...(document.facts.kind === 'monitoring' ? [...concentrations(document, form), ...order(document, today), ...accreditation(document)] : []),
  ]);
}

const about = (document: NamedDocument, found: Found): Pick<DocumentFinding, 'fileId' | 'document' | 'page' | 'quote'> => ({ fileId: document.fileId, document: document.name, page: found.page, quote: found.quote });
const bare = (number: string): string => plain(number).replace(/\s|第/g, '');

/** An approval cites others (of plans, of earlier stages): it differs only when none of its numbers is the form's. */
function approvalNumber(document: NamedDocument, form: FormSide): DocumentFinding[] {
  const said = text(form.basic?.['eiaNumber']);
  const [first] = document.facts.approvalNumbers;
  if (said === '' || !first || document.facts.approvalNumbers.some(each => bare(each.value).endsWith(bare(said)) || bare(said).endsWith(bare(each.value)))) return [];
  return [{
    ...about(document, first), kind: 'approval-number', pointer: '/basic/eiaNumber', says: first.value, formSays: said,
    mend: { zh: '请对照批复首页核对文号：填错的改表，传错文件的换上这个项目的批复', en: 'Compare with the first page of the approval: mend the form, or upload the right file.' },
  }];
}

function approvalDate(document: NamedDocument, form: FormSide): DocumentFinding[] {
  const said = text(form.basic?.['eiaDate']);
  const last = document.facts.dates.at(-1);
  if (said === '' || !last || document.facts.dates.some(each => each.value === said)) return [];
  return [{
    ...about(document, last), kind: 'approval-date', pointer: '/basic/eiaDate', says: last.value, formSays: said,
    mend: { zh: '批复里没有表中填写的日期，请按批复落款日期填写', en: 'The approval does not hold the date of the form. Enter the date it was issued.' },
  }];
}

const inTonnes = (found: FoundAmount): Decimal => (found.unit === 'kg/a' ? new Decimal(found.value).div(1000) : new Decimal(found.value));

/** A paper may name an amount before and after the project; it contradicts the form when none of its amounts is the form's. */
function totals(document: NamedDocument, form: FormSide): DocumentFinding[] {
  return rows(form.basic, 'approvedTotals').flatMap((row, index): DocumentFinding[] => {
    if (row['source'] !== 'eia' || text(row['amountTA']) === '') return [];
    const found = document.facts.totals.filter(each => each.pollutant === row['pollutant']);
    const said = new Decimal(text(row['amountTA']));
    const [first] = found;
    if (!first || found.some(each => inTonnes(each).eq(said))) return [];
    return [{
      ...about(document, first), kind: 'total', pointer: `/basic/approvedTotals/${index}/amountTA`, says: `${wordOf(first.pollutant)} ${inTonnes(first).toString()} t/a`, formSays: `${said.toString()} t/a`,
      mend: { zh: '请按批复的总量指标填写；批复后有调整的，上传调整文件并把来源改为总量控制指标', en: 'Enter the approved amount; if it was changed later, upload that document and change the source.' },
    }];
  });
}

const APPROVED = [
  { section: 'air-limits', column: 'approvalMgM3', medium: 'air' },
  { section: 'water-limits', column: 'approvalMgL', medium: 'water' },
] as const;

/** What a paper says of the pollutant, in the unit the form has for it; what cannot be converted is not compared. */
function inFormUnit(found: FoundConcentration, medium: 'air' | 'water'): FoundConcentration[] {
  if ((found.unit === 'mg/L') !== (medium === 'water')) return [];
  const unit = concentrationUnit(medium, found.pollutant);
  const value = inUnit(found.value, found.unit, unit);
  return value === undefined ? [] : [{ ...found, value, unit }];
}

/**
 * What the approval demands against the column 环评批复要求. A paper may name a value for several outlets, or of a standard: it contradicts a row
 * when none of its values is the row's; a pollutant of which no row says anything is asked about once.
 */
function approvedConcentrations(document: NamedDocument, form: FormSide): DocumentFinding[] {
  return APPROVED.flatMap(({ section, column, medium }) => {
    const limits = rows(form[section], 'limits').map((row, index) => ({ row, index, said: text(row[column]) }));
    return [...new Set(limits.map(each => text(each.row['pollutant'])))].flatMap(pollutant => {
      const unit = concentrationUnit(medium, pollutant);
      const named = document.facts.concentrations.filter(each => each.pollutant === pollutant).flatMap(each => inFormUnit(each, medium));
      const own = limits.filter(each => text(each.row['pollutant']) === pollutant);
      const stated = own.filter(each => /^\d+(\.\d+)?$/.test(each.said));
      const silent = stated.length === 0 ? own.slice(0, 1) : [];
      return [...stated, ...silent].flatMap((limit): DocumentFinding[] => {
        const here = named.filter(each => each.outletCode === null || each.outletCode === text(limit.row['outletCode']));
        const [first] = here;
        if (!first || (silent.length === 0 && here.some(each => new Decimal(each.value).eq(limit.said)))) return [];
        return [{
          ...about(document, first), kind: 'approved-concentration', pointer: `/${section}/limits/${limit.index}/${column}`, says: `${wordOf(pollutant)} ${first.value} ${unit}`, formSays: silent.length === 0 ? `${limit.said} ${unit}` : '',
          mend: { zh: '请对照批复核对这种污染物的浓度要求，填入“环评批复要求”；批复写的不是排放要求的，可以不填', en: 'Compare with the approval and enter what it demands; leave it out if the number is no demand.' },
        }];
      });
    });
  });
}

/** A measured value above what is applied for: either the limit cannot be kept, or the row is of another outlet. */
function concentrations(document: NamedDocument, form: FormSide): DocumentFinding[] {
  return document.facts.concentrations.flatMap((raw): DocumentFinding[] => {
    const [section, column, medium] = raw.unit === 'mg/L' ? (['water-limits', 'concentrationMgL', 'water'] as const) : (['air-limits', 'concentrationMgM3', 'air'] as const);
    const [found] = inFormUnit(raw, medium);
    if (!found) return [];
    const limits = rows(form[section], 'limits').map((row, index) => ({ row, index })).filter(({ row }) => row['pollutant'] === found.pollutant && row['outletCode'] === found.outletCode);
    const [limit] = limits;
    const said = text(limit?.row[column]);
    if (!limit || !/^\d+(\.\d+)?$/.test(said) || new Decimal(found.value).lte(said)) return [];
    return [{
      ...about(document, found), kind: 'concentration', pointer: `/${section}/limits/${limit.index}/${column}`, says: `${found.outletCode ?? ''} ${wordOf(found.pollutant)} ${found.value} ${found.unit}`, formSays: `${said} ${found.unit}`,
      mend: { zh: '监测值高于申请的许可浓度：请说明整改措施，或核对是否传错报告、填错排放口', en: 'Measured above the limit applied for: say what is done about it, or check report and outlet.' },
    }];
  });
}

function order(document: NamedDocument, today: string): DocumentFinding[] {
  const [sampled, reported] = [document.facts.sampleDates.at(-1), document.facts.reportDates[0]];
  const findings: DocumentFinding[] = [];
  const mend = { zh: '请向监测机构核实日期，换上正确的报告', en: 'Ask the laboratory and upload the right report.' };
  if (sampled && reported && reported.value < sampled.value) findings.push({ ...about(document, reported), kind: 'date-order', pointer: null, says: `报告日期 ${reported.value} 早于采样日期 ${sampled.value}`, formSays: '', mend });
  for (const found of [sampled, reported]) if (found && found.value > today) findings.push({ ...about(document, found), kind: 'date-order', pointer: null, says: `日期 ${found.value} 晚于今天`, formSays: '', mend });
  return findings;
}

/** 检验检测机构资质认定管理办法: a report that is used as proof bears CMA. */
function accreditation(document: NamedDocument): DocumentFinding[] {
  const [first] = [...document.facts.reportNumbers, ...document.facts.sampleDates];
  if (document.facts.cma.length > 0 || !first) return [];
  return [{ ...about(document, first), kind: 'cma', pointer: null, says: '没有找到 CMA 资质认定编号（12 位）', formSays: '', mend: { zh: '请确认报告首页有 CMA 标志和编号；没有的不能作为监测依据', en: 'Check that the first page bears CMA and its number.' } }];
}
