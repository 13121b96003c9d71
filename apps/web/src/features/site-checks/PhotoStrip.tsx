import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import { readBlob } from './blobs';
import type { Photo } from './draft';
import type { Photos } from './use-photos';

interface Props {
  readonly itemKey: string;
  /** What the photos show, read out with the button. */
  readonly about: string;
  readonly shots: readonly Photo[];
  readonly photos: Photos;
}

/** The photos of one item: taken, seen small, with what became of each. */
export function PhotoStrip({ itemKey, about, shots, photos }: Props) {
  const { t } = useTranslation('site-checks');
  return (
    <div className="hb-stack" style={{ gap: 8 }}>
      {shots.length > 0 && (
        <ul className="hb-plain-list hb-check__shots">
          {shots.map((photo, index) => (
            <li key={photo.clientId}>
              <Picture photo={photo} alt={t('photoOf', { about, count: index + 1 })} />
              <Became photo={photo} />
              {photo.fileId === undefined && (
                <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} onClick={() => void photos.remove(photo.clientId)}>
                  {t('removePhoto')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {photos.noRoom && <p className="hb-warning-text" role="alert">{t('shot.noRoom')}</p>}
      <label className="hb-check__photo">
        <CameraOutlined aria-hidden /> {t('photo')}
        <span className="hb-sr-only"> {about}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="hb-sr-only"
          onChange={event => {
            const { files } = event.target;
            void photos.take(itemKey, files).finally(() => (event.target.value = ''));
          }}
        />
      </label>
    </div>
  );
}

function Became({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation('site-checks');
  const place = photo.placing ? 'placing' : photo.lng === undefined ? 'noPlace' : 'placed';
  const [tone, word] = photo.lost ? (['danger', 'lost'] as const) : photo.refused ? (['danger', 'refused'] as const) : photo.fileId ? (['success', 'sent'] as const) : (['warning', 'waits'] as const);
  return (
    <>
      <StatusTag tone={tone}>{t(`shot.${word}`)}</StatusTag>
      {!photo.lost && <span className="hb-small hb-muted">{t(`shot.${place}`)}</span>}
      {photo.refused && <span className="hb-small">{textOf(photo.refused)}</span>}
    </>
  );
}

/** From the device while it has the bytes, afterwards from the server. */
function Picture({ photo, alt }: { readonly photo: Photo; readonly alt: string }) {
  const { t } = useTranslation('site-checks');
  const [local, setLocal] = useState<string | null>(null);
  const { clientId, fileId } = photo;
  useEffect(() => {
    if (fileId !== undefined) return;
    let url: string | null = null;
    let gone = false;
    void readBlob(clientId).then(blob => {
      if (!blob || gone) return;
      url = URL.createObjectURL(blob);
      setLocal(url);
    }, () => undefined);
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [clientId, fileId]);
  const source = fileId === undefined ? local : `/api/v1/files/${fileId}/content`;
  if (photo.lost || source === null) return <span className="hb-check__no-shot hb-muted">{t('shot.lost')}</span>;
  return <img src={source} alt={alt} width={96} height={96} loading="lazy" />;
}
