interface Ground {
  readonly zh: string;
  readonly en: string;
  readonly basis: string;
}

/** On what one side may end the contract without the other (民法典 第五百六十二条第二款、第五百六十三条; 第七百八十七条 for who ordered a work). */
export const GROUNDS: Readonly<Record<string, Ground>> = {
  'force-majeure': { zh: '因不可抗力致使不能实现合同目的', en: 'Force majeure defeats the purpose of the contract', basis: '民法典 第五百六十三条第一款第一项' },
  anticipatory: { zh: '履行期届满前，对方明确表示或以行为表明不履行主要债务', en: 'The other side has shown that it will not perform', basis: '民法典 第五百六十三条第一款第二项' },
  delay: { zh: '对方迟延履行主要债务，经催告后在合理期限内仍未履行', en: 'The other side is late and did not perform after a reminder', basis: '民法典 第五百六十三条第一款第三项' },
  defeated: { zh: '对方迟延履行或有其他违约行为，致使不能实现合同目的', en: 'A breach defeats the purpose of the contract', basis: '民法典 第五百六十三条第一款第四项' },
  other: { zh: '法律规定的其他情形（请写明条款）', en: 'Another case of the law (name the article)', basis: '民法典 第五百六十三条第一款第五项' },
  agreed: { zh: '合同约定的解除事由已经发生', en: 'A ground the contract itself names', basis: '民法典 第五百六十二条第二款' },
};

export const BY_AGREEMENT = '民法典 第五百六十二条第一款';
