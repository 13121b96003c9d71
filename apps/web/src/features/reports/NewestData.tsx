import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DiffMark } from '@/shared/ui/values';
import { reportPath, type Difference, type News } from './model';
import { useReportChanged } from './use-report';

interface Props {
  readonly reportId: string;
  /** Only this part. */
  readonly part?: string;
  /** Sends first what is typed, and takes over afterwards. */
  readonly onBefore?: () => Promise<boolean>;
  readonly onDone?: () => void | Promise<void>;
}

/** “取最新数据”: shows what would change and what a person typed, then takes over what is agreed to. */
export function NewestData({ reportId, part, onBefore, onDone }: Props) {
  const { t } = useTranslation('reports');
  const changed = useReportChanged();
  const [news, setNews] = useState<News | null>(null);
  const [places, setPlaces] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const tried = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    await work().catch(setError).finally(() => setBusy(false));
  };
  const look = (): Promise<void> => tried(async () => {
    if (onBefore && !(await onBefore())) return;
    setPlaces(new Set());
    setNews(await rest<News>('GET', `${reportPath(reportId)}/platform-values`));
  });
  const apply = (): Promise<void> => tried(async () => {
    await rest('POST', `${reportPath(reportId)}/refresh`, { body: { ...(part ? { parts: [part] } : {}), places: [...places] } });
    setNews(null);
    await changed();
    await onDone?.();
  });
  const parts = (news?.parts ?? []).filter(one => part === undefined || one.part === part);
  const changes = parts.flatMap(one => one.changes);
  const kept = parts.flatMap(one => one.kept);
  return (
    <div className="hb-row">
      <Button loading={busy && news === null} onClick={() => void look()}>{t('news.look')}</Button>
      <span className="hb-small hb-muted">{t('news.hint')}</span>
      {news === null && <ProblemAlert error={error} />}
      <Modal
        open={news !== null} width={820} title={t('news.title')} okText={t('news.apply')} cancelText={t('common:action.back')} confirmLoading={busy} destroyOnHidden
        okButtonProps={{ disabled: changes.length + places.size === 0 }} onOk={() => void apply()} onCancel={() => setNews(null)}
      >
        <div className="hb-stack">
          <ProblemAlert error={error} />
          {changes.length === 0 && <p>{t('news.none')}</p>}
          {changes.length > 0 && <Listed title={t('news.changes', { count: changes.length })} items={changes} />}
          {kept.length > 0 && <Kept items={kept} chosen={places} onChoose={setPlaces} />}
        </div>
      </Modal>
    </div>
  );
}

const SHOWN = 60;

function Listed({ title, items }: { readonly title: string; readonly items: readonly Difference[] }) {
  const { t } = useTranslation('reports');
  return (
    <section>
      <h3>{title}</h3>
      <dl className="hb-plain-facts hb-report__scroll" tabIndex={0} role="group" aria-label={title}>
        {items.slice(0, SHOWN).map(one => (
          <div key={one.pointer}>
            <dt>{textOf(one.place)}</dt>
            <dd><DiffMark from={one.typed} to={one.platform} />{one.source && <span className="hb-small hb-muted"> {textOf(one.source)}</span>}</dd>
          </div>
        ))}
      </dl>
      {items.length > SHOWN && <p className="hb-muted">{t('news.more', { count: items.length - SHOWN })}</p>}
    </section>
  );
}

interface KeptProps {
  readonly items: readonly Difference[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (places: ReadonlySet<string>) => void;
}

/** What a person typed stays unless it is ticked. */
function Kept({ items, chosen, onChoose }: KeptProps) {
  const { t } = useTranslation('reports');
  const toggle = (place: string, on: boolean): void => onChoose(new Set(on ? [...chosen, place] : [...chosen].filter(one => one !== place)));
  return (
    <section>
      <h3>{t('news.kept', { count: items.length })}</h3>
      <ul className="hb-plain-list hb-stack hb-report__scroll" style={{ gap: 8 }} tabIndex={0} aria-label={t('news.kept', { count: items.length })}>
        {items.slice(0, SHOWN).map(one => (
          <li key={one.pointer}>
            <Checkbox checked={chosen.has(one.pointer)} onChange={event => toggle(one.pointer, event.target.checked)}>
              {t('news.take', { place: textOf(one.place), typed: one.typed ?? t('common:state.notFilled'), platform: one.platform ?? t('common:state.notFilled') })}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
