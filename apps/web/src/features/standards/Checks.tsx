import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { ReferenceDetail } from './model';

/** Who compared a row with which text, newest first. */
export function Checks({ checks }: { readonly checks: ReferenceDetail['history'] }) {
  const { t } = useTranslation('standards');
  return (
    <section className="hb-card">
      <h2>{t('check.title')}</h2>
      {checks.length === 0 && <p className="hb-muted">{t('check.none')}</p>}
      <ul className="hb-plain-list hb-stack">
        {checks.map(one => (
          <li key={`${one.checkedAt}`}>
            <div className="hb-row">
              <StatusTag tone={one.verdict === 'verified' ? 'success' : 'muted'}>{t(`check.${one.verdict}`)}</StatusTag>
              <strong>{one.checkedByName}</strong>
              <DateText value={one.checkedAt} time />
            </div>
            <p>{one.against}</p>
            {one.fileId && <a href={`/api/v1/files/${one.fileId}/content?inline=1`} target="_blank" rel="noreferrer">{t('check.file')}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
