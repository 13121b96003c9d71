import { type Row } from '@huanbao/permits';
import type { MonitoringFacts } from '@huanbao/records';
import Decimal from 'decimal.js';
import { UNITS } from '../form/choices';
import { rowsIn, textIn } from '../form/form';
import { partsOf } from '../form/form';
import type { PartKey } from '../form/part';
import { basicOffer, known, scalars, tableOffer, together } from './basic';
import type { AmountFact, OtherReport, PenaltyFact, ReportFacts } from './facts';
import { type Offer, rowIdOf } from './offer';
import { fromLast, fromLedger, fromMonitoring, text } from './words';

const NOTHING: Offer = { data: {}, sources: {} };

const OFFERS: Readonly<Record<PartKey, (facts: ReportFacts) => Offer>> = {
  basic: basicOffer,
  compliance: complianceOffer,
  treatment: treatmentOffer,
  monitoring: monitoringOffer,
  ledgers: ledgersOffer,
  emissions: emissionsOffer,
  tax: ({ previous }) => fromPrevious(previous, 'tax', ['taxed', 'whyNot']),
  disclosure: ({ previous }) => rowsFromPrevious(previous, 'disclosure', 'items', ['content', 'way', 'when']),
  management: ({ previous }) => fromPrevious(previous, 'management', ['institution', 'rules']),
  'permit-other': conditionsOffer,
  remarks: () => NOTHING,
  conclusion: () => NOTHING,
  attachments: () => NOTHING,
};

/** ② the penalties of this platform. None of them says nothing: other authorities impose penalties too, so the answer “no” is the person's. */
function complianceOffer({ penalties }: ReportFacts): Offer {
  if (penalties.length === 0) return NOTHING;
  return scalars({ hasPenalties: true, penalties: penalties.map(penaltyWords).join('\n').slice(0, 2000) }, text(`本平台的行政处罚决定：${penalties.length} 件`, `Penalty decisions of this platform: ${penalties.length}`));
}

/** What is closed is performed, unless its pursuit ended before. Pure. */
export const penaltyWords = ({ documentNo, servedOn, violation, measures, fineYuan, closed, ended }: PenaltyFact): string =>
  `${documentNo}（${servedOn} 送达）：${violation.zh}；${measures.map(one => one.zh).join('、')}${Number(fineYuan) > 0 ? `，罚款 ${fineYuan} 元` : ''}；${closed ? (ended ? '已结案' : '已执行完毕') : '尚未结案'}。整改情况：`;

/** What the platform knows for each part of a report. */
export function offersOf(facts: ReportFacts): ReadonlyMap<PartKey, Offer> {
  return new Map(partsOf(facts.kind).map(part => [part.key, OFFERS[part.key](facts)]));
}

function treatmentOffer({ records }: ReportFacts): Offer {
  const runs = records.treatments.map(one => ({
    row: { id: rowIdOf('run', one.code), code: one.code, name: one.title.zh.replace(one.code, '').trim(), ...(one.days > 0 ? { runningHours: one.hours, ...known({ reagents: one.reagents, reagentKg: one.reagentKg === '0' ? undefined : one.reagentKg }) } : {}) },
    source: fromLedger(one.days),
  }));
  const failures = records.treatments.flatMap(one => one.abnormal.map((each, index) => ({
    row: { id: rowIdOf('abnormal', one.code, each.on, String(index)), facility: one.code, fromOn: each.on, ...known({ cause: each.cause, measures: each.action }) }, source: text(`治理设施台账 ${each.on}`, `Ledger of treatment, ${each.on}`),
  })));
  const entered = records.treatments.some(one => one.days > 0);
  return together(tableOffer('runs', runs), ...(failures.length > 0 ? [tableOffer('abnormal', failures)] : []), entered ? scalars({ hasAbnormal: failures.length > 0 }, text('治理设施台账', 'Ledger of treatment')) : NOTHING);
}

function monitoringOffer({ records }: ReportFacts): Offer {
  return tableOffer('results', records.monitoring.map(one => ({
    row: {
      id: rowIdOf('result', one.place, one.pollutant), place: one.place, pollutant: one.pollutant, method: one.method, ...(one.method === 'manual' ? { planned: one.planned } : {}), done: one.done, exceeded: one.exceeded,
      ...known({ explanation: standingWords(one) }),
      ...(UNITS.some(unit => unit.value === one.unit) ? { unit: one.unit } : {}), ...known({ least: one.least ?? undefined, most: one.most ?? undefined, average: one.average ?? undefined, limit: one.limit ?? undefined }),
    },
    source: fromMonitoring(one.count),
  })));
}

/** 停运免测: how often nothing was to be measured, and which stoppage says so. */
function standingWords({ standing }: MonitoringFacts): string | undefined {
  if (standing.periods === 0) return undefined;
  return `停运免测 ${standing.periods} 次（停产报告 ${standing.stoppages.map(one => `${one.from} 至 ${one.to ?? '未复产'}`).join('、')}）`;
}

function ledgersOffer({ records }: ReportFacts): Offer {
  return tableOffer('items', records.ledgers.map(one => ({
    row: { id: rowIdOf('ledger', one.key), item: one.title.zh, expected: one.expected, entered: one.entered, complete: one.entered >= one.expected }, source: text(`台账：应记 ${one.expected}，实记 ${one.entered}`, `Ledger: ${one.entered} of ${one.expected}`),
  })));
}

