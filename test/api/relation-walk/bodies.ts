import { generateKeyPairSync } from 'node:crypto';

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
const publicKey = { kty: 'EC', crv: 'P-256', x: key.x, y: key.y };
const NOBODY = '00000000-0000-7000-8000-000000000000';
const REASON = { reason: '走查时写的理由' };

/** A body that passes the first look, for every route that changes something: what refuses must be the policy, not the form. */
export const BODIES: Readonly<Record<string, object>> = {
  'POST /permit-applications/:id/commitment': { commitment: true },
  'POST /permit-applications/:id/copy-attachments': { fromApplicationId: NOBODY },
  'POST /permit-applications/:id/decide': { outcome: 'send-back', reasons: '材料需进一步核实' },
  'POST /permit-applications/:id/findings/:findingId/disposition': { disposition: 'accepted' },
  'POST /permit-applications/:id/opinions': { section: 'basic', verdict: 'agree', text: '同意' },
  'POST /permit-applications/:id/reject-intake': REASON,
  'POST /permit-applications/:id/request-correction': { items: [{ pointer: '/basic/name', requirement: '请更正名称', reason: '条例第九条' }] },
  'PATCH /permit-applications/:id/sections/:key': { data: {} },
  'POST /permit-applications/:id/sections/:key/complete': { done: true },
  'POST /permit-applications/:id/submit': { commitment: true },
  'POST /cases/:id/corrections/items/:itemId/messages': { text: '已更正' },
  'POST /cases/:id/corrections/permit-second': REASON,
  'POST /cases/:id/hand-over': { toUserId: NOBODY, ...REASON },
  'POST /cases/:id/pause': { ground: 'expert-review', noticeNumber: '孝环函〔2026〕1 号', ...REASON },
  'POST /cases/:id/resume': REASON,
  'POST /notices/:id/serve': { method: 'direct', receivedBy: '张三' },
  'PATCH /service-tasks/:id': { title: '石灰窑自行监测服务', kind: 'testing', stage: 'operation', description: '按证监测，出具报告。', requirements: '', deliverables: ['监测报告'], requiredQualifications: [], durationDays: 30, bidDeadline: '2030-01-01T00:00:00Z', priceWeight: 40 },
  'POST /service-tasks/:id/publish': { openingPublicKey: publicKey },
  'POST /service-tasks/:id/open': { holder: 'owner', privateKey: { ...publicKey, d: key.d } },
  'POST /service-tasks/:id/award': { bidId: NOBODY, reason: '综合最优' },
  'POST /service-tasks/:id/no-award': REASON,
  'POST /service-tasks/:id/cancel': REASON,
  'POST /service-tasks/:id/bids/withdraw': REASON,
  'POST /service-tasks/:id/deliveries': { summary: '全部监测报告', fileIds: [] },
  'POST /service-tasks/:id/deliveries/:deliveryId/accept': { comment: '符合要求' },
  'POST /service-tasks/:id/deliveries/:deliveryId/rework': { comment: '缺少原始记录' },
  'POST /service-tasks/:id/ratings': { quality: 5, timeliness: 5, compliance: 5, service: 5, price: 5, comment: '' },
  'PATCH /organisations/:id': { name: '别人的名字', address: '孝义市测试路 1 号', legalRepresentative: '王测试', contactName: '李测试', contactPhone: '13900001234' },
  'POST /organisations/:id/changes/:changeId/request': { name: '别人的名字', address: '孝义市测试路 1 号', legalRepresentative: '王测试', ...REASON },
  'POST /organisations/:id/changes/:changeId/refuse': REASON,
  'POST /organisations/:id/invitations': { email: 'a@walk.local', name: '新人', roles: ['enterprise.staff'] },
  'PATCH /organisations/:id/members/:userId': { roles: ['enterprise.staff'] },
  'POST /organisations/:id/members/:userId/reset-second-factor': REASON,
  'POST /organisations/:id/reject': REASON,
  'POST /organisations/:id/suspend': REASON,
  'POST /organisations/:id/reinstate': REASON,
  'POST /organisations/:id/unmask': REASON,
  'POST /organisations/:id/sites': { name: '新厂区', address: '孝义市测试路 2 号' },
  'PATCH /organisations/:id/sites/:siteId': { name: '新厂区', address: '孝义市测试路 2 号' },
  'POST /mandates/:id/decline': REASON,
  'POST /mandates/:id/revoke': REASON,
  'POST /qualifications/:id/reject': REASON,
  'PATCH /firms/me/qualifications/:id': { kind: 'CMA', number: '证-1', scope: '水和废水', issuer: '山西省市场监督管理局', validFrom: '2026-01-01', validTo: '2028-12-31' },
};
