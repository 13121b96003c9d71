import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Files } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { TaskRating } from '@huanbao/marketplace';
import { Clock, Db, livingAt, newId, shanghaiInstant } from '@huanbao/platform';
import { FindingsService } from '../findings/findings.service';
import { RepliesService } from '../replies/replies.service';
import { Scoring } from '../scores/scoring.service';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const at = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 11 * 3_600_000);

/** A reply to what a client said, the scores that follow, and a finding of fraud: proposed with evidence, heard, confirmed by another officer. */
export async function seedReputationDemo(app: INestApplicationContext, demo: DemoCity, { settledTaskId }: { readonly settledTaskId: string }): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const praised = demo.actor('firm.manager', 3);
  const rating = await app.get(Db, { strict: false }).repo(TaskRating).findOneByOrFail({ taskId: settledTaskId, ratedOrgId: praised.orgId as string });
  await livingAt(at(addDays(today, -30)), () => app.get(RepliesService, { strict: false }).reply(praised, { taskId: settledTaskId, ratingId: rating.id }, '谢谢认可。下次清运会提前一天电话确认时间。'));
  const firm = demo.actor('firm.manager', 4);
  const [proposer, decider] = [demo.actor('bureau.enforcer'), demo.actor('bureau.supervisor')];
  const findings = app.get(FindingsService, { strict: false });
  const id = newId();
  const evidence = await app.get(Files, { strict: false }).store(PDF, { name: '现场检查笔录.pdf', mediaType: 'application/pdf', subjectType: 'firm-finding', subjectId: id, purpose: 'evidence', ownerOrgId: proposer.orgId, uploadedBy: proposer.userId });
  const proposed = await livingAt(at(addDays(today, -25)), () => findings.propose(proposer, {
    id, kind: 'fraud', firmId: firm.orgId as string, taskId: null, occurredOn: addDays(today, -50), source: '示例：市局执法检查笔录', facts: '环评报告表引用的地下水监测数据没有采样记录，采样人员当日不在现场。', legalBasis: '生态环境法典 第一千二百三十条（示例）', evidenceFileId: evidence.id,
  }));
  const stated = await livingAt(at(addDays(today, -22)), () => findings.state(firm, id, '数据由合作单位提供，我公司未核对原始记录，愿意整改。', proposed.version));
  await livingAt(at(addDays(today, -14)), () => findings.decide(decider, id, { verdict: 'confirmed', reason: '采样记录缺失属实，陈述不影响认定。' }, stated.version));
  for (const one of [praised, firm]) await app.get(Scoring, { strict: false }).rescore(one.orgId as string);
}
