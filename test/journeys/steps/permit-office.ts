import assert from 'node:assert/strict';
import { completeLimeKilnForm, SECTION_KEYS } from '@huanbao/permits';
import { ApiProblem, Client, eventually } from './client';
import type { Inside, People } from './journey';

export interface Clock {
  clock: string;
  remaining: number;
  total: number;
  article: string;
  dueDate: string | null;
}
export interface Application {
  id: string;
  version: number;
  state: string;
  uscc: string;
  enterpriseName: string;
  businessType: string;
  permitId: string | null;
  permitNumbering: 'national' | 'hj608';
  materials: { kind: string; need: string }[];
  remarks: { zh: string }[];
  sections: { section: string; status: string }[];
  case: { clocks: Clock[]; case: { title: string } };
}
export interface Permit {
  id: string;
  number: string;
  siteId: string;
  status: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
  legalRepresentative: string;
  originalFileId: string | null;
  duplicateFileId: string | null;
  renewalLastDay: string | null;
}
export interface Standing {
  standing: string;
  renewalLastDay: string | null;
  renewalLate: boolean;
  types: { key: string; possible: boolean; remark: { zh: string } | null; materials: { kind: string; need: string }[]; clocks: { days: number; article: string; verified: boolean }[]; triggers: { key: string; article: string }[] }[];
}
interface Section {
  version: number;
  data: Record<string, unknown>;
}
interface PublicPermit {
  status: string;
  signatureHolds: boolean;
  validTo: string;
}
interface Version {
  number: number;
  businessType: string;
  effectiveFrom: string;
}

export const CONDITIONS = ['project', 'standards', 'technology', 'monitoring'].map(key => ({ key, met: true, comment: '见审查意见和附件' }));
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** A section of each part a review has to speak of. */
export const SPOKEN_OF = ['air-limits', 'water-limits', 'solid-waste', 'self-monitoring'];

/** One works and the officers it meets, through the public API. */
export class PermitOffice {
  constructor(
    readonly people: People,
    readonly inside: Inside | undefined,
  ) {}

  enterprise = (): Promise<Client> => this.people.as('enterprise.admin');
  outsider = (): Promise<Client> => this.people.as('enterprise.admin', 1);
  officer = (post: 'intake' | 'reviewer' | 'approver' | 'enforcer'): Promise<Client> => this.people.as(`bureau.${post}`);

  /** Another day; only where the journey is walked as a test. */
  async moveTo(instant: string): Promise<void> {
    assert.ok(this.inside, 'this journey needs a clock that can be moved');
    await this.inside.moveTo(instant);
    this.people.forget();
  }

  /** A first permit of a site of its own, by the whole procedure. */
  async firstPermit(site: number): Promise<Permit> {
    const enterprise = await this.enterprise();
    const begun = await enterprise.post<Application>('/permit-applications', { siteSequence: site, siteName: `石灰窑 ${site} 号厂区` });
    const form = completeLimeKilnForm({ name: begun.enterpriseName, uscc: begun.uscc, fileIds: { commitment: await this.upload(begun.id, 'commitment') } });
    // sections do not wait for each other
    await Promise.all(SECTION_KEYS.map(key => this.save(begun.id, key, { data: form[key] })));
    await this.submit(begun.id);
    return this.grant(begun.id, `${begun.uscc}${String(site).padStart(3, '0')}P`);
  }

  async standing(siteId: string): Promise<Standing> {
    return (await this.enterprise()).get<Standing>(`/permit-applications/standing?siteId=${siteId}`);
  }

  async begin(siteId: string, body: object): Promise<Application> {
    return (await this.enterprise()).post<Application>('/permit-applications', { siteId, ...body });
  }

  async application(id: string): Promise<Application> {
    return (await this.enterprise()).get<Application>(`/permit-applications/${id}`);
  }

