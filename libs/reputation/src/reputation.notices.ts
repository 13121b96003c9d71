import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { TaskRating } from '@huanbao/marketplace';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { FindingKind, FindingState, FirmFinding } from './findings/finding.entity';
import { RatingReply } from './replies/reply.entity';
import { tellFindingProposed, tellFirmSpoke, tellReplied } from './reputation.events';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const WHAT: Readonly<Record<FindingKind, Words>> = { fraud: { zh: '造假', en: 'fraud' }, fault: { zh: '成果因本机构原因被否定', en: 'a result rejected for your fault' }, 'review-failed': { zh: '成果因本机构原因审查未通过或被退回', en: 'a result sent back for your fault' } };

/** What the firm is told, by what became of the finding. */
const TOLD: Readonly<Record<FindingState, ((finding: FirmFinding) => { title: Words; body: Words }) | null>> = {
  proposed: ({ kind, facts, legalBasis }) => ({
    title: { zh: `拟认定${WHAT[kind].zh}，请陈述申辩`, en: `Proposed finding: ${WHAT[kind].en}. State your case` },
    body: { zh: `事实：${facts}。依据：${legalBasis}。可在期限内在线陈述并查看证据；逾期不陈述的，不影响决定。`, en: `Facts: ${facts}. Basis: ${legalBasis}. Read the evidence and state your case on line before the end of the period.` },
  }),
  confirmed: ({ kind, effectiveFrom, effectiveTo, decisionReason }) => ({
    title: { zh: `已认定${WHAT[kind].zh}`, en: `Found: ${WHAT[kind].en}` },
    body: {
      zh: `${decisionReason ?? ''}。标注期 ${effectiveFrom ?? ''} 至 ${effectiveTo ?? ''}，期满自动结束，记入信用事件${kind === 'fraud' ? '，期间不参加排名' : ''}。不服的可以在线提出异议一次。`,
      en: `${decisionReason ?? ''}. Shown from ${effectiveFrom ?? ''} to ${effectiveTo ?? ''}, then it ends by itself; an event of credit${kind === 'fraud' ? ', no place in rankings meanwhile' : ''}. You may object once on line.`,
    },
  }),
  refused: ({ kind, decisionReason }) => ({ title: { zh: `不予认定${WHAT[kind].zh}`, en: `Not found: ${WHAT[kind].en}` }, body: { zh: decisionReason ?? '', en: decisionReason ?? '' } }),
  upheld: ({ answer }) => ({ title: { zh: '对认定的异议：维持', en: 'Your objection: the finding stands' }, body: { zh: answer ?? '', en: answer ?? '' } }),
  revoked: ({ answer }) => ({ title: { zh: '对认定的异议：撤销认定，标注和信用事件一并撤销', en: 'Your objection: the finding is revoked with its effects' }, body: { zh: answer ?? '', en: answer ?? '' } }),
  objected: null,
};

/** Who is told of findings and replies. Keys make each message once. */
@Injectable()
export class ReputationNotices {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellFindingProposed)
  async tellFirm({ findingId }: { findingId: string }, delivery: Delivery): Promise<void> {
    const finding = await this.db.repo(FirmFinding).findOneByOrFail({ id: findingId });
    const text = TOLD[finding.state]?.(finding);
    await delivery.complete(async () => {
      if (text) await this.notifier.notify({ to: { orgId: finding.firmId, roles: ['firm.manager'] }, topic: 'organisation', subject: { type: 'firm-finding', id: finding.id }, ...text, link: `/f/${finding.firmId}/findings/${finding.id}`, key: `firm-finding:${finding.id}:${finding.state}` });
    });
  }

  @Handles(tellFirmSpoke)
  async tellBureau({ findingId }: { findingId: string }, delivery: Delivery): Promise<void> {
    const finding = await this.db.repo(FirmFinding).findOneByOrFail({ id: findingId });
    const objected = finding.objection !== null;
    const text = objected ? finding.objection : finding.statement;
    const title = objected ? { zh: `机构对认定提出异议：${finding.firmName}`, en: `Objection to a finding: ${finding.firmName}` } : { zh: `机构已陈述申辩：${finding.firmName}`, en: `A firm has stated its case: ${finding.firmName}` };
    await delivery.complete(() =>
      this.notifier.notify({
        to: { role: 'bureau.supervisor', regionCode: finding.regionCode }, topic: 'organisation', subject: { type: 'firm-finding', id: finding.id }, title, body: { zh: text ?? '', en: text ?? '' },
        link: `/b/:orgId/firm-findings/${finding.id}`, key: `firm-finding:${finding.id}:${objected ? 'objected' : 'stated'}`,
      }),
    );
  }

  @Handles(tellReplied)
  async tellRater({ ratingId }: { ratingId: string }, delivery: Delivery): Promise<void> {
    const rating = await this.db.repo(TaskRating).findOneByOrFail({ id: ratingId });
    const reply = await this.db.repo(RatingReply).findOneByOrFail({ ratingId });
    const [task] = await this.db.query<{ enterpriseId: string }>('SELECT enterprise_id AS "enterpriseId" FROM service_task WHERE id = $1', [rating.taskId]);
    const area = task?.enterpriseId === rating.raterOrgId ? 'e' : 'f';
    await delivery.complete(() =>
      this.notifier.notify({
        to: { orgId: rating.raterOrgId, roles: area === 'e' ? ['enterprise.admin', 'enterprise.staff'] : ['firm.manager', 'firm.staff'] }, topic: 'task', subject: { type: 'service-task', id: rating.taskId },
        title: { zh: '对方回复了您的评价', en: 'Your rating was replied to' }, body: { zh: reply.text, en: reply.text }, link: `/${area}/${rating.raterOrgId}/tasks/${rating.taskId}`, key: `rating-reply:${ratingId}`,
      }),
    );
  }
}
