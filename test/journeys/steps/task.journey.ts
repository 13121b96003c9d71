import assert from 'node:assert/strict';
import { generateOpeningKey, OpeningKey, PublicJwk, sealBid } from '@huanbao/sealing';
import { ApiProblem, Client, eventually } from './client';
import { Journey, People } from './journey';

interface Task {
  id: string;
  number: string;
  version: number;
  state: string;
  bidCount: number | null;
}
interface Sealing {
  taskId: string;
  bidDeadline: string;
  keys: { owner: PublicJwk; witness: PublicJwk | null; platform: PublicJwk };
}
interface Bids {
  opened: boolean;
  count: number | null;
  items: { id: string; firmName: string; priceYuan: string | null; proposal: string | null; state: string }[];
}
interface Context {
  people: People;
  enterprise: Client;
  firms: Client[];
  outsider: Client;
  key: OpeningKey;
  task: Task;
  deadline: Date;
  deliveryId?: string;
}

const VOUCHER = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const PRICES = ['98000.00', '86500.50'];

/** How long bids are taken in this journey: long enough to seal two, short enough to wait for. */
const BIDDING_MS = 60_000;

async function bid(firm: Client, taskId: string, priceYuan: string): Promise<{ receipt: { digest: string; round: number }; signature: string }> {
  const sealing = await firm.get<Sealing>(`/service-tasks/${taskId}/sealing`);
  const content = { priceYuan, durationDays: 30, proposal: `按规范完成，报价 ${priceYuan} 元`, attachments: [] };
  const context = { taskId, firmId: firm.account?.organisationId as string };
  const { ciphertext, ...envelope } = await sealBid(Uint8Array.from(new TextEncoder().encode(JSON.stringify(content))), sealing.keys, context);
  const form = new FormData();
  form.append('envelope', JSON.stringify(envelope));
  form.append('ciphertext', new Blob([Buffer.from(ciphertext, 'base64')]), 'bid.bin');
  return firm.post(`/service-tasks/${taskId}/bids`, form);
}

async function refused(code: string, call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error: ApiProblem) => error.problem.code === code, `expected the refusal ${code}`);
}

