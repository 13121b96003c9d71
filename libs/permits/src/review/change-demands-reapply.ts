import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { upgraded } from '../form/upgrade';
import type { FuelWords } from './fuels';
import { amountsGrow, limitsGone } from './reapply-amounts';
import { emissionsGrow } from './reapply-emissions';
import { productionGrows } from './reapply-production';
import { type Ground, numberOf, reason, type ReapplyReason, words } from './reapply-reason';

/**
 * 排污许可管理条例 art. 15: a new or enlarged project; another site, place of an outlet, way or destination of discharge;
 * more outlets, pollutants, concentrations or amounts. Everything else may be a change. Pure.
 */
export function changeDemandsReapply(before: Form, after: Form, fuels?: readonly FuelWords[]): ReapplyReason[] {
  const [old, now] = [upgraded(before), upgraded(after)];
  return [
    ...moved(old, now), ...productionGrows(old, now, fuels), ...outletsOff(old, now, 'air-outlets'), ...outletsOff(old, now, 'water-outlets'), ...dischargeOff(old, now),
    ...amountsGrow(old, now), ...limitsGone(old, now), ...emissionsGrow(old, now),
  ];
}

function moved(old: Form, now: Form): ReapplyReason[] {
  return ['location', 'siteAddress'].flatMap(field => (words(old.basic?.[field]) === '' ? [] : changed(old.basic ?? {}, now.basic ?? {}, { at: '/basic', field, ground: 2, why: ['生产经营场所变了', 'The site has moved'] })));
}

function outletsOff(old: Form, now: Form, section: 'air-outlets' | 'water-outlets'): ReapplyReason[] {
  const before = new Map(rowsOf(old, section, 'outlets').map(row => [textOf(row, 'code'), row]));
  return rowsOf(now, section, 'outlets').flatMap((row, index): ReapplyReason[] => {
    const code = textOf(row, 'code');
    const was = before.get(code);
    const at = `/${section}/outlets/${index}`;
    if (code === undefined) return [];
    if (!was) return [reason('E', 3, [`${at}/code`, `新增 ${code}`, '原有排放口'], ['排放口数量增加', 'There are more outlets'])];
    const kinds = listOf(row, 'pollutants').filter(one => !listOf(was, 'pollutants').includes(one));
    return [
      ...changed(was, row, { at, field: 'location', ground: 2, why: ['排放口位置变了', 'The outlet has moved'] }),
      ...changed(was, row, { at, field: 'destination', ground: 2, why: ['排放去向变了', 'The destination has changed'] }),
      ...(kinds.length > 0 ? [reason('E', 3, [`${at}/pollutants`, `新增 ${kinds.join('、')}`, '原有污染物'], ['污染物种类增加', 'There are more pollutants'])] : []),
      ...outletOff(was, row, at),
    ];
  });
}

/** From clean to dirty, by what emits. */
const DIRT: Readonly<Record<string, number>> = { 'boiler-gas': 1, 'power-gas': 1, 'boiler-oil': 2, 'boiler-coal': 4, 'power-coal': 4 };
/** What lets an outlet emit more where its concentration alone is limited. */
const FLOWS = ['flowNm3H', 'hoursPerYear', 'flowM3D'];

/** The class of an outlet, what leads to it and how much comes out of it. */
function outletOff(was: Row, row: Row, at: string): ReapplyReason[] {
  const [from, to] = [textOf(was, 'source'), textOf(row, 'source')];
  const [dirt, dirtier] = [DIRT[from ?? ''], DIRT[to ?? '']];
  const source = from === undefined || to === undefined || from === to ? [] : [dirt !== undefined && dirtier !== undefined && dirtier > dirt
    ? reason('E', 1, [`${at}/source`, to, from], ['改用污染更重的燃料，属于改建', 'A dirtier fuel is a rebuilt project'])
    : reason('W', 1, [`${at}/source`, to, from], ['排放源变了，可能属于改建', 'Something else emits'])];
  const lighter = textOf(was, 'outletClass') === 'main' && textOf(row, 'outletClass') === 'general'
    ? [reason('W', 3, [`${at}/outletClass`, '一般排放口', '主要排放口'], ['主要排放口改为一般排放口，年排放量不再受许可限制', 'A main outlet became a general one: its yearly amount is limited no longer'])] : [];
  const flows = FLOWS.flatMap(field => {
    const [before, after] = [numberOf(was, field), numberOf(row, field)];
    return before === undefined || after === undefined || after.lte(before) ? [] : [reason('W', 3, [`${at}/${field}`, after.toFixed(), `不超过 ${before.toFixed()}`], ['排气量、排水量或排放时间增加，可能使排放量增加', 'More flow or longer hours: more may be emitted'])];
  });
  return [...source, ...lighter, ...flows];
}

interface Cell {
  readonly at: string;
  readonly field: string;
  readonly ground: Ground;
  readonly why: readonly [string, string];
}

function changed(was: Row, row: Row, { at, field, ground, why }: Cell): ReapplyReason[] {
  const [before, after] = [words(was[field]), words(row[field])];
  return before === after ? [] : [reason('E', ground, [`${at}/${field}`, after, before], why)];
}

function dischargeOff(old: Form, now: Form): ReapplyReason[] {
  const [was, is] = [textOf(old['water-outlets'], 'discharge'), textOf(now['water-outlets'], 'discharge')];
  // Ceasing to discharge is no reason; beginning to, or another way, is.
  if (was === undefined || is === undefined || was === is || is === 'none') return [];
  return [reason('E', 2, ['/water-outlets/discharge', is, was], ['废水排放方式变了', 'The way of discharge has changed'])];
}
