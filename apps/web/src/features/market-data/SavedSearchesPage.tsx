import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { DateText } from '@/shared/ui/values';
import { KINDS, STAGES } from '../market/model';
import './market-data.css';
import { searchesPath, type SavedSearch } from './model';

type Words = ReturnType<typeof useTranslation<'market-data'>>['t'];

/** The conditions in words. */
function conditionsOf({ kind, stage, q }: Pick<SavedSearch, 'kind' | 'stage' | 'q'>, t: Words): string {
  const word = (list: readonly { readonly value: string; readonly label: { readonly zh: string; readonly en: string } }[], value: string | null): string[] => list.filter(each => each.value === value).map(each => textOf(each.label));
  const parts = [...word(KINDS, kind), ...word(STAGES, stage), ...(q ? [t('searches.words', { words: q })] : [])];
  return parts.length > 0 ? parts.join(' · ') : t('searches.everything');
}

/** Searches the firm keeps: run them again, switch alerts on and off, throw them away. */
export function SavedSearchesPage() {
  const { t } = useTranslation('market-data');
  const { base } = useSession();
  const client = useQueryClient();
  const list = useQuery(readPath<readonly SavedSearch[]>(searchesPath));
  if (list.isPending) return <PageSkeleton />;
  if (list.error) return <RouteErrorPage error={list.error} onRetry={() => void list.refetch()} />;
  const reload = (): Promise<void> => client.invalidateQueries({ predicate: query => query.queryKey[0] === searchesPath });
  return (
    <>
      <PageHeader title={t('searches.title')} lead={t('searches.lead')} actions={<ButtonLink to={`${base}/tasks`} kind="primary">{t('searches.find')}</ButtonLink>} />
      {list.data.length === 0 ? <EmptyState title={t('searches.empty')}>{t('searches.emptyHint')}</EmptyState> : <ul className="hb-searches">{list.data.map(search => <Line key={search.id} search={search} onChanged={reload} />)}</ul>}
    </>
  );
}

function Line({ search, onChanged }: { readonly search: SavedSearch; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation('market-data');
  const { base } = useSession();
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const words = new URLSearchParams(Object.entries({ kind: search.kind, stage: search.stage, q: search.q }).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))).toString();
  const turn = async (alerts: boolean): Promise<void> => {
    try {
      setError(null);
      await rest('PATCH', `${searchesPath}/${search.id}`, { body: { alerts }, version: search.version });
      await onChanged();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <li className="hb-card">
      <div className="hb-searches__row">
        <div>
          <AppLink to={`${base}/tasks${words ? `?${words}` : ''}`}><strong>{search.name}</strong></AppLink>
          <div className="hb-muted">{conditionsOf(search, t)}</div>
          <div className="hb-small hb-muted">{search.createdByName} · <DateText value={search.createdAt} /></div>
        </div>
        <span className="hb-row">
          <label className="hb-row">
            <Switch checked={search.alerts} onChange={alerts => void turn(alerts)} aria-label={t('searches.alertOf', { name: search.name })} />
            <span>{t(search.alerts ? 'searches.on' : 'searches.off')}</span>
          </label>
          <Button onClick={() => setLeaving(true)} aria-label={t('searches.removeOf', { name: search.name })}>{t('searches.remove')}</Button>
        </span>
      </div>
      {error !== null && <ProblemAlert error={error} />}
      <ConfirmAct open={leaving} danger title={t('searches.removeTitle', { name: search.name })} act={t('searches.remove')} onConfirm={async () => { await rest('DELETE', `${searchesPath}/${search.id}`); await onChanged(); }} onClose={() => setLeaving(false)}>
        <p>{t('searches.removeMeans')}</p>
      </ConfirmAct>
    </li>
  );
}
