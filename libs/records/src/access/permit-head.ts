import { type Permit, type PermitStanding, statusOn } from '@huanbao/permits';

/** What the lists of records say of a permit. Records are kept on after its end, so the end has to stand beside them. */
export interface PermitHead {
  readonly id: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly siteName: string;
  readonly industryName: string;
  readonly validTo: string;
  readonly status: PermitStanding;
  readonly endedOn: string | null;
}

/** @param today the day the permit is looked at */
export function permitHead(permit: Permit, today: string): PermitHead {
  const { id, number, enterpriseId, enterpriseName, siteName, industryName, validTo } = permit;
  const status = statusOn(permit, today);
  return { id, number, enterpriseId, enterpriseName, siteName, industryName, validTo, status, endedOn: status === 'valid' || status === 'expired' ? null : permit.endedOn };
}
