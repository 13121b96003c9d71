import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { DateText, DiffMark } from '@/shared/ui/values';
import { ConditionDifferences } from '../conditions/ConditionDifferences';
import { registerPath, type Differences, type PublicPermit, type Version } from './model';

/** Each version the permit ever had, and what it changed, in words. */
export function Versions({ permit }: { readonly permit: PublicPermit }) {
  const { t } = useTranslation('register');
  const versions = useQuery({ ...readPath<Version[]>(`${registerPath}/${permit.id}/versions`), staleTime: 0 });
  const [open, setOpen] = useState<number | null>(null);
  return (
    <section className="hb-card hb-stack">
      <h2>{t('versions.title')}</h2>
      <ProblemAlert error={versions.error} />
      <ol className="hb-plain-list hb-stack" reversed>
        {versions.data?.map(one => (
          <li key={one.number} className="hb-stack">
            <div className="hb-row">
              <strong>{t('versions.number', { number: one.number })}</strong>
              <span>{t(`business.${one.businessType}`, { defaultValue: one.businessType })}</span>
              <span>{t('versions.since')} <DateText value={one.effectiveFrom} /></span>
              {one.certificateReady && <a href={`${registerPath}/${permit.id}/certificate?version=${one.number}`}>{t('check.download')}</a>}
              {one.number > 1 && (
                <Button size="small" aria-expanded={open === one.number} onClick={() => setOpen(open === one.number ? null : one.number)}>
                  {t('versions.compare', { number: one.number - 1 })}
                </Button>
              )}
            </div>
            {open === one.number && <Changes permitId={permit.id} version={one.number} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ permitId, version }: { readonly permitId: string; readonly version: number }) {
  const { t } = useTranslation('register');
  const changes = useQuery({ ...readPath<Differences>(`${registerPath}/${permitId}/changes`, { from: version - 1, to: version }), staleTime: 0 });
  if (changes.error) return <ProblemAlert error={changes.error} />;
  if (!changes.data) return <Skeleton lines={3} />;
  const { items, conditions, withheld } = changes.data;
  return (
    <div>
      {items.length + conditions.length === 0 && <p className="hb-muted">{t('versions.same')}</p>}
      <dl className="hb-plain-facts">
        {items.map((one, index) => (
          <div key={index}>
            <dt>{textOf(one.place)}</dt>
            <dd>{one.kind === 'changed' ? <DiffMark from={one.before} to={one.after} /> : <Row kind={one.kind} words={one.kind === 'added' ? one.after : one.before} />}</dd>
          </div>
        ))}
      </dl>
      {conditions.length > 0 && <><h3>{t('laid.conditions')}</h3><ConditionDifferences differences={conditions} /></>}
      {withheld.length > 0 && <p className="hb-muted">{t('check.withheld')}{withheld.join('、')}</p>}
    </div>
  );
}

function Row({ kind, words }: { readonly kind: 'added' | 'removed'; readonly words: string }) {
  const { t } = useTranslation('register');
  return (
    <span>
      <span className={`hb-tag hb-tag--${kind === 'added' ? 'success' : 'danger'}`}>{t(`versions.${kind}`)}</span> {kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
    </span>
  );
}
