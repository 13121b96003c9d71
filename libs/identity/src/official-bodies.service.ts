import { Inject, Injectable } from '@nestjs/common';
import { Audit, CITY, City, Clock, Db, newId, Outbox, violatedConstraint } from '@huanbao/platform';
import { Invitation, Organisation } from './identity.entity';
import { invitationSent } from './identity.events';
import { LinkTokens } from './link-tokens';
import { KEEPER_OF, OrgKind } from './roles';
import { recordStanding } from './standing';

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;
const OPERATOR = '平台运维';

type OfficialKind = Extract<OrgKind, 'bureau' | 'department' | 'bank'>;

/** Bureau, departments and banks do not register: the operator of the platform sets them up. No HTTP leads here. */
@Injectable()
export class OfficialBodiesService {
  constructor(
    private readonly db: Db,
    private readonly links: LinkTokens,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** The body and the invitation of its first administrator, or neither. @throws Error when the body is there already */
  async found(kind: OfficialKind, name: string, keeper: { readonly email: string; readonly name: string }): Promise<{ readonly token: string; readonly expiresAt: Date }> {
    try {
      return await this.db.transaction(async () => this.inviteKeeper(await this.establish(kind, name), keeper));
    } catch (error) {
      if (violatedConstraint(error) === 'organisation_official') throw new Error(`there is already a ${kind} named ${name}`);
      throw error;
    }
  }

  /** An official body of the city, at work from the start. */
  establish(kind: OfficialKind, name: string): Promise<Organisation> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const organisation = this.db.repo(Organisation).create({
        id: newId(), kind, uscc: null, name, status: 'active', statusReason: null, knownSince: null, regionCode: this.city.adcode, address: kind === 'bureau' ? (this.city.bureau.address ?? '') : '',
        legalRepresentative: '', contactName: '', contactPhoneCipher: null, version: 1, createdAt: now, updatedAt: now,
      });
      await this.db.repo(Organisation).insert(organisation);
      await recordStanding(this.db, { organisation, from: null, by: OPERATOR });
      await this.audit.record({ actor: null, action: 'organisation.establish', subject: { type: 'organisation', id: organisation.id }, details: { kind } });
      return organisation;
    });
  }

  /** Invites the first administrator. The mail goes out as usual; the token is for the operator's terminal when no mail works yet. */
  inviteKeeper(organisation: Organisation, person: { readonly email: string; readonly name: string }): Promise<{ readonly token: string; readonly expiresAt: Date }> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const invitation = this.db.repo(Invitation).create({
        id: newId(), orgId: organisation.id, email: person.email.trim().toLowerCase(), name: person.name, roles: [KEEPER_OF[organisation.kind]], invitedBy: null,
        createdAt: now, expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS), acceptedAt: null, revokedAt: null,
      });
      await this.db.repo(Invitation).insert(invitation);
      await this.audit.record({ actor: null, action: 'invitation.send', subject: { type: 'invitation', id: invitation.id }, details: { orgId: organisation.id, roles: invitation.roles } });
      await this.outbox.publish(invitationSent, { invitationId: invitation.id });
      return { token: this.links.tokenOf('invitation', invitation.id), expiresAt: invitation.expiresAt };
    });
  }
}
