import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBlob } from './blobs';
import type { Photo } from './draft';

/** Photos that came too late for the record: each can be saved to the phone; one whose bytes the browser has cleared away is named all the same. */
export function PhotosLeft({ photos, about, name }: { readonly photos: readonly Photo[]; readonly about: string; readonly name: string }) {
  const { t } = useTranslation('site-checks');
  const [left, setLeft] = useState<readonly { readonly id: string; readonly url: string | null }[]>([]);
  useEffect(() => {
    const urls: string[] = [];
    let gone = false;
    void Promise.all(
      photos.map(async ({ clientId }) => {
        const blob = await readBlob(clientId).catch(() => undefined);
        if (!blob || gone) return { id: clientId, url: null };
        const url = URL.createObjectURL(blob);
        urls.push(url);
        return { id: clientId, url };
      }),
    ).then(found => !gone && setLeft(found));
    return () => {
      gone = true;
      urls.forEach(url => URL.revokeObjectURL(url));
    };
  }, [photos]);
  if (left.length === 0) return null;
  return (
    <ul className="hb-plain-list hb-check__shots">
      {left.map((one, index) => (
        <li key={one.id}>
          {one.url === null ? (
            <span className="hb-check__no-shot hb-muted">{t('shot.lost')}</span>
          ) : (
            <>
              <img src={one.url} alt={t('photoOf', { about, count: index + 1 })} width={96} height={96} />
              <a href={one.url} download={`${name}-${index + 1}.jpg`}>{t('savePhoto')}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
