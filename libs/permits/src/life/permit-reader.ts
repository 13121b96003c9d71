import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { PermitStanding, statusOn } from '../certificate/validity';
import { PermitApplication } from '../application.entity';
import type { Form, Text } from '../form/field';
import { inTodaysUnits } from '../form/former-units';
import { Permit } from '../permit.entity';
import { BUSINESS_TYPES } from './business-types';
import { PermitCondition, PermitLimit } from './permit-limit.entity';
import { PermitVersion } from './permit-version.entity';

/** A permit with what its newest version says, without personal data. */
export type PermitWithForm = Permit & Pick<PermitVersion, 'snapshot' | 'signed'>;

export interface PermitOnDay {
  readonly permit: Permit;
  readonly version: PermitVersion;
  /** What the version says, without personal data. */
  readonly form: Form;
  /** How the permit stood on that day. */
  readonly standing: PermitStanding;
}

/** Permits as other rooms read them. It asks for no right: who calls has checked the actor with `permitPolicy`. */
@Injectable()
export class PermitReader {
  constructor(private readonly db: Db) {}

  byId(permitId: string): Promise<Permit | null> {
    return this.db.repo(Permit).findOneBy({ id: permitId });
  }

  /** Those of them that are there, in one statement. */
  byIds(permitIds: readonly string[]): Promise<Permit[]> {
    return this.db.repo(Permit).findBy({ id: In([...permitIds]) });
  }

  /** All permits of an enterprise, the newest first, ended ones too. */
  ofEnterprise(enterpriseId: string): Promise<Permit[]> {
    return this.db.repo(Permit).find({ where: { enterpriseId }, order: { id: 'DESC' } });
  }

  /** The same of many, in one statement; enterprises without a permit are absent. */
  async ofEnterprises(enterpriseIds: readonly string[]): Promise<Map<string, Permit[]>> {
    const permits = await this.db.repo(Permit).find({ where: { enterpriseId: In([...new Set(enterpriseIds)]) }, order: { id: 'DESC' } });
    const found = new Map<string, Permit[]>();
    for (const permit of permits) found.set(permit.enterpriseId, [...(found.get(permit.enterpriseId) ?? []), permit]);
    return found;
  }

  /** What is asked for about it and not decided: a change, a renewal; null when nothing is. */
  async openApplication(permitId: string): Promise<{ readonly id: string; readonly label: Text } | null> {
    const open = await this.db.repo(PermitApplication).findOne({ where: { permitId, open: true }, select: { id: true, businessType: true } });
    return open && { id: open.id, label: BUSINESS_TYPES[open.businessType].label };
  }

  versions(permitId: string): Promise<PermitVersion[]> {
    return this.db.repo(PermitVersion).find({ where: { permitId }, order: { number: 'DESC' } });
  }

  /** With what its newest version says. */
  async withForm(permit: Permit): Promise<PermitWithForm> {
    const { snapshot, signed } = await this.db.repo(PermitVersion).findOneOrFail({ where: { permitId: permit.id, number: permit.versionNumber }, select: { signed: true, formVersion: true } });
    return { ...permit, snapshot, signed };
  }

  /** The same of many, in one statement. */
  async withForms(permits: readonly Permit[]): Promise<PermitWithForm[]> {
    if (permits.length === 0) return [];
    const rows = await this.db.query<{ id: string; signed: Form; formVersion: string }>('SELECT p.id, v.snapshot AS signed, v.form_version AS "formVersion" FROM permit p JOIN permit_version v ON v.permit_id = p.id AND v.number = p.version_number WHERE p.id = ANY($1::uuid[])', [permits.map(one => one.id)]);
    const forms = new Map(rows.map(({ id, signed, formVersion }) => [id, { signed, snapshot: inTodaysUnits(signed, formVersion) }]));
    return permits.map(permit => ({ ...permit, ...(forms.get(permit.id) ?? { signed: {}, snapshot: {} }) }));
  }

  /** What the permit said on a day (`YYYY-MM-DD`, Asia/Shanghai); null before its first version. */
  async formOn(permitId: string, day: string): Promise<PermitOnDay | null> {
    const permit = await this.byId(permitId);
    const version = permit && (await this.db.repo(PermitVersion).createQueryBuilder('v')
      .where('v.permitId = :permitId AND v.effectiveFrom <= :day', { permitId, day }).orderBy('v.number', 'DESC').limit(1).getOne());
    if (!permit || !version) return null;
    return { permit, version, form: version.snapshot, standing: statusOn({ status: permit.status, endedOn: permit.endedOn, validTo: version.validTo }, day) };
  }

  /** The limits that hold on a day, by outlet and pollutant. */
  limitsOn(permitId: string, day: string): Promise<PermitLimit[]> {
    return this.db.repo(PermitLimit).createQueryBuilder('l')
      .where('l.permitId = :permitId AND l.validFrom <= :day AND (l.validUntil IS NULL OR l.validUntil > :day)', { permitId, day })
      .orderBy('l.medium').addOrderBy('l.outletCode').addOrderBy('l.pollutant').addOrderBy('l.measure').addOrderBy('l.permitYear').getMany();
  }

  conditionsOn(permitId: string, day: string): Promise<PermitCondition[]> {
    return this.db.repo(PermitCondition).createQueryBuilder('c')
      .where('c.permitId = :permitId AND c.validFrom <= :day AND (c.validUntil IS NULL OR c.validUntil > :day)', { permitId, day })
      .orderBy('c.kind').addOrderBy('c.id').getMany();
  }

  /** The conditions a version began with, whatever later versions or the end of the permit made of them. */
  conditionsOfVersion(permit: Pick<Permit, 'id' | 'endedOn'>, { number, effectiveFrom }: Pick<PermitVersion, 'number' | 'effectiveFrom'>): Promise<PermitCondition[]> {
    return this.db.repo(PermitCondition).createQueryBuilder('c')
      .where('c.permitId = :id AND c.fromVersion <= :number AND c.validFrom <= :effectiveFrom', { id: permit.id, number, effectiveFrom })
      // a permit that ended on the first day of the version: its conditions ended with it
      .andWhere('(c.validUntil IS NULL OR c.validUntil > :effectiveFrom OR c.validUntil = CAST(:endedOn AS date))', { endedOn: permit.endedOn }).getMany();
  }
}
