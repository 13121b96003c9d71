import { Inject, Injectable } from '@nestjs/common';
import { hj608PermitNumber, parsePermitNumber } from '@huanbao/codes';
import { CaseEngine } from '@huanbao/casework';
import { Actor, CITY, City, Db, Outbox, violatedConstraint } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { PermitApplication } from './application.entity';
import { applicationMachine } from './application.machine';
import { ApplicationRecords } from './application.records';
import { toHalfWidth } from './form/plain-text';
import { PermitVersion } from './life/permit-version.entity';
import { PermitVersions } from './life/permit-versions';
import { Permit } from './permit.entity';
import { numberAllocated, numberForeign, numberKept, numberNeeded, numberTaken, numberWrong, permitEnded } from './permits.errors';
import { permitIssued } from './permits.events';
import { PermitNotices } from './permits.notices';
import { RegistrationsService } from './registrations/registrations.service';
import { authorised } from './permits.policy';
import { SectionStore } from './section-store';

/** The letter HJ 608 gives to permits of 简化 and 重点管理 alike; no category may be read from it. */
const MARK = 'P';

/** 颁发许可证: the first version or a further one; the papers are drawn by the worker. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly engine: CaseEngine,
    private readonly notices: PermitNotices,
    private readonly outbox: Outbox,
    private readonly versions: PermitVersions,
    private readonly signatures: Signatures,
    private readonly registrations: RegistrationsService,
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
    let permit: Permit | undefined;
    await this.engine.act(applicationMachine, id, 'issue', {
      actor,
      authorise: authorised(actor, 'permit-application.issue'),
      effects: async c => {
        await this.signatures.assertUncontested({ type: 'permit-application', id });
        const old = application.permitId === null ? null : await this.living(application.permitId);
        const input = { application, form: await this.sections.form(id), number: old ? keptNumber(old, number) : this.numberFor(application, number) };
        permit = await this.versions.issue(actor, input, old);
        if (!old) await this.registrations.superseded(actor, permit);
        await this.records.keepInStep(id, c);
        await this.notices.issued(application, permit);
        await this.outbox.publish(permitIssued, { permitId: permit.id, applicationId: id, enterpriseId: application.enterpriseId });
      },
    });
    return permit ?? this.issuedBy(id);
  }

  /** The permit under lock. @throws 409 when it was ended while the application ran. */
  private async living(id: string): Promise<Permit> {
    const permit = await this.db.lock(Permit, { id });
    if (permit?.status !== 'valid') throw permitEnded();
    return permit;
  }

  /** A second click on the same button: what the first one issued. */
  private async issuedBy(applicationId: string): Promise<Permit> {
    const { permitId } = await this.db.repo(PermitVersion).findOneByOrFail({ applicationId });
    return this.db.repo(Permit).findOneByOrFail({ id: permitId });
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
}

/** A permit keeps its number through all its versions. */
function keptNumber(old: Permit, given: string | undefined): string {
  if (given && toHalfWidth(given).trim().toUpperCase() !== old.number) throw numberKept(old.number);
  return old.number;
}
