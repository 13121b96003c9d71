import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import type { Paper } from './model';

const EVERY_MS = 1500;

/** The whole form as PDF: drawn by the worker, then to be had here. A change since is another paper. */
export function FormPaper({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('exchange');
  const path = `/api/v1/permit-applications/${applicationId}/papers`;
  const [asked, setAsked] = useState<Paper | null>(null);
  const [error, setError] = useState<unknown>(null);
  const paper = useQuery({ ...readPath<Paper>(`${path}/${asked?.id ?? ''}`), enabled: asked !== null && asked.fileId === null, refetchInterval: query => (query.state.data?.fileId ? false : EVERY_MS) });
  const fileId = asked?.fileId ?? paper.data?.fileId ?? null;
  const ask = (): void => {
    setError(null);
    rest<Paper>('POST', path, { body: {} }).then(setAsked, setError);
  };
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} loading={asked !== null && fileId === null} onClick={ask}>{t('paper')}</Button>
      <span aria-live="polite">
        {asked && (fileId ? <a href={`/api/v1/files/${fileId}/content`}>{t('paperReady')}</a> : <span className="hb-muted">{t('paperDrawing')}</span>)}
      </span>
      <ProblemAlert error={error ?? paper.error} />
    </>
  );
}
