import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { send } from '@/api/transport';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { download } from '../market/download';
import './complaints.css';
import { IMPORT, useComplaintsChanged } from './model';

type Outcome = components['schemas']['ComplaintImportView'];

/** Reports of other hotlines by Excel: template, file, and what became of each row. */
export function ImportPage() {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  const changed = useComplaintsChanged();
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
      const form = new FormData();
      form.append('file', file);
      const answer = await send(new Request(new URL(IMPORT, location.origin), { method: 'POST', body: form }));
      setOutcome((await answer.json()) as Outcome);
      await changed();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHeader title={t('import.title')} lead={t('import.lead')} back={{ to: `${base}/complaints`, label: t('page.back') }} />
      <div className="hb-stack">
        <ProblemAlert error={problem} />
        <section className="hb-card hb-stack">
          <ol>
            <li>{t('import.first')}</li>
            <li>{t('import.second')}</li>
          </ol>
          <div className="hb-row">
            <Button onClick={() => void download(`${IMPORT}/template`, {}, `${t('import.title')}.xlsx`).catch(setProblem)}>{t('import.template')}</Button>
            <Button type="primary" loading={busy} onClick={() => input.current?.click()}>{t('import.choose')}</Button>
          </div>
          <input ref={input} type="file" className="hb-sr-only" tabIndex={-1} aria-label={t('import.choose')} accept=".xlsx" onChange={event => { void take(event.target.files?.[0]); event.target.value = ''; }} />
        </section>
        <div aria-live="polite">{outcome && <Told outcome={outcome} />}</div>
      </div>
    </>
  );
}

function Told({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('complaints');
  const english = useLanguage() === 'en';
  return (
    <section className="hb-card hb-stack">
      <h2>{t('import.done', { accepted: outcome.accepted })}</h2>
      <p>{t('import.others', { existing: outcome.existing, refused: outcome.refused })}</p>
      {outcome.problems.length > 0 && (
        <ul className="hb-plain-list hb-stack">
          {outcome.problems.map((one, nth) => <li key={`${one.address} ${nth}`}><strong className="hb-num">{one.address}</strong> {english ? one.en : one.zh} {one.found && <span className="hb-small hb-muted">{one.found}</span>}</li>)}
        </ul>
      )}
    </section>
  );
}
