import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { type Proof, proofBody, SERVICE_METHODS, ServiceProof } from '@/shared/ui/ServiceProof';
import { DateText } from '@/shared/ui/values';
import { useChanged } from './model';
import type { About } from './parts';

type Paper = About['case']['notices'][number];

/** For a party that did not agree to be served here. What goes with a decision is served with it. */
const isToServe = ({ kind, servedAt }: Paper): boolean => servedAt === null && (kind === 'decision' || kind === 'withdrawal');

/** Papers with their numbers; a paper that is still being drawn says so. The bureau records here that one was served. */
export function Papers({ about }: { readonly about: About }) {
  const { t } = useTranslation('credit-repair');
  const [serving, setServing] = useState<Paper | null>(null);
  const { notices, actions } = about.case;
  const mayServe = actions.includes('case.serve-notice');
  if (notices.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('page.papers')}</h2>
      <ul className="hb-lines">
        {notices.map(paper => (
          <li key={paper.id}>
            {paper.fileId ? <a href={`/api/v1/files/${paper.fileId}/content`}>{paper.title}</a> : paper.title} <span className="hb-small hb-muted">{paper.number} · <DateText value={paper.issuedOn} />{paper.servedAt && ` · ${t('page.served')}`}{!paper.fileId && ` · ${t('page.drawing')}`}</span>
            {mayServe && isToServe(paper) && serving === null && <> <Button size="small" aria-label={t('serve.of', { title: paper.title })} onClick={() => setServing(paper)}>{t('serve.act')}</Button></>}
          </li>
        ))}
      </ul>
      {serving && <Serving key={serving.id} paper={serving} onDone={() => setServing(null)} />}
    </section>
  );
}

/** 登记送达: how, to whom, when. */
function Serving({ paper, onDone }: { readonly paper: Paper; readonly onDone: () => void }) {
  const { t } = useTranslation('credit-repair');
  const changed = useChanged();
  const [proof, setProof] = useState<Proof>({ proofFileId: null, consentFileId: null });
  const fields: FieldSpec[] = [
    { name: 'method', label: t('serve.method'), type: 'select', required: true, options: SERVICE_METHODS.map(value => ({ value, label: t(`common:service.methods.${value}`) })) },
    { name: 'receivedBy', label: t('serve.receivedBy'), type: 'text', required: true, max: 100 },
    { name: 'servedOn', label: t('serve.servedOn'), type: 'date', required: true },
  ];
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `/api/v1/notices/${paper.id}/serve`, { body: { ...values, ...proofBody(proof) } });
    await changed();
    onDone();
  };
  return (
    <div className="hb-stack">
      <h3>{t('serve.of', { title: paper.title })}</h3>
      <ServiceProof caseId={paper.caseId} onChange={setProof} />
      <QuickForm fields={fields} submit={t('serve.act')} onSubmit={send} control={FieldControl} head={<p className="hb-small hb-muted">{t(paper.kind === 'withdrawal' ? 'serve.withdrawalMeans' : 'serve.means')}</p>} aside={<Button onClick={onDone}>{t('act.cancel')}</Button>} />
    </div>
  );
}
