import { useQuery } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import { readPath } from '@/api/rest';
import { textOf, useLanguage, type Text } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { SummaryList } from '@/shared/ui/SummaryList';

type Schemas = components['schemas'];
interface Linked {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly to: string;
}

const WORDS: Readonly<Record<'title' | 'rectification' | 'penalty' | 'open', Text>> = { title: { zh: '后续办理', en: 'What followed' }, rectification: { zh: '整改', en: 'Rectification' }, penalty: { zh: '行政处罚', en: 'Penalty' }, open: { zh: '查看', en: 'Open' } };
const MOST = 50;

/** What went on from a visit, a rectification or a complaint: each with its link, for the bureau and for the party its own. */
export function FollowUps({ originId, rectifications = true }: { readonly originId: string; readonly rectifications?: boolean }) {
  const { base, can } = useSession();
  const english = useLanguage() === 'en';
  const isBureau = base.startsWith('/b/');
  const [ofRectifications, ofPenalties] = isBureau ? (['rectification.list', 'penalty.list'] as const) : (['own-rectification.list', 'own-penalty.list'] as const);
  const query = { originId, limit: String(MOST) };
  const mending = useQuery({ ...readPath<{ readonly items: readonly Schemas['RectificationItemView'][] }>(isBureau ? '/api/v1/rectifications' : '/api/v1/own-rectifications', query), enabled: rectifications && can(ofRectifications) });
  const penalties = useQuery({ ...readPath<{ readonly items: readonly (Schemas['PenaltyItemView'] | Schemas['OwnPenaltyItemView'])[] }>(isBureau ? '/api/v1/penalties' : '/api/v1/own-penalties', query), enabled: can(ofPenalties) });
  const stateOf = (one: Schemas['PenaltyItemView'] | Schemas['OwnPenaltyItemView']): string => ('stateZh' in one ? (english ? one.stateEn : one.stateZh) : '');
  const rows: readonly { readonly label: string; readonly found: readonly Linked[] }[] = [
    { label: textOf(WORDS.rectification), found: (mending.data?.items ?? []).map(one => ({ id: one.id, number: one.number, words: english ? one.stateEn : one.stateZh, to: `${base}/rectifications/${one.id}` })) },
    { label: textOf(WORDS.penalty), found: (penalties.data?.items ?? []).map(one => ({ id: one.id, number: one.number, words: [one.violationTitle, stateOf(one)].filter(Boolean).join(' · '), to: `${base}/penalties/${one.id}` })) },
  ];
  const shown = rows.filter(one => one.found.length > 0);
  if (shown.length === 0) return null;
  const value = (found: readonly Linked[]) => <ul className="hb-lines">{found.map(one => <li key={one.id}><AppLink to={one.to}>{one.number || textOf(WORDS.open)}</AppLink> <span className="hb-muted">{one.words}</span></li>)}</ul>;
  return <SummaryList groups={[{ title: textOf(WORDS.title), rows: shown.map(one => ({ label: one.label, value: value(one.found) })) }]} />;
}
