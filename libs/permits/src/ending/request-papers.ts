import { Injectable, OnModuleInit } from '@nestjs/common';
import { Files, FileSubjects, FileVerb } from '@huanbao/documents';
import { Actor, Clock, Db, newId } from '@huanbao/platform';
import type { MaterialView } from '../life/life.view';
import { isNeeded, Materials } from '../life/materials';
import { Permit } from '../permit.entity';
import { permitEnded } from '../permits.errors';
import { papersMissing } from './ending.errors';
import { PermitRequest, PermitRequestDraft, ReissueCause, RequestKind } from './ending.entity';
import { endingPolicy, partiesOfPermit } from './ending.policy';
import type { RequestDraftView } from './ending.view';

/** Kind of record the papers of a request belong to. */
const SUBJECT = 'permit-request';

interface Paper {
  readonly kind: string;
  readonly fileId: string;
  readonly hash: string;
}

/** The papers of 补领 and 注销: uploaded to a draft of the holder's, sealed when the request is handed in. */
@Injectable()
export class RequestPapers implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
    private readonly materials: Materials,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, (actor, id, verb) => this.may(actor, id, verb), async id => {
      const permit = await this.permitOf(id);
      return permit && { matter: 'permits', site: permit.siteId };
    });
  }

  /** The draft of this permit and kind: asking twice gives the same one. @throws 409 for a permit that has ended */
  async draft(actor: Actor, permitId: string, kind: RequestKind): Promise<RequestDraftView> {
    const permit = await this.db.repo(Permit).findOneBy({ id: permitId });
    endingPolicy.require(actor, 'permit-request.submit', permit && partiesOfPermit(permit));
    if (permit?.status !== 'valid') throw permitEnded();
    await this.db.repo(PermitRequestDraft).createQueryBuilder().insert().values({ id: newId(), permitId, kind, createdAt: this.clock.now() }).orIgnore().execute();
    const { id } = await this.db.repo(PermitRequestDraft).findOneByOrFail({ permitId, kind });
    return { id, kind, materials: await this.materials.ofRequest(kind) };
  }

  /**
   * Seals the papers of the draft for the request that is being handed in; from then on nobody adds or removes one.
   * @throws 400 naming each needed paper that is not there
   */
  async take(permitId: string, kind: RequestKind, cause: ReissueCause | null): Promise<{ papersId: string | null; handedIn: Paper[]; titled: (Paper & { readonly title: string })[] }> {
    const draft = await this.db.lock(PermitRequestDraft, { permitId, kind });
    const handedIn = draft ? await this.uploaded(draft.id) : [];
    const materials = await this.materials.ofRequest(kind);
    const missing = missingOf(materials, handedIn, cause);
    if (missing.length > 0) throw papersMissing(missing);
    if (draft) await this.db.repo(PermitRequestDraft).delete({ id: draft.id });
    return { papersId: draft?.id ?? null, handedIn, titled: handedIn.map(paper => ({ ...paper, title: materials.find(one => one.kind === paper.kind)?.label.zh ?? paper.kind })) };
  }

  /** What the scanner found infected nobody can open: it is not handed in. */
  private async uploaded(id: string): Promise<Paper[]> {
    const files = await this.files.list(SUBJECT, id);
    return files.filter(file => file.scanState !== 'infected').map(file => ({ kind: file.purpose, fileId: file.id, hash: file.hash }));
  }

  /** A draft is its holder's alone; what was handed in is read by whoever sees the request, and written by nobody. */
  private async may(actor: Actor, id: string, verb: FileVerb): Promise<boolean> {
    const permit = await this.permitOf(id);
    if (!permit) return false;
    if (await this.db.repo(PermitRequestDraft).existsBy({ id })) return endingPolicy.may(actor, 'permit-request.submit', partiesOfPermit(permit));
    return verb === 'read' && endingPolicy.sees(actor, partiesOfPermit(permit));
  }

  private async permitOf(id: string): Promise<Permit | null> {
    const draft = await this.db.repo(PermitRequestDraft).findOneBy({ id });
    const permitId = draft?.permitId ?? (await this.db.repo(PermitRequest).findOneBy({ papersId: id }))?.permitId;
    return permitId === undefined ? null : this.db.repo(Permit).findOneBy({ id: permitId });
  }
}

/** Pure: the papers this cause needs of which none is there. */
export const missingOf = (materials: readonly MaterialView[], given: readonly Pick<Paper, 'kind'>[], cause: ReissueCause | null): MaterialView[] =>
  materials.filter(one => isNeeded(one, cause === null ? [] : [cause]) && !given.some(paper => paper.kind === one.kind));
