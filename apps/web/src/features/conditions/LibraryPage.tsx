import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './conditions.css';
import { libraryPath, STATE_TONES, type LibraryCondition, type LibraryDetail } from './model';
import { useDutyWords } from './use-duty-words';
import { WordDiff } from './WordDiff';

/** One condition of the library with its versions and what changed between them. */
export function LibraryPage() {
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const found = useQuery(readPath<LibraryDetail>(`${libraryPath}/${code}`));
  if (found.error) return <RouteErrorPage error={found.error} />;
  if (!found.data) return <PageSkeleton />;
  return <Whole detail={found.data} />;
}

function Whole({ detail }: { readonly detail: LibraryDetail }) {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const { current } = detail;
  return (
    <>
      <PageHeader
        title={current.title}
        back={{ to: `${base}/conditions`, label: t('library.title') }}
        tags={<><StatusTag tone={STATE_TONES[current.state]}>{t(`state.${current.state}`)}</StatusTag><StatusTag tone={current.verified ? 'success' : 'warning'}>{t(current.verified ? 'verified' : 'unverified')}</StatusTag></>}
        actions={<Acts detail={detail} />}
      />
      <div className="hb-stack">
        {!current.verified && <Alert type="warning" showIcon title={t('library.unverifiedHint')} />}
        <Facts row={current} permits={detail.permits} />
        <Versions versions={detail.versions} />
      </div>
    </>
  );
}

function Acts({ detail }: { readonly detail: LibraryDetail }) {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { current, actions } = detail;
  if (!actions.includes('condition.edit')) return null;
  const retire = async (reason: string): Promise<void> => {
    await rest('POST', `${libraryPath}/${current.code}/retire`, { body: { reason }, version: current.version });
    await queries.invalidateQueries();
  };
  return (
    <>
      <ButtonLink to={`${base}/conditions/${current.code}/revise`} kind="primary">{t('library.revise')}</ButtonLink>
      {current.effectiveTo === null && <Button danger onClick={() => setOpen(true)}>{t('library.retire')}</Button>}
      <ConfirmAct open={open} danger title={t('library.retireTitle', { title: current.title })} act={t('library.retire')} reason={{ label: t('library.retireReason'), required: true }} onConfirm={retire} onClose={() => setOpen(false)}>{t('library.retireText', { count: detail.permits })}</ConfirmAct>
    </>
  );
}

function Facts({ row, permits }: { readonly row: LibraryCondition; readonly permits: number }) {
  const { t } = useTranslation('conditions');
  const words = useDutyWords();
  const rows = [
    { label: t('column.code'), value: <span className="hb-num">{row.code} · {t('version', { number: row.version })}</span> },
    { label: t('column.kind'), value: t(`kind.${row.kind}`) },
    { label: t('column.subject'), value: t(`subject.${row.subject}`) },
    { label: t('column.text'), value: <span className="hb-conditions__text">{row.text}</span> },
    ...(row.parameters.length > 0 ? [{ label: t('column.parameters'), value: row.parameters.map(one => `${one.label}{${one.name}}${one.unit ? `（${one.unit}）` : ''}${one.options.length > 0 ? `：${one.options.join('、')}` : ''}`).join('；') }] : []),
    { label: t('column.duty'), value: row.duty ? words(row.duty) : t('noDuty') },
    { label: t('column.basis'), value: row.legalBasis },
    { label: t('column.from'), value: <><DateText value={row.effectiveFrom} />{row.effectiveTo && <> — {t('until')} <DateText value={row.effectiveTo} /></>}</> },
    ...(row.retiredReason ? [{ label: t('library.retireReason'), value: row.retiredReason }] : []),
    { label: t('library.permits'), value: t('library.permitsCount', { count: permits }) },
  ];
  return <SummaryList groups={[{ title: t('library.facts'), rows }]} />;
}

/** Any two versions side by side; the newest and the one before to begin with. The address keeps the choice. */
function Versions({ versions }: { readonly versions: readonly LibraryCondition[] }) {
  const { t } = useTranslation('conditions');
  const id = useId();
  const words = useDutyWords();
  const search = useSearch({ strict: false }) as { from?: string; to?: string };
  const [pair, setPair] = useState<readonly [number, number]>([Number(search.from) || (versions[1]?.version ?? 1), Number(search.to) || (versions[0]?.version ?? 1)]);
  const [before, after] = [versions.find(one => one.version === pair[0]), versions.find(one => one.version === pair[1])];
  const options = versions.map(one => ({ value: one.version, label: t('versionFrom', { number: one.version, day: one.effectiveFrom }) }));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('versions.title')}</h2>
      <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
        {versions.map(one => (
          <li key={one.id}>
            <strong>{t('versionFrom', { number: one.version, day: one.effectiveFrom })}</strong> <StatusTag tone={STATE_TONES[one.state]}>{t(`state.${one.state}`)}</StatusTag> {one.changeNote} <span className="hb-muted">{one.createdByName} <DateText value={String(one.createdAt)} time /></span>
          </li>
        ))}
      </ul>
      {versions.length > 1 && (
        <div className="hb-row">
          <label htmlFor={`${id}-from`}>{t('versions.from')}</label>
          <Select id={`${id}-from`} value={pair[0]} options={options} onChange={value => setPair([value, pair[1]])} style={{ minWidth: 200 }} />
          <label htmlFor={`${id}-to`}>{t('versions.to')}</label>
          <Select id={`${id}-to`} value={pair[1]} options={options} onChange={value => setPair([pair[0], value])} style={{ minWidth: 200 }} />
        </div>
      )}
      {versions.length > 1 && before && after && (
        <dl className="hb-plain-facts">
          {([['column.title', before.title, after.title], ['column.text', before.text, after.text], ['column.duty', before.duty ? words(before.duty) : t('noDuty'), after.duty ? words(after.duty) : t('noDuty')], ['column.basis', before.legalBasis, after.legalBasis]] as const)
            .filter(([, was, is]) => was !== is)
            .map(([label, was, is]) => <div key={label}><dt>{t(label)}</dt><dd><WordDiff before={was} after={is} /></dd></div>)}
        </dl>
      )}
      {versions.length === 1 && <p className="hb-muted">{t('versions.one')}</p>}
    </section>
  );
}
