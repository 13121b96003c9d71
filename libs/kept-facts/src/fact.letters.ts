import { Injectable } from '@nestjs/common';
import { type Message, Notifier } from '@huanbao/notifications';
import type { KeptFact } from './kept-fact.entity';
import { KIND_RULES, valueWords } from './rules';

const CHANGES = { correct: { zh: '更正了', en: 'was corrected' }, withdraw: { zh: '撤回了', en: 'was withdrawn' } } as const;

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
  async decided(fact: KeptFact, verdict: 'confirmed' | 'refused', { reason, day }: { readonly reason: string | null; readonly day: string }): Promise<void> {
    if (fact.step === 'record') {
      if (verdict === 'confirmed') await this.entered(fact, day);
    } else if (verdict === 'confirmed') await this.changed(fact, fact.step);
    else if (fact.source === 'enterprise') await this.refused(fact, reason ?? '');
  }

  /** Many months come on one day: one letter says so. */
  private async entered({ enterpriseId, kind }: KeptFact, day: string): Promise<void> {
    const { zh, en } = KIND_RULES[kind];
    await this.notifier.notify({
      to: { orgId: enterpriseId, roles: ['enterprise.admin'] }, topic: 'organisation', key: `kept-fact:${enterpriseId}:${kind}:${day}`, link: `/e/${enterpriseId}/kept-facts?kind=${kind}`,
      title: { zh: `主管部门登记了你单位的数据：${zh}`, en: `Kept of you: ${en}` },
      body: { zh: `${day} 起生效的登记见“登记的数据”。与文件不符的，可以请求更正或撤回。`, en: `What was entered on ${day} stands under kept data. If it is wrong, ask for a correction.` },
    });
  }

  private async changed(fact: KeptFact, step: 'correct' | 'withdraw'): Promise<void> {
    const { zh, en } = KIND_RULES[fact.kind];
    await this.toEnterprise(fact, 'confirmed', {
      title: { zh: `主管部门${CHANGES[step].zh}你单位的数据：${zh}`, en: `${en} ${CHANGES[step].en}` },
      body: { zh: `${valueWords(fact)}，${fact.fromOn} 至 ${fact.toOn ?? '长期'}，文号 ${fact.documentNo}。`, en: `${valueWords(fact)}, ${fact.fromOn} – ${fact.toOn ?? ''}, ${fact.documentNo}.` },
    });
  }

  private async refused(fact: KeptFact, reason: string): Promise<void> {
    const { zh, en } = KIND_RULES[fact.kind];
    await this.toEnterprise(fact, 'refused', {
      title: { zh: `更正请求未被采纳：${zh}`, en: `Your request was refused: ${en}` },
      body: { zh: `理由：${reason}。对结果有异议的，可以补充材料再次提出，或依法申请行政复议。`, en: `Why: ${reason}. Ask again with further papers, or seek reconsideration.` },
    });
  }

  private async toEnterprise({ id, enterpriseId }: KeptFact, what: string, words: Pick<Message, 'title' | 'body'>): Promise<void> {
    await this.notifier.notify({ to: { orgId: enterpriseId, roles: ['enterprise.admin'] }, topic: 'organisation', subject: { type: 'kept-fact', id }, key: `kept-fact:${id}:${what}`, link: `/e/${enterpriseId}/kept-facts/${id}`, ...words });
  }
}
