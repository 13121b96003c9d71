import { Injectable, OnModuleInit } from '@nestjs/common';
import { caseRelations } from '@huanbao/casework';
import { Files, FileSubjects, FileVerb } from '@huanbao/documents';
import { Actor, Clock, Db, newId } from '@huanbao/platform';
import { Permit } from '../permit.entity';
import { permitEnded } from '../permits.errors';
import { evidenceMissing } from './ending.errors';
import { PermitMeasure, PermitMeasureDraft } from './ending.entity';
import { endingPolicy, partiesOfPermit } from './ending.policy';
import type { MeasureDraftView } from './ending.view';

/** Kind of record the evidence of a measure belongs to. */
const SUBJECT = 'permit-measure';

interface Evidence {
  readonly fileId: string;
  readonly hash: string;
}

/** What a measure rests on: uploaded to a draft of the officer's, sealed when the measure is proposed, and the bureau's own like any file of a penalty. */
@Injectable()
export class MeasureEvidence implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, (actor, id, verb) => this.may(actor, id, verb));
  }

  /** The draft of this permit and officer: asking twice gives the same one. @throws 409 for a permit that has ended */
  async draft(actor: Actor, permitId: string): Promise<MeasureDraftView> {
    const permit = await this.db.repo(Permit).findOneBy({ id: permitId });
    endingPolicy.require(actor, 'permit-measure.propose', permit && partiesOfPermit(permit));
    if (permit?.status !== 'valid') throw permitEnded();
    await this.db.repo(PermitMeasureDraft).createQueryBuilder().insert().values({ id: newId(), permitId, openedBy: actor.userId, createdAt: this.clock.now() }).orIgnore().execute();
    const { id } = await this.db.repo(PermitMeasureDraft).findOneByOrFail({ permitId, openedBy: actor.userId });
    return { id };
  }

  /**
   * Seals the officer's evidence for the measure that is being proposed. What the scanner found infected nobody can open: it is none.
   * @throws 400 at `/evidence` when there is none
   */
  async take(actor: Actor, permitId: string): Promise<{ evidenceId: string; files: Evidence[] }> {
    const draft = await this.db.lock(PermitMeasureDraft, { permitId, openedBy: actor.userId });
    const files = draft ? (await this.files.list(SUBJECT, draft.id)).filter(file => file.scanState !== 'infected') : [];
    if (!draft || files.length === 0) throw evidenceMissing();
    await this.db.repo(PermitMeasureDraft).delete({ id: draft.id });
    return { evidenceId: draft.id, files: files.map(file => ({ fileId: file.id, hash: file.hash })) };
  }

  /** A draft is its officer's alone; what was proposed is read by the bureau of the place, and written by nobody. */
  private async may(actor: Actor, id: string, verb: FileVerb): Promise<boolean> {
    const draft = await this.db.repo(PermitMeasureDraft).findOneBy({ id });
    const permitId = draft?.permitId ?? (await this.db.repo(PermitMeasure).findOneBy({ evidenceId: id }))?.permitId;
    const permit = permitId === undefined ? null : await this.db.repo(Permit).findOneBy({ id: permitId });
    if (!permit) return false;
    if (draft) return draft.openedBy === actor.userId && endingPolicy.may(actor, 'permit-measure.propose', partiesOfPermit(permit));
    return verb === 'read' && readsEvidence(actor, permit);
  }
}

/** Pure: evidence may name who complained and what others sell; the party reads facts and reasons in its notice. */
export const readsEvidence = (actor: Actor, permit: Parameters<typeof partiesOfPermit>[0]): boolean => {
  const parties = partiesOfPermit(permit);
  return endingPolicy.sees(actor, parties) && caseRelations(actor, parties).includes('jurisdiction');
};
