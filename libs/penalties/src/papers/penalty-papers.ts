import { Injectable } from '@nestjs/common';
import type { Paper } from '@huanbao/documents';
import { Db, notFound } from '@huanbao/platform';
import { PenaltyDecision, PenaltyNotice } from '../entities';
import { PenaltyExecution } from '../executing/execution.entity';
import { PaperShelf } from './paper-shelf';

export interface DrawnPaper {
  readonly paper: Paper;
  readonly pdf: Buffer;
}

/** Every paper of a case by its id, as it was made. Who calls has checked that the reader sees the case. */
@Injectable()
export class PenaltyPapers {
  constructor(
    private readonly db: Db,
    private readonly shelf: PaperShelf,
  ) {}

  /** @throws 404 */
  async any(penaltyId: string, paperId: string): Promise<DrawnPaper> {
    return this.draw(await this.find(penaltyId, paperId, false));
  }

  /** What reached the party, and nothing else. @throws 404 */
  async served(penaltyId: string, paperId: string): Promise<DrawnPaper> {
    return this.draw(await this.find(penaltyId, paperId, true));
  }

  private async find(penaltyId: string, paperId: string, servedOnly: boolean): Promise<Paper | null> {
    const notice = await this.db.repo(PenaltyNotice).findOneBy({ id: paperId, penaltyId });
    if (notice) return servedOnly && !notice.served ? null : notice.paper;
    const decision = await this.db.repo(PenaltyDecision).findOneBy({ id: paperId, penaltyId });
    if (decision) return servedOnly && !decision.servedOn ? null : decision.paper;
    const execution = await this.db.repo(PenaltyExecution).findOneBy([{ penaltyId, id: paperId }, { penaltyId, applicationId: paperId }]);
    if (execution?.id === paperId) return servedOnly && !execution.served ? null : execution.paper;
    return execution?.applicationId === paperId && !servedOnly ? execution.application : null;
  }

  private async draw(paper: Paper | null): Promise<DrawnPaper> {
    if (!paper) throw notFound();
    return { paper, pdf: await this.shelf.draw(paper) };
  }
}
