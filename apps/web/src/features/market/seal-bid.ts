import { send } from '@/api/transport';
import { sealBid, type SealedEnvelope } from '@huanbao/sealing';
import type { Receipt, Sealing } from './model';
import { deviceMark } from './device-mark';
import { taskPath } from './model';

export interface BidInput {
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly proposal: string;
  readonly engineerId?: string | null;
  readonly files: readonly File[];
}

async function attachmentOf(file: File): Promise<{ name: string; mediaType: string; base64: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, mediaType: file.type, base64: btoa(binary) };
}

const fingerprintOfInput = (input: BidInput): string =>
  JSON.stringify([input.priceYuan, input.durationDays, input.proposal, input.engineerId ?? null, input.files.map(file => [file.name, file.size, file.lastModified])]);

/**
 * Seals on this device. The same input is sealed once: when the answer was lost on the way, the second attempt sends the
 * same envelope and gets the receipt of the first, instead of becoming another round.
 */
export class Sealer {
  private last?: { readonly input: string; readonly envelope: SealedEnvelope };

  constructor(
    private readonly sealing: Sealing,
    private readonly firmId: string,
  ) {}

  async seal(input: BidInput): Promise<SealedEnvelope> {
    const known = fingerprintOfInput(input);
    if (this.last?.input === known) return this.last.envelope;
    const attachments = [];
    for (const file of input.files) attachments.push(await attachmentOf(file));
    const content = { priceYuan: input.priceYuan, durationDays: input.durationDays, proposal: input.proposal, ...(input.engineerId ? { engineerId: input.engineerId } : {}), attachments };
    const plain = Uint8Array.from(new TextEncoder().encode(JSON.stringify(content)));
    const envelope = await sealBid(plain, this.sealing.keys, { taskId: this.sealing.taskId, firmId: this.firmId });
    this.last = { input: known, envelope };
    return envelope;
  }

  /** Sends only the envelope; a session that rested meanwhile is renewed on the way. @throws ProblemError */
  async submit(input: BidInput): Promise<Receipt> {
    const { ciphertext, ...envelope } = await this.seal(input);
    const form = new FormData();
    form.append('envelope', JSON.stringify(envelope));
    form.append('ciphertext', new Blob([Uint8Array.from(atob(ciphertext), c => c.charCodeAt(0))]), 'bid.bin');
    const response = await send(new Request(new URL(`${taskPath(this.sealing.taskId)}/bids`, location.origin), { method: 'POST', body: form, headers: deviceMark() }));
    return (await response.json()) as Receipt;
  }
}
