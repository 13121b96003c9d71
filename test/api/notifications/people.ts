import { randomUUID } from 'node:crypto';
import { AppUser, Mandate, Membership, Organisation } from '@huanbao/identity';
import type { Actor } from '@huanbao/platform';
import { anActor, World } from '../documents/world';

export interface Town {
  readonly enterprise: Actor;
  readonly colleague: Actor;
  readonly firm: Actor;
  readonly intake: Actor;
  readonly reviewer: Actor;
  readonly farIntake: Actor;
  readonly stranger: Actor;
}

const NOW = new Date('2026-11-01T00:00:00Z');

/** An enterprise of two people, a firm with its mandate for permits, two offices, a stranger. */
export async function aTown(world: World): Promise<Town> {
  const enterprise = await person(world, { kind: 'enterprise', roles: ['enterprise.admin'] });
  const colleague = await person(world, { kind: 'enterprise', roles: ['enterprise.staff'], orgId: enterprise.orgId });
  const firm = await person(world, { kind: 'firm', roles: ['firm.manager'] });
  const intake = await person(world, { kind: 'bureau', roles: ['bureau.intake'] });
  const reviewer = await person(world, { kind: 'bureau', roles: ['bureau.reviewer'], orgId: intake.orgId });
  const farIntake = await person(world, { kind: 'bureau', roles: ['bureau.intake'], regionCode: '141100' });
  const stranger = await person(world, { kind: 'enterprise', roles: ['enterprise.admin'] });
  await world.db.repo(Mandate).insert({ id: randomUUID(), enterpriseId: enterprise.orgId as string, firmId: firm.orgId as string, matters: ['permits'], sites: null, verbs: ['prepare'], validFrom: '2026-01-01', validTo: '2026-12-31', note: '', state: 'active', createdAt: NOW });
  return { enterprise, colleague, firm, intake, reviewer, farIntake, stranger };
}

interface Wanted {
  readonly kind: 'enterprise' | 'firm' | 'bureau';
  readonly roles: string[];
  readonly orgId?: string | null;
  readonly regionCode?: string;
}

async function person(world: World, { kind, roles, orgId, regionCode = '141181' }: Wanted): Promise<Actor> {
  const actor = anActor({ orgKind: kind, roles, ...(orgId ? { orgId } : {}) });
  if (!orgId)
    await world.db.repo(Organisation).insert({ id: actor.orgId as string, kind, uscc: null, name: `单位 ${actor.orgId}`, status: 'active', regionCode, address: '孝义市', legalRepresentative: '王', contactName: '李', version: 1, createdAt: NOW, updatedAt: NOW });
  await world.db.repo(AppUser).insert({ id: actor.userId, email: mailOf(actor), name: actor.name, passwordHash: 'x', passwordChangedAt: NOW, preferences: {}, createdAt: NOW });
  await world.db.repo(Membership).insert({ userId: actor.userId, orgId: actor.orgId as string, roles, createdAt: NOW });
  return actor;
}

export const mailOf = (actor: Actor): string => `${actor.userId}@example.cn`;
