import { describe, expect, it } from 'vitest';
import { isTurnOf, timelineFrom } from './case-parts';
import type { BallView, TimelineView } from './case.types';

const entry = (id: string, at: string): TimelineView => ({ id, at, text: { zh: id, en: id } }) as TimelineView;

describe('the log of a case', () => {
  it('is shown newest first, what happened in one moment too', () => {
    const happened = [entry('opened', '2026-11-29T01:00:00Z'), entry('decided', '2026-11-29T02:00:00Z'), entry('served', '2026-11-29T02:00:00Z')];
    expect(timelineFrom(happened).map(one => one.id)).toEqual(['served', 'decided', 'opened']);
  });
});

const held = (holder: string, role: string | null = null): BallView => ({ holder, role }) as BallView;
const approver = { userId: 'a', roles: ['bureau.approver'], isBureau: true, claimedBy: null };
const enterprise = { userId: 'e', roles: ['enterprise.admin'], isBureau: false, claimedBy: null };

describe('whose turn it is', () => {
  it.each([
    ['an officer who holds the post', held('bureau', 'bureau.approver'), approver, true],
    ['an officer of another post', held('bureau', 'bureau.enforcer'), approver, false],
    ['any officer, where no post is meant', held('bureau', 'bureau'), approver, true],
    ['who has claimed it', held('officer', 'bureau.approver'), { ...approver, claimedBy: 'a' }, true],
    ['a colleague of who has claimed it', held('officer', 'bureau.approver'), { ...approver, claimedBy: 'b' }, false],
    ['an officer, while the applicant is waited for', held('applicant'), approver, false],
    ['the applicant', held('applicant'), enterprise, true],
    ['the applicant whose firm acts for it', held('agent'), enterprise, true],
    ['the applicant, while the bureau is waited for', held('bureau', 'bureau.intake'), enterprise, false],
  ])('%s', (_who, ball, reader, expected) => {
    expect(isTurnOf(ball, reader)).toBe(expected);
  });
});
