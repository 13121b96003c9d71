import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppUser, Membership, SessionsService } from '@huanbao/identity';
import { Clock, Db, newId } from '@huanbao/platform';

const VERBS = ['prepare', 'submit', 'sign', 'answer'] as const;
const ALL_MATTERS = ['permits', 'tasks', 'reports', 'monitoring', 'credit', 'rectification'];
const BUREAU_ROLES = ['bureau.admin', 'bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];

/** The enterprise that owns what is walked, a site of it that a mandate names, and the one it leaves out. */
export interface Principal {
  readonly orgId: string;
  readonly sites: readonly string[];
}

/** Somebody with one role in one organisation, and how that organisation stands to the principals. */
export interface Standing {
  readonly name: string;
  readonly role: string;
  readonly orgId: string;
  readonly token: string;
  readonly kind: 'enterprise' | 'firm' | 'bureau' | 'department' | 'bank';
  /** An officer whose region is the city's. */
  readonly isHere: boolean;
  /** What a living mandate lets the firm do; empty without one. */
  readonly verbs: readonly string[];
  readonly matters: readonly string[];
  /** null = all sites. */
  readonly sites: readonly string[] | null;
}

interface Kind {
  readonly name: string;
  readonly kind: Standing['kind'];
  readonly roles: readonly string[];
  readonly region?: string;
  readonly status?: 'active' | 'suspended';
  readonly verbs?: readonly string[];
  readonly matters?: readonly string[];
  /** Only the second site of each principal. */
  readonly secondSiteOnly?: boolean;
  /** The row of the mandate says so; a mandate that does not live gives nothing. */
  readonly state?: 'active' | 'proposed' | 'revoked';
  /** Days from today at which the mandate begins and ends. */
  readonly days?: readonly [number, number];
}

const FIRM_ROLES = ['firm.manager', 'firm.staff'];

const KINDS: readonly Kind[] = [
  { name: 'another enterprise', kind: 'enterprise', roles: ['enterprise.admin', 'enterprise.staff'] },
  ...VERBS.map(verb => ({ name: `a firm that may ${verb}`, kind: 'firm' as const, roles: FIRM_ROLES, verbs: [verb], matters: ALL_MATTERS })),
  { name: 'a firm for another matter', kind: 'firm', roles: FIRM_ROLES, verbs: VERBS, matters: ['reports'] },
  { name: 'a firm for the second site', kind: 'firm', roles: FIRM_ROLES, verbs: VERBS, matters: ['permits'], secondSiteOnly: true },
  { name: 'a firm with a proposal only', kind: 'firm', roles: FIRM_ROLES, verbs: VERBS, matters: ALL_MATTERS, state: 'proposed' },
  { name: 'a firm whose mandate was revoked', kind: 'firm', roles: FIRM_ROLES, verbs: VERBS, matters: ALL_MATTERS, state: 'revoked' },
  { name: 'a firm whose mandate begins later', kind: 'firm', roles: FIRM_ROLES, verbs: VERBS, matters: ALL_MATTERS, days: [2, 30] },
  { name: 'a firm whose mandate ended yesterday', kind: 'firm', roles: FIRM_ROLES, verbs: VERBS, matters: ALL_MATTERS, days: [-30, -1] },
  { name: 'a suspended firm with a mandate', kind: 'firm', roles: FIRM_ROLES, verbs: VERBS, matters: ALL_MATTERS, status: 'suspended' },
  { name: 'a firm without mandate', kind: 'firm', roles: FIRM_ROLES },
  { name: 'a bureau elsewhere', kind: 'bureau', roles: BUREAU_ROLES, region: '140802' },
  { name: 'a department elsewhere', kind: 'department', roles: ['department.officer'], region: '140802' },
  { name: 'another bank', kind: 'bank', roles: ['bank.manager'] },
];

/** Makes the organisations, mandates and signed-in people; rows are written directly so that every state of a mandate is there. */
export class Crowd {
  readonly standings: Standing[] = [];
  private readonly db: Db;
  private readonly today: Date;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly principals: readonly Principal[],
  ) {
    this.db = app.get(Db);
    this.today = app.get(Clock).now();
  }

  async gather(demo: readonly { role: string; organisationId: string }[]): Promise<Standing[]> {
    for (const { orgId } of this.principals)
      for (const role of ['enterprise.admin', 'enterprise.staff']) await this.enter({ name: `the enterprise ${orgId.slice(-4)}`, kind: 'enterprise', roles: [role] }, orgId, role);
    const official: Kind[] = [{ name: 'the bureau', kind: 'bureau', roles: BUREAU_ROLES }, { name: 'a department', kind: 'department', roles: ['department.officer'] }, { name: 'a bank', kind: 'bank', roles: ['bank.manager'] }];
    for (const kind of official)
      for (const role of kind.roles) await this.enter(kind, demo.find(account => account.role === role)?.organisationId as string, role, kind.kind !== 'bank');
    for (const kind of KINDS) {
      const orgId = await this.organisation(kind);
      if (kind.verbs) for (const principal of this.principals) await this.mandate(kind, orgId, principal);
      for (const role of kind.roles) await this.enter(kind, orgId, role);
    }
    await this.session(demo.find(account => account.role === 'bank.manager')?.organisationId as string, 'bank.manager', 'outsider@walk.local');
    return this.standings;
  }

  private async organisation({ kind, name, region = '141181', status = 'active' }: Kind): Promise<string> {
    const id = newId();
    await this.db.query(
      `INSERT INTO organisation (id, kind, name, status, region_code, address, legal_representative, contact_name, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, '', '', '', 1, $6, $6)`,
      [id, kind, name, status, region, this.today],
    );
    return id;
  }

  private async mandate(kind: Kind, firmId: string, principal: Principal): Promise<void> {
    const day = (offset: number): string => new Date(this.today.getTime() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const [from, to] = kind.days ?? [-1, 30];
    await this.db.query(
      `INSERT INTO mandate (id, enterprise_id, firm_id, matters, sites, verbs, valid_from, valid_to, note, state, enterprise_confirmed_at, firm_confirmed_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, $10, $10, $10)`,
      [newId(), principal.orgId, firmId, kind.matters, kind.secondSiteOnly ? [principal.sites[1]] : null, kind.verbs, day(from), day(to), kind.state ?? 'active', this.today],
    );
  }

  private async enter(kind: Kind, orgId: string, role: string, isHere = false): Promise<void> {
    const token = await this.session(orgId, role);
    const lives = kind.verbs !== undefined && (kind.state ?? 'active') === 'active' && kind.days === undefined && kind.status !== 'suspended';
    this.standings.push({
      name: `${role} of ${kind.name}`, role, orgId, token, kind: kind.kind, isHere,
      verbs: lives ? (kind.verbs ?? []) : [], matters: lives ? (kind.matters ?? []) : [],
      sites: kind.secondSiteOnly ? this.principals.map(each => each.sites[1] as string) : null,
    });
  }

  /** A new person of the organisation, signed in; the access token. */
  private async session(orgId: string, role: string, email = `${newId()}@walk.local`): Promise<string> {
    const template = await this.db.repo(AppUser).findOneByOrFail({ email: 'lime@demo.local' });
    const user = this.db.repo(AppUser).create({ ...template, id: newId(), email, phoneIndex: null });
    await this.db.repo(AppUser).insert(user);
    await this.db.repo(Membership).insert({ userId: user.id, orgId, roles: [role], createdAt: this.today, lastUsedAt: null });
    return (await this.db.transaction(() => this.app.get(SessionsService).open(user, { ip: '127.0.0.1', agent: 'walk' }))).accessToken;
  }
}
