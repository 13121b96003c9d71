/** One open page: what has arrived, and whether the stream is over. */
export class Page {
  readonly events: { readonly type: string; readonly data: Record<string, unknown> }[] = [];
  isOver = false;
  status = 0;
  private readonly off = new AbortController();

  static async open(base: string, headers: Record<string, string>): Promise<Page> {
    const page = new Page();
    const response = await fetch(`${base}/api/v1/events`, { headers, signal: page.off.signal });
    page.status = response.status;
    if (response.status === 200) {
      void page.read(response.body as ReadableStream<Uint8Array>);
      await page.sees('resync');
    }
    return page;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    try {
      for await (const piece of body) {
        const parts = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) this.take(part);
      }
    } catch {
      // closed by this side
    }
    this.isOver = true;
  }

  private take(part: string): void {
    const type = /^event: (.+)$/m.exec(part)?.[1];
    const data = /^data: (.+)$/m.exec(part)?.[1];
    if (type) this.events.push({ type, data: data ? (JSON.parse(data) as Record<string, unknown>) : {} });
  }

  of = (type: string): Record<string, unknown>[] => this.events.filter(event => event.type === type).map(event => event.data);
  sees = (type: string, count = 1): Promise<void> => until(() => this.of(type).length >= count);
  close(): void {
    this.off.abort();
  }
}

export async function until(isTrue: () => boolean): Promise<void> {
  for (let left = 1200; !isTrue(); left -= 1) {
    if (left === 0) throw new Error('It did not come about in time');
    await pause(50);
  }
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
