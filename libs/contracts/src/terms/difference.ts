import { ContractTerms, MilestoneTerms, PAYABLE_WORDS } from './terms';

export interface TermDifference {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly from: string | null;
  readonly to: string | null;
}

const FIELDS: readonly { readonly field: Exclude<keyof ContractTerms, 'milestones'>; readonly zh: string; readonly en: string }[] = [
  { field: 'priceYuan', zh: '合同价（元）', en: 'Price (CNY)' },
  { field: 'startsOn', zh: '开始日期', en: 'Begins' },
  { field: 'durationDays', zh: '工期（天）', en: 'Duration (days)' },
  { field: 'scope', zh: '服务内容', en: 'Scope' },
  { field: 'deliverables', zh: '交付成果', en: 'Deliverables' },
  { field: 'acceptance', zh: '验收', en: 'Acceptance' },
  { field: 'confidentiality', zh: '保密', en: 'Confidentiality' },
  { field: 'liability', zh: '违约责任', en: 'Liability' },
  { field: 'disputes', zh: '争议解决', en: 'Disputes' },
  { field: 'other', zh: '其他约定', en: 'Other terms' },
];

const textOf = (value: string | number | readonly string[]): string => (typeof value === 'object' ? value.join('\n') : String(value));
const lineOf = (one: MilestoneTerms): string => `${one.name}；${one.dueOn}；${one.amountYuan} 元；${PAYABLE_WORDS[one.payableOn]}付款；${one.deliverable}`;

/** What differs between two versions of terms, field by field, milestones by what they are and not by their place. */
export function differences(before: ContractTerms, after: ContractTerms): TermDifference[] {
  const plain = FIELDS.flatMap(({ field, zh, en }) => {
    const [from, to] = [textOf(before[field]), textOf(after[field])];
    return from === to ? [] : [{ field, zh, en, from, to }];
  });
  return [...plain, ...milestoneDifferences(before.milestones, after.milestones)];
}

function milestoneDifferences(before: readonly MilestoneTerms[], after: readonly MilestoneTerms[]): TermDifference[] {
  const named = (one: MilestoneTerms): Pick<TermDifference, 'field' | 'zh' | 'en'> => ({ field: 'milestones', zh: `里程碑：${one.name}`, en: `Milestone: ${one.name}` });
  const kept = before.flatMap((old): TermDifference[] => {
    const now = after.find(one => one.id === old.id);
    if (!now) return [{ ...named(old), from: lineOf(old), to: null }];
    return lineOf(old) === lineOf(now) ? [] : [{ ...named(old), from: lineOf(old), to: lineOf(now) }];
  });
  const added = after.filter(one => !before.some(old => old.id === one.id)).map(one => ({ ...named(one), from: null, to: lineOf(one) }));
  return [...kept, ...added];
}
