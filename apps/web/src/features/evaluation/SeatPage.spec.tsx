import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderAt } from '@/test/render';
import type { SeatPage as Page, Score } from './model';
import { SeatPage } from './SeatPage';

const AT = '2026-11-23T08:00:00.000Z';
const HANDED_IN = '已提交。全部成员提交前还可以修改';
const SAVED = '已保存，尚未提交';
const REFUSED = { status: 409, code: 'evaluation.held', zh: '投诉处理期间评审暂停', en: 'Held.' };

interface Body {
  readonly scores?: Score[];
  readonly votes?: Page['review']['votes'];
  readonly handIn: boolean;
}

const json = (body: object, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 300 ? 'application/json' : 'application/problem+json' } });

const pageIn = (evaluationState: string): Page => ({
  nth: 1, name: '专家甲', state: 'accepted', evaluationState, taskTitle: '监测', enterpriseName: '一厂', description: '', requirements: '', scoringDueAt: null, rescoring: [], isBound: false, outcome: null, competition: null,
  plan: { committeeSize: 5, representatives: 1, specialties: [], scoringDays: 3, conditions: [], criteria: [{ id: 'c1', name: '方案', guide: '', max: 10 }], formula: { kind: 'lowest' }, priceWeight: 90 },
  bids: Array.from({ length: 10 }, (_, nth) => ({ bidId: `b${nth}`, firmName: `机构${nth + 1}`, priceYuan: '1.00', durationDays: 1, proposal: '', files: [], enquiry: null, facts: [] })),
  review: { votes: [], savedAt: null, handedInAt: null }, sheet: null, savedAt: null, handedInAt: null,
}) as unknown as Page;

/** What the API does with a save: it stands as sent, and is handed in only when it says so. */
function after(page: Page, { scores, votes, handIn }: Body): Page {
  const at = { savedAt: AT, handedInAt: handIn ? AT : null };
  return votes ? { ...page, review: { votes, ...at } } : { ...page, sheet: { seat: 1, scores: scores ?? [], priceVotes: [], comment: '' }, ...at };
}

/** A server of one seat; its answers to saves can be held back, and the next one refused. */
function serve(state: string) {
  let page = pageIn(state);
  let gate = Promise.resolve();
  let refusal: object | null = null;
  const puts: Body[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return json(page);
    const body = await request.json() as Body;
    puts.push(body);
    await gate;
    const refused = refusal;
    refusal = null;
    if (refused) return json(refused, 409);
    page = after(page, body);
    return json(page);
  });
  return {
    puts,
    hold: (): (() => void) => {
      let release = (): void => undefined;
      gate = new Promise(open => (release = open));
      return release;
    },
    refuseNext: (): void => void (refusal = REFUSED),
  };
}

function Visit() {
  const [here, setHere] = useState(true);
  return <><button onClick={() => setHere(!here)}>{here ? '离开' : '返回'}</button>{here && <SeatPage />}</>;
}

beforeEach(() => void (location.hash = '#token'));
afterEach(() => {
  vi.unstubAllGlobals();
  location.hash = '';
});

describe.each([
  { form: 'sheet', state: 'scoring', field: (nth: number) => `score-b${nth}_c1`, handIn: '提交评分', given: (body?: Body) => body?.scores?.map(one => [one.bidId, one.score]) },
  { form: 'review', state: 'checking', field: (nth: number) => `review-b${nth}`, handIn: '提交审查意见', given: (body?: Body) => body?.votes?.map(one => [one.bidId, one.reason]) },
])('the $form of many bids', ({ state, field, handIn, given }) => {
  const user = userEvent.setup();
  const input = (nth: number): Promise<HTMLInputElement> => waitFor(() => {
    const found = document.getElementById(field(nth));
    expect(found).not.toBeNull();
    return found as HTMLInputElement;
  });
  const type = async (nth: number, text: string): Promise<void> => user.type(await input(nth), text);
  const press = (name: string): Promise<void> => user.click(screen.getByRole('button', { name }));
  const begin = async () => {
    const server = serve(state);
    await renderAt(<Visit />);
    return server;
  };

  it('begins with what is saved when one comes back to it, and saves nothing older over it', async () => {
    const { puts } = await begin();
    await type(0, '8');
    await press('下一家');
    await screen.findByText(SAVED);
    await press('离开');
    await press('返回');
    expect(await input(0)).toHaveValue('8');
    await press('下一家');
    await type(1, '9');
    await press('下一家');
    await waitFor(() => expect(given(puts[1])).toEqual([['b0', '8'], ['b1', '9']]));
  });

  it('says that it is no longer handed in once a correction was saved by moving on', async () => {
    const { puts } = await begin();
    await type(0, '8');
    await press(handIn);
    expect(await screen.findByText(HANDED_IN)).toBeVisible();
    await press('下一家');
    expect(puts).toHaveLength(1);
    await type(1, '9');
    await press('下一家');
    expect(await screen.findByText(SAVED)).toBeVisible();
    expect(screen.queryByText(HANDED_IN)).toBeNull();
  });

  it('keeps what is typed while a save is under way as unsaved, and saves it with the next move', async () => {
    const { puts, hold } = await begin();
    const release = hold();
    await type(0, '8');
    await press('下一家');
    await type(1, '9');
    release();
    await new Promise(wait => setTimeout(wait, 50));
    expect(screen.queryByText(SAVED)).toBeNull();
    await press('下一家');
    expect(await screen.findByText(SAVED)).toBeVisible();
    expect(puts.map(given)).toEqual([[['b0', '8']], [['b0', '8'], ['b1', '9']]]);
  });

  it('hands in only after the save that is under way, and sends nothing behind the hand-in that would take it back', async () => {
    const { puts, hold } = await begin();
    const release = hold();
    await type(0, '8');
    await press('下一家');
    await type(1, '9');
    await press(handIn);
    await press('下一家');
    await waitFor(() => expect(puts).toHaveLength(1));
    release();
    expect(await screen.findByText(HANDED_IN)).toBeVisible();
    expect(puts.map(one => one.handIn)).toEqual([false, true]);
  });

  it('says that a save was refused, tries again with the next move, and takes the message away when it went through', async () => {
    const { puts, refuseNext } = await begin();
    refuseNext();
    await type(0, '8');
    await press('下一家');
    expect(await screen.findByText(REFUSED.zh)).toBeVisible();
    await press('下一家');
    expect(await screen.findByText(SAVED)).toBeVisible();
    expect([screen.queryByText(REFUSED.zh), puts.length]).toEqual([null, 2]);
  });
});
