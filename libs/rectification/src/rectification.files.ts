import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseRecord, Waiting } from '@huanbao/casework';
import { FileSubjects } from '@huanbao/documents';
import { KnownEnterprises } from '@huanbao/identity';
import { Db } from '@huanbao/platform';
import { Rectification, RectificationEvidence, RectificationSupervision } from './entities';
import { MENDING, OPEN_STATES } from './rectification.machine';
import { ownersFor, ownRectificationPolicy, rectificationPolicy } from './rectification.policy';

/** Photos and papers: read by both sides once the notice is issued; added by the enterprise while it mends, by officers while the case is open. What was listed stays. */
@Injectable()
export class RectificationFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
    private readonly known: KnownEnterprises,
    private readonly waiting: Waiting,
  ) {}

  onModuleInit(): void {
    this.subjects.register('rectification', async (actor, id, verb) => {
      const row = await this.db.repo(Rectification).findOneBy({ id });
      if (!row) return false;
      const [own, official] = [ownRectificationPolicy.sees(actor, row), rectificationPolicy.sees(actor, row)];
      if (verb === 'read') return own || official;
      const state = (await this.db.repo(CaseRecord).findOneBy({ id }))?.state ?? '';
      if (own) return ownRectificationPolicy.may(actor, 'own-rectification.act', row) && MENDING.includes(state);
      return official && rectificationPolicy.may(actor, 'rectification.handle', row) && OPEN_STATES.includes(state);
    });
    this.subjects.registerHold('rectification', async fileId => (await this.db.repo(RectificationEvidence).existsBy({ fileId })) || this.proves(fileId));
    this.waiting.register('party', 'rectification', async actor => {
      const [row] = await this.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM case_record WHERE party_org_id = ANY ($1) AND kind = 'rectification' AND holder = 'applicant' AND closed_at IS NULL`, [ownersFor(actor)]);
      return row?.n ?? 0;
    });
    this.known.onClaim(async ({ from, to }) => void (await this.db.query('UPDATE rectification SET enterprise_id = $2 WHERE enterprise_id = $1', [from, to])));
  }

  private proves(fileId: string): Promise<boolean> {
    return this.db.repo(Rectification).createQueryBuilder('r').leftJoin(RectificationSupervision, 'm', 'm.rectificationId = r.id')
      .where(`:fileId IN (r.served ->> 'proofFileId', r.served ->> 'consentFileId') OR jsonb_path_exists(m.default_notice, '$.** ? (@.proofFileId == $file || @.consentFileId == $file)', jsonb_build_object('file', CAST(:fileId AS text)))`, { fileId }).getExists();
  }
}
