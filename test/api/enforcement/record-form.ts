import type { Any } from '../marketplace/world';

/** A whole record of a visit, page by page, with one violation. */
export const wholeRecord = (day: string, over: Record<string, Any> = {}): Record<string, Any> => ({
  visit: { heldOn: day, startedAt: '09:10', endedAt: '10:40', place: '孝义市梧桐镇石灰窑厂区', weather: 'fine', purpose: '专项检查' },
  notice: { showed: true, told: true, avoidance: 'no', recorded: true, recorder: 'ZF-01' },
  unit: { address: '孝义市梧桐镇', presentName: '王在场', presentTitle: '环保科长', presentPhone: '0358-7654321' },
  production: { state: 'normal', loadPercent: '85', products: '石灰 300 t/d' },
  permit: { permit: 'valid', permitNumber: '91141181MA0DEMO01X001P', consistent: 'yes', ledger: 'complete', reports: 'timely', monitoring: 'done' },
  facilities: { any: true, rows: [{ id: 'f1', code: 'TA001', name: '布袋除尘器', state: 'abnormal', seen: '压差异常' }] },
  outlets: { any: true, rows: [{ id: 'o1', code: 'DA001', medium: 'air', sign: true, emitting: 'normal' }] },
  waste: { any: false },
  online: { any: true, state: 'normal', networked: true },
  sampling: { sampled: false, seized: false },
  account: { found: '除尘器压差异常，窑尾有可见烟尘。', partyWords: '滤袋计划下周更换。' },
  violations: { any: true, rows: [{ id: 'v1', violation: 'facility-idle', conductOn: day, description: '除尘器滤袋破损未及时更换', harm: 'slight', fault: 'first', decision: 'order' }] },
  ...over,
});
