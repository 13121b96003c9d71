import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '@/shared/form/field';
import { OrganisationPicker, type Chosen } from '@/shared/form/OrganisationPicker';

export const outside = { field: 'where', in: ['outside'] };

/** Whom it is directed at: picked on the platform, or named. `t` speaks the texts of penalties. */
export const partyFields = (t: TFunction<'penalties'>): FieldSpec[] => [
  { name: 'where', label: t('party'), type: 'select', required: true, options: [{ value: 'platform', label: t('new.platform') }, { value: 'outside', label: t('new.outside') }] },
  { name: 'partyKind', label: t('new.partyKind'), type: 'select', visibleWhen: outside, required: outside, options: [{ value: 'unit', label: t('new.unit') }, { value: 'person', label: t('new.person') }] },
  { name: 'partyName', label: t('new.partyName'), type: 'text', visibleWhen: outside, required: outside, max: 100 },
  { name: 'partyCode', label: t('new.partyCode'), type: 'text', visibleWhen: outside, required: outside, max: 18, help: t('new.codeHelp') },
];

/** The party where it is on the platform: an enterprise or a firm. */
export function PartyPicker({ chosen, onChange }: { readonly chosen: Chosen | null; readonly onChange: (chosen: Chosen | null) => void }) {
  const { t } = useTranslation('penalties');
  return <OrganisationPicker id="penalty-party" kinds={['enterprise', 'firm']} label={t('new.pick')} chosen={chosen} onChange={onChange} />;
}
