import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, AppError, Storage } from '@huanbao/platform';
import { Providers } from '@huanbao/providers';
import type { BidContent } from '../bid-content';
import type { Bid, ServiceTask } from '../marketplace.entity';
import { opensFirst } from '../methods/rounds';
import { TaskRecords } from '../task.records';

/** The bytes of a bid: sealed ones out of the store, opened attachments into it. */
@Injectable()
export class BidContents {
  constructor(
    private readonly records: TaskRecords,
    private readonly files: Files,
    private readonly storage: Storage,
    private readonly providers: Providers,
  ) {}

  /** Who is to answer for the work; null where the bid names nobody of the firm. */
  async engineerOf(bid: Bid, { engineerId }: BidContent): Promise<string | null> {
    return engineerId && (await this.providers.isEngineer(bid.firmId, engineerId)) ? engineerId : null;
  }

  /** Null when the bytes are gone from the store: that bid cannot be opened, the others can. */
  async ciphertextOf(bid: Bid): Promise<string | null> {
    if (!(await this.storage.has(bid.digest))) return null;
    const chunks: Buffer[] = [];
    for await (const chunk of await this.storage.open(bid.digest)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('base64');
  }

  /** An attachment that no upload would take (a program, a bomb) is left out on the record; the bid itself stands. */
  async keepAttachments(actor: Actor, task: ServiceTask, bid: Bid, content: BidContent): Promise<string[]> {
    const ids: string[] = [];
    for (const { name, base64 } of content.attachments) {
      try {
        const made = { name, subjectType: 'bid', subjectId: bid.id, purpose: 'attachment', ownerOrgId: bid.firmId, uploadedBy: bid.submittedBy };
        ids.push((await this.files.storeFromPeople(Buffer.from(base64, 'base64'), made)).id);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'unsupported-media') throw error;
        // between two rounds no bidder learns who the others are
        const who = opensFirst(task) ? { zh: '一份报价', en: 'a bid' } : { zh: `${bid.firmName}的报价`, en: bid.firmName };
        const text = { zh: `${who.zh}有一个附件没有收下：${error.text.zh}`, en: `An attachment of ${who.en} was not taken: ${error.text.en}` };
        await this.records.tell({ actor, task }, 'open', text, { bidId: bid.id, code: error.code });
      }
    }
    return ids;
  }
}
