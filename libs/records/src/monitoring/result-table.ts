import type { SheetColumn, SheetTable } from '@huanbao/sheets';
import type { PlanLineView } from './monitoring.view';

const text = (key: string, zh: string, en: string, rest: Partial<SheetColumn> = {}): SheetColumn => ({ key, label: { zh, en }, type: 'text', ...rest });

/** What an empty workbook says above its table. */
export const RESULT_SHEET_INTRO = '每行一条结果，照监测报告填写。未检出填“<检出限”，如 <0.5。带 * 的必填。';
export const RESULT_SHEET_NAME = '自行监测结果';

/** Results as a table: places and pollutants to choose are those of the permit's own plan. */
export function resultTable(plan: readonly PlanLineView[]): SheetTable {
  const places = [...new Map(plan.map(line => [line.place, { value: line.place, zh: `${line.place} ${line.placeName}`.trim(), en: line.place }])).values()];
  const pollutants = [...new Map(plan.map(line => [line.pollutant, { value: line.pollutant, ...line.pollutantTitle }])).values()];
  return {
    title: '监测结果',
    columns: [
      { key: 'place', label: { zh: '点位', en: 'Place' }, type: 'choice', options: places, required: true }, { key: 'pollutant', label: { zh: '监测因子', en: 'Pollutant' }, type: 'choice', options: pollutants, required: true },
      text('sampledAt', '采样时间', 'Sampled at', { required: true, example: '2026-11-24 09:30' }), text('value', '监测值', 'Value', { required: true, example: '<0.5' }), text('unit', '单位', 'Unit', { example: 'mg/m³' }),
      { key: 'oxygenPercent', label: { zh: '实测含氧量', en: 'Oxygen' }, type: 'decimal', unit: '%', min: 0 }, { key: 'flow', label: { zh: '流量', en: 'Flow' }, type: 'decimal', min: 0, help: { zh: '废气 m³/h，废水 m³/d', en: 'm³/h of gas, m³/d of water' } },
      text('sampleNo', '样品编号', 'Sample'), { key: 'ownLaboratory', label: { zh: '本单位自己检测', en: 'Own laboratory' }, type: 'boolean' }, text('laboratory', '检测机构', 'Laboratory'), text('cma', 'CMA 证书编号', 'CMA number'),
      text('technique', '测定方法', 'Technique'), text('reportNo', '报告编号', 'Report'), text('note', '备注', 'Note'), { key: 'checked', label: { zh: '数值已核对', en: 'Value checked' }, type: 'boolean', help: { zh: '被提示像是填错、核对后确实如此的填“是”', en: '“yes” for a value that was asked about and is right' } },
    ],
  };
}

/** A read line as a row of the API: who says that a value was checked answers what would be asked. */
export const resultRow = ({ checked, ...row }: Readonly<Record<string, unknown>>): Record<string, unknown> => ({ ...row, ...(checked === true ? { confirmed: ['unit-slip', 'sample-reused'] } : {}) });
