import type { PaperPage } from '@huanbao/signatures';
import { type PrintedSection, printedSections, type SectionData } from '@huanbao/permits';
import type { Inspection } from '../enforcement.entity';
import { RECORD_FORM_VERSION, type RecordSection, type StoredPage } from './form';
import { DECISIONS, FAULTS, HARMS, SUGGESTIONS } from './law';
import type { InspectionFinding, InspectionPhoto } from './record.entity';

/** What is signed: everything of the record, in words and as data. */
export interface RecordContent {
  readonly formVersion: string;
  readonly inspection: Readonly<Record<string, unknown>>;
  readonly pages: Readonly<Record<string, SectionData>>;
  readonly printed: readonly PrintedSection<RecordSection>[];
  readonly findings: readonly Omit<InspectionFinding, 'inspectionId'>[];
  readonly photos: readonly Readonly<Record<string, unknown>>[];
}

export const KIND_ZH = { random: '双随机', special: '专项', complaint: '投诉举报', 'follow-up': '复查', offsite: '非现场' } as const;

export function contentOf(inspection: Inspection, stored: readonly StoredPage[], { findings, photos }: { readonly findings: readonly InspectionFinding[]; readonly photos: readonly InspectionPhoto[] }): RecordContent {
  const { id, number, kind, drawNumber, enterpriseId, enterpriseName, uscc, regionCode, officers, reason, legalBasis, complaintNumber, followsNumber, overrideReason, overrideByName, crewChanges } = inspection;
  const pages = Object.fromEntries(stored.map(({ page, data }) => [page.key, data]));
  return {
    formVersion: RECORD_FORM_VERSION, pages,
    inspection: { id, number, kind, drawNumber, enterpriseId, enterpriseName, uscc, regionCode, officers, reason, legalBasis, complaintNumber, followsNumber, overrideReason, overrideByName, ...(crewChanges.length > 0 ? { crewChanges } : {}) },
    // violations are printed with their law, from the findings
    printed: printedSections(stored.map(one => one.page).filter(page => page.key !== 'violations'), pages),
    findings: findings.map(({ inspectionId: _, ...one }) => one),
    photos: photos.map(({ id: photoId, section, caption, sha256, capturedAt, lng, lat, accuracyM, noPlace, takenByName }) => ({ id: photoId, section, caption, sha256, capturedAt: capturedAt.toISOString(), lng, lat, accuracyM, noPlace, takenByName })),
  };
}

const WIDE = 495;
const wordOf = (words: Readonly<Record<string, { readonly zh: string }>>, key: string): string => words[key]?.zh ?? key;

/** The record in words: for the copy of record of each officer and for the paper. */
export function drawContent(page: PaperPage, { inspection, printed, findings }: RecordContent): void {
  const officers = inspection['officers'] as Inspection['officers'];
  page.keyValues([
    ['检查编号', String(inspection['number'])],
    ['检查类型', KIND_ZH[inspection['kind'] as keyof typeof KIND_ZH] + [inspection['drawNumber'], inspection['complaintNumber'], inspection['followsNumber']].filter(Boolean).map(one => `（${String(one)}）`).join('')],
    ['被检查单位', String(inspection['enterpriseName'])],
    ...(inspection['reason'] ? [['检查理由', String(inspection['reason'])] as const] : []),
    ...(inspection['legalBasis'] ? [['检查依据', String(inspection['legalBasis'])] as const] : []),
    ['检查人员及执法证号', officers.map(one => `${one.name}（${one.certificateNo}）`).join('、')],
    ...((inspection['crewChanges'] ?? []) as Inspection['crewChanges']).map(({ left, joined, reason, byName, at }) => ['检查人员更换', `${left.name}（${left.certificateNo}）更换为 ${joined.name}（${joined.certificateNo}），${at.slice(0, 10)}，${byName} 决定：${reason}`] as const),
  ]);
  for (const section of printed) {
    page.heading(section.title.zh, 2);
    const facts = section.facts.map(fact => [fact.unit ? `${fact.label.zh}（${fact.unit}）` : fact.label.zh, fact.value || '未填写'] as const);
    if (facts.length > 0) page.keyValues(facts);
    for (const table of section.tables) {
      page.heading(table.caption.zh, 3);
      if (table.rows.length === 0) page.paragraph('无');
      else page.table(table.columns.map(one => ({ title: one.label.zh, width: Math.floor(WIDE / table.columns.length) })), table.rows);
    }
  }
  page.heading('违法问题与处理', 2);
  if (findings.length === 0) page.paragraph('未发现违法问题。');
  for (const one of findings) {
    page.keyValues([
      [`问题 ${one.place}`, one.title], ['行为发生日期', one.conductOn], ['事实', one.description], ['法律依据', `${one.law}${one.lawVerified ? '' : '（条文未核实）'}`], ['危害和情节', `${wordOf(HARMS, one.harm)}，${wordOf(FAULTS, one.fault)}`],
      ['建议', wordOf(SUGGESTIONS, one.suggestion)], ['处理', wordOf(DECISIONS, one.decision) + (one.decisionReason ? `（${one.decisionReason}）` : '')],
    ]);
  }
}
