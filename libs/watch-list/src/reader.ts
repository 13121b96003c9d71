import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { WatchDecision, WatchEntry } from './entities';

/** That a subject was on the list on a day, for rooms that may know: banks with an authorisation. */
export interface OnWatchList {
  readonly documentNo: string;
  readonly title: string;
  readonly reason: string;
  readonly listedOn: string;
  readonly listedUntil: string;
  /** The decision, word by word. */
  readonly paragraphs: readonly string[];
}

/** It asks for no right: who calls has decided that the reader may. */
@Injectable()
export class WatchListReader {
  constructor(private readonly db: Db) {}

  /** Null when it was not on the list that day. What was revoked never stood there; what rests by 复议 or a court is not told. */
  async of(subjectOrgId: string, day: string): Promise<OnWatchList | null> {
    const found = (await this.db.repo(WatchDecision).createQueryBuilder('d').innerJoinAndMapOne('d.entry', WatchEntry, 'e', 'e.id = d.entryId AND e.subjectOrgId = :subjectOrgId', { subjectOrgId })
      .where(`d.servedOn <= :day AND d.listedUntil >= :day AND NOT d.resting AND (d.endedOn IS NULL OR (d.endedHow <> 'revoked' AND d.endedOn > :day))`, { day }).orderBy('d.servedOn', 'DESC').getOne()) as (WatchDecision & { readonly entry: WatchEntry }) | null;
    if (!found) return null;
    const { number, paper, servedOn, listedUntil, entry } = found;
    return { documentNo: number, title: paper.title, reason: entry.publicReason ?? '', listedOn: servedOn ?? '', listedUntil: listedUntil ?? '', paragraphs: paper.paragraphs };
  }
}
