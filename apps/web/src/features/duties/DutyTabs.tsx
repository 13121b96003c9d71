import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import '@/shared/ui/tab-links.css';

type Place = 'calendar' | 'list' | 'stoppages' | 'enforcement' | 'feeds';
const TO: Readonly<Record<Place, string>> = { calendar: '/duties/calendar', list: '/duties', stoppages: '/stoppages', enforcement: '/duty-enforcement', feeds: '/duties/feeds' };

/** The pages about what comes after the permit, for whom they are. */
export function DutyTabs({ active }: { readonly active: Place }) {
  const { t } = useTranslation('duties');
  const { base, can } = useSession();
  const places: Place[] = ['calendar', 'list', 'stoppages', ...(can('duty.enforcement') ? (['enforcement'] as const) : []), ...(can('duty.feed') ? (['feeds'] as const) : [])];
  return (
    <nav aria-label={t('tabs.label')} className="hb-tab-links hb-no-print">
      <ul>
        {places.map(place => (
          <li key={place}>
            <AppLink to={`${base}${TO[place]}`} aria-current={place === active ? 'page' : undefined}>{t(`tabs.${place}`)}</AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