/** A task from the draft to both ratings, with bids nobody can read before the opening. */
export const taskJourney: Journey<Context> = {
  name: '服务任务',
  begin: async people => ({
    people,
    enterprise: await people.as('enterprise.admin'),
    firms: [await people.as('firm.manager', 0), await people.as('firm.manager', 1)],
    outsider: await people.as('enterprise.admin', 1),
    key: await generateOpeningKey(),
    task: { id: '', number: '', version: 0, state: '', bidCount: null },
    deadline: new Date(),
  }),
  steps: [
    {
      title: '企业起草任务',
      run: async c => {
        c.deadline = new Date(Date.now() + BIDDING_MS);
        c.task = await c.enterprise.post<Task>('/service-tasks', {
          title: '石灰窑自行监测服务', kind: 'testing', stage: 'operation', description: '按排污许可证要求开展 2027 年度自行监测。',
          requirements: '具备 CMA 资质', deliverables: ['监测报告（盖章）', '原始记录'], requiredQualifications: ['CMA'],
          budgetYuan: '100000.00', durationDays: 30, bidDeadline: c.deadline.toISOString(), priceWeight: 40,
        });
        assert.equal(c.task.state, 'draft');
        await refused('not-found', c.outsider.get(`/service-tasks/${c.task.id}`));
      },
    },
    {
      title: '企业用自己的开标钥匙发布任务',
      run: async c => {
        c.task = await c.enterprise.post<Task>(`/service-tasks/${c.task.id}/publish`, { openingPublicKey: c.key.publicKey }, { ifMatch: c.task.version });
        assert.match(c.task.number, /^RW-\d{4}-\d{6}$/);
        assert.equal((await c.people.anyone.get<Task>(`/public/service-tasks/${c.task.id}`)).state, 'published');
      },
    },
    {
      title: '两家机构密封报价并拿到签名回执',
      run: async c => {
        const first = await bid(c.firms[0] as Client, c.task.id, '120000.00');
        const replaced = await bid(c.firms[0] as Client, c.task.id, PRICES[0] as string);
        const second = await bid(c.firms[1] as Client, c.task.id, PRICES[1] as string);
        assert.deepEqual([first.receipt.round, replaced.receipt.round, second.receipt.round], [1, 2, 1]);
        assert.ok(replaced.signature.length > 100);
      },
    },
    {
      title: '截止前谁也打不开，份数和名称谁也看不到',
      run: async c => {
        const seen = await c.enterprise.get<Bids>(`/service-tasks/${c.task.id}/bids`);
        assert.deepEqual(seen, { opened: false, count: null, items: [], first: [], anomalies: [], lowestYuan: null, nextCursor: null });
        await refused('task.not-closed', c.enterprise.post(`/service-tasks/${c.task.id}/open`, { holder: 'owner', privateKey: c.key.privateKey }));
      },
    },
    {
      title: '截止后不再接收报价',
      run: async c => {
        await new Promise(resolve => setTimeout(resolve, Math.max(0, c.deadline.getTime() - Date.now()) + 50));
        await refused('bid.deadline-passed', bid(c.firms[1] as Client, c.task.id, '1.00'));
      },
    },
    {
      title: '别的钥匙打不开，自己的钥匙一次打开全部',
      run: async c => {
        await refused('task.opening-key', c.enterprise.post(`/service-tasks/${c.task.id}/open`, { holder: 'owner', privateKey: (await generateOpeningKey()).privateKey }));
        c.task = await c.enterprise.post<Task>(`/service-tasks/${c.task.id}/open`, { holder: 'owner', privateKey: c.key.privateKey });
        assert.equal(c.task.state, 'opened');
        const bids = await c.enterprise.get<Bids>(`/service-tasks/${c.task.id}/bids`);
        assert.deepEqual(bids.items.map(b => b.priceYuan), ['86500.50', '98000.00']);
        const competitor = await (c.firms[0] as Client).get<Bids>(`/service-tasks/${c.task.id}/bids`);
        assert.equal(competitor.items.find(b => b.priceYuan === PRICES[1])?.proposal, null);
      },
    },
    {
      title: '企业定标，机构收到通知',
      run: async c => {
        const bids = await c.enterprise.get<Bids>(`/service-tasks/${c.task.id}/bids`);
        const chosen = bids.items.find(b => b.priceYuan === PRICES[1]);
        c.task = await c.enterprise.post<Task>(`/service-tasks/${c.task.id}/award`, { bidId: chosen?.id, reason: '' });
        assert.equal(c.task.state, 'awarded');
        await eventually('the notice to the chosen firm', async () => {
          const inbox = await (c.firms[1] as Client).get<{ items: { title?: string; titleZh?: string }[] }>('/notifications?limit=50');
          return inbox.items.some(n => JSON.stringify(n).includes('中选：石灰窑自行监测服务'));
        });
      },
    },
    {
      title: '机构提交成果，企业提出返工，再次提交后验收',
      run: async c => {
        const firm = c.firms[1] as Client;
        const first = await firm.post<{ id: string }>(`/service-tasks/${c.task.id}/deliveries`, { summary: '第一季度监测报告', fileIds: [] });
        await c.enterprise.post(`/service-tasks/${c.task.id}/deliveries/${first.id}/rework`, { comment: '缺少原始记录' });
        const second = await firm.post<{ id: string }>(`/service-tasks/${c.task.id}/deliveries`, { summary: '补充原始记录', fileIds: [] });
        await c.enterprise.post(`/service-tasks/${c.task.id}/deliveries/${second.id}/accept`, { comment: '符合要求' });
        assert.equal((await c.enterprise.get<Task>(`/service-tasks/${c.task.id}`)).state, 'accepted');
      },
    },
    {
      title: '没有签书面合同的，登记付款、确认、结算后合同才结清',
      run: async c => {
        const firm = c.firms[1] as Client;
        const marks = { quality: 5, timeliness: 4, compliance: 5, service: 5, price: 4, comment: '按时完成' };
        await refused('rating.too-early', c.enterprise.post(`/service-tasks/${c.task.id}/ratings`, marks));
        const { items } = await c.enterprise.get<{ items: { id: string; state: string }[] }>(`/contracts?taskId=${c.task.id}`);
        assert.equal(items[0]?.state, 'waived');
        const path = `/contracts/${items[0].id}`;
        const { milestones } = await c.enterprise.get<{ milestones: { id: string }[] }>(path);
        const form = new FormData();
        form.append('file', new Blob([VOUCHER], { type: 'application/pdf' }), '凭证.pdf');
        const voucher = await c.enterprise.post<{ id: string }>(`/files?subjectType=contract&subjectId=${items[0].id}&purpose=voucher`, form);
        const paidOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
        const { payments } = await c.enterprise.post<{ payments: { id: string }[] }>(`${path}/payments`, { milestoneId: milestones[0]?.id, amountYuan: '86500.50', paidOn, fileId: voucher.id });
        await firm.post(`${path}/payments/${payments[0]?.id}/confirm`, {});
        const { proposals } = await c.enterprise.post<{ proposals: { id: string }[] }>(`${path}/settlement`, { dueYuan: '86500.50', reason: '全部验收，款项付清' });
        assert.equal((await firm.post<{ state: string }>(`${path}/proposals/${proposals[0]?.id}/agree`, {})).state, 'closed');
      },
    },
    {
      title: '双方互评，都评价后才公开',
      run: async c => {
        const firm = c.firms[1] as Client;
        const marks = { quality: 5, timeliness: 4, compliance: 5, service: 5, price: 4, comment: '按时完成' };
        await c.enterprise.post(`/service-tasks/${c.task.id}/ratings`, marks);
        assert.equal((await firm.get<unknown[]>(`/service-tasks/${c.task.id}/ratings`)).length, 0);
        await firm.post(`/service-tasks/${c.task.id}/ratings`, { ...marks, comment: '配合良好' });
        const both = await firm.get<{ score: string }[]>(`/service-tasks/${c.task.id}/ratings`);
        assert.deepEqual(both.map(r => r.score), ['4.70', '4.70']);
        await refused('rating.given', firm.post(`/service-tasks/${c.task.id}/ratings`, marks));
      },
    },
  ],
};
