export type Strength = 'weak' | 'medium' | 'strong';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What was compared on one side, in plain words. */
export interface ComparedSide {
  readonly firmId: string;
  readonly zh: string;
  readonly en: string;
}

/** One reason for a person to look: what is alike, how strongly it speaks, and what was compared. Never a verdict. */
export interface Signal {
  readonly code: SignalCode;
  readonly strength: Strength;
  /** Sorted: a signal of the same firms is the same signal. */
  readonly firmIds: readonly string[];
  readonly measure: Words;
  readonly compared: readonly ComparedSide[];
}

interface CodeRow extends Words {
  /** What it may mean and what else it may be. */
  readonly whyZh: string;
  readonly whyEn: string;
  readonly basis: string;
}

const ARTICLE_40 = '招标投标法实施条例 第四十条';
const ARTICLE_39 = '招标投标法实施条例 第三十九条';
const ARTICLE_34 = '招标投标法实施条例 第三十四条';

/** Every kind of signal, with the article it points to and the honest explanation beside the other one. */
export const SIGNAL_CODES = {
  'same-submitter': { zh: '同一账号办理', en: 'One account handed both in', basis: `${ARTICLE_40}第二项`, whyZh: '不同机构的报价由同一个人提交。', whyEn: 'One person handed in the bids of different firms.' },
  'same-device': { zh: '同一设备提交', en: 'Same device', basis: `${ARTICLE_40}第二项`, whyZh: '不同机构的报价从同一个浏览器提交。共用办事大厅电脑也会这样。', whyEn: 'One browser sent the bids of different firms. A shared computer of a service hall does the same.' },
  'same-network': { zh: '同一网络提交', en: 'Same network', basis: `${ARTICLE_40}第二项`, whyZh: '网络地址相同或相邻。同一园区、同一运营商出口也会相同。', whyEn: 'The same or neighbouring addresses. A business park or a provider shares them too.' },
  'same-file': { zh: '附件完全相同', en: 'Identical files', basis: `${ARTICLE_40}第一项、第四项`, whyZh: '附件逐字节相同，任务自带文件和多家通用的文件已排除。', whyEn: 'Byte for byte the same; files of the task itself and files many firms use are left out.' },
  'same-author': { zh: '文件作者相同', en: 'Same author of files', basis: `${ARTICLE_40}第一项`, whyZh: '附件属性里的作者、最后保存者或单位相同。共用模板也会这样。', whyEn: 'Author, last editor or company in the files is the same. A shared template does it too.' },
  'foreign-name': { zh: '文件出现其他机构名称', en: 'Another bidder’s name in the file', basis: `${ARTICLE_40}第五项`, whyZh: '一家机构的方案或附件里写着另一家报价机构的名称。', whyEn: 'The offer of one firm names another bidder.' },
  'near-text': { zh: '方案文字雷同', en: 'Near-identical text', basis: `${ARTICLE_40}第四项`, whyZh: '去掉任务说明和服务目录里的文字后，自己写的部分仍大多相同。', whyEn: 'Without the words of the task and of the catalogue, what they wrote themselves is mostly the same.' },
  'price-series': { zh: '报价成数列', en: 'Prices in a series', basis: `${ARTICLE_40}第四项`, whyZh: '报价成等差或等比数列，巧合的可能很小。', whyEn: 'The prices form an arithmetic or geometric series; chance hardly does that.' },
  'price-close': { zh: '报价过于接近', en: 'Prices too close', basis: `${ARTICLE_40}第四项`, whyZh: '报价几乎相同。政府指导价、紧贴限价也会这样。', whyEn: 'Almost the same prices. A guide price or a ceiling does it too.' },
  'price-spread': { zh: '价差过于整齐', en: 'Implausibly round spreads', basis: `${ARTICLE_40}第四项`, whyZh: '报价本身不是整数，彼此的差却是整数。', whyEn: 'The prices are not round, but the differences between them are.' },
  'related-parties': { zh: '机构之间有关联', en: 'Related parties', basis: `${ARTICLE_34}、${ARTICLE_40}第三项`, whyZh: '负责人、登记人员、地址、电话或平台账号相同。同名不一定是同一人。', whyEn: 'The same head, people, address, phone or account. The same name need not be the same person.' },
  rotation: { zh: '轮流中选', en: 'Taking turns', basis: `${ARTICLE_39}第二项、反垄断法 第十七条`, whyZh: '同一批机构反复一起报价，轮流中选。服务机构少的地方也可能偶然如此。', whyEn: 'The same firms bid together again and again and win in turn. Where firms are few it can be chance.' },
} as const satisfies Readonly<Record<string, CodeRow>>;

export type SignalCode = keyof typeof SIGNAL_CODES;

const RANK: Readonly<Record<Strength, number>> = { weak: 1, medium: 2, strong: 3 };
const THREE_WEAK = 3;

/** The strongest signal counts; weak ones of three different kinds together are as good as a medium one. */
export function overall(signals: readonly Pick<Signal, 'code' | 'strength'>[]): Strength {
  const best = signals.reduce<Strength>((top, { strength }) => (RANK[strength] > RANK[top] ? strength : top), 'weak');
  return best === 'weak' && new Set(signals.map(each => each.code)).size >= THREE_WEAK ? 'medium' : best;
}

export const isStronger = (one: Strength, other: Strength): boolean => RANK[one] > RANK[other];

/** All pairs of a list, once each. */
export function* pairs<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, one] of list.entries()) for (const other of list.slice(index + 1)) yield [one, other];
}

/** Puts what has the same key together; keys that are null are nobody's. */
export function groupsBy<T>(list: readonly T[], key: (item: T) => string | null): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const name = key(item);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups.values()].filter(group => group.length > 1);
}
