import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { BankAuthorization } from '../entities';
import { PURPOSE_WORDS } from '../scopes';

type Row = BankAuthorization;

/** What both sides are told, in the transaction of what happened. */
@Injectable()
export class AuthorizationLetters {
  constructor(private readonly notifier: Notifier) {}

  asked(row: Row): Promise<void> {
    return this.toEnterprise(row, 'asked', {
      title: { zh: `${row.bankName}申请查询贵单位的环境信息`, en: `${row.bankName} asks to see your environmental data` },
      body: { zh: `申请 ${row.number}，用途：${PURPOSE_WORDS[row.purpose].zh}。请在 ${row.answerBy ?? ''} 前同意、缩小范围或拒绝；不答复就不能查询。`, en: `Request ${row.number}, for: ${PURPOSE_WORDS[row.purpose].en}. Grant, narrow or decline it by ${row.answerBy ?? ''}; without an answer nothing is shown.` },
    });
  }

  granted(row: Row): Promise<void> {
    return this.toBank(row, 'granted', {
      title: { zh: `${row.enterpriseName}已授权查询`, en: `${row.enterpriseName} has authorised you` },
      body: { zh: `授权书 ${row.number}，${row.fromOn ?? ''} 至 ${row.toOn ?? ''}。范围以授权书为准。`, en: `${row.number}, from ${row.fromOn ?? ''} to ${row.toOn ?? ''}. Its scope is what stands in it.` },
    });
  }

  declined(row: Row): Promise<void> {
    return this.toBank(row, 'declined', {
      title: { zh: `${row.enterpriseName}没有同意授权`, en: `${row.enterpriseName} declined` },
      body: { zh: `申请 ${row.number} 未获同意${row.decisionWords ? `：${row.decisionWords}` : ''}。`, en: `Request ${row.number} was declined${row.decisionWords ? `: ${row.decisionWords}` : ''}.` },
    });
  }

  revoked(row: Row): Promise<void> {
    return this.toBank(row, 'revoked', {
      title: { zh: `${row.enterpriseName}撤销了授权`, en: `${row.enterpriseName} revoked its authorisation` },
      body: { zh: `授权书 ${row.number} 已撤销，不能再查询，也不再推送变化${row.endReason ? `。原因：${row.endReason}` : ''}。`, en: `${row.number} was revoked: no more queries, no more alerts${row.endReason ? `. Reason: ${row.endReason}` : ''}.` },
    });
  }

  private toEnterprise(row: Row, step: string, words: { title: { zh: string; en: string }; body: { zh: string; en: string } }): Promise<void> {
    return this.notifier.notify({ to: { orgId: row.enterpriseId, roles: ['enterprise.admin'] }, topic: 'organisation', subject: { type: 'bank-authorization', id: row.id }, ...words, link: `/e/${row.enterpriseId}/bank-authorizations/${row.id}`, key: `bank-authorization:${row.id}:${step}` });
  }

  private toBank(row: Row, step: string, words: { title: { zh: string; en: string }; body: { zh: string; en: string } }): Promise<void> {
    return this.notifier.notify({ to: { orgId: row.bankId, roles: ['bank.manager'] }, topic: 'organisation', subject: { type: 'bank-authorization', id: row.id }, ...words, link: `/k/${row.bankId}/bank-authorizations/${row.id}`, key: `bank-authorization:${row.id}:${step}` });
  }
}
