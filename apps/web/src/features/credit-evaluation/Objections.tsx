import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { OBJECTIONS, type Evaluation } from './model';

type Objection = Evaluation['objections'][number];

/** What was objected in the publicity, and the answers. */
export function Objections({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('credit-evaluation');
  if (evaluation.objections.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('objection.title')}</h2>
      {evaluation.objections.map(one => <One key={one.id} objection={one} mayLook={evaluation.actions.includes('recheck')} />)}
    </section>
  );
}

function One({ objection, mayLook }: { readonly objection: Objection; readonly mayLook: boolean }) {
  const { t } = useTranslation('credit-evaluation');
  const [asked, setAsked] = useState(false);
  const [contact, setContact] = useState<{ name: string; phone: string } | null>(null);
  const look = async (reason: string): Promise<void> => {
    setContact(await rest('POST', `${OBJECTIONS}/${objection.id}/contact`, { body: { reason } }));
    setAsked(false);
  };
  return (
    <article className="hb-evaluation__indicator">
      <p><strong>{t(`objection.${objection.side}`)}</strong> {objection.byName} <span className="hb-small hb-muted"><span className="hb-num">{objection.number}</span> <DateText value={objection.madeAt} time /></span></p>
      <p className="hb-evaluation__words">{objection.words}</p>
      {objection.answer ? <p><StatusTag tone={objection.verdict === 'changed' ? 'warning' : 'done'}>{t(`verdict.${objection.verdict ?? 'kept'}`)}</StatusTag> <span className="hb-evaluation__words">{objection.answer}</span> <span className="hb-small hb-muted">{objection.answeredByName} {objection.answeredAt && <DateText value={objection.answeredAt} time />}</span></p> : <StatusTag tone="warning">{t('objection.open')}</StatusTag>}
      {contact ? <p>{contact.name} <span className="hb-num">{contact.phone}</span></p> : objection.hasContact && mayLook && <p><Button size="small" onClick={() => setAsked(true)}>{t('objection.contact')}</Button></p>}
      <ConfirmAct open={asked} title={t('objection.contact')} act={t('objection.look')} reason={{ label: t('objection.why'), required: true }} onConfirm={look} onClose={() => setAsked(false)}>{t('objection.recorded')}</ConfirmAct>
    </article>
  );
}
