import { Db, newId } from '@huanbao/platform';
import { Organisation, OrganisationStanding, OrgStatus } from './identity.entity';

interface Step {
  /** With its new status. */
  readonly organisation: Organisation;
  readonly from: OrgStatus | null;
  readonly by: string;
}

/** Writes down a step in the standing of an organisation. Joins the caller's transaction. */
export async function recordStanding(db: Db, { organisation, from, by }: Step): Promise<void> {
  const { id: orgId, updatedAt: at, status: toStatus, statusReason: reason } = organisation;
  await db.repo(OrganisationStanding).insert({ id: newId(), orgId, at, fromStatus: from, toStatus, reason, byName: by });
}
