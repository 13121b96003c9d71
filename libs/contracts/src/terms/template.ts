import { addDays } from '@huanbao/calendar';
import Decimal from 'decimal.js';
import type { ContractTerms, MilestoneTerms, PayableOn } from './terms';

type Kind = 'consulting' | 'testing' | 'engineering' | 'disposal';

interface Part {
  readonly name: string;
  /** Share of the price and of the period, in percent. */
  readonly share: number;
  readonly after: number;
  readonly payableOn: PayableOn;
  readonly deliverable: string;
}

interface Template {
  readonly parts: readonly Part[];
  readonly acceptance: string;
  readonly liability: string;
}

const signing = (share: number): Part => ({ name: '预付款', share, after: 0, payableOn: 'signing', deliverable: '合同签订' });
const work = (name: string, share: number, after: number, deliverable: string): Part => ({ name, share, after, payableOn: 'acceptance', deliverable });

/** How contracts of each kind of service usually go; shares and days are a beginning, both sides may agree on others. */
const TEMPLATES: Readonly<Record<Kind, Template>> = {
  consulting: {
    parts: [signing(30), work('初稿', 30, 60, '报告初稿及现状调查资料'), work('终稿', 40, 100, '经审查修改的终稿（盖章）及电子版')],
    acceptance: '甲方收到成果后 10 日内验收或书面提出修改意见；须经主管部门审查的，以审查通过的版本为准。',
    liability: '乙方对成果的真实性、准确性负责。因乙方原因未通过审查的，乙方免费修改；弄虚作假的，甲方可以解除合同，乙方退还已收款项并赔偿损失，并依法承担责任。',
  },
  testing: {
    parts: [work('采样完成', 40, 50, '采样记录、现场照片'), work('出具报告', 60, 100, '检测报告（盖 CMA 章）及原始记录')],
    acceptance: '甲方收到检测报告后 10 日内核对点位、项目、频次和方法；不符的，乙方重新采样或检测。',
    liability: '乙方对监测数据的真实性、准确性负责，原始记录至少保存 5 年。伪造、篡改数据的，甲方可以解除合同，乙方退还已收款项并赔偿损失，并依法承担责任。',
  },
  engineering: {
    parts: [signing(20), work('设计', 10, 20, '设计文件'), work('设备到货与安装', 40, 70, '到货清单、安装记录'), work('调试与达标', 25, 90, '调试报告、达标监测报告'), work('竣工验收', 5, 100, '竣工资料、操作手册、培训记录')],
    acceptance: '设施连续稳定运行并经有资质的机构监测达标后验收；质量保证期自竣工验收之日起 12 个月。',
    liability: '乙方对设施达到约定的处理效果负责。不达标的，乙方免费整改；整改后仍不达标的，甲方可以解除合同并要求赔偿。施工安全由乙方负责。',
  },
  disposal: {
    parts: [work('首批清运', 50, 50, '转移联单、过磅单'), work('全部处置', 50, 100, '转移联单、利用处置证明')],
    acceptance: '以转移联单、双方过磅数量和利用处置证明为准；数量差异按联单规则处理。',
    liability: '乙方须在许可范围内收集、贮存、利用、处置，不得转交无资质单位；违反的，甲方可以解除合同，乙方承担由此产生的全部责任。',
  },
};

const CONFIDENTIAL = '双方对因履行合同知悉的对方商业秘密、技术资料和未公开的监测数据负有保密义务，未经对方书面同意不得向第三方提供；依法向主管部门报送的除外。保密义务在合同终止后继续有效。';
const DISPUTES = '双方协商解决；协商不成的，可在平台申请生态环境主管部门调解，或向甲方所在地人民法院起诉。';

export interface TemplateFacts {
  readonly kind: Kind;
  readonly scope: string;
  readonly deliverables: readonly string[];
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly startsOn: string;
  readonly newId: () => string;
}

/** Terms to begin with: the usual parts of the kind of service, to the price and the period of the bid. The last part takes what rounding leaves. */
export function templateOf(facts: TemplateFacts): ContractTerms {
  const { parts, acceptance, liability } = TEMPLATES[facts.kind];
  const amounts = split(facts.priceYuan, parts.map(one => one.share));
  const milestones = parts.flatMap((one, nth): MilestoneTerms[] => {
    const amountYuan = amounts[nth] as string;
    if (new Decimal(amountYuan).isZero()) return [];
    return [{ id: facts.newId(), name: one.name, dueOn: addDays(facts.startsOn, Math.ceil((facts.durationDays * one.after) / 100)), amountYuan, payableOn: one.payableOn, deliverable: one.deliverable }];
  });
  const { priceYuan, startsOn, durationDays, scope, deliverables } = facts;
  return { priceYuan, startsOn, durationDays, scope, deliverables, milestones, acceptance, liability, confidentiality: CONFIDENTIAL, disputes: DISPUTES, other: '' };
}

/** Parts of an amount by percent, each to the cent; the last one takes the rest, so that they add up exactly. */
export function split(yuan: string, shares: readonly number[]): string[] {
  const whole = new Decimal(yuan);
  const first = shares.slice(0, -1).map(share => whole.times(share).div(100).toDecimalPlaces(2, Decimal.ROUND_DOWN));
  const rest = first.reduce((left, one) => left.minus(one), whole);
  return [...first, rest].map(one => one.toFixed(2));
}
