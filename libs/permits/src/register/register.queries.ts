import { Injectable } from '@nestjs/common';
import { AppError, Clock, Db, invalidFields, notFound, Page, Signer } from '@huanbao/platform';
import { saysTheSame, SIGNED_WITH_CONDITIONS } from '../certificate/signed-text';
import { statusOn } from '../certificate/validity';
import { printed } from '../form/print';
import { permitConditionView } from '../conditions/condition.view';
import { conditionsHash } from '../conditions/signed-conditions';
import { conditionDifferences } from '../life/as-of';
import { limitView } from '../life/as-of.service';
import { PermitReader, PermitWithForm } from '../life/permit-reader';
import { differences } from '../life/differences';
import { PendingRenewals } from '../life/pending-renewals';
import { PermitVersion } from '../life/permit-version.entity';
import { firstDayOf } from '../life/validity-of';
import { Permit } from '../permit.entity';
import { certificateEnded } from '../permits.errors';
import { contentHash } from '../section-store';
import type { PrintedSectionView } from '../views/application.view';
import type { PermitRowView } from '../views/permit.view';
import { EVERYONE, permitPage, rowView } from './permit-rows';
import { publicContent, secretSections, withheldTitles } from './public-content';
import type { PermitListDto } from './register.dto';
import type { ComingVersionView, PublicDifferencesView, PublicPermitView, PublicVersionView } from './register.views';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What everyone may know of permits. Every answer is of this moment; nothing of it is kept. */
@Injectable()
export class RegisterQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signer: Signer,
    private readonly reader: PermitReader,
    private readonly renewals: PendingRenewals,
  ) {}

  list(filter: PermitListDto): Promise<Page<PermitRowView>> {
    return permitPage(this.db, filter, { scope: EVERYONE, today: this.clock.today() });
  }

  /** By id, or by the 22 characters on the paper; as it is today or as it was on a day. @throws 404 before its first version */
  async show(idOrNumber: string, on?: string): Promise<PublicPermitView> {
    const permit = await this.withForm(idOrNumber);
    const today = this.clock.today();
    if (on !== undefined && on > today) throw dayToCome();
    const past = on === undefined || on === today ? await this.inForce(permit, today) : await this.versionOn(permit.id, lastSeen(permit, on));
    const shown: Shown = past ?? permit;
    const version = past ?? { number: permit.versionNumber, effectiveFrom: firstDayOf(permit) };
    const secret = secretSections(permit.snapshot);
    const { longitude, latitude } = permit;
    const conditions = await this.reader.conditionsOn(permit.id, on ?? today);
    return {
      ...rowView({ ...permit, ...rowFacts(shown) }, today),
      uscc: permit.uscc, siteAddress: shown.siteAddress, industryCode: shown.industryCode, checkedAt: this.clock.now(), asOf: on ?? today,
      standing: statusOn({ status: permit.status, endedOn: permit.endedOn, validTo: shown.validTo }, on ?? today),
      renewal: await this.waiting(permit, today), endedOn: permit.endedOn, endBasis: permit.endBasis, shownVersion: version.number, newestVersion: permit.versionNumber, coming: await this.coming(permit, today), longitude, latitude,
      signedText: shown.signedText, signature: shown.signature, signingKey: shown.signingKey,
      signatureHolds: shown.signedText === '' ? null : await this.holds(permit, shown, version), source: permit.source, sourceOn: permit.sourceOn, certificateReady: shown.originalFileId !== null && permit.status === 'valid',
      withheld: withheldTitles(shown.snapshot, secret), limits: (await this.reader.limitsOn(permit.id, on ?? today)).map(limitView),
      conditions: conditions.filter(one => one.isPublic).map(permitConditionView), withheldConditions: conditions.filter(one => !one.isPublic).length,
      content: printed(publicContent(shown.snapshot, secret), { withoutPersons: true }) as PrintedSectionView[],
    };
  }

  /** Said of a permit that has run out: the day alone would accuse who waits for the bureau. */
  private async waiting(permit: Permit, today: string): Promise<PublicPermitView['renewal']> {
    const found = statusOn(permit, today) === 'expired' ? await this.renewals.of(permit) : null;
    return found && { submittedOn: found.submittedOn, inTime: found.inTime };
  }

  /** All versions, the newest first. */
  async versions(idOrNumber: string): Promise<PublicVersionView[]> {
    const permit = await this.one(idOrNumber);
    const rows = await this.db.repo(PermitVersion).find({
      where: { permitId: permit.id }, order: { number: 'DESC' },
      select: { number: true, businessType: true, issuedOn: true, effectiveFrom: true, validTo: true, originalFileId: true },
    });
    return rows.map(({ number, businessType, issuedOn, effectiveFrom, validTo, originalFileId }) => ({ number, businessType, issuedOn, effectiveFrom, validTo, certificateReady: originalFileId !== null && permit.status === 'valid' }));
  }

  /** What changed from one version to another, in words, without anything that is a secret in one of them or today. */
  async changes(idOrNumber: string, asked: { readonly from?: number; readonly to?: number }): Promise<PublicDifferencesView> {
    const permit = await this.withForm(idOrNumber);
    const to = asked.to ?? permit.versionNumber;
    const from = asked.from ?? Math.max(1, to - 1);
    const [before, after] = [await this.version(permit.id, from), await this.version(permit.id, to)];
    const secret = [permit.snapshot, before.snapshot, after.snapshot].flatMap(secretSections);
    const laid = async ({ effectiveFrom, number }: PermitVersion) => (await this.reader.conditionsOn(permit.id, effectiveFrom)).filter(one => one.isPublic && one.fromVersion <= number);
    const conditions = conditionDifferences(await laid(before), await laid(after));
    const items = differences(publicContent(before.snapshot, secret), publicContent(after.snapshot, secret));
    return {
      from, to, items: items.map(({ section, place, kind, before: was, after: is }) => ({ section, place, kind, before: was, after: is })),
      conditions: conditions.map(one => ({ change: one.change, before: one.before && permitConditionView(one.before), after: one.after && permitConditionView(one.after) })),
      withheld: [...new Set([...withheldTitles(before.snapshot, secret), ...withheldTitles(after.snapshot, secret)])],
    };
  }

  /**
   * The file of 正本: of the version in force, or of a given one; null while it is being drawn. What has ended is handed out no
   * more: the paper would still pass the check off-line. Its holder and the bureau keep theirs.
   * @throws 409 `permit.certificate-ended`
   */
  async originalFile(idOrNumber: string, version?: number): Promise<{ number: string; version: number; fileId: string | null }> {
    const permit = await this.one(idOrNumber);
    if (permit.status !== 'valid') throw certificateEnded(permit.endedOn);
    const asked = version ?? (await this.inForce(permit, this.clock.today()))?.number ?? permit.versionNumber;
    if (asked === permit.versionNumber) return { number: permit.number, version: permit.versionNumber, fileId: permit.originalFileId };
    return { number: permit.number, version: asked, fileId: (await this.version(permit.id, asked)).originalFileId };
  }

  /** @throws 404 */
  async one(idOrNumber: string): Promise<Permit> {
    const permit = await this.db.repo(Permit).findOne({
      where: UUID.test(idOrNumber) ? { id: idOrNumber.toLowerCase() } : { number: idOrNumber.toUpperCase() },
      // a number may have belonged to a permit that ended: the living one comes first
      order: { endedOn: { direction: 'DESC', nulls: 'FIRST' }, id: 'DESC' },
    });
    if (!permit) throw notFound();
    return permit;
  }

  private async withForm(idOrNumber: string): Promise<PermitWithForm> {
    return this.reader.withForm(await this.one(idOrNumber));
  }

  private async version(permitId: string, number: number): Promise<PermitVersion> {
    const version = await this.db.repo(PermitVersion).findOneBy({ permitId, number });
    if (!version) throw notFound();
    return version;
  }

  private async versionOn(permitId: string, day: string): Promise<PermitVersion> {
    const version = await this.findOn(permitId, day);
    if (!version) throw notFound();
    return version;
  }

  private findOn(permitId: string, day: string): Promise<PermitVersion | null> {
    return this.db.repo(PermitVersion).createQueryBuilder('v').where('v.permitId = :permitId AND v.effectiveFrom <= :day', { permitId, day }).orderBy('v.number', 'DESC').limit(1).getOne();
  }

  /** The version in force when the head is one that is still to begin: a renewal granted before the old period is over. Null when the head holds. */
  private inForce(permit: Permit, today: string): Promise<PermitVersion | null> {
    const day = lastSeen(permit, today);
    return firstDayOf(permit) > day ? this.findOn(permit.id, day) : Promise.resolve(null);
  }

  /** The head, when it is still to begin. */
  private async coming(permit: Permit, today: string): Promise<ComingVersionView | null> {
    const effectiveFrom = firstDayOf(permit);
    if (effectiveFrom <= today || permit.status !== 'valid') return null;
    const { versionNumber: number, issuedOn, validTo } = permit;
    const row = await this.db.repo(PermitVersion).findOne({ where: { permitId: permit.id, number }, select: { businessType: true } });
    return { number, businessType: row?.businessType ?? 'renew', issuedOn, effectiveFrom, validTo };
  }

  /** The record still says what was signed: facts, content and conditions as printed, and the signature on them, by a key of this platform. */
  private async holds(permit: Permit, shown: Shown, version: Pick<PermitVersion, 'number' | 'effectiveFrom'>): Promise<boolean> {
    const { signedText, signature, signingKey, signed } = shown;
    if (this.signer.keyOf(signedText, signature) !== signingKey) return false;
    const conditions = signedText.startsWith(SIGNED_WITH_CONDITIONS) ? await this.reader.conditionsOfVersion(permit, version) : [];
    return saysTheSame(signedText, { ...shown, number: permit.number, uscc: permit.uscc, contentHash: contentHash(signed), conditionsHash: conditionsHash(conditions) });
  }
}

/** What was still to begin when a permit ended never held: it is shown as it was on its last day. */
const lastSeen = ({ endedOn }: Pick<Permit, 'endedOn'>, day: string): string => (endedOn !== null && endedOn < day ? endedOn : day);

/** What a permit and each of its versions have in common. */
type Shown = Pick<PermitVersion,
  | 'enterpriseName' | 'siteName' | 'siteAddress' | 'legalRepresentative' | 'industryCode' | 'industryName' | 'managementCategory' | 'issuer' | 'issuedOn' | 'validFrom' | 'validTo'
  | 'snapshot' | 'signed' | 'originalFileId' | 'signedText' | 'signature' | 'signingKey'>;

function rowFacts({ enterpriseName, siteName, industryName, managementCategory, issuer, issuedOn, validFrom, validTo }: Shown): Partial<Permit> {
  return { enterpriseName, siteName, industryName, managementCategory, issuer, issuedOn, validFrom, validTo };
}

const dayToCome = (): AppError => invalidFields([{ pointer: '/on', code: 'day-to-come', zh: '填写今天或更早的日期，例如 2026-11-24', en: 'Enter today or an earlier day, e.g. 2026-11-24.' }]);
