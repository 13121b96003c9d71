import { send } from '@/api/transport';
import { PUBLIC_COMPLAINTS } from './model';
import type { Key } from './report-draft';

export const MOST_PHOTOS = 9;
export const MOST_BYTES = 20 * 1024 * 1024;
export const PHOTO_TYPES = '.jpg,.jpeg,.png,.pdf';

/** Number and code go as headers, so that they are in no log. @throws ProblemError */
export async function sendPhoto(key: Key, file: File): Promise<void> {
  const form = new FormData();
  form.append('file', file);
  const answer = await send(new Request(new URL(`${PUBLIC_COMPLAINTS}/files`, location.origin), { method: 'POST', headers: { 'X-Complaint-Number': key.number, 'X-Query-Code': key.code }, body: form }));
  // what is not read does not end: the connection would stay taken
  await answer.arrayBuffer();
}

/** Key of the sentence that says why a file is not taken; null when it is. */
export function wrongWith(file: File): 'wrong' | 'large' | null {
  if (!/\.(jpe?g|png|pdf)$/i.test(file.name)) return 'wrong';
  return file.size > MOST_BYTES ? 'large' : null;
}
