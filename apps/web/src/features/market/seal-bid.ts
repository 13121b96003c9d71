import { houseHeaders } from '@/api/transport';
import { problemFrom } from '@/api/problem';
import { sealBid } from '@huanbao/sealing';
import type { Receipt, Sealing } from './model';
import { taskPath } from './model';

export interface BidInput {
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly proposal: string;
  readonly files: readonly File[];
}

async function attachmentOf(file: File): Promise<{ name: string; mediaType: string; base64: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, mediaType: file.type, base64: btoa(binary) };
}

/** Seals a bid on this device and sends only the envelope. @throws ProblemError */
export async function submitSealed(input: BidInput, sealing: Sealing, firmId: string): Promise<Receipt> {
  const attachments = [];
  for (const file of input.files) attachments.push(await attachmentOf(file));
  const content = { priceYuan: input.priceYuan, durationDays: input.durationDays, proposal: input.proposal, attachments };
  const plain = Uint8Array.from(new TextEncoder().encode(JSON.stringify(content)));
  const { ciphertext, ...envelope } = await sealBid(plain, sealing.keys, { taskId: sealing.taskId, firmId });
  const form = new FormData();
  form.append('envelope', JSON.stringify(envelope));
  form.append('ciphertext', new Blob([Uint8Array.from(atob(ciphertext), c => c.charCodeAt(0))]), 'bid.bin');
  const response = await fetch(`${taskPath(sealing.taskId)}/bids`, { method: 'POST', body: form, headers: houseHeaders('POST'), credentials: 'same-origin' });
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as Receipt;
}
