import assert from 'node:assert/strict';
import { generateOpeningKey, OpeningKey, PublicJwk, sealBid } from '@huanbao/sealing';
import { ApiProblem, Client, eventually } from './client';
import { Journey, People } from './journey';

type Method = 'direct' | 'inquiry' | 'negotiation' | 'invited' | 'open' | 'auction';
interface Task {
  id: string;
  version: number;
  state: string;
  awardedPriceYuan: string | null;
}
interface Sealing {
  keys: { owner: PublicJwk; witness: PublicJwk | null; platform: PublicJwk };
}
interface Bids {
  items: { id: string; priceYuan: string | null; eligible: boolean | null }[];
  first: { firmId: string; priceYuan: string | null }[];
}
interface Context {
  people: People;
  enterprise: Client;
  outsider: Client;
  firms: Client[];
  key: OpeningKey;
  tasks: Partial<Record<Method, Task>>;
  deadline: number;
}

const SEALED: readonly Method[] = ['inquiry', 'negotiation', 'invited', 'open', 'auction'];
const TWO_ROUNDS: readonly Method[] = ['negotiation', 'auction'];
/** Long enough to seal three bids on five tasks, short enough to wait for. */
const BIDDING_MS = 60_000;

const at = (c: Context, method: Method): string => `/service-tasks/${(c.tasks[method] as Task).id}`;
const firmId = (firm: Client): string => firm.account?.organisationId as string;

async function bid(firm: Client, path: string, priceYuan: string): Promise<void> {
  const taskId = path.split('/').at(-1) as string;
  const { keys } = await firm.get<Sealing>(`${path}/sealing`);
  const content = JSON.stringify({ priceYuan, durationDays: 30, proposal: '按规范完成', attachments: [] });
  const { ciphertext, ...envelope } = await sealBid(Uint8Array.from(new TextEncoder().encode(content)), keys, { taskId, firmId: firmId(firm) });
  const form = new FormData();
  form.append('envelope', JSON.stringify(envelope));
  form.append('ciphertext', new Blob([Buffer.from(ciphertext, 'base64')]), 'bid.bin');
  await firm.post(`${path}/bids`, form);
}

async function publish(c: Context, method: Method): Promise<void> {
  const asked = { open: 0, auction: 0, direct: 1 }[method as 'open'] ?? 3;
  const draft = await c.enterprise.post<Task>('/service-tasks', {
    title: `厂界噪声监测（${method}）`, kind: 'consulting', stage: 'operation', description: '按排污许可证要求编制厂界噪声监测方案并指导实施。', requirements: '', deliverables: ['监测报告'], requiredQualifications: [],
    budgetYuan: '100000.00', durationDays: 30, bidDeadline: new Date(c.deadline).toISOString(), priceWeight: 40, method, invitedFirmIds: c.firms.slice(0, asked).map(firmId),
  });
  c.tasks[method] = await c.enterprise.post<Task>(`/service-tasks/${draft.id}/publish`, method === 'direct' ? {} : { openingPublicKey: c.key.publicKey }, { ifMatch: draft.version });
}

async function pastDeadline(c: Context): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, Math.max(0, c.deadline - Date.now()) + 50));
}

async function open(c: Context, method: Method): Promise<void> {
  c.tasks[method] = await c.enterprise.post<Task>(`${at(c, method)}/open`, { holder: 'owner', privateKey: c.key.privateKey });
}

