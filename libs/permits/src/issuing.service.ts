import { Inject, Injectable } from '@nestjs/common';
import { hj608PermitNumber, parsePermitNumber } from '@huanbao/codes';
import { CaseEngine } from '@huanbao/casework';
import { Actor, CITY, City, Clock, Db, newId, Outbox, Signer, violatedConstraint } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { applicationMachine } from './application.machine';
import { ApplicationRecords } from './application.records';
import { signedTextOf } from './certificate/signed-text';
import { dayBefore, fiveYearsAfter } from './certificate/validity';
import { Form } from './form/field';
import { textOf } from './form/form';
import { Permit } from './permit.entity';
import { numberAllocated, numberForeign, numberNeeded, numberTaken, numberWrong } from './permits.errors';
import { permitIssued } from './permits.events';
import { PermitNotices } from './permits.notices';
import { authorised } from './permits.policy';
import { contentHash, SectionStore, withoutPersonal } from './section-store';

/** The letter HJ 608 gives to permits of 简化 and 重点管理 alike; no category may be read from it. */
const MARK = 'P';

/** 颁发许可证: number, five years of validity, signature; the papers are drawn by the worker. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly engine: CaseEngine,
    private readonly notices: PermitNotices,
    private readonly outbox: Outbox,
    private readonly signer: Signer,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** @throws 400 for a number that is malformed or somebody else's; 409 `permit.number-taken` */
  async issue(actor: Actor, id: string, number: string | undefined): Promise<Permit> {
    try {
      return await this.db.transaction(() => this.issueLocked(actor, id, number));
    } catch (error) {
      if (violatedConstraint(error) === 'permit_number_once') throw numberTaken();
      throw error;
    }
  }

  private async issueLocked(actor: Actor, id: string, number: string | undefined): Promise<Permit> {
    const application = await this.records.lock(id);
    await this.engine.act(applicationMachine, id, 'issue', {
      actor,
      authorise: authorised(actor, 'permit-application.issue'),
      effects: async c => {
        const permit = this.permitOf(actor, application, { form: await this.sections.form(id), number: this.numberFor(application, number) });
        await this.db.repo(Permit).insert(permit as object);
        await this.records.keepInStep(id, c);
        await this.notices.issued(application, permit.number);
        await this.outbox.publish(permitIssued, { permitId: permit.id, applicationId: id, enterpriseId: application.enterpriseId });
      },
    });
    return this.db.repo(Permit).findOneByOrFail({ applicationId: id });
  }

  /** Where the national platform numbers, ours is entered and checked; nothing is invented beside it (permits.md §0). */
  private numberFor(application: PermitApplication, given: string | undefined): string {
    if (this.city.permitNumbering === 'hj608') {
      if (given) throw numberAllocated();
      return hj608PermitNumber(application.uscc, application.siteSequence, MARK);
    }
    if (!given?.trim()) throw numberNeeded();
    const parsed = parsePermitNumber(given);
    if (!parsed.ok) throw numberWrong(parsed);
    if (parsed.parts.uscc !== application.uscc) throw numberForeign();
    return parsed.value;
  }

  private permitOf(actor: Actor, application: PermitApplication, given: { form: Form; number: string }): Permit {
    const today = this.clock.today();
    const basic = given.form.basic;
    const snapshot = withoutPersonal(given.form);
    const facts = {
      number: given.number, enterpriseName: application.enterpriseName, uscc: application.uscc, siteName: application.siteName,
      issuer: this.city.permitIssuer.name, issuedOn: today, validFrom: today, validTo: dayBefore(fiveYearsAfter(today)),
    };
    const signedText = signedTextOf({ ...facts, contentHash: contentHash(snapshot) });
    return {
      ...facts, id: newId(), applicationId: application.id, enterpriseId: application.enterpriseId, siteId: application.siteId, siteSequence: application.siteSequence,
      siteAddress: textOf(basic, 'siteAddress') ?? '', regionCode: application.regionCode, legalRepresentative: textOf(basic, 'legalRepresentative') ?? '',
      industryCode: textOf(basic, 'industryCode') ?? '', industryName: textOf(basic, 'industryName') ?? '', managementCategory: application.managementCategory,
      status: 'valid', snapshot, originalFileId: null, duplicateFileId: null, signedText, signature: this.signer.sign(signedText), signingKey: this.signer.publicKeyHex,
      version: 1, issuedBy: actor.userId, createdAt: this.clock.now(),
    };
  }
}
