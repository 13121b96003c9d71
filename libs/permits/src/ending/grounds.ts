import type { HearingLaw } from '@huanbao/casework';
import type { Text } from '../form/field';
import type { PermitStatus } from '../certificate/validity';
import type { MeasureKind } from './ending.entity';

export interface Ground {
  readonly key: string;
  readonly label: Text;
  readonly article: string;
  /** The officer who issued may neither propose nor decide: the own act is judged. */
  readonly excludesIssuer?: true;
  /** Why nobody is told beforehand and heard: the ground is a fact that leaves nothing to be weighed, or nobody is left. */
  readonly unheard?: Text;
}

const ground = (key: string, [zh, en]: readonly [string, string], article: string, rest: Partial<Ground> = {}): Ground => ({ key, label: { zh, en }, article, ...rest });
const LICENSING = '行政许可法';
const RULES = '排污许可管理条例';

export interface MeasureRow {
  readonly label: Text;
  /** As it stands in the papers. */
  readonly measure: string;
  readonly status: Exclude<PermitStatus, 'valid'>;
  /** The holder may ask for a hearing: 吊销 by 行政处罚法 第六十三条, 撤销 and 撤回 because they touch its interest greatly. */
  readonly hearing: boolean;
  /** Which law gives the periods of statement and hearing: 吊销 is a penalty. */
  readonly law: HearingLaw;
  readonly grounds: readonly Ground[];
}

/** What the authority may do to a permit against its holder, and on which grounds. */
export const MEASURES: Readonly<Record<MeasureKind, MeasureRow>> = {
  revoke: {
    label: { zh: '撤销', en: 'Revocation' }, measure: '撤销排污许可证', status: 'revoked', hearing: true, law: 'licence',
    grounds: [
      ground('fraud', ['以欺骗、贿赂等不正当手段取得', 'Obtained by fraud or bribery'], `${RULES} 第四十条；${LICENSING} 第六十九条第二款`),
      ground('unlawful-grant', ['工作人员滥用职权、玩忽职守作出准予决定', 'Granted by abuse or neglect of office'], `${LICENSING} 第六十九条第一款第一项`, { excludesIssuer: true }),
      ground('beyond-powers', ['超越法定职权作出准予决定', 'Granted beyond powers'], `${LICENSING} 第六十九条第一款第二项`, { excludesIssuer: true }),
      ground('against-procedure', ['违反法定程序作出准予决定', 'Granted against procedure'], `${LICENSING} 第六十九条第一款第三项`, { excludesIssuer: true }),
      ground('unqualified', ['对不具备申请资格或者不符合法定条件的申请人准予许可', 'Granted to an applicant who did not qualify'], `${LICENSING} 第六十九条第一款第四项`, { excludesIssuer: true }),
    ],
  },
  forfeit: {
    label: { zh: '吊销', en: 'Forfeiture' }, measure: '吊销排污许可证', status: 'forfeited', hearing: true, law: 'penalty',
    grounds: [
      ground('beyond-limits', ['超过许可排放浓度、许可排放量，情节严重', 'Serious discharge beyond the limits'], `${RULES} 第三十四条第一项；生态环境法典 第一千一百零三条`),
      ground('evasion', ['以逃避监管的方式违法排放，情节严重', 'Serious discharge by evading supervision'], `${RULES} 第三十四条第二项；生态环境法典 第一千一百零八条`),
    ],
  },
  withdraw: {
    label: { zh: '撤回', en: 'Withdrawal' }, measure: '撤回排污许可', status: 'withdrawn', hearing: true, law: 'licence',
    grounds: [ground('public-interest', ['依据的法律、法规、规章修改或者客观情况发生重大变化，为公共利益需要', 'The law or the circumstances changed and the public interest asks for it'], `${LICENSING} 第八条第二款`)],
  },
  // it records that the permit has no object any more (行政许可法 art. 70); where that is a fact on paper nobody is heard
  'cancel-ex-officio': {
    label: { zh: '依职权注销', en: 'Cancellation ex officio' }, measure: '注销排污许可证', status: 'cancelled', hearing: false, law: 'licence',
    grounds: [
      ground('expired', ['有效期届满未延续', 'Ended without renewal'], `${LICENSING} 第七十条第一项`, { unheard: { zh: '许可已因期满失效，注销只是办理手续', en: 'The permit ended with its period; this only records it' } }),
      ground('holder-ended', ['排污单位依法终止', 'The holder ceased to exist'], `${LICENSING} 第七十条第三项`, { unheard: { zh: '持证主体已经不存在', en: 'The holder is not there any more' } }),
      ground('impossible', ['因不可抗力导致许可事项无法实施', 'Force majeure'], `${LICENSING} 第七十条第五项`),
      ground('other', ['法律、法规规定的其他情形', 'Another case by law'], `${LICENSING} 第七十条第六项`),
    ],
  },
};

/** @returns nothing when the measure does not know the ground */
export const groundOf = (kind: MeasureKind, key: string): Ground | undefined => MEASURES[kind].grounds.find(one => one.key === key);
