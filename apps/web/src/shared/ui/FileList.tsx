import { DeleteOutlined, FileExcelOutlined, FileImageOutlined, FileOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmAct } from './ConfirmAct';
import './files.css';
import { sizeText, type StoredFile } from './files.types';
import { StatusTag } from './StatusTag';
import { DateText } from './values';

const ICONS: readonly (readonly [RegExp, ReactNode])[] = [
  [/pdf/, <FilePdfOutlined key="pdf" aria-hidden />],
  [/word/, <FileWordOutlined key="word" aria-hidden />],
  [/sheet|excel/, <FileExcelOutlined key="excel" aria-hidden />],
  [/^image\//, <FileImageOutlined key="image" aria-hidden />],
];

const iconOf = (mediaType: string): ReactNode => ICONS.find(([type]) => type.test(mediaType))?.[1] ?? <FileOutlined aria-hidden />;

interface Props {
  readonly files: readonly StoredFile[];
  /** Offers deletion, after a question. */
  readonly onRemove?: (file: StoredFile) => Promise<unknown>;
}

/** Files with size, date and the verdict of the virus scanner; an infected file cannot be opened. */
export function FileList({ files, onRemove }: Props) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<StoredFile | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <ul className="hb-files hb-plain-list">
        {files.map(file => (
          <li key={file.id}>
            <span className="hb-files__icon">{iconOf(file.mediaType)}</span>
            <span className="hb-files__name">
              {file.scanState === 'infected' ? file.name : <a href={`/api/v1/files/${file.id}/content`}>{file.name}</a>}
              <span className="hb-small hb-muted">
                {sizeText(file.sizeBytes)} · <DateText value={file.createdAt} time />
              </span>
              {(file.warnings ?? []).map(warning => (
                <span key={warning} className="hb-small hb-field-error">
                  {t(`files.warning.${warning}`)}
                </span>
              ))}
            </span>
            <Scan state={file.scanState} />
            {onRemove && (
              <Button type="text" danger icon={<DeleteOutlined aria-hidden />} aria-label={t('files.removeOf', { name: file.name })} onClick={() => setLeaving(file)} />
            )}
          </li>
        ))}
      </ul>
      <ConfirmAct
        open={leaving !== null}
        title={t('files.removeTitle')}
        act={t('files.remove')}
        danger
        onConfirm={() => (leaving && onRemove ? onRemove(leaving) : Promise.resolve())}
        onClose={() => setLeaving(null)}
      >
        {leaving?.name}
      </ConfirmAct>
    </>
  );
}

function Scan({ state }: { readonly state: StoredFile['scanState'] }) {
  const { t } = useTranslation();
  if (state === 'clean') return null;
  const tone = state === 'infected' ? 'danger' : state === 'pending' ? 'info' : 'muted';
  return <StatusTag tone={tone}>{t(`files.scan.${state}`)}</StatusTag>;
}
