import { type FieldProblem } from '@huanbao/platform';

/** 送达方式 of every paper that binds somebody. */
export const SERVICE_METHODS = ['direct', 'leave', 'post', 'electronic', 'entrusted', 'announcement'] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

export interface ServiceRule {
  readonly zh: string;
  readonly en: string;
  readonly article: string;
  /** The party must have agreed to it beforehand, in a paper of the file. */
  readonly needsConsent: boolean;
  /** What the proof is. None of them goes without. */
  readonly proof: { readonly zh: string; readonly en: string };
  /** An announcement has its effect when its period is over, every other service on its day. */
  readonly effect: 'on-the-day' | 'end-of-announcement';
}

const GENERAL = '行政处罚法 第六十一条第一款；民事诉讼法 关于送达的规定';
const receipt = { zh: '送达回证', en: 'the receipt of service' };

/** One table for the house: consent, proof, effect and article of each way. */
export const SERVICE: Readonly<Record<ServiceMethod, ServiceRule>> = {
  direct: { zh: '直接送达', en: 'In person', article: GENERAL, needsConsent: false, proof: receipt, effect: 'on-the-day' },
  leave: { zh: '留置送达', en: 'Left at the place', article: GENERAL, needsConsent: false, proof: { zh: '见证人签名的送达回证或者拍照、录像', en: 'the receipt signed by a witness, or pictures' }, effect: 'on-the-day' },
  post: { zh: '邮寄送达', en: 'By post', article: GENERAL, needsConsent: false, proof: { zh: '邮寄回执', en: 'the receipt of the post' }, effect: 'on-the-day' },
  electronic: { zh: '电子送达', en: 'Electronically', article: '行政处罚法 第六十一条第二款', needsConsent: true, proof: { zh: '到达对方系统的记录', en: 'the record that it arrived' }, effect: 'on-the-day' },
  entrusted: { zh: '委托送达', en: 'By another authority', article: GENERAL, needsConsent: false, proof: receipt, effect: 'on-the-day' },
  announcement: { zh: '公告送达', en: 'By announcement', article: GENERAL, needsConsent: false, proof: { zh: '公告的截图或者照片', en: 'a picture of the announcement' }, effect: 'end-of-announcement' },
};

export interface ServiceGiven {
  readonly method: ServiceMethod;
  readonly proofFileId?: string | undefined;
  /** 送达地址确认书: with it the party agreed to electronic service. */
  readonly consentFileId?: string | undefined;
}

/** What is missing of a service, field by field: the proof of every way, the consent where the law asks for it, both as files of the case. Pure. */
export function serviceFaults({ method, proofFileId, consentFileId }: ServiceGiven, files: readonly { readonly id: string }[]): FieldProblem[] {
  const rule = SERVICE[method];
  const known = (id: string): boolean => files.some(one => one.id === id);
  const unknown = (pointer: string): FieldProblem => ({ pointer, code: 'file', zh: '没有找到这个文件，请重新上传到本案', en: 'This file is not there. Upload it to this case again.' });
  const faults: FieldProblem[] = [];
  if (!proofFileId) faults.push({ pointer: '/proofFileId', code: 'proof', zh: `请上传送达证明：${rule.proof.zh}`, en: `Upload the proof of service: ${rule.proof.en}.` });
  else if (!known(proofFileId)) faults.push(unknown('/proofFileId'));
  if (rule.needsConsent && !consentFileId) faults.push({ pointer: '/consentFileId', code: 'consent', zh: `${rule.zh}要经当事人书面同意，请上传送达地址确认书（${rule.article}）`, en: `Service of this kind needs the written consent of the party; upload it (${rule.article}).` });
  else if (consentFileId && !known(consentFileId)) faults.push(unknown('/consentFileId'));
  return faults;
}
