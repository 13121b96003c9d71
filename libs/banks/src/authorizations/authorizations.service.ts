import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, forbidden, newId, Numbering, Outbox, stale, violatedConstraint } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { authorizationOverlaps, authorizationState, bankNotFound, enterpriseNotFound, longerThanAsked, requestLapsed, requestOpen, scoreNeedsCredit, scoreNeedsList, termOrder, termPast, termTooLong, widerThanAsked } from '../banks.errors';
import { bankAuthorizationGranted, bankAuthorizationRevoked } from '../banks.jobs.definitions';
import { AuthorizationAction, authorizationPolicy } from '../banks.policy';
import { BankAuthorization } from '../entities';
import { BankParameters } from '../parameters';
import { FieldGroup, groupsInOrder } from '../scopes';
import { AuthorizationLetters } from './authorization.letters';
import { CONSENT, drawAuthorization } from './authorization.paper';
import type { GrantAuthorizationDto, OfferAuthorizationDto, RequestAuthorizationDto } from './authorization.dto';
import { statusOn } from './authorization.view';

interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

interface Terms {
  readonly scopes: readonly FieldGroup[];
  readonly fromOn: string;
  readonly toOn: string;
}

const UNASKED = { askedScopes: null, askedFrom: null, askedTo: null, askedBy: null, askedByName: null, askedAt: null, answerBy: null };
const UNDECIDED = { scopes: null, fromOn: null, toOn: null, decidedBy: null, decidedByName: null, decidedAt: null, decisionWords: null, signatureRecordId: null };
const LIVING = { endedAt: null, endedByName: null, endReason: null, version: 1 };

/** 授权: asked for by a bank or given unasked, signed by the enterprise, taken back at once. */
@Injectable()
export class Authorizations {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly numbering: Numbering,
    private readonly parameters: BankParameters,
    private readonly signatures: Signatures,
    private readonly letters: AuthorizationLetters,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** A bank asks. @throws field `enterprise` for one that cannot be asked, 409 while an earlier request waits */
  async request(actor: Actor, { uscc, purpose, purposeWords, ...terms }: RequestAuthorizationDto): Promise<string> {
    const bank = await this.bankOf(actor);
    await this.assertTerms(terms);
    const enterprise = await this.directory.organisationByUscc(uscc, 'enterprise');
    if (enterprise?.status !== 'active') throw enterpriseNotFound();
    const answerBy = addDays(this.clock.today(), await this.parameters.days('request:answer-days'));
    return this.write(async () => {
      // a request nobody answered in time makes room for a new one
      await this.db.query(`UPDATE bank_authorization SET state = 'withdrawn', version = version + 1 WHERE enterprise_id = $1 AND bank_id = $2 AND state = 'requested' AND answer_by < $3`, [enterprise.id, bank.id, this.clock.today()]);
      const row = this.db.repo(BankAuthorization).create({
        id: newId(), number: await this.numbering.code('bank-authorization', 'SQ'), enterpriseId: enterprise.id, enterpriseName: enterprise.name, enterpriseUscc: enterprise.uscc, bankId: bank.id, bankName: bank.name, regionCode: enterprise.regionCode,
        origin: 'request', state: 'requested', purpose, purposeWords, askedScopes: groupsInOrder(terms.scopes), askedFrom: terms.fromOn, askedTo: terms.toOn, askedBy: actor.userId, askedByName: actor.name, askedAt: this.clock.now(), answerBy,
        ...UNDECIDED, ...LIVING, createdAt: this.clock.now(),
      });
      await this.db.repo(BankAuthorization).insert(row);
      await this.record(actor, 'request', row);
      await this.letters.asked(row);
      return row.id;
    });
  }

