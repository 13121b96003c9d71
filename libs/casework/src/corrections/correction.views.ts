import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { CorrectionItem, CorrectionMessage, CorrectionRound } from '../correction.entity';
import { withoutMarks } from './concealed';
import type { Change } from './snapshot';
import { CorrectionItemView, CorrectionMessageView, CorrectionRoundView } from '../views/case.view';

/** The rounds of a case with items, threads and differences. The caller has checked that the actor sees the case. */
@Injectable()
export class CorrectionViews {
  constructor(private readonly db: Db) {}

  async rounds(caseId: string): Promise<CorrectionRoundView[]> {
    const rounds = await this.db.repo(CorrectionRound).find({
      select: { id: true, round: true, state: true, requestedByName: true, requestedAt: true, resubmittedAt: true, onUnchangedContent: true, supervisorReason: true, changes: true },
      where: { caseId },
      order: { round: 'ASC' },
    });
    if (rounds.length === 0) return [];
    const items = await this.db.repo(CorrectionItem).find({ where: { caseId }, order: { position: 'ASC' } });
    const messages = await this.db.repo(CorrectionMessage).find({ where: { caseId }, order: { at: 'ASC', id: 'ASC' } });
    return rounds.map(({ changes, ...round }) => ({
      ...round,
      items: items.filter(item => item.roundId === round.id).map(item => itemView(item, messages)),
      changes: ((changes ?? []) as Change[]).map(shown),
    }));
  }
}

/** Marks of concealed values are for comparing only; two that differ may look alike. */
function shown({ from, to, ...change }: Change): Change {
  return { ...change, ...(from === undefined ? {} : { from: withoutMarks(from) }), ...(to === undefined ? {} : { to: withoutMarks(to) }) };
}

function itemView(item: CorrectionItem, messages: readonly CorrectionMessage[]): CorrectionItemView {
  const { id, pointer, label, requirement, reason, changed } = item;
  return { id, pointer, label, requirement, reason, changed, messages: messages.filter(message => message.itemId === id).map(messageView) };
}

export function messageView({ id, side, authorName, onBehalfOfName, at, text, fileIds }: CorrectionMessage): CorrectionMessageView {
  return { id, side, authorName, onBehalfOfName, at, text, fileIds };
}
