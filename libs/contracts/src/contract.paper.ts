import { Injectable } from '@nestjs/common';
import { createPdf } from '@huanbao/documents';
import { Clock, shanghaiDate } from '@huanbao/platform';
import type { PaperPage } from '@huanbao/signatures';
import type { Contract, ContractSignature } from './contract.entity';
import { BY_LAW } from './award';
import { ContractTerms, endOf, PAYABLE_WORDS } from './terms/terms';

const KINDS = { consulting: '环保咨询', testing: '环境检测', engineering: '工程治理', disposal: '废物处置' } as const;

/** Instant in the words of the place: `2026-11-23 14:05`. */
export const localTime = (instant: Date): string => `${shanghaiDate(instant)} ${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;

/** The contract as both sides read and sign it. */
export function drawContract(page: PaperPage, contract: Pick<Contract, 'number' | 'title' | 'kind' | 'enterpriseName' | 'firmName' | 'revision' | 'signByLaw'>, terms: ContractTerms): void {
  page.heading(`${KINDS[contract.kind]}服务合同`, 1);
  page.keyValues([
    ['合同编号', contract.number ?? '（发给机构确认时编号）'], ['项目名称', contract.title], ['甲方（委托方）', contract.enterpriseName], ['乙方（服务机构）', contract.firmName],
    ['合同价', `${terms.priceYuan} 元`], ['合同期', `${terms.startsOn} 至 ${endOf(terms)}（${terms.durationDays} 天）`],
    ...(contract.revision > 1 ? [['版本', `第 ${contract.revision} 版（经双方同意变更）`] as const] : []),
  ]);
  page.paragraph(contract.signByLaw ? `根据《民法典》和${BY_LAW['bidding-law']}、${BY_LAW.government}等规定，按中选报价订立本合同。` : '根据《民法典》合同编，按中选报价订立本合同。');
  page.heading('一、服务内容', 2);
  page.paragraph(terms.scope);
  page.heading('二、交付成果', 2);
  terms.deliverables.forEach((one, nth) => page.paragraph(`${nth + 1}. ${one}`));
  page.heading('三、进度与付款', 2);
  page.table(
    [{ title: '序号', width: 34 }, { title: '里程碑', width: 92 }, { title: '交付内容', width: 159 }, { title: '日期', width: 72 }, { title: '付款', width: 50 }, { title: '金额（元）', width: 88, align: 'right' }],
    [...terms.milestones.map((one, nth) => [String(nth + 1), one.name, one.deliverable, one.dueOn, PAYABLE_WORDS[one.payableOn], one.amountYuan]), ['', '合计', '', '', '', terms.priceYuan]],
  );
  const clauses = [['四、验收', terms.acceptance], ['五、保密', terms.confidentiality], ['六、违约责任', terms.liability], ['七、争议解决', terms.disputes], ...(terms.other ? [['八、其他约定', terms.other]] : [])] as const;
  for (const [title, text] of clauses) {
    page.heading(title as string, 2);
    page.paragraph(text as string);
  }
}

/** The contract as a PDF: for reading, for sealing on paper, and with who signed it. */
@Injectable()
export class ContractPaper {
  constructor(private readonly clock: Clock) {}

  render(contract: Contract, terms: ContractTerms, signatures: readonly ContractSignature[]): Promise<Buffer> {
    return createPdf({ title: `合同 ${contract.number ?? ''}`, author: '环保管家', subject: contract.title, at: this.clock.now() }, page => {
      drawContract(page, contract, terms);
      page.heading('签署', 2);
      page.keyValues([['甲方（盖章）', signedLine(signatures, 'enterprise', contract.enterpriseName)], ['乙方（盖章）', signedLine(signatures, 'firm', contract.firmName)]]);
      if (signatures.length > 0) page.smallPrint(signatures.map(one => `${one.side === 'enterprise' ? '甲方' : '乙方'}签署存证编号 ${one.recordId}：内容摘要和签名可在平台“核对签署存证”中查验`));
    });
  }
}

function signedLine(signatures: readonly ContractSignature[], side: ContractSignature['side'], name: string): string {
  const found = signatures.find(one => one.side === side);
  if (!found) return `${name}　　　　　　　　　签署日期：`;
  return `${name}，${found.signerName}于 ${localTime(found.signedAt)} ${found.way === 'online' ? '电子签署' : '纸质盖章，扫描件存档'}`;
}
