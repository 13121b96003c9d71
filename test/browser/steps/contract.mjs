// What is owed under a contract is paid and confirmed, through the API.
import { baseUrl } from '../../harness/browser.mjs';
import { samplePdf } from './files.mjs';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** @param {Function} owner @param {Function} firm callers of `asApi` */
export async function payAll(owner, firm, contractId) {
  const at = `/contracts/${contractId}`;
  for (const one of (await owner('GET', at)).milestones) {
    if (one.state !== 'accepted' || one.openYuan === '0.00') continue;
    const form = new FormData();
    form.append('file', new Blob([samplePdf('回单.pdf').buffer], { type: 'application/pdf' }), '回单.pdf');
    const file = await (await fetch(`${baseUrl}/api/v1/files?subjectType=contract&subjectId=${contractId}&purpose=voucher`, { method: 'POST', headers: owner.headers, body: form })).json();
    const { payments } = await owner('POST', `${at}/payments`, { milestoneId: one.id, amountYuan: one.openYuan, paidOn: today(), note: '', fileId: file.id });
    await firm('POST', `${at}/payments/${payments.find(each => each.state === 'recorded').id}/confirm`, {});
  }
}
