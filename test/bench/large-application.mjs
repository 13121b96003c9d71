// Makes an application with many outlets through the API, as far as wanted: filled, reviewed, handed in, issued.
import { samplePdf } from '../browser/steps/files.mjs';
import { largeForm } from './large-form.mjs';

const REVIEW_MS = 120_000;
const LOOK_MS = 50;

async function upload(stack, headers, id) {
  const form = new FormData();
  form.set('file', new Blob([samplePdf('file.pdf').buffer], { type: 'application/pdf' }), 'file.pdf');
  const response = await fetch(`${stack.baseUrl}/api/v1/files?subjectType=permit-application&subjectId=${id}&purpose=attachment`, { method: 'POST', headers: { ...headers, 'x-client': 'api' }, body: form });
  if (!response.ok) throw new Error(`upload: ${response.status} ${await response.text()}`);
  return (await response.json()).id;
}

/** A draft with every section filled in and declared complete. @returns {Promise<string>} its id */
export async function filledApplication(stack, call, { headers, outlets, siteSequence }) {
  const { body: application } = await call('POST', '/permit-applications', { body: { siteSequence, siteName: `${outlets}个排放口厂区` } });
  const fileId = await upload(stack, headers, application.id);
  const form = largeForm(outlets, { name: application.enterpriseName, uscc: application.uscc, fileIds: { commitment: fileId } });
  for (const [key, data] of Object.entries(form)) {
    const path = `/permit-applications/${application.id}/sections/${key}`;
    const { body: before } = await call('GET', path);
    const { body: saved } = await call('PATCH', path, { body: { data }, version: before.version });
    await call('POST', `${path}/complete`, { body: { done: true }, version: saved.version });
  }
  return application.id;
}

/** Asks for the machine review and waits for it. @returns {Promise<object>} the run and its findings */
export async function reviewed(call, id) {
  await call('POST', `/permit-applications/${id}/review-runs`);
  const until = performance.now() + REVIEW_MS;
  while (performance.now() < until) {
    const { body } = await call('GET', `/permit-applications/${id}/review-runs/latest`);
    if (body.run?.state === 'done' && body.run.current) return body;
    await new Promise(resolve => setTimeout(resolve, LOOK_MS));
  }
  throw new Error('The review did not end');
}
