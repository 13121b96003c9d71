import { beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '@/session/session';
import { answerGets } from '@/test/fake-fetch';
import { isSignedIn, isSignInNoted, noteSignedIn, setDraftOwner } from './draft';

describe('whose session it is', () => {
  beforeEach(() => localStorage.clear());

  it('is nobody before the server has said so, and that of another as soon as one signs in in any tab', () => {
    setDraftOwner('zhao');
    expect([isSignedIn('zhao'), isSignInNoted()]).toEqual([false, false]);
    noteSignedIn('zhao');
    expect([isSignedIn('zhao'), isSignedIn('qian')]).toEqual([true, false]);
    // another tab: the page of this one is still that of the first
    noteSignedIn(null);
    expect([isSignedIn('zhao'), isSignInNoted()]).toEqual([false, true]);
    noteSignedIn('qian');
    expect([isSignedIn('zhao'), isSignedIn('qian')]).toEqual([false, false]);
  });

  it('is said by each answer of the server about who is here', async () => {
    setDraftOwner('zhao');
    answerGets(() => ({ user: { id: 'zhao' }, memberships: [], permissions: {} }));
    await meQuery(null).queryFn({ signal: new AbortController().signal });
    expect(isSignedIn('zhao')).toBe(true);
  });
});
