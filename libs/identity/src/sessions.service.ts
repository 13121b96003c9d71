import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, LiveBus, newId, notFound } from '@huanbao/platform';
import { AppUser, UserSession } from './identity.entity';
import { sessionEnded } from './identity.errors';
import { sha256 } from './link-tokens';
import { AccessTokens } from './access-tokens';
import { isOfficer } from './officers';

export interface Device {
  readonly ip: string;
  readonly agent: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly sessionId: string;
  /** Absent when a concurrent refresh has just replaced it. */
  readonly refreshToken?: string;
}

const HOUR_MS = 3_600_000;
/** How long a session may last, and how long it may rest. Officers sign in for the working day (GB/T 22239 三级). */
const LIFE = { officer: { hours: 12, idleMinutes: 60 }, other: { hours: 14 * 24, idleMinutes: 7 * 24 * 60 } } as const;
/** A session this young stands for a password typed just now. */
const FRESH_MS = 15 * 60_000;
/** Two tabs may refresh with the same token at once; later than this an old token means that it was stolen. */
const GRACE_MS = 10_000;

/** Signed-in devices. Refresh tokens rotate; the use of an old one ends the session. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly tokens: AccessTokens,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: LiveBus,
  ) {}

  /** Opens a session of a person who has proved what is due. Only inside the sign-in's transaction. */
  async open(user: AppUser, device: Device, { passwordOnly = false }: { readonly passwordOnly?: boolean } = {}): Promise<Tokens> {
    const now = this.clock.now();
    const life = (await isOfficer(this.db, user.id)) ? LIFE.officer : LIFE.other;
    const secret = randomBytes(32).toString('base64url');
    const session = this.db.repo(UserSession).create({
      id: newId(), userId: user.id, refreshHash: sha256(secret), previousHash: null, rotatedAt: now, ip: device.ip, agent: device.agent.slice(0, 300), secondFactor: !passwordOnly, idleMinutes: life.idleMinutes,
      createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + life.hours * HOUR_MS), endedAt: null, endedReason: null,
    });
    await this.db.repo(UserSession).insert(session);
    return { accessToken: this.tokens.sign(user.id, session.id), sessionId: session.id, refreshToken: `${session.id}.${secret}` };
  }

  /** Replaces a refresh token. @throws 401 `session.ended`; an old token ends the session for everybody who holds one. */
  async refresh(refreshToken: string): Promise<Tokens> {
    const token = partsOf(refreshToken);
    const outcome = token && (await this.db.transaction(() => this.rotate(token.id, token.hash)));
    if (!outcome) throw sessionEnded();
    return outcome;
  }

  list(userId: string): Promise<UserSession[]> {
    return this.db.repo(UserSession).createQueryBuilder('s').where('s.user_id = :userId AND s.ended_at IS NULL AND s.expires_at > :now AND s.last_seen_at > CAST(:now AS timestamptz) - make_interval(mins => s.idle_minutes)', { userId, now: this.clock.now() }).orderBy('s.last_seen_at', 'DESC').getMany();
  }

  /** Ends one session of the actor's own. @throws 404 for anybody else's. */
  revoke(actor: Actor, sessionId: string): Promise<void> {
    return this.db.transaction(async () => {
      const rows = await this.db.query(`UPDATE user_session SET ended_at = $3, ended_reason = 'revoked' WHERE id = $1 AND user_id = $2 AND ended_at IS NULL RETURNING id`, [sessionId, actor.userId, this.clock.now()]);
      if (rows.length === 0) throw notFound();
      await this.left(actor.userId);
      await this.audit.record({ actor, action: 'session.revoke', subject: { type: 'session', id: sessionId } });
    });
  }

  /** Signs out whoever holds the refresh token; what is not (or no longer) one is passed over. */
  leave(refreshToken: string): Promise<void> {
    return this.db.transaction(async () => {
      const token = partsOf(refreshToken);
      const session = token && (await this.db.lock(UserSession, { id: token.id }));
      if (!session || session.endedAt || ![session.refreshHash, session.previousHash].includes(token.hash)) return;
      await this.db.repo(UserSession).update({ id: session.id }, { endedAt: this.clock.now(), endedReason: 'revoked' });
      await this.left(session.userId);
      await this.audit.record({ actor: null, action: 'session.leave', subject: { type: 'session', id: session.id }, details: { userId: session.userId } });
    });
  }

  /** Whether the actor signed in within the last quarter of an hour. */
  async isFresh(actor: Actor): Promise<boolean> {
    const session = actor.sessionId ? await this.db.repo(UserSession).findOneBy({ id: actor.sessionId }) : null;
    return session !== null && this.clock.now().getTime() - session.createdAt.getTime() <= FRESH_MS;
  }

  /** The actor's own session has just seen a right code. */
  async markSecondFactor(actor: Actor): Promise<void> {
    if (actor.sessionId) await this.db.repo(UserSession).update({ id: actor.sessionId }, { secondFactor: true });
  }

  revokeOthers(actor: Actor): Promise<void> {
    return this.db.transaction(async () => {
      const ended = await this.endAll(actor.userId, 'revoked', actor.sessionId);
      await this.audit.record({ actor, action: 'session.revoke-others', subject: { type: 'user', id: actor.userId }, details: { ended } });
    });
  }

  /** Ends all sessions of a person, or all but one. Joins the caller's transaction. */
  async endAll(userId: string, reason: string, except: string | null = null): Promise<number> {
    const rows = await this.db.query(
      `UPDATE user_session SET ended_at = $2, ended_reason = $3 WHERE user_id = $1 AND ended_at IS NULL AND ($4::uuid IS NULL OR id <> $4) RETURNING id`,
      [userId, this.clock.now(), reason, except],
    );
    if (rows.length > 0) await this.left(userId);
    return rows.length;
  }

  /** Open connections of the person are looked at again, and end where their session has. */
  private left(userId: string): Promise<void> {
    return this.live.publish('standing', { userId });
  }

  private async rotate(id: string, hash: string): Promise<Tokens | undefined> {
    const now = this.clock.now();
    const session = await this.db.lock(UserSession, { id });
    if (!session || session.endedAt || session.expiresAt <= now || restedTooLong(session, now)) return undefined;
    const accessToken = this.tokens.sign(session.userId, session.id);
    if (session.refreshHash === hash) {
      const secret = randomBytes(32).toString('base64url');
      await this.db.repo(UserSession).update({ id }, { refreshHash: sha256(secret), previousHash: hash, rotatedAt: now, lastSeenAt: now });
      return { accessToken, sessionId: id, refreshToken: `${id}.${secret}` };
    }
    if (session.previousHash === hash && now.getTime() - session.rotatedAt.getTime() < GRACE_MS) return { accessToken, sessionId: id };
    await this.db.repo(UserSession).update({ id }, { endedAt: now, endedReason: 'reuse' });
    await this.left(session.userId);
    await this.audit.record({ actor: null, action: 'session.reuse-detected', subject: { type: 'session', id } });
    return undefined;
  }
}

function restedTooLong(session: UserSession, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() > session.idleMinutes * 60_000;
}

/** Session and hash of a refresh token; undefined when it has not the form of one. */
function partsOf(refreshToken: string): { readonly id: string; readonly hash: string } | undefined {
  const [id = '', secret = ''] = refreshToken.split('.');
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && secret ? { id, hash: sha256(secret) } : undefined;
}
