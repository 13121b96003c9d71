import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '@/features/exchange/send-file';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { reportPath, type Report } from './model';

/** The report as PDF: a copy as it was handed in, or what is being written. */
export function PdfButton({ report, revision, label }: { readonly report: Report; readonly revision?: number; readonly label?: string }) {
  const { t } = useTranslation('reports');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const get = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    await download(`${reportPath(report.id)}/pdf${revision ? `?revision=${revision}` : ''}`, `${textOf(report.title)}.pdf`).catch(setError).finally(() => setBusy(false));
  };
  return (
    <>
      <Button size={label ? 'small' : 'middle'} icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void get()}>{label ?? t('pdf')}</Button>
      <ProblemAlert error={error} />
    </>
  );
}
