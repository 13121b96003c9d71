import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import type { Me } from '@/api/contract';
import { isProblem, ProblemError } from '@/api/problem';
import { setCurrentOrganisation } from '@/api/transport';
import { isUnreachable, meKey, personOfField, settleAtHand, takeAtHand } from '@/shared/field/at-hand';
import { isSignInNoted, noteSignedIn, setDraftOwner } from '@/shared/form/draft';
import { AREA_OF, baseOf, meQuery, rememberOrganisation } from './session';

/** Loads who is signed in, or leads to the sign-in page and back again. */
export async function requireSession(client: QueryClient, href: string, orgId: string | null): Promise<Me> {
  setCurrentOrganisation(orgId);
  try {
    // whose visits open off the net is not asked three times first
    const me = await client.ensureQueryData({ ...meQuery(orgId), ...(personOfField() === null ? {} : { retry: false }) });
    setDraftOwner(me.user.id);
    await settleAtHand(me.user.id);
    return me;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) throw redirect({ to: '/login', search: { next: href } });
    const known = isUnreachable(error) ? await whoOffTheNet(client, orgId) : null;
    if (known) return known;
    // A foreign organisation answers 404 or 403: say so on a page instead of in a field.
    if (isProblem(error) && (error.status === 403 || error.status === 404)) throw notYours();
    throw error;
  }
}

/** Off the net the person of the field goes on with what this device knows; the server is asked as soon as it can be. */
async function whoOffTheNet(client: QueryClient, orgId: string | null): Promise<Me | null> {
  const person = personOfField();
  const kept = person === null ? undefined : await takeAtHand<Me>(person, meKey(orgId));
  if (!kept) return null;
  client.setQueryData(meQuery(orgId).queryKey, kept.value, { updatedAt: 0 });
  setDraftOwner(kept.value.user.id);
  // only where no tab has said it: an answer of the server counts for more than what was kept
  if (!isSignInNoted()) noteSignedIn(kept.value.user.id);
  return kept.value;
}

/** Lets only members in; a link into the right organisation but the wrong area is corrected. */
export async function requireMember(client: QueryClient, href: string, place: { area: 'e' | 'f' | 'b' | 'k'; orgId: string }): Promise<void> {
  const me = await requireSession(client, href, place.orgId);
  const membership = me.memberships.find(each => each.orgId === place.orgId);
  if (!membership) throw notYours();
  if (AREA_OF[membership.orgKind] !== place.area) throw redirect({ href: baseOf(membership) });
  rememberOrganisation(place.orgId);
}

const notYours = (): ProblemError =>
  new ProblemError(403, 'organisation.not-yours', {
    zh: '您不是这个单位的成员。请进入您自己的工作台，或请该单位管理员邀请您',
    en: 'You are not a member of this organisation. Go to your own desk, or ask its administrator to invite you.',
  });
