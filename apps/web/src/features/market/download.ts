import { withQuery } from '@/api/rest';
import { send } from '@/api/transport';
import { saveBlob } from '@/shared/ui/save-blob';

/** Fetches a spreadsheet within the session and hands it to the browser. @throws ProblemError with what to do */
export async function download(path: string, query: Readonly<Record<string, string>>, name: string): Promise<void> {
  const response = await send(new Request(new URL(withQuery(path, query), location.origin)));
  saveBlob(name, await response.blob());
}
