import type { FieldProblem } from '@huanbao/platform';
import type { PermitCondition } from '../life/permit-limit.entity';
import type { LayDownDto } from './condition.dto';
import type { ApplicationCondition, LibraryCondition } from './condition.entity';
import { templateOf } from './condition.view';
import { dutyFaults } from './content-faults';
import type { DutyTemplate } from './recurring';
import { parameterFaults, rendered } from './render';
import type { Subjects } from './subjects';

type Facts = Omit<ApplicationCondition, 'id' | 'applicationId' | 'act' | 'permitConditionId' | 'createdAt' | 'createdBy' | 'createdByName'>;

interface Sources {
  /** The condition of the permit that is changed. */
  readonly old: PermitCondition | null;
  /** The version of the library that is laid down; null for one's own words. */
  readonly source: LibraryCondition | null;
  readonly subjects: Subjects;
}

const fault = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** What is laid down, from the library with its places filled or in the officer's words; and what is wrong with it. Pure. */
export function laidDown(given: LayDownDto, { old, source, subjects }: Sources): { readonly facts: Facts; readonly faults: FieldProblem[] } {
  const parameters = source ? Object.fromEntries(Object.entries(given.parameters ?? {}).map(([name, value]) => [name, String(value)])) : {};
  const fill = (text: string): string => (source ? rendered(text, source.parameters, parameters) : text);
  const subject = source?.subject ?? given.subject ?? old?.subject ?? 'site';
  const duty = given.duty === undefined ? (source?.duty ?? carried(old)) : given.duty && templateOf(given.duty);
  const facts: Facts = {
    libraryCode: source?.code ?? null, libraryVersion: source?.version ?? null, parameters, subject, subjectCode: subject === 'site' ? null : (given.subjectCode ?? old?.subjectCode ?? null),
    title: source?.title ?? given.title ?? old?.title ?? '', kind: source?.kind ?? given.kind ?? old?.kind ?? 'other', text: fill(source?.text ?? given.text ?? ''),
    legalBasis: source?.legalBasis ?? given.legalBasis ?? old?.legalBasis ?? '', verified: source?.verified ?? false, isPublic: given.isPublic ?? old?.isPublic ?? true,
    duty: duty ? { ...duty, content: fill(duty.content) } : null, reason: given.reason ?? null,
  };
  const faults = [...(source ? parameterFaults(source.parameters, given.parameters ?? {}) : ownWords(given, facts)), ...subjectFaults(facts, subjects), ...dutyFaults(facts.duty), ...reasonFaults(given, facts)];
  return { facts, faults };
}

/** A changed condition keeps its duty unless another is given: it goes on from the next due day. */
const carried = (old: PermitCondition | null): DutyTemplate | null =>
  old?.duty?.atMonthEnd ? { period: old.duty.period, content: old.duty.content, rule: 'period-end', days: 0, monthDay: null, date: null } : old?.duty ? { period: old.duty.period, content: old.duty.content, rule: 'date', days: null, monthDay: null, date: old.duty.firstDueOn } : null;

function ownWords(given: LayDownDto, facts: Facts): FieldProblem[] {
  return [
    ...(given.parameters && Object.keys(given.parameters).length > 0 ? [fault('/parameters', 'unknown', '自拟条件没有参数，请直接写在正文里', 'One’s own words have no parameters: write them into the text.')] : []),
    ...(facts.title === '' ? [fault('/title', 'title', '请写一个简短的名称，例如“煤场封闭”', 'Give it a short title.')] : []),
    ...(facts.text === '' ? [fault('/text', 'text', '请写明条件的内容', 'Write what is demanded.')] : []),
    ...(facts.legalBasis === '' ? [fault('/legalBasis', 'basis', '请写明依据（法律条款、标准或环评批复文号）', 'Name the ground: article, standard or approval.')] : []),
  ];
}

function subjectFaults({ subject, subjectCode }: Facts, { outlets, facilities }: Subjects): FieldProblem[] {
  if (subject === 'site') return [];
  const known = subject === 'outlet' ? outlets : facilities;
  if (subjectCode && known.includes(subjectCode)) return [];
  const [zh, en] = subject === 'outlet' ? ['排放口', 'outlet'] : ['设施', 'facility'];
  return [fault('/subjectCode', 'subject', `请选择申请表里的${zh}${known.length > 0 ? `：${known.slice(0, 10).join('、')}` : ''}`, `Choose an ${en} of the form.`)];
}

function reasonFaults(given: LayDownDto, { libraryCode }: Facts): FieldProblem[] {
  if (given.reason || (given.act === 'add' && libraryCode !== null)) return [];
  return [given.act === 'change' ? fault('/reason', 'reason', '请写明为什么修改这一条', 'Say why it is changed.') : fault('/reason', 'reason', '自拟条件请写明理由', 'Say why one’s own words are needed.')];
}
