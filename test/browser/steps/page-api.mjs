// What a signed-in page could ask for itself: the public API with the cookies of that page, for preparing what is not looked at.
import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { sleep } from '../../../scripts/lib/processes.mjs';

/** @returns a function `(method, path, body?, version?) → JSON` that speaks as the person of this page for that organisation */
export function apiOf(page, organisationId) {
  return (method, path, body, version) => page.evaluate(send, { method, path, body, version, organisationId });
}

/** Runs in the page. `body.upload` sends a small PDF instead of JSON. */
async function send({ method, path, body, version, organisationId }) {
  const [, csrf] = /(?:^|; )hb_csrf=([^;]+)/.exec(document.cookie) ?? [];
  const headers = { 'X-Organisation': organisationId, ...(csrf ? { 'X-CSRF-Token': decodeURIComponent(csrf) } : {}), ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }) };
  let payload;
  if (body?.upload) {
    payload = new FormData();
    payload.append('file', new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], { type: 'application/pdf' }), `${body.upload}.pdf`);
  } else if (method !== 'GET') {
    headers['Content-Type'] = 'application/json';
    payload = JSON.stringify(body ?? {});
  }
  const answer = await fetch(`/api/v1${path}`, { method, headers, body: payload, credentials: 'same-origin' });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} → ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

export async function until(what, look) {
  for (let tries = 0; tries < 300; tries += 1) {
    const seen = await look();
    if (seen) return seen;
    await sleep(200);
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Saves sections and declares them complete; sections do not wait for each other. */
export const fillByApi = (api, id, form) =>
  Promise.all(Object.entries(form).map(async ([key, data]) => {
    const at = `/permit-applications/${id}/sections/${key}`;
    const saved = await api('PATCH', at, { data }, (await api('GET', at)).version);
    await api('POST', `${at}/complete`, { done: true }, saved.version);
  }));

/** One cell of the form, as somebody would change it. */
export async function cellByApi(api, id, pointer, value) {
  const [, key, ...rest] = pointer.split('/');
  const at = `/permit-applications/${id}/sections/${key}`;
  await api('PATCH', at, { cells: [{ pointer: `/${rest.join('/')}`, value }] }, (await api('GET', at)).version);
}

/** A permit of a new site, by the whole procedure. @param {{enterprise, intake, reviewer, approver}} apis */
export async function permitByApi({ enterprise, intake, reviewer, approver }, { sequence, name }) {
  const { completeLimeKilnForm } = createRequire(import.meta.url)(inRoot('dist/libs/permits/src/demo/lime-kiln.form.js'));
  const begun = await enterprise('POST', '/permit-applications', { siteSequence: sequence, siteName: name });
  const file = await enterprise('POST', `/files?subjectType=permit-application&subjectId=${begun.id}&purpose=commitment`, { upload: '附件' });
  const form = completeLimeKilnForm({ name: begun.enterpriseName, uscc: begun.uscc, fileIds: { commitment: file.id } });
  await fillByApi(enterprise, begun.id, { ...form, basic: { ...form.basic, siteName: name } });
  const at = `/permit-applications/${begun.id}`;
  await enterprise('POST', `${at}/review-runs`);
  await until('the machine review', async () => {
    const { run } = await enterprise('GET', `${at}/review-runs/latest`);
    return run?.state === 'done' && run.current;
  });
  await enterprise('POST', `${at}/submit`, { commitment: true });
  await intake('POST', `${at}/accept`);
  await reviewer('POST', `${at}/start-review`);
  for (const section of ['air-limits', 'water-limits', 'solid-waste', 'self-monitoring']) await reviewer('POST', `${at}/opinions`, { section, verdict: 'agree', text: '与核对的材料一致。' });
  await reviewer('POST', `${at}/opinions`, { section: 'overall', verdict: 'agree', text: '材料齐全，建议准予许可。' });
  const conditions = ['project', 'standards', 'technology', 'monitoring'].map(key => ({ key, met: true, comment: '见审查意见' }));
  const decided = await approver('POST', `${at}/decide`, { outcome: 'grant', reasons: '符合第十一条规定', conditions });
  const { permitId } = await approver('POST', `${at}/issue`, decided.permitNumbering === 'national' ? { number: `${begun.uscc}${String(sequence).padStart(3, '0')}P` } : {});
  return until('the certificate', async () => {
    const permit = await enterprise('GET', `/permits/${permitId}`);
    return permit.originalFileId !== null && permit;
  });
}
