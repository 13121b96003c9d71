import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useLanguage } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { download, sendFile } from './send-file';

/** What became of a workbook: rows entered, there already, refused, and every wrong place. */
interface Outcome {
  readonly accepted: number;
  readonly existing: number;
  readonly refused: number;
  readonly problems: readonly { readonly address: string; readonly found: string; readonly zh: string; readonly en: string }[];
}

interface Props {
  /** Takes the file; its template stands below it. */
  readonly path: string;
  readonly words: {
    readonly steps: readonly string[];
    readonly template: string;
    readonly choose: string;
    readonly fileName: string;
    readonly done: (outcome: Outcome) => string;
    readonly others: (outcome: Outcome) => string;
  };
  readonly onDone: () => Promise<unknown>;
}

/** Rows by Excel: template, file, and what became of each row. */
export function SheetImport({ path, words, onDone }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    setOutcome(null);
    try {
      const answer = await sendFile(path, { file });
      setOutcome((await answer.json()) as Outcome);
      await onDone();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-stack">
      <ProblemAlert error={problem} />
      <section className="hb-card hb-stack">
        <ol>{words.steps.map(step => <li key={step}>{step}</li>)}</ol>
        <div className="hb-row">
          <Button onClick={() => void download(`${path}/template`, `${words.fileName}.xlsx`).catch(setProblem)}>{words.template}</Button>
          <Button type="primary" loading={busy} onClick={() => input.current?.click()}>{words.choose}</Button>
        </div>
        <input ref={input} type="file" className="hb-sr-only" tabIndex={-1} aria-label={words.choose} accept=".xlsx" onChange={event => { void take(event.target.files?.[0]); event.target.value = ''; }} />
      </section>
      <div aria-live="polite">{outcome && <Told outcome={outcome} words={words} />}</div>
    </div>
  );
}

function Told({ outcome, words }: { readonly outcome: Outcome; readonly words: Props['words'] }) {
  const english = useLanguage() === 'en';
  return (
    <section className="hb-card hb-stack">
      <h2>{words.done(outcome)}</h2>
      <p>{words.others(outcome)}</p>
      {outcome.problems.length > 0 && (
        <ul className="hb-plain-list hb-stack">
          {outcome.problems.map((one, nth) => <li key={`${one.address} ${nth}`}><strong className="hb-num">{one.address}</strong> {english ? one.en : one.zh} {one.found && <span className="hb-small hb-muted">{one.found}</span>}</li>)}
        </ul>
      )}
    </section>
  );
}
