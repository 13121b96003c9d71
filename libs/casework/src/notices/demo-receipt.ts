import { createPdf, type Files } from '@huanbao/documents';
import { type Actor, shanghaiInstant } from '@huanbao/platform';

interface Receipt {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly by: Actor;
  /** Civil day. */
  readonly on: string;
}

/** 送达回证 of the demonstration city, as it lies in the file of a case. @returns id of the file */
export async function demoReceipt(files: Files, { subjectType, subjectId, by, on }: Receipt): Promise<string> {
  const bytes = await createPdf({ title: '送达回证', author: '示例', subject: '送达', at: shanghaiInstant(on) }, page => {
    page.heading('送达回证');
    page.paragraph('示例材料：受送达人签收。');
  });
  return (await files.store(bytes, { name: '送达回证.pdf', mediaType: 'application/pdf', subjectType, subjectId, purpose: 'service', ownerOrgId: by.orgId, uploadedBy: by.userId })).id;
}
