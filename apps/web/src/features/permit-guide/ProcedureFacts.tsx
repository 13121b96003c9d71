import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { textOf } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import './permit-guide.css';

type Schemas = components['schemas'];
export type Procedure = Schemas['ProcedureView'];
export type Material = Schemas['MaterialView'];
type Trigger = Schemas['TriggerView'];

type Shown = Pick<Procedure, 'triggers' | 'materials' | 'clocks' | 'result'>;

/** Materials, clocks and result of one business, each with its article. `form`: the nineteen sections are part of it. */
export function ProcedureFacts({ procedure, form, occasions = true }: { readonly procedure: Shown; readonly form: boolean; readonly occasions?: boolean }) {
  const { t } = useTranslation('permit-guide');
  const { triggers, materials, clocks, result } = procedure;
  return (
    <dl className="hb-procedure">
      {occasions && triggers.length > 0 && (
        <div>
          <dt>{t('when')}</dt>
          <dd>
            <ul>
              {triggers.map(one => (
                <li key={one.key}>
                  {textOf(one.label)}
                  {one.withinDays !== undefined && `，${t('within', { count: one.withinDays })}`} <Basis article={one.article} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('materials')}</dt>
        <dd>
          <Materials materials={materials} triggers={triggers} form={form} />
        </dd>
      </div>
      {clocks.length > 0 && (
        <div>
          <dt>{t('clocks')}</dt>
          <dd>
            <ul>
              {clocks.map(one => (
                <li key={one.label.zh}>
                  {textOf(one.label)}：<strong>{one.days === 0 ? t('atOnce') : t(one.dayType === 'workday' ? 'workdays' : 'days', { count: one.days })}</strong> <Basis article={one.article} verified={one.verified} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('result')}</dt>
        <dd>{textOf(result)}</dd>
      </div>
    </dl>
  );
}

function Materials({ materials, triggers, form }: { readonly materials: readonly Material[]; readonly triggers: readonly Trigger[]; readonly form: boolean }) {
  const { t } = useTranslation('permit-guide');
  if (materials.length === 0 && !form) return <>{t('noMaterials')}</>;
  return (
    <ul>
      {form && <li>{t('online')}</li>}
      {materials.map(one => (
        <li key={one.kind}>
          <strong>{textOf(one.label)}</strong>（{needOf(one, triggers, t)}）{one.note && <span> {textOf(one.note)}</span>} <Basis article={one.article} verified={one.verified} />
        </li>
      ))}
    </ul>
  );
}

function needOf({ need, triggers: keys }: Material, triggers: readonly Trigger[], t: (key: string) => string): string {
  if (need !== 'when') return t(`need.${need}`);
  return `${t('need.when')}：${triggers.filter(one => keys.includes(one.key)).map(one => textOf(one.label)).join('、')}`;
}

/** The article; what nobody compared with the text says so. */
export function Basis({ article, verified = true }: { readonly article: string; readonly verified?: boolean }) {
  const { t } = useTranslation('permit-guide');
  return (
    <span className="hb-small hb-muted">
      {article} {!verified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}
    </span>
  );
}
