import { Injectable } from '@nestjs/common';
import { CaseEngine, type Consequence, Corrections } from '@huanbao/casework';
import { systemActor } from '@huanbao/platform';
import type { PermitApplication } from './application.entity';
import { isSectionKey, sectionOf } from './form/form';
import { fieldAt } from './form/places';
import type { Finding } from './review/rule';

/** Where a remark is mended when that is not where it stands: an outlet nobody measures is mended in the plan. */
const MENDED_IN: Readonly<Record<string, readonly string[]>> = {
  C4: ['/process-nodes/nodes'], C7: ['/air-totals/plantTotals', '/air-limits/limits'], C8: ['/air-limits/limits', '/water-limits/limits'], C10: ['/self-monitoring/plan'],
};

/** Pure: the tables and fields that the errors of a run point to, or are mended in. Whole tables, for a row may be new. */
export function placesToMend(findings: readonly Pick<Finding, 'ruleId' | 'level' | 'pointer'>[]): string[] {
  const errors = findings.filter(one => one.level === 'E');
  return [...new Set(errors.flatMap(({ ruleId, pointer }) => [pointer.split('/').slice(0, 3).join('/'), ...(MENDED_IN[ruleId] ?? [])]))];
}

/**
 * 补正 opens only what the notice lists. What is mended there may break another part of the form: without opening that too the
 * applicant could never hand in again, for a run with errors is not taken.
 */
@Injectable()
export class CorrectionConsequences {
  constructor(
    private readonly corrections: Corrections,
    private readonly engine: CaseEngine,
  ) {}

  /** Inside the transaction that writes the findings of a run. */
  async follow({ id, editing }: PermitApplication, findings: readonly Finding[]): Promise<void> {
    if (editing !== 'flagged') return;
    const wanted = placesToMend(findings).flatMap(pointer => consequenceOf(pointer) ?? []);
    const opened = wanted.length === 0 ? [] : await this.corrections.widen(id, wanted);
    if (opened.length === 0) return;
    const names = opened.map(one => one.label).join('、');
    await this.engine.note(id, {
      actor: systemActor('permits'), authorise: () => undefined, action: 'permit-application.correction-follows', details: { pointers: opened.map(one => one.pointer) },
      text: { zh: `补正内容牵连到其他部分，一并开放修改：${names}`, en: `What is corrected touches other parts, which are opened too: ${names}` },
    });
  }
}

function consequenceOf(pointer: string): Consequence | undefined {
  const key = pointer.split('/')[1] ?? '';
  if (!isSectionKey(key)) return undefined;
  const label = (fieldAt({}, pointer)?.label ?? sectionOf(key).title).zh;
  return { pointer, label, requirement: '随补正内容改动，通过机器校核即可；没有别的要求', reason: '机器校核（补正牵连）' };
}
