import { useQueryClient } from '@tanstack/react-query';
import { App, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { rest } from '@/api/rest';
import type { Preferences } from '@/api/contract';
import { setLanguage, useLanguage, type Language } from '@/i18n';
import { Roles } from '@/areas/organisation/RoleText';
import { baseOf, useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { setDisplay, useDisplay, type Contrast, type TextSize } from '@/theme/display';

const NAME: FieldSpec = { name: 'name', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true, autoComplete: 'name', max: 50 };
const PHONE: FieldSpec = { name: 'phone', label: { zh: '手机', en: 'Phone' }, type: 'phone', autoComplete: 'tel' };

/** Who one is, how one wants to see things, and for whom one may act. */
export function ProfilePage() {
  const { t } = useTranslation('account');
  const { me } = useSession();
  return (
    <>
      <PageHeader title={t('profile.title')} lead={me.user.email} />
      <div className="hb-stack">
        <Details />
        <Display />
        <section className="hb-card">
          <h2>{t('profile.organisations')}</h2>
          {me.memberships.length === 0 && <p className="hb-muted">{t('profile.noOrganisations')}</p>}
          <ul className="hb-plain-list hb-stack">
            {me.memberships.map(membership => (
              <li key={membership.orgId}>
                <AppLink to={baseOf(membership)}>{membership.orgName}</AppLink>
                <p className="hb-small hb-muted"><Roles roles={membership.roles} /></p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Details() {
  const { t } = useTranslation('account');
  const { me } = useSession();
  const client = useQueryClient();
  const { message } = App.useApp();
  // The phone is shown masked; an empty field keeps it.
  const fields = [NAME, me.user.phone ? { ...PHONE, help: t('profile.phoneNow', { phone: me.user.phone }) } : PHONE];
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await call(api.PATCH('/api/v1/me', { body: { name: String(values['name']), ...(values['phone'] ? { phone: String(values['phone']) } : {}) } }));
    await client.invalidateQueries({ queryKey: ['/api/v1/me'] });
    void message.success(t('common:state.saved'));
  };
  return (
    <section className="hb-card">
      <h2>{t('profile.details')}</h2>
      <QuickForm fields={fields} initial={{ name: me.user.name }} submit={t('common:action.save')} onSubmit={save} />
    </section>
  );
}

/** The choice holds on this device in any case; the account only carries it to the next one. */
function remember(preferences: Preferences): void {
  void rest('PATCH', '/api/v1/me', { body: { preferences } }).catch(() => undefined);
}

function chooseLanguage(language: Language): void {
  void setLanguage(language);
  remember({ language });
}
function chooseSize(size: TextSize): void {
  setDisplay({ size });
  remember({ textSize: size });
}
function chooseContrast(contrast: Contrast): void {
  setDisplay({ contrast });
  remember({ contrast });
}

const LANGUAGES = [
  ['zh-CN', '中文'],
  ['en', 'English'],
] as const;

/** Applied at once. */
function Display() {
  const { t } = useTranslation('account');
  const { size, contrast } = useDisplay();
  const sizes = (['normal', 'large'] as const).map(key => [key, t(`display.${key}`)] as const);
  const contrasts = (['normal', 'high'] as const).map(key => [key, t(`display.${key}`)] as const);
  return (
    <section className="hb-card">
      <h2>{t('display.title')}</h2>
      <div className="hb-stack">
        <Choice<Language> label={t('display.language')} value={useLanguage()} options={LANGUAGES} onChange={chooseLanguage} />
        <Choice<TextSize> label={t('display.size')} value={size} options={sizes} onChange={chooseSize} />
        <Choice<Contrast> label={t('display.contrast')} value={contrast} options={contrasts} onChange={chooseContrast} />
      </div>
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <div>
      <p className="hb-field__label">{label}</p>
      <Radio.Group
        aria-label={label}
        optionType="button"
        value={value}
        options={options.map(([key, name]) => ({ value: key, label: name }))}
        onChange={event => onChange(event.target.value as T)}
      />
    </div>
  );
}
