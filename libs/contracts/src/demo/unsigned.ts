import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Files } from '@huanbao/documents';
import { commissionDemo, DemoTask } from '@huanbao/marketplace';
import { Actor, Clock, livingAt, shanghaiInstant } from '@huanbao/platform';
import { DraftingService } from '../drafting.service';
import { CancellationsService } from '../unsigned/cancellations.service';
import { UNSIGNED_FILES } from '../unsigned/unsigned.records';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const TASK: DemoTask = {
  title: '康复医院污水站污泥清掏处置', kind: 'disposal', description: '清掏污水站污泥，按危险废物收集、转移、利用处置，执行电子转移联单。', deliverables: ['转移联单', '利用处置证明'],
  requiredQualifications: ['危险废物经营许可'], serviceCode: 'hazardous-waste', budgetYuan: '32000.00', durationDays: 20,
};
const at = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 10 * 3_600_000);

/** An award that was cancelled because the firm wanted another price; the firm has objected and the bureau has to rule. */
export async function seedUnsignedDemo(app: INestApplicationContext, { client, firm }: { readonly client: Actor; readonly firm: Actor }): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const cancellations = app.get(CancellationsService, { strict: false });
  const drafting = app.get(DraftingService, { strict: false });
  const contract = await livingAt(at(addDays(today, -20)), async () => {
    const draft = await drafting.begin(client, await commissionDemo(app, { owner: client, firm, task: TASK }));
    return drafting.propose(client, draft.id, draft.version);
  });
  await livingAt(at(addDays(today, -12)), () => cancellations.remind(client, contract.id, { text: '合同已发出一周，请确认条款并签署。' }));
  const letter = await app.get(Files, { strict: false }).store(PDF, { name: '机构要求加价的函.pdf', mediaType: 'application/pdf', subjectType: UNSIGNED_FILES, subjectId: contract.id, purpose: 'evidence', ownerOrgId: client.orgId, uploadedBy: client.userId });
  const notice = await livingAt(at(addDays(today, -9)), () => cancellations.notice(client, contract.id, { ground: 'refused', reason: '机构来函要求在报价之外另加运费三成，否则不签合同。', evidenceFileIds: [letter.id] }));
  const stated = await livingAt(at(addDays(today, -8)), () => cancellations.state(firm, notice.id, { text: '运距比任务说明远，请委托方核实后调整价款。', fileIds: [] }, notice.version));
  const gone = await livingAt(at(addDays(today, -6)), () => cancellations.cancel(client, notice.id, '报价时已知运距，加价不是签约条件。', stated.version));
  await livingAt(at(addDays(today, -3)), () => cancellations.object(firm, notice.id, { text: '任务说明没有写明污泥含水率，加价有合理理由，请求撤销取消。', fileIds: [] }, gone.version));
}
