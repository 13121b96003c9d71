import { Injectable } from '@nestjs/common';
import { Reauthentication } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { Inspection } from '../enforcement.entity';
import { notSealed, statementOver, statementsMost } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import type { SupplementDto } from './record.dto';
import { InspectionSupplement } from './record.entity';

const MOST = 5;

/** A sealed record does not change: officers correct beside it, the enterprise says what it has to say. */
@Injectable()
export class Supplements {
  constructor(
    private readonly db: Db,
    private readonly reauthentication: Reauthentication,
    private readonly signatures: Signatures,
    private readonly notifier: Notifier,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async correct(actor: Actor, id: string, { words, password }: SupplementDto): Promise<void> {
    const seen = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.hold', seen && inspectionParties(seen));
    await this.reauthentication.require(actor, password);
    return this.db.transaction(async () => {
      const inspection = await this.sealed(actor, id, 'inspection.hold');
      const { recordId } = await this.signatures.keep(actor, {
        subject: { type: 'inspection', id }, ownerOrgId: actor.orgId ?? '', matter: 'none', regionCode: inspection.regionCode, what: { zh: `补充执法检查记录：${inspection.number}`, en: `Added to the record of inspection ${inspection.number}` },
        data: { contentHash: inspection.contentHash, words }, draw: page => page.keyValues([['检查编号', inspection.number], ['补充说明', words]]),
      });
      await this.put(actor, inspection, { kind: 'correction', words, recordId });
      await this.notifier.notify({
        to: { orgId: inspection.enterpriseId }, topic: 'inspection', subject: { type: 'inspection', id }, key: `inspection:${id}:supplement:${recordId}`, link: `/e/${inspection.enterpriseId}/inspections/${id}`,
        title: { zh: `执法检查记录有补充说明：${inspection.number}`, en: `Added to the record of inspection ${inspection.number}` }, body: { zh: '原记录不变，补充说明附在其后', en: 'The record itself stays as it was' },
      });
    });
  }

  state(actor: Actor, id: string, words: string): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.sealed(actor, id, 'inspection.answer');
      const { statementDueOn } = inspection;
      if (statementDueOn === null || this.clock.today() > statementDueOn) throw statementOver(statementDueOn ?? '');
      if ((await this.db.repo(InspectionSupplement).countBy({ inspectionId: id, kind: 'statement' })) >= MOST) throw statementsMost();
      const supplementId = await this.put(actor, inspection, { kind: 'statement', words, recordId: null });
      await this.notifier.notify({
        to: { userIds: inspection.officers.map(one => one.userId) }, topic: 'inspection', subject: { type: 'inspection', id }, key: `inspection:${id}:statement:${supplementId}`, link: `/b/inspections/${id}`,
        title: { zh: `企业对检查记录提出意见：${inspection.number}`, en: `Statement on inspection ${inspection.number}` }, body: { zh: inspection.enterpriseName, en: inspection.enterpriseName },
      });
    });
  }

  private async put(actor: Actor, inspection: Inspection, { kind, words, recordId }: Pick<InspectionSupplement, 'kind' | 'words' | 'recordId'>): Promise<string> {
    const id = newId();
    await this.db.repo(InspectionSupplement).insert({ id, inspectionId: inspection.id, kind, words, byUser: actor.userId, byName: actor.name, orgName: actor.orgName ?? '', recordId, at: this.clock.now() });
    await this.audit.record({ actor, action: `inspection.${kind}`, subject: { type: 'inspection', id: inspection.id }, details: { number: inspection.number, recordId } });
    return id;
  }

  private async sealed(actor: Actor, id: string, action: 'inspection.hold' | 'inspection.answer'): Promise<Inspection> {
    const inspection = await this.db.lock(Inspection, { id });
    inspectionPolicy.require(actor, action, inspection && inspectionParties(inspection));
    if (!inspection) throw notFound();
    if (inspection.closedAt === null) throw notSealed();
    return inspection;
  }
}
