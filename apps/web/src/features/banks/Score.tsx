import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { FScore } from './model';

/** F line by line, in plain words: what counted, how much, what was not known, and what stands above it. */
export function Score({ score }: { readonly score: FScore }) {
  const { t } = useTranslation('banks');
  const english = useLanguage() === 'en';
  return (
    <section className="hb-card hb-stack">
      <h2>{t('f.title', { f: score.f ?? t('answer.noF') })} {!score.verified && <StatusTag tone="warning">{t('f.unverified')}</StatusTag>}</h2>
      {score.gate === 'refuse-new' && <Alert type="error" showIcon title={t('f.refuse')} />}
      {score.gate === 'cap' && <Alert type="warning" showIcon title={t('f.cap')} />}
      <p>{t('f.how')}</p>
      <div className="hb-banks__scroll" tabIndex={0} role="region" aria-label={t('f.lines')}>
        <table className="hb-banks__table">
          <thead><tr><th scope="col">{t('f.part')}</th><th scope="col">{t('f.value')}</th><th scope="col">{t('f.weight')}</th><th scope="col">{t('f.contribution')}</th></tr></thead>
          <tbody>
            {score.lines.map(one => (
              <tr key={one.part}>
                <td>{english ? one.en : one.zh}</td>
                <td>{one.value ?? <span className="hb-small hb-muted">{english ? one.whyEn : one.whyZh}</span>}</td>
                <td className="hb-num">{one.usedWeight && one.usedWeight !== one.weight ? t('f.moved', { from: one.weight, to: one.usedWeight }) : one.weight}</td>
                <td className="hb-num">{one.contribution ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {score.notes.map(one => <p key={one.en}>{english ? one.en : one.zh}</p>)}
      {score.advice && <p>{t('f.advice')}{score.advice}</p>}
      <p className="hb-small hb-muted">{t('f.bankDecides')}</p>
    </section>
  );
}
