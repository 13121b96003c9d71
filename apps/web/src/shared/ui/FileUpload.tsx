import { CloseOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { withQuery } from '@/api/rest';
import './files.css';
import { sizeText, type StoredFile } from './files.types';
import { upload } from './upload';

const MB = 1024 * 1024;
const DEFAULT_MEGABYTES = 50;
const DEFAULT_TYPES = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png'];

export interface FileUploadProps {
  readonly label: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly purpose: string;
  /** Endings people may choose; the server judges by content. */
  readonly types?: readonly string[];
  readonly maxMegabytes?: number;
  readonly multiple?: boolean;
  readonly onDone: (file: StoredFile) => void;
  readonly id?: string;
}

interface Running {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
  readonly error: string | null;
  readonly stop: () => void;
}

/** Choose or drop files; each one shows its progress, can be stopped, and says what is wrong with it. */
export function FileUpload(props: FileUploadProps) {
  const ownId = useId();
  const { running, take, remove } = useUploads(props);
  return (
    <div className="hb-upload">
      <DropArea {...props} id={props.id ?? ownId} onFiles={take} />
      <ul className="hb-files hb-plain-list" aria-live="polite">
        {running.map(item => (
          <RunningRow key={item.key} item={item} onClose={() => (item.error ? remove(item.key) : item.stop())} />
        ))}
      </ul>
    </div>
  );
}

function useUploads({ types = DEFAULT_TYPES, maxMegabytes = DEFAULT_MEGABYTES, multiple = true, ...subject }: FileUploadProps) {
  const { t } = useTranslation();
  const [running, setRunning] = useState<readonly Running[]>([]);
  const update = (key: string, change: Partial<Running>): void =>
    setRunning(all => all.map(each => (each.key === key ? { ...each, ...change } : each)));
  const remove = (key: string): void => setRunning(all => all.filter(each => each.key !== key));

  const start = async (file: File): Promise<void> => {
    const key = crypto.randomUUID();
    const controller = new AbortController();
    const wrong = complaint(file, types, maxMegabytes);
    const error = wrong && t(wrong.key, wrong.values);
    setRunning(all => [...all, { key, name: file.name, percent: 0, error, stop: () => controller.abort() }]);
    if (error) return;
    const { subjectType, subjectId, purpose } = subject;
    const url = withQuery('/api/v1/files', { subjectType, subjectId, purpose });
    try {
      subject.onDone(await upload({ url, file, signal: controller.signal, onProgress: percent => update(key, { percent }) }));
      remove(key);
    } catch (thrown) {
      if (controller.signal.aborted) remove(key);
      else update(key, { error: asProblem(thrown).sentence });
    }
  };
  const take = (files: FileList | null): void => [...(files ?? [])].slice(0, multiple ? undefined : 1).forEach(file => void start(file));
  return { running, take, remove };
}

interface DropAreaProps extends FileUploadProps {
  readonly id: string;
  readonly onFiles: (files: FileList | null) => void;
}

function DropArea({ id, label, types = DEFAULT_TYPES, maxMegabytes = DEFAULT_MEGABYTES, multiple = true, onFiles }: DropAreaProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
    if (event.type === 'drop') onFiles(event.dataTransfer.files);
  };
  return (
    <div
      className={`hb-upload__area${over ? ' hb-upload__area--over' : ''}`}
      onDragOver={event => drag(event, true)}
      onDragLeave={event => drag(event, false)}
      onDrop={event => drag(event, false)}
    >
      <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()} aria-describedby={`${id}-hint`}>
        {label}
      </Button>
      <span id={`${id}-hint`} className="hb-small hb-muted">
        {t('files.hint', { types: namesOf(types), size: maxMegabytes })}
      </span>
      <input
        ref={input}
        id={id}
        className="hb-sr-only"
        type="file"
        tabIndex={-1}
        aria-label={label}
        accept={types.join()}
        multiple={multiple}
        onChange={event => {
          onFiles(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}

const namesOf = (types: readonly string[]): string => types.map(type => type.slice(1).toUpperCase()).join('、');

function RunningRow({ item, onClose }: { readonly item: Running; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="hb-files__name">
        {item.name}
        {item.error ? (
          <span className="hb-field-error">{item.error}</span>
        ) : (
          <Progress percent={item.percent} size="small" aria-label={t('files.progressOf', { name: item.name })} />
        )}
      </span>
      <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t(item.error ? 'files.dismiss' : 'files.cancelOf', { name: item.name })} onClick={onClose} />
    </li>
  );
}

function complaint(file: File, types: readonly string[], maxMegabytes: number): { key: string; values: Record<string, string | number> } | null {
  const ending = file.name.slice(file.name.lastIndexOf('.')).toLowerCase();
  if (!types.includes(ending)) return { key: 'files.wrongType', values: { types: namesOf(types) } };
  if (file.size > maxMegabytes * MB) return { key: 'files.tooLarge', values: { size: sizeText(file.size), max: maxMegabytes } };
  return file.size === 0 ? { key: 'files.isEmpty', values: {} } : null;
}
