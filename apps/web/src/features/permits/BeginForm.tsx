import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { useControl, type ControlProps } from '@/shared/form/control';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ProcedureFacts } from '../permit-guide/ProcedureFacts';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { JsonBegin } from '../copying/JsonBegin';
import { applicationsPath, type Application, type BusinessTypeRow, type SiteStanding } from './model';
import './permits.css';

interface BeginProps {
  readonly siteId: string;
  /** For a firm: whom it acts for. */
  readonly enterpriseId: string | undefined;
}

/** What is to be done with the site's permit: only what its standing allows, each with its purpose. */
export function BeginForm({ siteId, enterpriseId }: BeginProps) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const standing = useQuery(readPath<SiteStanding>(`${applicationsPath}/standing?siteId=${siteId}`));
  if (standing.error) return <ProblemAlert error={standing.error} />;
  if (!standing.data) return <Skeleton lines={4} />;
  const { openApplicationId } = standing.data;
  if (openApplicationId)
    return <Alert type="info" showIcon title={t('create.open')} action={<ButtonLink to={`${base}/permits/${openApplicationId}`}>{t('create.goOn')}</ButtonLink>} />;
  return <Types standing={standing.data} enterpriseId={enterpriseId} />;
}

function Types({ standing, enterpriseId }: { readonly standing: SiteStanding; readonly enterpriseId: string | undefined }) {
  const { t } = useTranslation('permits');
  const begin = useBegin(enterpriseId);
  const { siteId, types, permitNumber, validTo } = standing;
  const possible = useMemo(() => types.filter(type => type.possible), [types]);
  const control = useMemo(() => beginControl(possible), [possible]);
  const only = possible.length === 1 ? { businessType: possible[0]?.key } : {};
  const send = (values: Record<string, unknown>): Promise<void> => {
    const { businessType, occurredOn } = values as { businessType: string; occurredOn?: string };
    const triggers = values[`triggers_${businessType}`] as readonly string[] | undefined;
    return begin({ siteId, businessType, ...(triggers ? { triggers } : {}), ...(occurredOn ? { occurredOn } : {}) });
  };
  return (
    <>
      {permitNumber && <p>{t('create.standing', { number: permitNumber, day: validTo })}</p>}
      <Late standing={standing} />
      {!permitNumber && <p>{t('create.time')}</p>}
      <QuickForm fields={fieldsOf(possible, t)} initial={only} submit={t('create.submit')} onSubmit={send} control={control} />
      {!permitNumber && <JsonBegin siteId={siteId} enterpriseId={enterpriseId} />}
      <NotNow types={types.filter(type => !type.possible)} open={standing.standing === 'expired'} />
    </>
  );
}

/** A site that is not registered yet has no permit: only a first application can begin. */
export function NewSiteForm({ enterpriseId, sequence }: { readonly enterpriseId: string | undefined; readonly sequence: number }) {
  const { t } = useTranslation('permits');
  const begin = useBegin(enterpriseId);
  const fields: FieldSpec[] = [{ name: 'siteName', label: t('create.newSiteName'), type: 'text', max: 100, required: true }];
  return <QuickForm fields={fields} submit={t('create.submit')} onSubmit={values => begin({ siteSequence: sequence, siteName: values['siteName'] })} head={<p>{t('create.time')}</p>} />;
}

function useBegin(enterpriseId: string | undefined): (body: object) => Promise<void> {
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  return async body => {
    const application = await rest<Application>('POST', applicationsPath, { body: { ...body, ...(enterpriseId ? { enterpriseId } : {}) }, idempotencyKey: key });
    await navigate({ to: `${base}/permits/${application.id}` });
  };
}

/** The type, then its own cases, then the day where a number of days runs from it. */
function fieldsOf(types: readonly BusinessTypeRow[], t: (key: string) => string): FieldSpec[] {
  const dated = types.flatMap(type => {
    const keys = type.triggers.filter(one => one.withinDays !== undefined).map(one => one.key);
    return keys.length > 0 ? [{ field: `triggers_${type.key}`, in: keys }] : [];
  });
  return [
    { name: 'businessType', label: t('create.type'), type: 'select', required: true, options: types.map(type => ({ value: type.key, label: type.label })) },
    ...types.filter(type => type.triggers.length > 0).map((type): FieldSpec => {
      const when = { field: 'businessType', in: [type.key] };
      return { name: `triggers_${type.key}`, label: t('create.triggers'), type: 'multiselect', required: when, visibleWhen: when, options: type.triggers.map(one => ({ value: one.key, label: one.label })) };
    }),
    ...dated.slice(0, 1).map((when): FieldSpec => ({ name: 'occurredOn', label: t('create.occurredOn'), type: 'date', required: when, visibleWhen: when, help: t('create.occurredOnHelp') })),
  ];
}

/** The types as a list with what each is for; everything else as usual. */
function beginControl(types: readonly BusinessTypeRow[]) {
  return function Control(props: ControlProps) {
    return props.spec.name === 'businessType' ? <TypeChoice {...props} types={types} /> : <FieldControl {...props} />;
  };
}

function TypeChoice({ types, ...props }: ControlProps & { readonly types: readonly BusinessTypeRow[] }) {
  const { value, set, common } = useControl(props);
  const chosen = types.find(type => type.key === value);
  return (
    <>
      <Radio.Group id={common.id} className="hb-choices" value={value} aria-describedby={common['aria-describedby']} onChange={event => set(event.target.value as string)}>
        {types.map(type => (
          <Radio key={type.key} value={type.key}>
            <strong>{textOf(type.label)}</strong>
            <span className="hb-choices__what">{textOf(type.purpose)}</span>
            {type.remark && <span className="hb-choices__remark">{textOf(type.remark)}</span>}
          </Radio>
        ))}
      </Radio.Group>
      {chosen && (
        <div className="hb-choices__facts" role="status">
          <ProcedureFacts procedure={chosen} form occasions={false} />
        </div>
      )}
    </>
  );
}

/** A renewal that is late, or a permit that has ended: what the law says, before anything is chosen. */
function Late({ standing }: { readonly standing: SiteStanding }) {
  const { t } = useTranslation('permits');
  const renewal = standing.types.find(type => type.key === 'renew');
  const expired = standing.standing === 'expired';
  if (!renewal?.remark || !(expired || standing.renewalLate)) return null;
  return <Alert type={expired ? 'error' : 'warning'} showIcon title={t(expired ? 'create.expired' : 'create.late')} description={textOf(renewal.remark)} />;
}

function NotNow({ types, open }: { readonly types: readonly BusinessTypeRow[]; readonly open: boolean }) {
  const { t } = useTranslation('permits');
  if (types.length === 0) return null;
  return (
    <details open={open}>
      <summary>{t('create.notNow')}</summary>
      <dl className="hb-plain-facts">
        {types.map(type => (
          <div key={type.key}>
            <dt>{textOf(type.label)}</dt>
            <dd>{type.remark && textOf(type.remark)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
