import type { LimitStandard } from '../limit-standard.entity';
import type { Candidate, Explanation } from '../review/explain-limits';
import type { LimitRow } from '../review/rule';
import { narrowedBy, nameOfLimit, pollutantWords, sourceWords, tierWords } from './limit-names';
import type { Book, LimitChange } from './plan-changes';
import type { CandidateView, LimitChangeView, LimitListRowView, LimitView, StrictestView } from './limits.view';

export function limitView(row: LimitRow): LimitView {
  return {
    id: row.id ?? '', standard: row.standard, title: row.title, medium: row.medium, source: row.source, sourceTitle: sourceWords(row), pollutant: row.pollutant, pollutantTitle: pollutantWords(row),
    value: row.value, unit: row.unit, tier: row.tier, tierTitle: tierWords(row.tier), validFrom: row.validFrom, validTo: row.validTo, industry: row.industry ?? null, fuel: row.fuel ?? null, variant: row.variant ?? null,
    buildPeriod: row.buildPeriod ?? null, builtSince: row.builtSince ?? null, discharge: row.discharge ?? null, averaging: row.averaging ?? null, baseOxygen: row.baseOxygen ?? null, legalBasis: row.legalBasis ?? null,
    narrowed: narrowedBy(row), verified: row.verified, origin: row.origin ?? null, note: row.note,
  };
}

export const listRowView = (row: LimitRow & Pick<LimitStandard, 'supersededAt' | 'confirmedByName'>): LimitListRowView => ({ ...limitView(row), supersededAt: row.supersededAt, confirmedByName: row.confirmedByName });

function candidateView({ row, applies, certain, why, comparedValue, comparedUnit, conversion, wins }: Candidate): CandidateView {
  return { ...limitView(row), applies, certain, why: { ...why }, comparedValue, comparedUnit, conversion: conversion && { ...conversion }, wins };
}

export function strictestView({ strictest, candidates, commonOxygen, summary }: Explanation, date: string): StrictestView {
  return { date, summary: { ...summary }, strictest: strictest && candidateView(strictest), candidates: candidates.map(candidateView), commonOxygen };
}

const said = ({ value, unit }: Pick<LimitRow, 'value' | 'unit'>): string => `${value} ${unit}`;

/** A change in words, against the book it starts from. */
export function changeView(change: LimitChange, { limits, standards }: Book): LimitChangeView {
  switch (change.op) {
    case 'add':
      return { op: change.op, title: `${change.row.standard} ${nameOfLimit({ ...change.row, verified: false, validTo: null })}`, before: null, after: said(change.row), from: change.row.validFrom, lastDay: null };
    case 'replace':
    case 'correct': {
      const old = limits.find(one => one.id === change.id);
      return { op: change.op, title: `${change.row.standard} ${nameOfLimit({ ...change.row, verified: false, validTo: null })}`, before: old ? said(old) : null, after: said(change.row), from: change.row.validFrom, lastDay: null };
    }
    case 'end': {
      const old = limits.find(one => one.id === change.id);
      return { op: change.op, title: old ? `${old.standard} ${nameOfLimit(old)}` : change.id, before: old ? said(old) : null, after: null, from: null, lastDay: change.lastDay };
    }
    case 'add-standard':
      return { op: change.op, title: `${change.standard.code}《${change.standard.title}》`, before: null, after: change.standard.code, from: change.standard.inForceFrom, lastDay: null };
    case 'end-standard': {
      const old = standards.find(one => one.code === change.code);
      return { op: change.op, title: `${change.code}《${old?.title ?? ''}》`, before: change.code, after: change.replacedBy, from: null, lastDay: change.lastDay };
    }
  }
}
