import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeText } from '@/shared/ui/files.types';

const TYPES = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png'];
export const BIDS_LIMIT_BYTES = 8 * 1024 * 1024;

interface Props {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Files that go into the envelope; they are read here and sent nowhere unsealed. */
export function BidFiles({ files, onChange }: Props) {
  const { t } = useTranslation('market');
  const { t: common } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const add = (chosen: FileList | null): void => {
    const all = [...(chosen ?? [])];
    const fitting = all.filter(file => TYPES.includes(file.name.slice(file.name.lastIndexOf('.')).toLowerCase()) && file.type !== '');
    setWrong(fitting.length < all.length);
    onChange([...files, ...fitting]);
  };
  return (
    <div className="hb-stack" style={{ gap: 8 }}>
      <span>{t('bid.files')}</span>
      <ul className="hb-plain-list">
        {files.map(file => (
          <li key={file.name + file.size} className="hb-row">
            {file.name} <span className="hb-small hb-muted">{sizeText(file.size)}</span>
            <Button size="small" type="text" danger onClick={() => onChange(files.filter(each => each !== file))} aria-label={common('files.removeOf', { name: file.name })}>
              {common('files.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {files.length > 0 && <span className={total > BIDS_LIMIT_BYTES ? 'hb-field-error' : 'hb-small hb-muted'}>{t('bid.filesTotal', { size: sizeText(total) })}</span>}
      {wrong && <p className="hb-field-error">{t('bid.wrongType')}</p>}
      <div>
        <Button onClick={() => input.current?.click()}>{t('bid.addFiles')}</Button>
        <input
          ref={input}
          type="file"
          className="hb-sr-only"
          tabIndex={-1}
          multiple
          accept={TYPES.join()}
          aria-label={t('bid.addFiles')}
          onChange={event => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
