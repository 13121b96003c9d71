import type { Bilingual } from '../machine/machine.types';
import type { Receipt } from './adverse.entity';

/** The line of the timeline: what came on paper or by mouth says so, with its day. Pure. */
export function received(text: Bilingual, receipt: Receipt | undefined): Bilingual {
  if (!receipt) return text;
  const oral = receipt.how === 'oral';
  return { zh: `${text.zh}（${oral ? '口头' : '书面'}，${receipt.receivedOn} 收到）`, en: `${text.en} (${oral ? 'by mouth' : 'on paper'}, received on ${receipt.receivedOn})` };
}

/** What the timeline and the audit keep of it: no name of a private person. Pure. */
export function traceOf(receipt: Receipt | undefined): Record<string, unknown> {
  return receipt ? { how: receipt.how, receivedOn: receipt.receivedOn, fileId: receipt.fileId, fileHash: receipt.fileHash } : {};
}
