import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../ui/AppLink';
import { personOfField, visitsAtHand, type VisitAtHand } from './at-hand';

/** Where the network is gone: the visits of this person that open all the same. */
export function VisitsAtHand() {
  const { t } = useTranslation();
  const [visits, setVisits] = useState<readonly VisitAtHand[]>([]);
  useEffect(() => {
    const person = personOfField();
    if (person) void visitsAtHand(person).then(setVisits);
  }, []);
  if (visits.length === 0) return null;
  return (
    <section className="hb-stack">
      <h2>{t('offline.visits')}</h2>
      <ul className="hb-lines">{visits.map(one => <li key={one.to}><AppLink to={one.to}>{one.title}</AppLink> <span className="hb-small hb-muted">{one.lead}</span></li>)}</ul>
    </section>
  );
}
