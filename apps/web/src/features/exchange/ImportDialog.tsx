import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import './exchange.css';
import type { CellProblem } from './model';
import { NoteList, ProblemList } from './ProblemList';
import type { Checked, useImport } from './use-import';

interface Previewed {
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
  readonly notes: readonly CellProblem[];
}

interface Props<P extends Previewed> {
  readonly title: string;
  readonly hint: string;
  readonly open: boolean;
  readonly work: ReturnType<typeof useImport<P>>;
  /** Rows the file brings, for the sentence that it is in order. */
  readonly rows: (preview: P) => number;
  readonly onApply: (checked: Checked<P>) => void;
  readonly onClose: () => void;
  /** What importing would do, once the file is in order. */
  readonly children: (preview: P) => ReactNode;
}

/** Choose a file, see what it would change and what is wrong with it, then import it as a whole or not at all. */
export function ImportDialog<P extends Previewed>({ title, hint, open, work, rows, onApply, onClose, children }: Props<P>) {
  const { t } = useTranslation('exchange');
  const { checked, busy, stale, error } = work;
  const bad = checked !== null && checked.preview.problemCount > 0;
  const ready = checked !== null && !bad;
  return (
    <Modal
      open={open}
      width={860}
      title={title}
      onCancel={onClose}
      destroyOnHidden
      footer={[
        <Button key="close" onClick={onClose}>
          {t(ready ? 'cancel' : 'close')}
        </Button>,
        ...(ready ? [<Button key="apply" type="primary" loading={busy} onClick={() => onApply(checked)}>{t('apply')}</Button>] : []),
      ]}
    >
      <div className="hb-stack">
        <Choose hint={hint} busy={busy} again={checked !== null} onFile={file => void work.check(file)} />
        <ProblemAlert error={error} />
        {stale && <Alert type="warning" showIcon title={t('stale')} />}
        <div aria-live="polite">
          {busy && !checked && <p>{t('reading')}</p>}
          {checked && <Alert type={bad ? 'error' : 'success'} showIcon title={t(bad ? 'bad' : 'clean', { file: checked.file.name, count: bad ? checked.preview.problemCount : rows(checked.preview) })} />}
        </div>
        {bad && <ProblemList problems={checked.preview.problems} count={checked.preview.problemCount} onReport={work.report} />}
        {ready && children(checked.preview)}
        {checked && <NoteList notes={checked.preview.notes} />}
      </div>
    </Modal>
  );
}

interface ChooseProps {
  readonly hint: string;
  readonly busy: boolean;
  readonly again: boolean;
  readonly onFile: (file: File) => void;
}

function Choose({ hint, busy, again, onFile }: ChooseProps) {
  const { t } = useTranslation('exchange');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div>
      <Button type={again ? 'default' : 'primary'} icon={<UploadOutlined aria-hidden />} loading={busy} aria-describedby={id} onClick={() => input.current?.click()}>
        {t(again ? 'another' : 'choose')}
      </Button>
      <p id={id} className="hb-small hb-muted">
        {hint}
      </p>
      <input
        ref={input}
        type="file"
        className="hb-sr-only"
        tabIndex={-1}
        aria-label={t('choose')}
        accept=".xlsx,.csv"
        onChange={event => {
          const file = event.target.files?.[0];
          // the same file, mended, may be chosen again
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