  /** An enterprise gives one unasked. */
  async offer(actor: Actor, { bankId, purpose, purposeWords, agreed: _agreed, ...terms }: OfferAuthorizationDto): Promise<string> {
    const enterprise = actor.orgId === null ? null : await this.directory.organisation(actor.orgId);
    if (enterprise?.kind !== 'enterprise' || enterprise.status !== 'active') throw forbidden();
    const bank = await this.directory.organisation(bankId);
    if (bank?.kind !== 'bank' || bank.status !== 'active') throw bankNotFound();
    await this.assertTerms(terms);
    return this.write(async () => {
      const row = this.db.repo(BankAuthorization).create({
        id: newId(), number: await this.numbering.code('bank-authorization', 'SQ'), enterpriseId: enterprise.id, enterpriseName: enterprise.name, enterpriseUscc: enterprise.uscc, bankId: bank.id, bankName: bank.name, regionCode: enterprise.regionCode,
        origin: 'offer', state: 'active', purpose, purposeWords, ...UNASKED, ...UNDECIDED, ...LIVING, createdAt: this.clock.now(),
      });
      await this.sign(actor, row, terms);
      await this.db.repo(BankAuthorization).insert(row);
      await this.granted(actor, row);
      return row.id;
    });
  }

  /** As asked, or narrower. */
  async grant({ actor, id, version }: Step, { agreed: _agreed, ...terms }: GrantAuthorizationDto): Promise<void> {
    await this.write(async () => {
      const row = await this.locked({ actor, id, version }, 'bank-authorization.grant');
      await this.assertTerms(terms);
      const status = statusOn(row, this.clock.today());
      if (status === 'lapsed') throw requestLapsed(row.answerBy ?? '');
      if (status !== 'requested') throw authorizationState(status);
      if (terms.scopes.some(one => !row.askedScopes?.includes(one))) throw widerThanAsked();
      // asked from a day that has passed meanwhile: from today
      if (terms.toOn > (row.askedTo ?? '') || (terms.fromOn < (row.askedFrom ?? '') && terms.fromOn !== this.clock.today())) throw longerThanAsked();
      await this.sign(actor, row, terms);
      const { scopes, fromOn, toOn, decidedBy, decidedByName, decidedAt, signatureRecordId } = row;
      await this.db.repo(BankAuthorization).update({ id }, { state: 'active', scopes, fromOn, toOn, decidedBy, decidedByName, decidedAt, signatureRecordId, version: version + 1 });
      await this.granted(actor, row);
    });
  }

