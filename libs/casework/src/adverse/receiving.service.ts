import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Clock, Db, shanghaiDate } from '@huanbao/platform';
import { CaseFiles } from '../case.files';
import { decidedAlready, noProposal, receiptDay } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import { CaseMover } from '../engine/case-mover';
import type { Receipt } from './adverse.entity';
import { AdverseHearings } from './hearings.service';
import { AdverseStatements } from './statements.service';
import { AdverseTelling } from './telling.service';

export interface ReceivedWord {
  readonly what: 'statement' | 'waiver' | 'hearing' | 'hearing-withdrawal';
  readonly how: 'paper' | 'oral';
  readonly receivedOn: string;
  readonly receivedBy: string;
  readonly givenBy: string;
  readonly fileId: string;
  /** What was said, for a statement. */
  readonly text?: string;
  /** What came with it: files of the case. */
  readonly fileIds?: readonly string[];
}

export type GivenReceipt = Omit<ReceivedWord, 'what' | 'text' | 'fileIds'>;

/**
 * The word of a party that did not come through the platform: an officer enters who took it in and when, with the scan and its hash. Periods go by
 * the day of its receipt, and the party is told what was entered in its name.
 */
@Injectable()
export class AdverseReceiving {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mover: CaseMover,
    private readonly files: Files,
    private readonly caseFiles: CaseFiles,
    private readonly telling: AdverseTelling,
    private readonly statements: AdverseStatements,
    private readonly hearings: AdverseHearings,
  ) {}

  /** @throws 400 `adverse.receipt-day` and for a file that is none of the case, 409 for what is closed, over or decided */
  receive(caseId: string, actor: Actor, input: ReceivedWord): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.receive-word', c);
      await this.mover.assertImpartial(c, actor);
      const one = await this.telling.current(caseId);
      if (!one) throw noProposal();
      if (one.state === 'decided') throw decidedAlready();
      const receipt = await this.receipt(caseId, actor, { ...input, from: shanghaiDate(one.proposedAt) });
      if (input.what === 'hearing') return this.hearings.ask(caseId, actor, receipt);
      if (input.what === 'hearing-withdrawal') return this.hearings.withdraw(caseId, actor, receipt);
      const fileIds = [...new Set([receipt.fileId, ...(input.fileIds ?? [])])];
      await this.statements.state(caseId, { actor, receipt, fileIds, ...(input.what === 'statement' ? { text: input.text ?? '' } : {}) });
    });
  }

  /** The scan belongs to the case and is kept with its hash. @throws 400 for a day before `from` or after today, or a strange file */
  async receipt(caseId: string, actor: Actor, { how, receivedOn, receivedBy, givenBy, fileId, from }: GivenReceipt & { readonly from: string }): Promise<Receipt> {
    const today = this.clock.today();
    if (receivedOn < from || receivedOn > today) throw receiptDay(from, today);
    await this.caseFiles.assertOf(caseId, [fileId]);
    const { hash } = await this.files.get(fileId);
    return { how, receivedOn, receivedBy, givenBy, fileId, fileHash: hash, enteredBy: actor.userId, enteredByName: actor.name };
  }
}
