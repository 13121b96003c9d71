import type { Form, Row, SectionData } from '../form/field';
import { LEDGER_KINDS } from '../form/sections/duties';
import { REQUIRED_ATTACHMENTS } from '../form/sections/waste-and-monitoring';

/** Who applies: what the platform knows already of the enterprise, and its uploaded files by kind of attachment. */
export interface FormOwner {
  readonly name?: string;
  readonly uscc?: string;
  readonly address?: string;
  readonly legalRepresentative?: string;
  /** File ids by kind of attachment; one id may serve several kinds. `commitment` stands in for kinds not named. */
  readonly fileIds: Readonly<Record<string, string>>;
}

/** The same amount in each of the five years of a permit. */
export const fiveYears = (tonnes: string): Row => ({ year1T: tonnes, year2T: tonnes, year3T: tonnes, year4T: tonnes, year5T: tonnes });

export function attachmentRows(fileIds: Readonly<Record<string, string>>): Row[] {
  const fallback = Object.values(fileIds)[0];
  return REQUIRED_ATTACHMENTS.map(kind => ({ kind, fileId: fileIds[kind] ?? fallback }));
}

/** One row of the monitoring plan by hand. */
export const manual = (source: string, place: Row, pollutant: string, plan: { frequency: string; technique: string }): Row => ({
  source, ...place, pollutant, method: 'manual', ...plan,
});

/** Noise of a works that runs at night, within the limits of its zone. */
export const noiseOf = (functionalZone: string, dayDbA: string, nightDbA: string): SectionData => ({
  hasNoise: true, nightProduction: true, boundaries: ['东厂界', '南厂界', '西厂界', '北厂界'].map(point => ({ point, functionalZone, dayDbA, nightDbA, standard: 'GB 12348-2008' })),
  sources: [{ name: '风机', measures: '消声器、减振基座、室内布置' }],
});

const FREQUENCY: Readonly<Record<string, string>> = { basic: '1次/年', 'facility-operation': '1次/日', 'treatment-operation': '1次/日', monitoring: '每次监测', other: '发生时' };

/** The five ledgers, a yearly report, and nothing in addition: what 简化管理 asks for. */
export const plainDuties = (): Form => ({
  ledgers: {
    records: LEDGER_KINDS.map(({ value, zh }) => ({ kind: value, content: zh, frequency: FREQUENCY[value] ?? '1次/日', medium: 'both', retentionYears: 5 })),
    reports: [{ period: 'annual', dueMonthDay: '01-31', content: '按 HJ 944-2018 年度执行报告内容' }],
  },
  'supplementary-registration': { hasProcesses: false },
  local: { hasLocal: true, specialPeriods: [{ name: '重污染天气应急响应期间', measure: '按当地应急减排清单执行' }] },
  submission: { needsPublicity: false },
});
