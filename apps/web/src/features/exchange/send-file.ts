import { ifMatch } from '@/api/client';
import { withQuery, type QueryValue } from '@/api/rest';
import { send } from '@/api/transport';

interface Sending {
  readonly file: File;
  readonly version?: number;
  readonly query?: Readonly<Record<string, QueryValue>>;
}

/** Posts a workbook as form data. The same file is sent for looking, marking and applying. @throws ProblemError */
export async function sendFile(path: string, { file, version, query }: Sending): Promise<Response> {
  const form = new FormData();
  form.append('file', file);
  const headers = version === undefined ? undefined : ifMatch(version);
  return send(new Request(new URL(withQuery(path, query), location.origin), { method: 'POST', body: form, headers }));
}

/** Saves an answer as a file of the given name. */
export async function saveAs(response: Response, name: string): Promise<void> {
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser has begun the download by then
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Fetches a download through the session, so that the acting organisation is sent along. @throws ProblemError */
export async function download(path: string, name: string): Promise<void> {
  await saveAs(await send(new Request(new URL(path, location.origin))), name);
}
