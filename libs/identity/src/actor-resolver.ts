import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Actor, ActorResolver, Clock, Db, Delegation, RequestWithActor } from '@huanbao/platform';
import type { AccessClaims } from './access-tokens';
import { ApiTokens, apiTokenOf } from './api-tokens.service';
import { notAMember, passwordExpired, secondFactorNeeded, sessionEnded } from './identity.errors';
import { isPasswordExpired } from './password-rules';
import { ProgramTokens } from './program-tokens';

interface ActorRow {
  readonly name: string;
  readonly seenLongAgo: boolean;
  readonly secondFactor: boolean;
  readonly passwordChangedAt: Date;
  readonly orgId: string | null;
  readonly orgKind: string | null;
  readonly orgName: string | null;
  readonly orgStatus: string | null;
  readonly regionCode: string | null;
  readonly roles: string[] | null;
  readonly delegations: Delegation[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Session, person, membership, organisation and mandates in one statement: what ended a moment ago counts no more. */
const ACTOR_SQL = `
  SELECT u.name, u.password_changed_at AS "passwordChangedAt", s.second_factor AS "secondFactor", s.last_seen_at < $4::timestamptz - interval '1 minute' AS "seenLongAgo",
         o.id AS "orgId", o.kind AS "orgKind", o.name AS "orgName", o.status AS "orgStatus", o.region_code AS "regionCode", m.roles,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'principalOrgId', d.enterprise_id, 'matters', d.matters, 'sites', d.sites, 'verbs', d.verbs))
                     FROM mandate d JOIN organisation e ON e.id = d.enterprise_id
                    WHERE d.firm_id = o.id AND d.state = 'active' AND $5::date BETWEEN d.valid_from AND d.valid_to
                      AND o.status = 'active' AND e.status NOT IN ('suspended', 'rejected')), '[]') AS delegations
    FROM user_session s
    JOIN app_user u ON u.id = s.user_id
    LEFT JOIN LATERAL (SELECT * FROM membership m WHERE m.user_id = u.id AND ($3::uuid IS NULL OR m.org_id = $3)
                        ORDER BY m.last_used_at DESC NULLS LAST, m.created_at LIMIT 1) m ON true
    LEFT JOIN organisation o ON o.id = m.org_id
   WHERE s.id = $1 AND s.user_id = $2 AND s.ended_at IS NULL AND s.expires_at > $4
     AND s.last_seen_at > $4::timestamptz - make_interval(mins => s.idle_minutes)`;

/** What an officer may still reach while a second factor or a new password is due: one's own account. */
const OWN_ACCOUNT = /^\/api\/v1\/(?:auth\/|me(?:$|\?))/;

/** Turns the access token of a request into an actor, by passport's JWT strategy and one query. */
@Injectable()
export class IdentityActorResolver extends ActorResolver {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly tokens: ApiTokens,
    private readonly programs: ProgramTokens,
  ) {
    super();
  }

  /** @throws 401 `session.ended`, 403 `organisation.not-a-member`, `auth.second-factor`, `auth.password-expired`; null when no token was sent */
  async resolve(request: RequestWithActor): Promise<Actor | null> {
    if (!hasToken(request)) return null;
    const token = apiTokenOf(request.headers['authorization']);
    if (token !== null) return this.tokens.actorOf(token);
    const program = await this.programs.actorOf(request);
    if (program) return program;
    const claims = await this.claimsOf(request);
    if (!claims) throw sessionEnded();
    const wanted = organisationOf(request);
    const [row] = await this.db.prepared<ActorRow>('actor', ACTOR_SQL, [claims.sid, claims.sub, wanted, this.clock.now(), this.clock.today()]);
    if (!row) throw sessionEnded();
    if (wanted && !row.orgId) throw notAMember();
    if (row.orgKind === 'bureau' && !OWN_ACCOUNT.test((request as { url?: string }).url ?? '')) this.assertOfficerFit(row);
    if (row.seenLongAgo) await this.markSeen(claims, row.orgId);
    return { ...actorOf(claims, row), from: { ip: request.ip, agent: agentOf(request) } };
  }

  private assertOfficerFit(row: ActorRow): void {
    if (!row.secondFactor) throw secondFactorNeeded();
    if (isPasswordExpired(row.passwordChangedAt, this.clock.now())) throw passwordExpired();
  }

  private claimsOf(request: RequestWithActor): Promise<AccessClaims | undefined> {
    return new Promise(done => {
      const authenticate = passport.authenticate('jwt', { session: false }, (_error: unknown, claims: AccessClaims | false | null) => done(claims || undefined)) as (req: unknown, res: unknown, next: () => void) => void;
      authenticate(request, {}, () => done(undefined));
    });
  }

  /** Once a minute at most, so that reading stays reading. */
  private async markSeen(claims: AccessClaims, orgId: string | null): Promise<void> {
    const membership = 'UPDATE membership SET last_used_at = $2 WHERE user_id = $3 AND org_id = $4';
    await this.db.prepared('mark-seen', `WITH used AS (${membership}) UPDATE user_session SET last_seen_at = $2 WHERE id = $1`, [claims.sid, this.clock.now(), claims.sub, orgId]);
  }
}

function hasToken(request: RequestWithActor): boolean {
  const cookies = (request as { cookies?: Record<string, string | undefined> }).cookies;
  return typeof request.headers['authorization'] === 'string' || Boolean(cookies?.['hb_at']);
}

/** The browser or program, as it names itself. */
function agentOf(request: RequestWithActor): string {
  const agent = request.headers['user-agent'];
  return typeof agent === 'string' ? agent.slice(0, 300) : '';
}

function organisationOf(request: RequestWithActor): string | null {
  const header = request.headers['x-organisation'];
  if (typeof header !== 'string' || header === '') return null;
  if (!UUID.test(header)) throw notAMember();
  return header;
}

function actorOf(claims: AccessClaims, row: ActorRow): Actor {
  const covers = row.orgKind === 'bureau' || row.orgKind === 'department';
  const suspended = row.orgStatus === 'suspended' || row.orgStatus === 'rejected';
  return {
    userId: claims.sub,
    name: row.name,
    sessionId: claims.sid,
    orgId: row.orgId,
    orgKind: row.orgKind,
    orgName: row.orgName,
    orgActive: row.orgStatus === 'active',
    // an official body that is suspended has no powers; enterprises and firms keep reading what is theirs
    roles: covers && suspended ? [] : (row.roles ?? []),
    regions: covers && row.regionCode ? [row.regionCode] : [],
    delegations: row.delegations,
  };
}
