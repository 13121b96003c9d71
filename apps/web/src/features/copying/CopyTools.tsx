import { CopyOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { CopyDialog } from './CopyDialog';
import './copying.css';
import { copiesPath, NEVER, OF_OUTLETS, type Asked, type Copied, type Preview, type Sources } from './model';

interface Props {
  readonly applicationId: string;
  readonly section: string;
  /** Sends what is typed and not yet saved. */
  readonly onBefore: () => Promise<boolean>;
  /** Takes over what reached the server. */
  readonly onDone: () => Promise<void>;
}

/** 从企业档案填入, 从上一版许可证复制, 从其他排放口复制: looked at first, taken back at once. */
export function CopyTools({ applicationId, section, onBefore, onDone }: Props) {
  const { t } = useTranslation('copying');
  const path = copiesPath(applicationId);
  const sources = useQuery({ ...readPath<Sources>(`${path}/sources`), staleTime: 0, meta: { live: false } });
  const [from, setFrom] = useState<Asked['from'] | null>(null);
  const [initial, setInitial] = useState<Preview | null>(null);
  const [copied, setCopied] = useState<Copied | null>(null);
  const [undone, setUndone] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const offered = waysOf(section, sources.data);
  const begin = async (way: Asked['from']): Promise<void> => {
    setError(null);
    if (!(await onBefore())) return;
    try {
      await sources.refetch();
      setInitial(way === 'record' ? await rest<Preview>('POST', `${path}/preview`, { body: { from: way } }) : null);
      setFrom(way);
    } catch (thrown) {
      setError(thrown);
    }
  };
  // what is said to be copied or restored is to be seen in the form by then
  const shown = async (say: () => void): Promise<void> => {
    try {
      await onDone();
    } catch (thrown) {
      setError(thrown);
    }
    say();
  };
  const finish = (made: Copied): Promise<void> =>
    shown(() => {
      setFrom(null);
      setUndone(false);
      setCopied(made);
    });
  const undo = async (): Promise<void> => {
    try {
      await rest('POST', `${path}/undo`, { body: { sections: copied?.undo ?? [] } });
      await shown(() => {
        setCopied(null);
        setUndone(true);
      });
    } catch (thrown) {
      setError(thrown);
    }
  };
  if (offered.length === 0) return null;
  return (
    <div className="hb-copying">
      <div className="hb-copying__acts" role="group" aria-label={t('tools')}>
        {offered.map(way => <Button key={way} icon={<CopyOutlined aria-hidden />} onClick={() => void begin(way)}>{t(way)}</Button>)}
      </div>
      <ProblemAlert error={error} />
      <div aria-live="polite">
        {copied && <Alert type="success" showIcon title={t('done', { count: copied.copied })} action={<Button size="small" onClick={() => void undo()}>{t('undo')}</Button>} />}
        {undone && !copied && <Alert type="info" showIcon title={t('undone')} />}
      </div>
      {from && sources.data && <CopyDialog path={path} section={section} from={from} sources={sources.data} initial={initial} onClose={() => setFrom(null)} onDone={finish} />}
    </div>
  );
}

function waysOf(section: string, sources: Sources | undefined): Asked['from'][] {
  if (!sources || NEVER.includes(section)) return [];
  const sameMedium = (prefix: string): number => sources.outlets.filter(one => one.code.startsWith(prefix)).length;
  return [
    ...(section === 'basic' ? ['record' as const] : []),
    ...(sources.permits.length > 0 ? ['permit' as const] : []),
    ...(OF_OUTLETS.includes(section) && (sameMedium('DA') > 1 || sameMedium('DW') > 1) ? ['outlet' as const] : []),
  ];
}
