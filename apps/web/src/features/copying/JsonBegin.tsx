import { UploadOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { sendFile } from '../exchange/send-file';
import './copying.css';

interface Props {
  readonly siteId: string;
  /** For a firm: whom it acts for. */
  readonly enterpriseId: string | undefined;
}

/** Begins a first application with the JSON of a permit of the same enterprise, as another platform gave it out. */
export function JsonBegin({ siteId, enterpriseId }: Props) {
  const { t } = useTranslation('copying');
  const { base } = useSession();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const begin = async (file: File): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const made = (await (await sendFile('/api/v1/permit-applications/from-json', { file, query: { siteId, enterpriseId } })).json()) as { id: string };
      await navigate({ to: `${base}/permits/${made.id}` as never });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const places = error ? asProblem(error).errors : [];
  return (
    <details>
      <summary>{t('json.title')}</summary>
      <div className="hb-stack">
        <p className="hb-muted">{t('json.lead')}</p>
        <div>
          <Button icon={<UploadOutlined aria-hidden />} loading={busy} onClick={() => input.current?.click()}>{t('json.choose')}</Button>
          <input
            ref={input} type="file" className="hb-sr-only" tabIndex={-1} aria-label={t('json.choose')} accept=".json,application/json"
            onChange={event => {
              const file = event.target.files?.[0];
              // the same file, mended, may be chosen again
              event.target.value = '';
              if (file) void begin(file);
            }}
          />
        </div>
        {places.length === 0 ? (
          <ProblemAlert error={error} />
        ) : (
          <ul role="alert">
            {places.map(one => <li key={`${one.pointer}${one.code}${textOf(one)}`}><code className="hb-num hb-copying__pointer">{one.pointer}</code> {textOf(one)}</li>)}
          </ul>
        )}
      </div>
    </details>
  );
}
