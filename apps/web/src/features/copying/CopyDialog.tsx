import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Choice } from './Choice';
import { CopyItems } from './CopyItems';
import { partOf, ticked, type Asked, type Copied, type Preview, type Sources } from './model';

interface Props {
  readonly path: string;
  readonly section: string;
  readonly from: Asked['from'];
  readonly sources: Sources;
  /** What was looked at before the dialog opened: the record leaves nothing to choose. */
  readonly initial: Preview | null;
  readonly onClose: () => void;
  readonly onDone: (copied: Copied) => Promise<void>;
}

/** First what, then value by value what would change, then the copy. */
export function CopyDialog({ path, section, from, sources, initial, onClose, onDone }: Props) {
  const { t } = useTranslation('copying');
  const [asked, setAsked] = useState<Asked>(() => startOf(from, section, sources));
  const [preview, setPreview] = useState<Preview | null>(initial);
  const [wanted, setWanted] = useState<readonly string[]>(() => ticked(initial?.items ?? []));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const during = (work: () => Promise<void>): void => {
    setBusy(true);
    setError(null);
    work().catch(setError).finally(() => setBusy(false));
  };
  const look = (): void => during(async () => {
    const seen = await rest<Preview>('POST', `${path}/preview`, { body: asked });
    setPreview(seen);
    setWanted(ticked(seen.items));
  });
  const apply = (): void => during(async () => onDone(await rest<Copied>('POST', path, { body: { ...asked, items: wanted, versions: preview?.versions } })));
  const ready = preview !== null && preview.items.length > 0;
  const complete = from !== 'outlet' || Boolean(asked.source && asked.targets?.length && asked.parts?.length);
  return (
    <Modal
      open width={860} title={t(from)} onCancel={onClose} destroyOnHidden
      footer={[
        <Button key="close" onClick={onClose}>{t('cancel')}</Button>,
        ...(preview && from !== 'record' ? [<Button key="again" onClick={() => setPreview(null)}>{t('again')}</Button>] : []),
        preview ? (
          ready && <Button key="apply" type="primary" loading={busy} disabled={wanted.length === 0} onClick={apply}>{t('apply', { count: wanted.length })}</Button>
        ) : (
          <Button key="look" type="primary" loading={busy} disabled={!complete} onClick={look}>{t('look')}</Button>
        ),
      ]}
    >
      <div className="hb-stack">
        <p className="hb-muted">{t(`${from}Lead`)}</p>
        <ProblemAlert error={error} />
        {!preview && from !== 'record' && <Choice asked={asked} section={section} sources={sources} onChange={setAsked} />}
        <div aria-live="polite">
          {preview?.permitNumber && <p className="hb-small">{t('from', { number: preview.permitNumber })}</p>}
          {preview && !ready && <p>{t('nothing')}</p>}
        </div>
        {preview && ready && <CopyItems items={preview.items} wanted={wanted} onChange={setWanted} />}
      </div>
    </Modal>
  );
}

function startOf(from: Asked['from'], section: string, sources: Sources): Asked {
  if (from === 'permit') return { from, permitId: sources.permits[0]?.id, section: section as Asked['section'] };
  if (from === 'outlet') return { from, parts: [...partOf(section)], targets: [] };
  return { from };
}
