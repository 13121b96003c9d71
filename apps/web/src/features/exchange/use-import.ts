import { useState } from 'react';
import { isProblem } from '@/api/problem';
import { saveAs, sendFile } from './send-file';

interface Ways {
  readonly path: string;
  readonly reportName: string;
}

export interface Checked<P> {
  readonly file: File;
  readonly preview: P;
}

/** Looks at a file, and applies it; a section that changed meanwhile is looked at again instead of being overwritten. */
export function useImport<P>({ path, reportName }: Ways) {
  const [checked, setChecked] = useState<Checked<P> | null>(null);
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const during = (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    return work().catch(setError).finally(() => setBusy(false));
  };
  const look = async (file: File): Promise<void> => setChecked({ file, preview: (await (await sendFile(`${path}/preview`, { file })).json()) as P });
  const reset = (): void => {
    setChecked(null);
    setError(null);
    setStale(false);
  };
  const check = (file: File): Promise<void> => {
    reset();
    return during(() => look(file));
  };
  const apply = (options: { readonly version?: number; readonly query: Readonly<Record<string, string>> }, done: () => void): Promise<void> =>
    during(async () => {
      if (!checked) return;
      try {
        await sendFile(`${path}/import`, { file: checked.file, ...options });
      } catch (thrown) {
        if (!isProblem(thrown, 'stale')) throw thrown;
        await look(checked.file);
        return setStale(true);
      }
      done();
    });
  const report = (): Promise<void> => during(async () => void (checked && (await saveAs(await sendFile(`${path}/report`, { file: checked.file }), `${reportName}.xlsx`))));
  return { checked, busy, stale, error, check, apply, report, reset };
}
