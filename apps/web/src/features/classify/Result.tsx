import { industryOf, type Catalogue, type Decided, type EntryVerdict } from '@huanbao/standards';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import type { ClassifySearch } from './address';

const TONES: Readonly<Record<string, Tone>> = { key: 'danger', simplified: 'progress', registration: 'info', none: 'muted' };

/** The class, the entry that decided, in its own words, and what to do now. */
export function Result({ decided, catalogue }: { readonly decided: Decided; readonly catalogue: Catalogue }) {
  const { t } = useTranslation('classify');
  const { industries, answers } = useSearch({ strict: false }) as ClassifySearch;
  // what was answered goes along to the form
  const onwards = (to: string): string => `/enter?${new URLSearchParams({ to, ...(industries ? { industries } : {}), ...(answers ? { answers } : {}) })}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const level = decided.level ?? 'none';
  const scope = decided.scope === 'processes' ? t(level === 'registration' ? 'result.scope.registrationProcesses' : 'result.scope.processes') : '';
  return (
    <section className="hb-card hb-stack hb-classify__result" aria-labelledby="classify-result">
      <div>
        <StatusTag tone={TONES[level] ?? 'muted'}>{t(`result.${level}`)}</StatusTag>
        <h2 id="classify-result" ref={heading} tabIndex={-1}>
          {t(`result.say.${level}`)}
        </h2>
        {scope && <p>{scope}</p>}
      </div>
      {decided.deciding.length > 0 && <Verdicts title={t('result.why')} verdicts={decided.deciding} />}
      <div>
        <h3>{t('result.next')}</h3>
        <p className="hb-prose">{t(level === 'none' ? 'result.nextNone' : level === 'registration' ? 'result.nextRegistration' : 'result.nextPermit')}</p>
      </div>
      {decided.others.length > 0 && (
        <details>
          <summary>{t('result.others')}</summary>
          <Verdicts verdicts={decided.others} />
          <p className="hb-muted">{t('result.strictest')}</p>
        </details>
      )}
      <p className="hb-muted hb-prose">
        {t('basis', { basis: textOf(catalogue.basis), from: catalogue.effectiveFrom })} {!catalogue.verified && t('unverified')} {t('note')}
      </p>
      <div className="hb-row hb-classify__acts">
        {level === 'registration' && (
          <ButtonLink to={onwards('/registrations/new')} kind="primary" size="large">
            {t('result.register')}
          </ButtonLink>
        )}
        {(level === 'key' || level === 'simplified') && (
          <ButtonLink to={onwards('/permits/new')} kind="primary" size="large">
            {t('result.apply')}
          </ButtonLink>
        )}
        <ButtonLink to="/permit-guide" size="large">
          {t('result.guide')}
        </ButtonLink>
        <ButtonLink to="/classify" size="large">
          {t('result.again')}
        </ButtonLink>
        <Button size="large" onClick={() => window.print()}>
          {t('result.print')}
        </Button>
      </div>
    </section>
  );
}

function Verdicts({ title, verdicts }: { readonly title?: string; readonly verdicts: readonly EntryVerdict[] }) {
  const { t } = useTranslation('classify');
  return (
    <div>
      {title && <h3>{title}</h3>}
      <ul className="hb-classify__verdicts hb-plain-list">
        {verdicts.map(verdict => (
          <li key={`${verdict.entryNo} ${verdict.industry}`}>
            <p className="hb-muted">
              {verdict.industry ? `${t('result.industry')} ${verdict.industry} ${industryOf(verdict.industry)?.name ?? ''}` : t('result.process')} · {t('result.entry', { no: verdict.entryNo })}
              {verdict.level && ` · ${t(`result.${verdict.level}`)}`}
            </p>
            {verdict.text ? <blockquote lang="zh-CN">{verdict.text}</blockquote> : <p>{t('result.noColumn')}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
