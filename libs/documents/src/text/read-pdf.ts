import type { Reading } from './reading';

/** Page by page up to the limit; the second look for what a PDF does by itself reads what is compressed too. */
export async function readPdf(bytes: Buffer, limit: number): Promise<Reading> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, enableXfa: false, verbosity: 0 });
  const warnings = new Set<string>();
  if (await document.hasJSActions()) warnings.add('pdf-javascript');
  if (await document.getAttachments()) warnings.add('pdf-attachment');
  const parts: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages && length < limit; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    parts.push(text);
    length += text.length + 1;
    page.cleanup();
  }
  const pages = document.numPages;
  await document.destroy();
  return { text: parts.join('\n'), pages, warnings: [...warnings] };
}