  decline(step: Step, words: string | null): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.locked(step, 'bank-authorization.decline');
      if (row.state !== 'requested') throw authorizationState(row.state);
      await this.db.repo(BankAuthorization).update({ id: row.id }, { state: 'declined', decidedBy: step.actor.userId, decidedByName: step.actor.name, decidedAt: this.clock.now(), decisionWords: words, version: step.version + 1 });
      await this.record(step.actor, 'decline', row);
      await this.letters.declined({ ...row, decisionWords: words });
    });
  }

  /** The bank no longer wants it. */
  withdraw(step: Step): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.locked(step, 'bank-authorization.withdraw');
      if (row.state !== 'requested') throw authorizationState(row.state);
      await this.db.repo(BankAuthorization).update({ id: row.id }, { state: 'withdrawn', version: step.version + 1 });
      await this.record(step.actor, 'withdraw', row);
    });
  }

  /** Holds from this commit on: the next question of the bank is refused, also within a batch that runs. */
  revoke(step: Step, reason: string | null): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.locked(step, 'bank-authorization.revoke');
      const status = statusOn(row, this.clock.today());
      if (status !== 'active' && status !== 'upcoming') throw authorizationState(status);
      await this.db.repo(BankAuthorization).update({ id: row.id }, { state: 'revoked', endedAt: this.clock.now(), endedByName: step.actor.name, endReason: reason, version: step.version + 1 });
      await this.record(step.actor, 'revoke', row);
      await this.outbox.publish(bankAuthorizationRevoked, { authorizationId: row.id, enterpriseId: row.enterpriseId, bankId: row.bankId });
      await this.letters.revoked({ ...row, endReason: reason });
    });
  }

  /** The signature does not hold: as if it were taken back, in the name of the system. */
  async undo(actor: Actor, subjectId: string, recordId: string): Promise<void> {
    const row = await this.db.lock(BankAuthorization, { id: subjectId });
    if (row?.state !== 'active' || row.signatureRecordId !== recordId) return;
    const endReason = '经核实，授权书的签署不成立';
    await this.db.repo(BankAuthorization).update({ id: row.id }, { state: 'revoked', endedAt: this.clock.now(), endedByName: actor.name, endReason, version: row.version + 1 });
    await this.record(actor, 'revoke', row);
    await this.outbox.publish(bankAuthorizationRevoked, { authorizationId: row.id, enterpriseId: row.enterpriseId, bankId: row.bankId });
    await this.letters.revoked({ ...row, endReason });
  }

  private async granted(actor: Actor, row: BankAuthorization): Promise<void> {
    await this.record(actor, 'grant', row);
    await this.outbox.publish(bankAuthorizationGranted, { authorizationId: row.id, enterpriseId: row.enterpriseId, bankId: row.bankId });
    await this.letters.granted(row);
  }

  /** Puts the terms into the row and keeps the copy of record of exactly that. */
  private async sign(actor: Actor, row: BankAuthorization, { scopes, fromOn, toOn }: Terms): Promise<void> {
    Object.assign(row, { scopes: groupsInOrder(scopes), fromOn, toOn, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now() });
    const { number, enterpriseName, enterpriseUscc, bankId, bankName, purpose, purposeWords } = row;
    const { recordId } = await this.signatures.keep(actor, {
      subject: { type: 'bank-authorization', id: row.id }, what: { zh: `授权${bankName}查询环境信息（${number}）`, en: `Authorisation of ${bankName} (${number})` }, agreed: CONSENT,
      data: { number, enterpriseName, enterpriseUscc, bankId, bankName, purpose, purposeWords, scopes: row.scopes, fromOn, toOn },
      ownerOrgId: row.enterpriseId, matter: 'credit', toAuthority: false, draw: page => drawAuthorization(page, row),
    });
    row.signatureRecordId = recordId;
  }

  private async assertTerms({ scopes, fromOn, toOn }: Terms): Promise<void> {
    if (fromOn < this.clock.today()) throw termPast();
    if (toOn < fromOn) throw termOrder();
    const most = await this.parameters.days('authorization:most-days');
    if (daysBetween(fromOn, toOn) + 1 > most) throw termTooLong(most);
    if (scopes.includes('f-score') && !scopes.includes('credit')) throw scoreNeedsCredit();
    if (scopes.includes('f-score') && !scopes.includes('blacklist')) throw scoreNeedsList();
  }

  private async bankOf(actor: Actor): Promise<{ id: string; name: string }> {
    const bank = actor.orgId === null ? null : await this.directory.organisation(actor.orgId);
    if (bank?.kind !== 'bank' || bank.status !== 'active') throw forbidden();
    return bank;
  }

  private async locked({ actor, id, version }: Step, action: AuthorizationAction): Promise<BankAuthorization> {
    const row = await this.db.lock(BankAuthorization, { id });
    authorizationPolicy.require(actor, action, row);
    if (row.version !== version) throw stale();
    return row;
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'bank_authorization_overlap') throw authorizationOverlaps();
      if (constraint === 'bank_authorization_one_request') throw requestOpen();
      throw error;
    }
  }

  private record(actor: Actor, verb: 'request' | 'grant' | 'decline' | 'withdraw' | 'revoke', { id, number, bankId, enterpriseId, scopes, askedScopes, fromOn, toOn }: BankAuthorization): Promise<void> {
    return this.audit.record({ actor, action: `bank-authorization.${verb}`, subject: { type: 'bank-authorization', id }, details: { number, bankId, enterpriseId, scopes: scopes ?? askedScopes, fromOn, toOn } });
  }
}
