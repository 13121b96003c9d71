import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DateText } from '@/shared/ui/values';
import { COMPLAINTS, useComplaintsChanged, type Complaint, type ComplaintLink } from './model';

function Line({ one, children }: { readonly one: ComplaintLink; readonly children?: ReactNode }) {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  return (
    <li className="hb-row">
      <AppLink to={`${base}/complaints/${one.id}`}>{one.number} {one.place}</AppLink>
      <span className="hb-small hb-muted"><DateText value={one.receivedAt} /> {english ? one.stateEn : one.stateZh}{one.satisfaction && ` · ${t(`satisfaction.${one.satisfaction}`)} ${one.ratingWords ?? ''}`}</span>
      {children}
    </li>
  );
}

/** The one it was merged into, and those that were merged into it. */
export function LinkedOnes({ complaint: { parent, children } }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  if (!parent && children.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      {parent && <><h2>{t('page.parent')}</h2><ul className="hb-plain-list"><Line one={parent} /></ul></>}
      {children.length > 0 && <><h2>{t('page.children', { count: children.length })}</h2><ul className="hb-plain-list">{children.map(one => <Line key={one.id} one={one} />)}</ul></>}
    </section>
  );
}

/** Of the same kind, lately and near by. A person says whether they are one. */
export function Alike({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const changed = useComplaintsChanged();
  const [into, setInto] = useState<ComplaintLink | null>(null);
  if (complaint.alike.length === 0) return null;
  const merge = async (): Promise<void> => {
    await rest('POST', `${COMPLAINTS}/${complaint.id}/merge`, { body: { parentId: into?.id }, version: complaint.version });
    await changed();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('page.alike')}</h2>
      <p className="hb-muted">{t('page.alikeLead')}</p>
      <ul className="hb-plain-list">
        {complaint.alike.map(one => (
          <Line key={one.id} one={one}>
            <span className="hb-small">{one.metres === null ? t('page.sameWords') : t('page.metres', { metres: one.metres })}</span>
            {complaint.actions.includes('merge') && <Button size="small" onClick={() => setInto(one)} aria-label={`${t('page.merge')} ${one.number}`}>{t('page.merge')}</Button>}
          </Line>
        ))}
      </ul>
      <ConfirmAct open={into !== null} title={t('page.mergeTitle', { number: into?.number })} act={t('page.merge')} onConfirm={merge} onClose={() => setInto(null)}>{t('page.mergeText')}</ConfirmAct>
    </section>
  );
}
