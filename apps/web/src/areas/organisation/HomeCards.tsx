import { SearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { deskPanels } from '@/app/desk';
import { GROUPS, navigation, type NavEntry } from '@/app/navigation';
import { textOf } from '@/i18n';
import { AREA_OF, useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { OPEN_RECORDS } from './open-records';
import './organisation.css';

/** First page of an area: what waits for the person, then the ways in. */
export function HomeCards() {
  const { t } = useTranslation('organisation');
  const { me, organisation, can } = useSession();
  if (!organisation) return null;
  const area = AREA_OF[organisation.orgKind];
  const entries = navigation.filter(entry => entry.area === area && entry.to !== '' && (!entry.action || can(entry.action)));
  const panels = deskPanels.filter(each => each.area === area && (!each.action || can(each.action)));
  return (
    <>
      <PageHeader title={t('home.title', { name: me.user.name })} lead={t(`home.lead.${organisation.orgKind}`)} />
      {panels.length > 0 && (
        <div className="hb-stack" style={{ marginBottom: 28 }}>
          {panels.map((each, index) => (
            <each.panel key={index} />
          ))}
        </div>
      )}
      {OPEN_RECORDS[organisation.orgKind] && <div className="hb-home-grid">
        {OPEN_RECORDS[organisation.orgKind]?.map(record => (
          <section key={record.to} className="hb-home-card">
            <span className="hb-home-card__icon" aria-hidden>
              <SearchOutlined />
            </span>
            <h2>
              <AppLink to={record.to}>{textOf(record.label)}</AppLink>
            </h2>
            <p className="hb-muted">{textOf(record.hint)}</p>
          </section>
        ))}
      </div>}
      {GROUPS.map(({ key, label }) => (
        <Ways key={key} title={textOf(label)} entries={entries.filter(entry => entry.group === key)} />
      ))}
    </>
  );
}

/** The ways in of one group. */
function Ways({ title, entries }: { readonly title: string; readonly entries: readonly NavEntry[] }) {
  const { base } = useSession();
  if (entries.length === 0) return null;
  return (
    <section className="hb-home-group">
      <h2>{title}</h2>
      <div className="hb-home-grid">
        {entries.map(entry => (
          <div key={entry.to} className="hb-home-card">
            <span className="hb-home-card__icon" aria-hidden>
              {entry.icon}
            </span>
            <h3>
              <AppLink to={base + entry.to}>{textOf(entry.label)}</AppLink>
            </h3>
            {entry.hint && <p className="hb-muted">{textOf(entry.hint)}</p>}
          </div>
        ))}
      </div>
    </section>
  );
}