  /** Saves a section and declares it complete. */
  async save(id: string, key: string, body: { data?: unknown; cells?: unknown }): Promise<void> {
    const enterprise = await this.enterprise();
    const at = `/permit-applications/${id}/sections/${key}`;
    const saved = await enterprise.patch<Section>(at, body, { ifMatch: (await enterprise.get<Section>(at)).version });
    await enterprise.post(`${at}/complete`, { done: true }, { ifMatch: saved.version });
  }

  cell(id: string, key: string, pointer: string, value: unknown): Promise<void> {
    return this.save(id, key, { cells: [{ pointer, value }] });
  }

  /** Exactly the papers the application asks for, and that nothing has to be published first. */
  async handInMaterials(id: string): Promise<string[]> {
    const needed = (await this.application(id)).materials.filter(one => one.need === 'always').map(one => one.kind);
    const files = [];
    for (const kind of needed) files.push({ kind, fileId: await this.upload(id, kind) });
    await this.save(id, 'attachments', { data: { files } });
    await this.save(id, 'submission', { data: { needsPublicity: false } });
    return needed;
  }

  /** Declares what was taken over from the permit complete. */
  async completeAll(id: string): Promise<void> {
    const enterprise = await this.enterprise();
    for (const { section, status } of (await this.application(id)).sections) {
      if (status === 'completed') continue;
      const at = `/permit-applications/${id}/sections/${section}`;
      await enterprise.post(`${at}/complete`, { done: true }, { ifMatch: (await enterprise.get<Section>(at)).version });
    }
  }

  /** The machine review of the content as it is; the rules that stop a submission. */
  async errors(id: string): Promise<{ ruleId: string; pointer: string; suggestion: { zh: string } }[]> {
    const enterprise = await this.enterprise();
    await enterprise.post(`/permit-applications/${id}/review-runs`);
    const review = await eventually('the machine review', async () => {
      const seen = await enterprise.get<{ run: { state: string; current: boolean } | null; findings: { level: string; ruleId: string; pointer: string; suggestion: { zh: string } }[] }>(`/permit-applications/${id}/review-runs/latest`);
      return seen.run?.state === 'done' && seen.run.current && seen;
    });
    return review.findings.filter(one => one.level === 'E');
  }

  async submit(id: string): Promise<Application> {
    assert.deepEqual(await this.errors(id), []);
    return (await this.enterprise()).post<Application>(`/permit-applications/${id}/submit`, { commitment: true });
  }

  async accept(id: string): Promise<Application> {
    return (await this.officer('intake')).post<Application>(`/permit-applications/${id}/accept`);
  }

  /** Accepted where it is not, reviewed, granted and issued; then the certificate is drawn. */
  async grant(id: string, number?: string): Promise<Permit> {
    if ((await this.application(id)).state === 'submitted') await this.accept(id);
    const [reviewer, approver] = [await this.officer('reviewer'), await this.officer('approver')];
    const at = `/permit-applications/${id}`;
    await reviewer.post(`${at}/start-review`);
    for (const section of SPOKEN_OF) await reviewer.post(`${at}/opinions`, { section, verdict: 'agree', text: '与核对的材料一致' });
    await reviewer.post(`${at}/opinions`, { section: 'overall', verdict: 'agree', text: '材料齐全，建议准予许可' });
    const decided = await approver.post<Application>(`${at}/decide`, { outcome: 'grant', reasons: '符合《排污许可管理条例》第十一条', conditions: CONDITIONS });
    const issued = await approver.post<Application>(`${at}/issue`, number !== undefined && decided.permitNumbering === 'national' ? { number } : {});
    return this.drawn(issued.permitId as string);
  }

  /** The permit once its newest papers are there. */
  async drawn(permitId: string): Promise<Permit> {
    const enterprise = await this.enterprise();
    return eventually('the certificate', async () => {
      const permit = await enterprise.get<Permit>(`/permits/${permitId}`);
      return permit.originalFileId !== null && permit.duplicateFileId !== null && permit;
    });
  }

