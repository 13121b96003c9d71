interface Words {
  readonly zh: string;
  readonly en: string;
}

export type ConditionKind = 'qualification' | 'requirement' | 'form' | 'validity' | 'bond' | 'ceiling';

/** One condition a bid must meet to be scored; fixed at the publication. */
export interface Condition {
  /** The kind, or `requirement-n` for what the enterprise has named itself. */
  readonly id: string;
  readonly kind: ConditionKind;
  readonly zh: string;
  readonly en: string;
  readonly basis: string;
}

/** What decides which conditions there are. */
export interface ConditionFacts {
  readonly regime: string;
  readonly bondYuan: string | null;
  readonly budgetYuan: string | null;
  readonly ceilingYuan: string | null;
  readonly validityDays: number | null;
  /** Substantial requirements, each named by the enterprise. */
  readonly substantial: readonly string[];
}

interface ConditionRow {
  readonly kind: ConditionKind;
  readonly basis: string;
  /** Empty where the kind does not apply to the task. */
  readonly texts: (facts: ConditionFacts) => readonly Words[];
}

/** The price no bid may exceed: the one that was announced; under the law on government procurement the budget where none was. */
export const ceilingOf = ({ ceilingYuan, regime, budgetYuan }: Pick<ConditionFacts, 'ceilingYuan' | 'regime' | 'budgetYuan'>): string | null => ceilingYuan ?? (regime === 'government' ? budgetYuan : null);

/** Each kind of condition, its words and the article that lets a panel reject a bid for it. */
const ROWS: readonly ConditionRow[] = [
  { kind: 'qualification', basis: '招标投标法 第二十六条；实施条例 第五十一条第（三）项', texts: () => [{ zh: '具备任务要求的资质，并有承担本项目的人员和能力', en: 'Has the qualifications the task demands, and the people and means for it' }] },
  {
    kind: 'requirement', basis: '招标投标法 第二十七条；实施条例 第五十一条第（六）项',
    texts: ({ substantial }) => [{ zh: '响应任务说明、要求、成果和工期中的实质性内容（含澄清修改）', en: 'Answers the substance of description, requirements, results and duration, as amended' }, ...substantial.map(text => ({ zh: text, en: text }))],
  },
  { kind: 'form', basis: '招标投标法实施条例 第五十一条第（一）项、第（四）项', texts: () => [{ zh: '内容和附件完整，按要求签字盖章，没有两个以上的报价或方案', en: 'Complete, signed and sealed as asked, with one price and one proposal' }] },
  { kind: 'validity', basis: '招标投标法实施条例 第二十五条', texts: ({ validityDays }) => (validityDays === null ? [] : [{ zh: `报价有效期不少于 ${validityDays} 日`, en: `Binding for ${validityDays} days at least` }]) },
  { kind: 'bond', basis: '招标投标法实施条例 第二十六条；政府采购法实施条例 第三十三条', texts: ({ bondYuan }) => (bondYuan === null || Number(bondYuan) === 0 ? [] : [{ zh: `按要求交纳投标保证金 ${bondYuan} 元`, en: `Bid bond of CNY ${bondYuan} paid as asked` }]) },
  {
    kind: 'ceiling', basis: '招标投标法实施条例 第二十七条、第五十一条第（五）项；财政部令第 87 号 第六十三条第（四）项',
    texts: facts => {
      const most = ceilingOf(facts);
      return most === null ? [] : [{ zh: `报价不高于最高限价 ${most} 元`, en: `Not above the price limit of CNY ${most}` }];
    },
  },
];

/** The conditions of a task as they are fixed at its publication. Nothing else may put a bid aside in the review. */
export function conditionsOf(facts: ConditionFacts): Condition[] {
  return ROWS.flatMap(({ kind, basis, texts }) => texts(facts).map((words, nth) => ({ id: nth === 0 ? kind : `${kind}-${nth}`, kind, basis, ...words })));
}
