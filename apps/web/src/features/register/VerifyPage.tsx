import { checkFile, checkLine, readCode } from '@huanbao/offline-check';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { SummaryList } from '@/shared/ui/SummaryList';
import { registerPath, type SigningKeys } from './model';
import './register.css';

type Verdict = 'genuine' | 'changed' | 'stranger' | 'unsealed' | 'not-pdf' | 'unreadable';

interface Outcome {
  readonly verdict: Verdict;
  readonly facts: readonly (readonly [string, string])[];
  readonly checkUrl: string | null;
}

const TONE = { genuine: 'success', changed: 'error', stranger: 'error', unsealed: 'warning', 'not-pdf': 'warning', unreadable: 'warning' } as const;

/** Checks a certificate on this machine: the file is not sent anywhere. The same program can be saved for use without a network. */
export function VerifyPage() {
  const { t } = useTranslation('register');
  const keys = useQuery({ ...readPath<SigningKeys>(`${registerPath}/signing-keys`), staleTime: Infinity });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const known = keys.data?.keys ?? [];
  const file = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const { verdict, facts } = checkFile(new Uint8Array(await chosen.arrayBuffer()), known);
    setOutcome({ verdict, checkUrl: facts?.checkUrl ?? null, facts: facts ? [[t('verify.kind'), `${facts.kind} · ${facts.version}`], ...facts.facts] : [] });
  };
  const paper = (line: string, signature: string): void => {
    const code = readCode(line);
    setOutcome({ ...checkLine(code?.line ?? line, code?.signature ?? signature, known), checkUrl: null });
  };
  return (
    <div className="hb-container">
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} back={{ to: '/permits', label: t('check.back') }} />
      <p>
        <AppLink to="/signatures">{textOf({ zh: '核验的是签署存证？请到签署核验', en: 'A copy of record of a signature? Check it here' })}</AppLink>
      </p>
      <div className="hb-stack">
        <ProblemAlert error={keys.error} onRetry={() => void keys.refetch()} />
        <FileCheck onFile={chosen => void file(chosen)} ready={keys.data !== undefined} />
        <PaperCheck onCheck={paper} ready={keys.data !== undefined} />
        <div role="status">{outcome && <Result outcome={outcome} />}</div>
        <section className="hb-card hb-stack">
          <h2>{t('verify.keep')}</h2>
          <p>{t('verify.keepHint')}</p>
          <p><a href={`${registerPath}/offline-check`}>{t('verify.save')}</a></p>
          <details>
            <summary>{t('verify.keys')}</summary>
            {known.map(key => <p key={key} className="hb-small hb-num hb-register__long">{key}</p>)}
          </details>
        </section>
      </div>
    </div>
  );
}

function FileCheck({ onFile, ready }: { readonly onFile: (file: File | undefined) => void; readonly ready: boolean }) {
  const { t } = useTranslation('register');
  const id = useId();
  return (
    <section className="hb-card hb-stack">
      <h2>{t('verify.file')}</h2>
      <label htmlFor={id}>{t('verify.fileLabel')}</label>
      <input id={id} type="file" accept="application/pdf,.pdf" className="hb-register__file" disabled={!ready} onChange={event => onFile(event.target.files?.[0])} />
      <p className="hb-small hb-muted">{t('verify.fileHint')}</p>
    </section>
  );
}

function PaperCheck({ onCheck, ready }: { readonly onCheck: (line: string, signature: string) => void; readonly ready: boolean }) {
  const { t } = useTranslation('register');
  const [line, setLine] = useState('');
  const [signature, setSignature] = useState('');
  const [first, second] = [useId(), useId()];
  return (
    <section className="hb-card hb-stack">
      <h2>{t('verify.paper')}</h2>
      <p className="hb-small hb-muted">{t('verify.paperHint')}</p>
      <label htmlFor={first}>{t('verify.line')}</label>
      <Input.TextArea id={first} rows={4} value={line} spellCheck={false} onChange={event => setLine(event.target.value)} />
      <label htmlFor={second}>{t('verify.signature')}</label>
      <Input.TextArea id={second} rows={2} value={signature} spellCheck={false} onChange={event => setSignature(event.target.value)} />
      <div>
        <Button type="primary" disabled={!ready} onClick={() => onCheck(line, signature)}>{t('verify.check')}</Button>
      </div>
    </section>
  );
}

function Result({ outcome: { verdict, facts, checkUrl } }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('register');
  // on a phone the answer would stand below what was just touched
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // in braces: newer browsers answer with a promise, which React would take for a way to clean up
    void top.current?.scrollIntoView?.({ block: 'nearest' });
  }, [verdict, facts]);
  return (
    <div className="hb-stack" ref={top}>
      <Alert type={TONE[verdict]} showIcon title={t(`verify.verdict.${verdict}`)} description={t(`verify.advice.${verdict}`)} />
      {facts.length > 0 && <SummaryList groups={[{ title: t('verify.says'), rows: facts.map(([label, value]) => ({ label, value: <span className="hb-register__long">{value}</span> })) }]} />}
      {checkUrl && <p>{t('verify.status')} <a href={checkUrl}>{checkUrl}</a></p>}
    </div>
  );
}