  /** How everyone sees it, and the versions there are. */
  async register(permitId: string): Promise<PublicPermit & { versions: Version[] }> {
    const { anyone } = this.people;
    return { ...(await anyone.get<PublicPermit>(`/public/permits/${permitId}`)), versions: await anyone.get<Version[]>(`/public/permits/${permitId}/versions`) };
  }

  async certificate(permitId: string): Promise<string> {
    return (await this.people.anyone.bytes(`/public/permits/${permitId}/certificate`)).subarray(0, 5).toString();
  }

  /** Open duties of the permit, by kind. */
  async duties(permitId: string): Promise<{ kind: string; status: string; dueOn: string }[]> {
    return (await (await this.enterprise()).get<{ items: { kind: string; status: string; dueOn: string }[] }>(`/duties?permitId=${permitId}&limit=100`)).items;
  }

  /** Rows of the limits: all, or those that hold on a day. Nothing where the rows cannot be seen. */
  async limits(permitId: string, day?: string): Promise<{ outletCode: string; pollutant: string; measure: string; value: string; validFrom: string; validUntil: string | null; fromVersion: number }[] | null> {
    if (!this.inside) return null;
    return this.inside.rows(
      `SELECT outlet_code AS "outletCode", pollutant, measure, value::text AS value, valid_from::text AS "validFrom", valid_until::text AS "validUntil", from_version AS "fromVersion" FROM permit_limit
        WHERE permit_id = $1 AND ($2::date IS NULL OR (valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2))) ORDER BY outlet_code, pollutant, measure, permit_year`,
      [permitId, day ?? null],
    );
  }

  /** The papers a request for 补领 or 注销 needs. */
  async papers(permitId: string, kind: 'reissue' | 'cancel'): Promise<void> {
    const draft = await (await this.enterprise()).post<{ id: string; materials: { kind: string; need: string }[] }>(`/permits/${permitId}/request-drafts`, { kind });
    for (const one of draft.materials.filter(each => each.need !== 'optional')) await this.upload(draft.id, one.kind, 'permit-request');
  }

  /** Evidence of a measure, waiting for who proposes it. */
  async evidence(permitId: string): Promise<void> {
    const officer = await this.officer('enforcer');
    const { id } = await officer.post<{ id: string }>(`/permits/${permitId}/measure-drafts`);
    const form = new FormData();
    form.append('file', new Blob([PDF], { type: 'application/pdf' }), 'evidence.pdf');
    await officer.post(`/files?subjectType=permit-measure&subjectId=${id}&purpose=evidence`, form);
  }

  /** Records the service of a paper by an officer, with its proof. */
  async serve(officer: Client, noticeId: string, body: { readonly method: string; readonly receivedBy: string; readonly servedOn?: string }): Promise<void> {
    const { caseId } = await officer.get<{ caseId: string }>(`/notices/${noticeId}`);
    const form = new FormData();
    form.append('file', new Blob([PDF], { type: 'application/pdf' }), '送达回证.pdf');
    const proof = await officer.post<{ id: string }>(`/files?subjectType=case-service&subjectId=${caseId}&purpose=service`, form);
    await officer.post(`/notices/${noticeId}/serve`, { ...body, proofFileId: proof.id });
  }

  private async upload(subjectId: string, kind: string, subjectType = 'permit-application'): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([PDF], { type: 'application/pdf' }), `${kind}.pdf`);
    return (await (await this.enterprise()).post<{ id: string }>(`/files?subjectType=${subjectType}&subjectId=${subjectId}&purpose=${kind}`, form)).id;
  }
}

/** The call is refused with this code; gives the problem for a closer look. */
export async function refused(code: string, call: Promise<unknown>): Promise<ApiProblem['problem']> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === code) return error.problem;
    throw error;
  }
  throw new Error(`expected the refusal ${code}`);
}