/** The six methods side by side, from the publication to the award: two waits for all of them. */
export const methodsJourney: Journey<Context> = {
  name: '采购方式',
  begin: async people => ({
    people, enterprise: await people.as('enterprise.admin'), outsider: await people.as('enterprise.admin', 1),
    firms: [await people.as('firm.manager', 0), await people.as('firm.manager', 1), await people.as('firm.manager', 2)],
    key: await generateOpeningKey(), tasks: {}, deadline: 0,
  }),
  steps: [
    {
      title: '六种方式各发布一项，只请几家的别人看不到',
      run: async c => {
        c.deadline = Date.now() + BIDDING_MS;
        for (const method of [...SEALED, 'direct'] as Method[]) await publish(c, method);
        for (const method of ['direct', 'inquiry', 'negotiation', 'invited'] as Method[]) await assert.rejects(c.outsider.get(at(c, method)), (error: ApiProblem) => error.problem.code === 'not-found');
        await c.outsider.get(at(c, 'auction'));
      },
    },
    {
      title: '直接委托：机构还价，企业接受，合同成立',
      run: async c => {
        await (c.firms[0] as Client).post(`${at(c, 'direct')}/offers`, { priceYuan: '98000.00', durationDays: 25, text: '含一次夜间监测' });
        c.tasks.direct = await c.enterprise.post<Task>(`${at(c, 'direct')}/offers/accept`, { nth: 2 });
        assert.deepEqual([c.tasks.direct.state, c.tasks.direct.awardedPriceYuan], ['awarded', '98000.00']);
      },
    },
    {
      title: '三家分别密封报价，一家提问，答复大家都看到',
      run: async c => {
        for (const method of SEALED) for (const [nth, firm] of c.firms.entries()) await bid(firm, at(c, method), `9${nth}000.00`);
        const { id } = await (c.firms[0] as Client).post<{ id: string }>(`${at(c, 'invited')}/questions`, { text: '是否含夜间监测？' });
        await c.enterprise.post(`${at(c, 'invited')}/questions/${id}/answer`, { answer: '含一次' });
        assert.equal((await (c.firms[1] as Client).get<unknown[]>(`${at(c, 'invited')}/questions`)).length, 1);
      },
    },
    {
      title: '截止后开标；询价、邀请招标、公开招标定给最低价',
      run: async c => {
        await pastDeadline(c);
        for (const method of SEALED) await open(c, method);
        for (const method of ['inquiry', 'invited', 'open'] as Method[]) {
          const { items } = await c.enterprise.get<Bids>(`${at(c, method)}/bids`);
          const awarded = await c.enterprise.post<Task>(`${at(c, method)}/award`, { bidId: items[0]?.id, reason: '' });
          assert.deepEqual([awarded.state, awarded.awardedPriceYuan], ['awarded', '90000.00']);
        }
      },
    },
    {
      title: '磋商逐家商谈，竞价公布首轮价格，再密封最终报价',
      run: async c => {
        for (const firm of c.firms) await c.enterprise.post(`${at(c, 'negotiation')}/talks`, { firmId: firmId(firm), text: '商谈了监测点位' });
        const others = await (c.firms[2] as Client).get<Bids>(`${at(c, 'negotiation')}/bids`);
        assert.deepEqual(others.first.map(one => one.firmId), [firmId(c.firms[2] as Client)]);
        c.deadline = Date.now() + BIDDING_MS / 2;
        for (const method of TWO_ROUNDS) {
          await c.enterprise.post(`${at(c, method)}/final-round`, { bidDeadline: new Date(c.deadline).toISOString(), text: '请报最终价' });
          for (const [nth, firm] of c.firms.entries()) await bid(firm, at(c, method), `8${2 - nth}000.00`);
        }
        await pastDeadline(c);
      },
    },
    {
      title: '用同一把钥匙开启最终报价并定标',
      run: async c => {
        for (const method of TWO_ROUNDS) {
          await open(c, method);
          const { items } = await c.enterprise.get<Bids>(`${at(c, method)}/bids`);
          const awarded = await c.enterprise.post<Task>(`${at(c, method)}/award`, { bidId: items[0]?.id, reason: '' });
          assert.deepEqual([awarded.state, awarded.awardedPriceYuan], ['awarded', '80000.00']);
        }
        await eventually('the notice of the award', async () => JSON.stringify(await (c.firms[2] as Client).get<unknown>('/notifications?limit=50')).includes('中选：厂界噪声监测（negotiation）'));
      },
    },
  ],
};
