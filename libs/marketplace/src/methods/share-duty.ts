import type { FieldProblem } from '@huanbao/platform';
import Decimal from 'decimal.js';
import type { WitnessKey } from '../marketplace.entity';
import type { Facts } from './admission';
import type { Law } from './law';
import { type Method, METHODS } from './methods';

export type BureauHolder = WitnessKey['role'];

/** Whether the opening key of a task has to be shared with the bureau's holders, by which value of the day. */
export interface ShareDuty {
  readonly compulsory: boolean;
  readonly fromYuan: string;
  readonly basis: string;
  readonly verified: boolean;
}

const KEYS: Readonly<Record<BureauHolder, { zh: string; en: string }>> = { witness: { zh: '见证钥匙', en: 'the witness’s key' }, recovery: { zh: '恢复钥匙', en: 'the recovery key' } };

/**
 * Public money from a budget on: nobody opens such bids alone. Without a budget the value alone tells, so that the page can say it before one is
 * typed; a direct commission has no sealed bids.
 */
export function shareDuty({ method, funds, budgetYuan }: Pick<Facts, 'funds' | 'budgetYuan'> & { readonly method: Method }, law: Law): ShareDuty {
  const { value, basis, verified } = law('shares.compulsory');
  return { compulsory: METHODS[method].who !== 'one' && funds !== 'private' && new Decimal(budgetYuan ?? 0).gte(value), fromYuan: value, basis, verified };
}

/** What keeps a task whose key must be shared from being published while keys of the bureau are missing, and what to do. */
export function shareProblems(duty: ShareDuty, missing: readonly BureauHolder[]): FieldProblem[] {
  if (!duty.compulsory || missing.length === 0) return [];
  const zh = missing.map(one => KEYS[one].zh).join('、');
  const en = missing.map(one => KEYS[one].en).join(' and ');
  return [{
    pointer: '/openingPublicKey', code: 'shares-compulsory',
    zh: `使用国有或财政资金的任务，开标钥匙须由发布企业和见证人等分份保管（${duty.basis}），现在还没有登记${zh}。请联系当地生态环境部门，由两名工作人员在“见证钥匙”页分别登记后再发布`,
    en: `Public money: the opening key has to be shared with the bureau’s holders, and ${en} is not registered yet. Ask the bureau to register both keys, by two people, then publish.`,
  }];
}
