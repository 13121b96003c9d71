import type { PaperPage } from '@huanbao/signatures';
import type { BankAuthorization } from '../entities';
import { FIELD_GROUPS, FIELDS_OF, GROUP_WORDS, PURPOSE_WORDS } from '../scopes';

/** What is agreed to, word by word. */
export const CONSENT =
  '本企业同意上述银行在授权期限内，为所列用途，通过本平台查询所列范围内的本企业环境信息。每次查询均记录时间、用途和查询内容，供本企业查看。本授权可随时撤销，撤销后银行不能再查询；撤销前已查询的内容由银行依法保管。';
export const CONSENT_EN =
  'We agree that the bank named asks this platform, within the term and for the purpose named, for our environmental data of the groups named. Each look is recorded with time, purpose and fields, and shown to us. We can revoke this at any time; from then on the bank can ask no more, and keeps what it asked before as the law says.';

/** The authorisation as the enterprise reads and signs it. */
export function drawAuthorization(page: PaperPage, row: BankAuthorization): void {
  page.heading('环境信息查询授权书', 1);
  page.keyValues([
    ['授权书编号', row.number], ['授权企业', row.enterpriseName], ['统一社会信用代码', row.enterpriseUscc ?? ''], ['被授权银行', row.bankName],
    ['用途', `${PURPOSE_WORDS[row.purpose].zh}：${row.purposeWords}`], ['授权期限', `${row.fromOn ?? ''} 至 ${row.toOn ?? ''}`],
  ]);
  page.heading('授权查询的范围', 2);
  const given = FIELD_GROUPS.filter(group => row.scopes?.includes(group));
  given.forEach((group, nth) => page.paragraph(`${nth + 1}. ${GROUP_WORDS[group].zh}（接口字段 ${FIELDS_OF[group].join('、')}）`));
  const refused = FIELD_GROUPS.filter(group => row.askedScopes?.includes(group) && !given.includes(group));
  if (refused.length > 0) page.paragraph(`银行申请而未授权的：${refused.map(group => GROUP_WORDS[group].zh).join('；')}`);
  page.heading('声明', 2);
  page.paragraph(CONSENT);
}
