import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBlob } from './blobs';
import { readDraft, waiting } from './draft';
import type { SiteCheck } from './model';

/** A colleague has sent the report while photos of this device had no connection: they are not of the record, but they are not thrown away either. */
export function LeftOnDevice({ check }: { readonly check: SiteCheck }) {
  const { t } = useTranslation('site-checks');
  const [left, setLeft] = useState<readonly { readonly id: string; readonly url: string }[]>([]);
  useEffect(() => {
    const urls: string[] = [];
    void Promise.all(
      waiting(readDraft(check.id)).map(async ({ clientId }) => {
        const blob = await readBlob(clientId).catch(() => undefined);
        if (!blob) return [];
        const url = URL.createObjectURL(blob);
        urls.push(url);
        return [{ id: clientId, url }];
      }),
    ).then(found => setLeft(found.flat()));
    return () => urls.forEach(url => URL.revokeObjectURL(url));
  }, [check.id]);
  if (left.length === 0) return null;
  return (
    <section className="hb-card hb-stack" role="status">
      <p className="hb-warning-text">{t('leftBehind', { count: left.length, name: check.reportedByName ?? '' })}</p>
      <ul className="hb-plain-list hb-check__shots">
        {left.map((one, index) => (
          <li key={one.id}>
            <img src={one.url} alt={t('photoOf', { about: t('title'), count: index + 1 })} width={96} height={96} />
            <a href={one.url} download={`site-check-${index + 1}.jpg`}>{t('savePhoto')}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
