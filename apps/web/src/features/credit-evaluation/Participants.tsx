import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { FieldControl } from '@/shared/form/FieldControl';
import { OrganisationPicker, type Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { download } from '../market/download';
import { PARTICIPANTS, RULES, useChanged, YEARS, type Participant, type Year } from './model';

/** Who is on the list and why; computed, added and taken off. */
export function Participants({ year }: { readonly year: Year }) {
  const { t } = useTranslation('credit-evaluation');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const [leaving, setLeaving] = useState<Participant | null>(null);
  const [deciding, setDeciding] = useState<{ readonly row: Participant; readonly approved: boolean } | null>(null);
  const changed = useChanged();
  const mayRun = year.actions.includes('run');
  const may = year.actions.includes('list');
  const path = `${YEARS}/${year.id}/participants`;
  const columns: Column<Participant>[] = [
    { key: 'name', title: t('list.name'), sortBy: 'name', lead: true, render: row => row.subjectName },
    { key: 'industry', title: t('list.industry'), wideOnly: true, render: row => row.industryName ?? '—' },
    { key: 'town', title: t('list.town'), render: row => row.town ?? '—' },
    { key: 'why', title: t('participants.why'), render: row => <ul className="hb-evaluation__reasons">{row.reasons.map((one, nth) => <li key={nth}><strong>{english ? one.en : one.zh}</strong>：{one.words}</li>)}{row.removalAskedByName && row.removedAt === null && <li><StatusTag tone="warning">{t('participants.leaving')}</StatusTag> {row.removalAskedByName}：{row.removalAskedReason}</li>}{row.removedReason && <li><StatusTag tone="muted">{t('participants.removed')}</StatusTag> {row.removedReason}</li>}</ul> },
  ];
  return (
    <section className="hb-card hb-stack">
      <h2>{t('participants.title')}</h2>
      {may && <Adding year={year} />}
      <DataTable<Participant>
        caption={t('participants.title')}
        path={path}
        columns={columns}
        rowKey={row => row.id}
        rowLink={year.state === 'running' ? row => (row.evaluationId ? `${base}/credit-evaluations/${row.evaluationId}` : `${base}/credit/${row.subjectId}`) : undefined}
        rowActions={may ? row => row.removedAt === null && (row.removalAskedByName ? mayRun && <><Button size="small" onClick={() => setDeciding({ row, approved: true })}>{t('participants.removeYes')}</Button><Button size="small" onClick={() => setDeciding({ row, approved: false })}>{t('participants.removeNo')}</Button></> : <Button size="small" onClick={() => setLeaving(row)}>{t('participants.remove')}</Button>) : undefined}
        defaultSort="name"
        searchHint={t('participants.search')}
        filters={[
          { name: 'tab', label: t('participants.tab'), options: (['on', 'off'] as const).map(value => ({ value, label: t(`participants.${value}`) })) },
          { name: 'rule', label: t('participants.why'), options: RULES.map(value => ({ value, label: t(`rule.${value}`) })) },
          ...(year.towns.length > 0 ? [{ name: 'town', label: t('list.town'), options: year.towns.map(value => ({ value, label: value })) }] : []),
        ]}
        onExport={query => download(`${path}/export`, query, `${t('participants.title')}.xlsx`)}
        empty={<EmptyState title={t('participants.empty')}>{t('participants.emptyHint')}</EmptyState>}
      />
      <ConfirmAct open={leaving !== null} title={t('participants.ask', { name: leaving?.subjectName ?? '' })} act={t('participants.remove')} danger reason={{ label: t('participants.reason'), required: true }} onConfirm={async reason => { await rest('POST', `${PARTICIPANTS}/${leaving?.id ?? ''}/remove`, { body: { reason } }); await changed(); setLeaving(null); }} onClose={() => setLeaving(null)} />
      <ConfirmAct open={deciding !== null} title={t('participants.ask', { name: deciding?.row.subjectName ?? '' })} act={t(deciding?.approved ? 'participants.removeYes' : 'participants.removeNo')} danger={deciding?.approved ?? false} reason={{ label: t('participants.reason'), required: true }} onConfirm={async reason => { await rest('POST', `${PARTICIPANTS}/${deciding?.row.id ?? ''}/removal/decide`, { body: { approved: deciding?.approved, reason } }); await changed(); setDeciding(null); }} onClose={() => setDeciding(null)} />
    </section>
  );
}

const ENTERPRISE = 'evaluation-enterprise';

function Adding({ year }: { readonly year: Year }) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [said, setSaid] = useState<string | null>(null);
  const compute = async (): Promise<void> => {
    setProblem(null);
    try {
      const count = await rest<{ added: number; gone: number; kept: number; elsewhere: number }>('POST', `${YEARS}/${year.id}/compute-list`);
      setSaid(t('participants.computed', count));
      await changed();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const add = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${YEARS}/${year.id}/participants`, { body: { ...values, subjectId: chosen?.value } });
    await changed();
    setOpen(false);
  };
  return (
    <div className="hb-stack">
      <div className="hb-row hb-no-print">
        {year.state === 'listing' && <Button onClick={() => void compute()}>{t('participants.compute')}</Button>}
        {!open && <Button onClick={() => setOpen(true)}>{t('participants.add')}</Button>}
        <span role="status">{said}</span>
      </div>
      <ProblemAlert error={problem} />
      {open && <QuickForm fields={[{ name: 'reason', label: t('participants.addReason'), type: 'text', required: true, max: 500 }]} submit={t('participants.add')} onSubmit={add} control={FieldControl} extraErrors={() => (chosen ? [] : [{ message: t('participants.choose'), fieldId: ENTERPRISE }])} aside={<Button onClick={() => setOpen(false)}>{t('act.cancel')}</Button>}><OrganisationPicker id={ENTERPRISE} kinds={['enterprise']} label={t('objection.enterprise')} chosen={chosen} onChange={setChosen} /></QuickForm>}
    </div>
  );
}
