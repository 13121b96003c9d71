import { Injectable } from '@nestjs/common';
import { Db, systemActor } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { CaseRecord } from '../case.entity';
import { CaseMover } from './case-mover';
import { Timeline } from './timeline';

/** Firms that act in cases under a mandate. When the mandate ends, the ball goes back to the applicant itself. */
@Injectable()
export class Agencies {
  constructor(
    private readonly db: Db,
    private readonly mover: CaseMover,
    private readonly timeline: Timeline,
  ) {}

  /** One transaction a case; again does nothing. Returns how many cases changed. */
  async end(mandateId: string): Promise<number> {
    const open = await this.db.repo(CaseRecord).find({ select: { id: true }, where: { agentMandateId: mandateId, closedAt: IsNull() }, order: { id: 'ASC' } });
    for (const { id } of open) await this.endOne(id, mandateId);
    return open.length;
  }

  private endOne(caseId: string, mandateId: string): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      if (c.agentMandateId !== mandateId || c.closedAt !== null) return;
      const [name, versionBefore] = [c.agentName ?? '', c.version];
      Object.assign(c, { agentOrgId: null, agentName: null, agentMandateId: null });
      c.version += 1;
      await this.mover.store(c);
      const text = { zh: `委托终止，不再由${name}代办`, en: `The mandate has ended; ${name} no longer acts in this case` };
      await this.timeline.write(c, { kind: 'agent-ended', actor: systemActor('mandates'), text, auditAction: 'case.end-agency', versionBefore, details: { mandateId } });
    });
  }
}
