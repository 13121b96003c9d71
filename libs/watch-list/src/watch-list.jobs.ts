import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Db, Delivery, Handles, Outbox } from '@huanbao/platform';
import { firmStandingChanged } from '@huanbao/providers';
import { WatchDecision, WatchEntry } from './entities';
import { Leaving } from './steps/leaving.service';
import { ClueSources } from './steps/sources.service';
import { moveListedFirm, takeCreditClues, takeGradeClue, tellListed, watchDailyRound } from './watch-list.events';
import { WatchMessages } from './watch-list.messages';

const ENDED: Readonly<Record<string, string>> = { removed: '已移出名单', expired: '列入期限届满，已移出名单', revoked: '列入决定已撤销' };

/** Clues from other rooms, terms that are over, and what the subject is told. Each piece may be told again. */
@Injectable()
export class WatchJobs {
  constructor(
    private readonly db: Db,
    private readonly sources: ClueSources,
    private readonly leaving: Leaving,
    private readonly messages: WatchMessages,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
  ) {}

  @Handles(takeCreditClues)
  async ledger(change: { subjectId: string; snapshotId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.sources.takeLedger(change));
  }

  @Handles(takeGradeClue)
  async grade(change: { subjectId: string; snapshotId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.sources.takeGrade(change));
  }

  @Handles(moveListedFirm)
  async moved({ subjectId }: { entryId: string; subjectId: string | null }, delivery: Delivery): Promise<void> {
    const firm = subjectId === null ? false : (await this.directory.organisation(subjectId))?.kind === 'firm';
    await delivery.complete(async () => {
      if (firm && subjectId !== null) await this.outbox.publish(firmStandingChanged, { firmId: subjectId });
    });
  }

  @Handles(tellListed)
  async tell({ entryId }: { entryId: string; subjectId: string | null }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const entry = await this.db.repo(WatchEntry).findOneByOrFail({ id: entryId });
      const decision = await this.db.repo(WatchDecision).findOneByOrFail({ entryId });
      const { number, endedHow, listedUntil, removalFrom } = decision;
      // a decision that was taken back before its service does not exist for its subject
      if (decision.servedOn === null) return;
      if (endedHow === null) await this.messages.toSubject(entry, { key: 'listed', title: { zh: `${decision.paper.title}已送达：${number}`, en: `You are on the list: ${number}` }, body: { zh: `列入期限至 ${listedUntil ?? ''}，${removalFrom ?? ''} 起可以申请移出。请阅读决定书写明的移出条件和救济途径。`, en: `Until ${listedUntil ?? ''}; removal can be applied for from ${removalFrom ?? ''} on.` } });
      else await this.messages.toSubject(entry, { key: `left-${endedHow}`, title: { zh: `${ENDED[endedHow] ?? ''}：${number}`, en: `You are off the list: ${number}` }, body: { zh: '公示和措施已经停止，证明可以在信用证明中下载。', en: 'Publication and measures have stopped; the certificate is among your certificates.' } });
    });
  }

  @Handles(watchDailyRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await this.leaving.expire();
    await delivery.complete(async () => {
      await this.sources.takeUnpaid();
      await this.sources.takeBegun();
      await this.sources.dropGone();
      await this.leaving.remindOfRevocations();
    });
  }
}
