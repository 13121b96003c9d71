// An application as the bureau receives it, made through the public API: filled in, machine-reviewed, submitted.
import { baseUrl } from '../../harness/browser.mjs';
import { sleep } from '../../../scripts/lib/processes.mjs';
import { samplePdf } from './files.mjs';

/** Behind other work of a busy worker. */
const REVIEW_MS = 180_000;

async function upload(api, id) {
  const { name, mimeType, buffer } = samplePdf('附件.pdf');
  const form = new FormData();
  form.append('file', new Blob([buffer], { type: mimeType }), name);
  const reply = await fetch(`${baseUrl}/api/v1/files?subjectType=permit-application&subjectId=${id}&purpose=attachment`, { method: 'POST', headers: api.headers, body: form });
  return (await reply.json()).id;
}

/** @param api from `asApi`, an enterprise @param {{siteName: string, siteSequence: number, form: (owner: object) => object}} given @returns its id */
export async function submitApplication(api, { siteName, siteSequence, form }) {
  const application = await api('POST', '/permit-applications', { siteSequence, siteName });
  const path = `/permit-applications/${application.id}`;
  const sections = form({ name: application.enterpriseName, uscc: application.uscc, fileIds: { commitment: await upload(api, application.id) } });
  sections.basic = { ...sections.basic, siteName };
  for (const [key, data] of Object.entries(sections)) {
    const at = `${path}/sections/${key}`;
    const { version } = await api('GET', at);
    const saved = await api('PATCH', at, { data }, { 'if-match': `"v${version}"` });
    await api('POST', `${at}/complete`, { done: true }, { 'if-match': `"v${saved.version}"` });
  }
  await api('POST', `${path}/review-runs`, {});
  for (const until = Date.now() + REVIEW_MS; ; await sleep(100)) {
    const { run } = await api('GET', `${path}/review-runs/latest`);
    if (run?.state === 'done' && run.current) break;
    if (Date.now() > until) throw new Error('the machine review does not end');
  }
  await api('POST', `${path}/submit`, { commitment: true });
  return application.id;
}
