import { saveAsFile } from './key-file';
import type { Receipt } from './model';

const NOTE = '报价回执：signature 是平台对 receipt（成员按字母序排列、无空格的 JSON）的 SM2 签名，可用 publicKey 离线验证；公钥同时公布在 /api/v1/public/receipt-key。';

/** Saves a signed receipt with a word on how it is checked. */
export function saveReceipt(receipt: Receipt): void {
  const { taskNumber, round } = receipt.receipt;
  saveAsFile(`报价回执-${taskNumber}-${round}.json`, { note: NOTE, ...receipt });
}
