import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { KeptFact } from './kept-fact.entity';
import { KIND_RULES, valueWords } from './rules';

const STEPS = { record: { zh: '登记了', en: 'was entered' }, correct: { zh: '更正了', en: 'was corrected' }, withdraw: { zh: '撤回了', en: 'was withdrawn' } } as const;

/** Tells the enterprise what is kept of it, and officers what it asks for. */
@Injectable()
export class FactLetters {
  constructor(private readonly notifier: Notifier) {}

  /** The enterprise says that a row is wrong. */
  async asked(fact: KeptFact): Promise<void> {
    const { id, enterpriseName, regionCode, documentNo, reason } = fact;
    const kind = KIND_RULES[fact.kind];
    await this.notifier.notify({
      to: { role: 'bureau.supervisor', regionCode }, topic: 'organisation', subject: { type: 'kept-fact', id }, key: `kept-fact:${id}:asked`, link: null,
      title: { zh: `${enterpriseName}请求更正登记的数据：${kind.zh}`, en: `${enterpriseName} asks for a correction: ${kind.en}` },
      body: { zh: `文号 ${documentNo}。理由：${reason ?? ''}。请核对原件后在“环境数据登记”确认或不予确认。`, en: `Document ${documentNo}. Why: ${reason ?? ''}. Compare with the document, then confirm or refuse it under kept data.` },
    });
  }

  /** A refusal is told only to the enterprise that asked. */
  async decided(fact: KeptFact, verdict: 'confirmed' | 'refused', reason: string | null): Promise<void> {
    const { id, enterpriseId, step, fromOn, toOn, documentNo } = fact;
    if (verdict === 'refused' && fact.source !== 'enterprise') return;
    const kind = KIND_RULES[fact.kind];
    const span = `${fromOn} 至 ${toOn ?? '长期'}`;
    await this.notifier.notify({
      to: { orgId: enterpriseId, roles: ['enterprise.admin'] }, topic: 'organisation', subject: { type: 'kept-fact', id }, key: `kept-fact:${id}:${verdict}`, link: `/e/${enterpriseId}/kept-facts/${id}`,
      ...(verdict === 'refused'
        ? { title: { zh: `更正请求未被采纳：${kind.zh}`, en: `Your request was refused: ${kind.en}` }, body: { zh: `理由：${reason ?? ''}。对结果有异议的，可以补充材料再次提出，或依法申请行政复议。`, en: `Why: ${reason ?? ''}. Ask again with further papers, or seek reconsideration.` } }
        : { title: { zh: `主管部门${STEPS[step].zh}你单位的数据：${kind.zh}`, en: `${kind.en} ${STEPS[step].en}` }, body: { zh: `${valueWords(fact)}，${span}，文号 ${documentNo}。与事实不符的，请在“登记的数据”中请求更正。`, en: `${valueWords(fact)}, ${fromOn} – ${toOn ?? ''}, ${documentNo}. If it is wrong, ask for a correction there.` } }),
    });
  }
}
