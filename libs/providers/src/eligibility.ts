export interface Reason {
  readonly zh: string;
  readonly en: string;
}

export type Eligibility = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

export interface Standing {
  readonly organisationActive: boolean;
  readonly hasProfile: boolean;
  readonly qualifications: readonly { readonly kind: string; readonly state: string; readonly validFrom: string; readonly validTo: string }[];
}

/**
 * Whether a firm may bid on a task that asks for these kinds of qualification, on a civil date.
 * Every reason is given at once, each with what mends it.
 */
export function eligibility(standing: Standing, required: readonly string[], on: string): Eligibility {
  const reasons: Reason[] = [];
  if (!standing.organisationActive) reasons.push({ zh: '机构尚未通过核验或已被暂停，请先完成核验', en: 'the firm is not verified or is suspended: complete the verification' });
  if (!standing.hasProfile) reasons.push({ zh: '还没有填写机构服务信息，请先填写', en: 'the firm’s profile is empty: fill it in' });
  for (const kind of new Set(required)) reasons.push(...missing(standing, kind, on));
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

function missing(standing: Standing, kind: string, on: string): Reason[] {
  const held = standing.qualifications.filter(q => q.kind === kind);
  if (held.some(q => q.state === 'verified' && q.validFrom <= on && on <= q.validTo)) return [];
  if (held.some(q => q.state === 'verified')) return [{ zh: `“${kind}”资质不在有效期内，请上传新证`, en: `the qualification "${kind}" is not valid today: upload the new one` }];
  if (held.some(q => q.state === 'pending')) return [{ zh: `“${kind}”资质正在核验，通过后即可报价`, en: `the qualification "${kind}" is being verified` }];
  return [{ zh: `缺少“${kind}”资质，请上传并等待核验`, en: `the qualification "${kind}" is missing: upload it` }];
}