function emissionsOffer(facts: ReportFacts): Offer {
  const rows = facts.amounts.filter(one => one.amountT !== null).map(one => ({
    row: { id: rowIdOf('amount', one.outletCode, one.pollutant, one.subPeriod), outletCode: one.outletCode, pollutant: one.pollutant, subPeriod: one.subPeriod, amountT: one.amountT as string, ...known({ method: one.method ?? undefined, steps: one.steps.slice(0, 2000) }) },
    source: one.source,
  }));
  const exceeded = facts.records.exceedances.map(one => ({
    row: { id: rowIdOf('exceedance', one.place, one.pollutant, one.sampledOn, one.value), place: one.place, pollutant: one.pollutant, on: one.sampledOn, value: one.value, limit: one.limit, ...(UNITS.some(unit => unit.value === one.unit) ? { unit: one.unit } : {}), ...known({ cause: one.cause ?? undefined, measures: one.action ?? undefined, restoredOn: one.restoredOn ?? undefined }) },
    source: text('超标记录和说明', 'Exceedances and what was said of them'),
  }));
  const totals = totalRows(facts);
  const over = totals.some(({ row }) => isOver(textIn(row, 'totalT'), textIn(row, 'permittedT')));
  return together(
    tableOffer('amounts', rows), tableOffer('totals', totals), ...(exceeded.length > 0 ? [tableOffer('exceedances', exceeded)] : []),
    totals.length > 0 ? scalars({ withinAmounts: !over }, text('报告期合计与年许可量比较', 'Totals against the yearly amounts')) : NOTHING,
    facts.records.monitoring.some(one => one.count > 0) ? scalars({ withinLimits: exceeded.length === 0 && facts.records.monitoring.every(one => one.exceeded === 0) }, text('监测数据与许可浓度比较', 'Results against the limits')) : NOTHING,
  );
}

const isOver = (total: string, permitted: string): boolean => /^\d/.test(total) && /^\d/.test(permitted) && new Decimal(total).gt(permitted);

/** One row for each outlet and pollutant that has an amount, and one for the plant where the permit limits it as a whole. */
function totalRows(facts: ReportFacts): { row: Row; source: { zh: string; en: string } }[] {
  const groups = new Map<string, AmountFact[]>();
  for (const one of facts.amounts) groups.set(`${one.outletCode}|${one.pollutant}`, [...(groups.get(`${one.outletCode}|${one.pollutant}`) ?? []), one]);
  const lines = [...groups.values()].flatMap(group => {
    const [first] = group;
    const figures = group.filter(one => one.amountT !== null);
    if (!first || figures.length === 0) return [];
    return [{ outletCode: first.outletCode, pollutant: first.pollutant, total: sumOf(figures), missing: group.length - figures.length }];
  });
  const plant = facts.permitted.filter(one => one.outletCode === 'plant').flatMap(({ pollutant }) => {
    const parts = facts.amounts.filter(one => one.pollutant === pollutant && one.amountT !== null && one.outletCode.startsWith('DA'));
    return parts.length === 0 ? [] : [{ outletCode: '全厂', pollutant, total: sumOf(parts), missing: 0 }];
  });
  return [...lines, ...plant].map(({ outletCode, pollutant, total, missing }) => {
    const permitted = facts.permitted.find(one => (one.outletCode === 'plant' ? '全厂' : one.outletCode) === outletCode && one.pollutant === pollutant)?.permittedT ?? null;
    const gap = missing === 0 ? text('各时段之和', 'Sum of the parts of the period') : text(`各时段之和；有 ${missing} 个时段没有数据，请补填`, `Sum of the parts; ${missing} of them have no data: complete them`);
    return { row: { id: rowIdOf('total', outletCode, pollutant), outletCode, pollutant, totalT: total, permittedT: permitted ?? '/' }, source: gap };
  });
}

const sumOf = (facts: readonly AmountFact[]): string => facts.reduce((sum, one) => sum.add(one.amountT ?? 0), new Decimal(0)).toFixed();

function conditionsOffer({ conditions }: ReportFacts): Offer {
  return tableOffer('conditions', conditions.map(one => ({ row: { id: rowIdOf('condition', one.id), condition: one.text.slice(0, 1000) }, source: text('许可证条件', 'Condition of the permit') })));
}

/** Standing facts of the last report: who is in charge, how things are published. What was done in the period is written anew. */
function fromPrevious(previous: OtherReport | null, part: PartKey, names: readonly string[]): Offer {
  const data = previous?.form[part];
  if (!previous || !data) return NOTHING;
  const values = Object.fromEntries(names.flatMap(name => (typeof data[name] === 'string' || typeof data[name] === 'boolean' ? [[name, data[name] as string | boolean]] : [])));
  return scalars(values, fromLast(previous.title));
}

function rowsFromPrevious(previous: OtherReport | null, part: PartKey, table: string, names: readonly string[]): Offer {
  if (!previous) return NOTHING;
  return tableOffer(table, rowsIn(previous.form[part], table).map(row => ({
    row: { id: rowIdOf(part, textIn(row, names[0] ?? '')), ...known(Object.fromEntries(names.map(name => [name, textIn(row, name)]))) }, source: fromLast(previous.title),
  })));
}
