import type { Form, Row, SectionData, Text } from '@huanbao/permits';
import type { ReportFacts } from './facts';

export const text = (zh: string, en: string): Text => ({ zh, en });

export const permitRows = (form: Form, section: string, table: string): readonly Row[] => {
  const value = (form as Readonly<Record<string, SectionData | undefined>>)[section]?.[table];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
};

export const fromPermit = ({ versions }: ReportFacts): Text =>
  versions.length > 1
    ? text(`许可证第 ${versions.join('、')} 版（报告期内有变更，按期末的一版）`, `Permit, versions ${versions.join(', ')}: the last of the period`)
    : text(`许可证第 ${versions[0] ?? 1} 版`, `Permit, version ${versions[0] ?? 1}`);
export const fromLedger = (days: number): Text => text(`台账：${days} 天有记录`, `Ledger: ${days} day(s) entered`);
export const fromMonitoring = (count: number): Text => text(`监测数据：${count} 个结果`, `Monitoring: ${count} result(s)`);
export const fromLast = (title: Text): Text => text(`沿用${title.zh}，请核对`, `Taken over from ${title.en}: please check`);
