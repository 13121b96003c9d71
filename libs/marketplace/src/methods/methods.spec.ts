import { addDays, addWorkingDays, HOLIDAY_SEED } from '@huanbao/calendar';
import { shanghaiDate } from '@huanbao/platform';
import fc from 'fast-check';
import { regimeOf, Standing, verdictOf, verdicts } from './admission';
import { returnDue, returnPeriods } from './bonds.service';
import { lawOn, PROCUREMENT_VALUES } from './law';
import { Funds, FUNDS, Method, METHOD_NAMES, METHODS, Regime, REGIMES, Subject, SUBJECTS } from './methods';
import { deadlineAfterAmendment, earliestDeadline, fewestBidders, fewestInvited, highestBond, lastObjectionDay } from './periods';
import { Draft, publicationProblems } from './publication';
import { reminderOn } from './reminder-days';
import { shareDuty, shareProblems } from './share-duty';
import { shortOptions, verdictAtDeadline } from './shortfall';

const law = lawOn(PROCUREMENT_VALUES, '2026-11-23');
const almanac = { law, calendar: HOLIDAY_SEED };
const NOW = new Date('2026-11-23T02:00:00Z');
const method = fc.constantFrom(...METHOD_NAMES);
const funds = fc.constantFrom(...(Object.keys(FUNDS) as Funds[]));
const subject = fc.constantFrom(...(Object.keys(SUBJECTS) as Subject[]));
const regime = fc.constantFrom(...(Object.keys(REGIMES) as Regime[]));
const budget = fc.integer({ min: 1, max: 20_000_000 }).map(String);

describe('which law binds', () => {
  it.each<[Funds, Subject, string | null, Regime | null]>([
    ['private', 'works', '90000000', 'voluntary'],
    ['private', 'works', null, 'voluntary'],
    ['state', 'works', '3999999.99', 'voluntary'],
    ['state', 'works', '4000000', 'bidding-law'],
    ['state', 'goods', '2000000', 'bidding-law'],
    ['state', 'design', '999999.99', 'voluntary'],
    ['state', 'design', '1000000', 'bidding-law'],
    ['state', 'services', '9000000', 'voluntary'],
    ['state', 'works', null, null],
    ['fiscal', 'works', '4000000', 'bidding-law'],
    ['fiscal', 'works', '600000', 'government'],
    ['fiscal', 'works', '599999.99', 'voluntary'],
    ['fiscal', 'goods', '2500000', 'government'],
    ['fiscal', 'services', '500000', 'government'],
    ['fiscal', 'services', '499999', 'voluntary'],
    ['fiscal', 'services', null, null],
  ])('%s money for %s at %s: %s', (whose, what, yuan, expected) => expect(regimeOf({ funds: whose, subject: what, budgetYuan: yuan }, law)).toBe(expected));

  it('takes the value of the day, and of the text that ships where the table is silent', () => {
    const rows = [
      { ...PROCUREMENT_VALUES.find(one => one.key === 'threshold.works')!, effectiveTo: '2026-12-31' },
      { ...PROCUREMENT_VALUES.find(one => one.key === 'threshold.works')!, value: '5000000', effectiveFrom: '2027-01-01' },
    ];
    expect(lawOn(rows, '2026-12-31')('threshold.works').value).toBe('4000000');
    expect(lawOn(rows, '2027-01-01')('threshold.works').value).toBe('5000000');
    expect(lawOn(rows, '2027-01-01')('days.tender').value).toBe('20');
    expect(PROCUREMENT_VALUES.every(row => !row.verified && row.legalBasis !== '' && row.origin)).toBe(true);
  });
});

describe('which methods may be chosen', () => {
  const standings = (whose: Funds, what: Subject, yuan: string | null): Record<Method, Standing> => Object.fromEntries(verdicts({ funds: whose, subject: what, budgetYuan: yuan }, law).map(one => [one.method, one.standing])) as Record<Method, Standing>;
  const row = (direct: Standing, inquiry: Standing, negotiation: Standing, invited: Standing, open: Standing, auction: Standing) => ({ direct, inquiry, negotiation, invited, open, auction });
  const free = row('admitted', 'admitted', 'admitted', 'admitted', 'admitted', 'admitted');

  it.each<[string, Funds, Subject, string | null, Record<Method, Standing>]>([
    ['private money is free', 'private', 'works', '90000000', free],
    ['public money below the limits is free', 'state', 'works', '3000000', free],
    ['a compulsory tender', 'state', 'works', '4000000', row('with-approval', 'refused', 'refused', 'with-approval', 'demanded', 'refused')],
    ['government services above the open threshold', 'fiscal', 'services', '2000000', row('with-approval', 'refused', 'with-approval', 'with-approval', 'demanded', 'refused')],
    ['government goods below it', 'fiscal', 'goods', '800000', row('with-approval', 'admitted', 'admitted', 'admitted', 'admitted', 'refused')],
    ['government services below it', 'fiscal', 'services', '800000', row('with-approval', 'refused', 'admitted', 'admitted', 'admitted', 'refused')],
    ['government works that need no tender', 'fiscal', 'works', '800000', row('with-approval', 'refused', 'admitted', 'refused', 'admitted', 'refused')],
    ['public money without a budget', 'state', 'works', null, row('refused', 'refused', 'refused', 'refused', 'refused', 'refused')],
  ])('%s', (_name, whose, what, yuan, expected) => expect(standings(whose, what, yuan)).toEqual(expected));

  it('always says why, by which article, and how to mend what is refused; an open tender is never refused with a budget', () =>
    fc.assert(
      fc.property(funds, subject, budget, (whose, what, yuan) => {
        for (const verdict of verdicts({ funds: whose, subject: what, budgetYuan: yuan }, law)) {
          expect(verdict.why.zh && verdict.why.en && verdict.basis).toBeTruthy();
          if (verdict.standing === 'refused' || verdict.standing === 'with-approval') expect(verdict.mend?.zh).toBeTruthy();
          const bound = regimeOf({ funds: whose, subject: what, budgetYuan: yuan }, law) as Regime;
          if (verdict.standing !== 'refused') expect(METHODS[verdict.method].regimes[bound]).not.toBeNull();
        }
        expect(['demanded', 'admitted']).toContain(verdictOf('open', { funds: whose, subject: what, budgetYuan: yuan }, law).standing);
      }),
    ));

  it('more money never makes a refused method admitted', () =>
    fc.assert(
      fc.property(funds, subject, method, budget, budget, (whose, what, which, a, b) => {
        const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
        const RANK: Record<Standing, number> = { admitted: 0, demanded: 0, 'with-approval': 1, refused: 2 };
        const of = (yuan: string): number => RANK[verdictOf(which, { funds: whose, subject: what, budgetYuan: yuan }, law).standing];
        if (which !== 'invited' && which !== 'direct') expect(of(more)).toBeGreaterThanOrEqual(of(less));
      }),
    ));
});

describe('periods', () => {
  it.each<[Method, Regime, string | null]>([
    ['open', 'voluntary', null],
    ['direct', 'government', null],
    ['open', 'bidding-law', '2026-12-13'],
    ['invited', 'bidding-law', '2026-12-13'],
    ['open', 'government', '2026-12-13'],
    ['negotiation', 'government', '2026-12-03'],
    ['inquiry', 'government', addWorkingDays('2026-11-23', 3, HOLIDAY_SEED).date],
  ])('%s under %s: the deadline is not before %s', (which, bound, day) => expect(earliestDeadline(which, bound, '2026-11-23', almanac)?.day ?? null).toBe(day));

  it('the document period of working days wins where holidays stretch it', () => {
    expect(earliestDeadline('negotiation', 'government', '2026-09-30', almanac)).toMatchObject({ day: addWorkingDays('2026-09-30', 5, HOLIDAY_SEED).date, provision: { unit: '工作日' } });
  });

  it('an amendment early enough moves nothing, a late one to the fifteenth day at the same hour', () => {
    const task = { method: 'open', regime: 'bidding-law', bidDeadline: new Date('2026-12-20T09:00:00Z') } as const;
    expect(deadlineAfterAmendment(task, null, new Date('2026-12-05T15:00:00Z'), almanac)).toMatchObject({ deadline: task.bidDeadline, moved: false });
    // 00:00 in Shanghai is the next day there
    expect(deadlineAfterAmendment(task, null, new Date('2026-12-05T16:00:00Z'), almanac)).toMatchObject({ deadline: new Date('2026-12-21T09:00:00Z'), moved: true });
    expect(deadlineAfterAmendment(task, new Date('2026-12-30T01:00:00Z'), new Date('2026-12-10T02:00:00Z'), almanac)).toMatchObject({ deadline: new Date('2026-12-30T01:00:00Z'), moved: false });
    const free = { method: 'open', regime: 'voluntary', bidDeadline: new Date('2026-12-20T09:00:00Z') } as const;
    expect(deadlineAfterAmendment(free, null, new Date('2026-12-20T08:00:00Z'), almanac)).toMatchObject({ deadline: new Date('2026-12-21T08:00:00Z'), moved: true });
  });

  it('never moves a deadline forward in time and always leaves what the law wants', () =>
    fc.assert(
      fc.property(method, regime, fc.integer({ min: 1, max: 60 * 24 * 40 }), fc.option(fc.integer({ min: 0, max: 60 * 24 * 60 }), { nil: null }), (which, bound, minutes, asked) => {
        const bidDeadline = new Date(NOW.getTime() + minutes * 60_000);
        const { deadline } = deadlineAfterAmendment({ method: which, regime: bound, bidDeadline }, asked === null ? null : new Date(NOW.getTime() + asked * 60_000), NOW, almanac);
        expect(deadline.getTime()).toBeGreaterThanOrEqual(bidDeadline.getTime());
        if (asked !== null) expect(deadline.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + asked * 60_000);
        if (bound === 'bidding-law' && which === 'open') expect(shanghaiDate(deadline) >= addDays(shanghaiDate(NOW), 15)).toBe(true);
      }),
    ));

  it('objections end ten days before the deadline where the law binds; a bond is at most two per cent', () => {
    expect(lastObjectionDay('bidding-law', new Date('2026-12-20T09:00:00Z'), law)).toBe('2026-12-10');
    expect(lastObjectionDay('voluntary', new Date('2026-12-20T09:00:00Z'), law)).toBeNull();
    expect([highestBond('100000.55', law), highestBond('0.49', law), highestBond(null, law)]).toEqual(['2000.01', '0.00', null]);
  });
});

describe('at the deadline', () => {
  it.each<[Method, Regime, 1 | 2, number, 'close' | 'short' | 'fail']>([
    ['open', 'voluntary', 1, 0, 'fail'],
    ['open', 'voluntary', 1, 1, 'close'],
    ['open', 'bidding-law', 1, 2, 'short'],
    ['open', 'bidding-law', 1, 3, 'close'],
    ['inquiry', 'voluntary', 1, 2, 'short'],
    ['negotiation', 'government', 1, 2, 'short'],
    ['negotiation', 'government', 2, 2, 'short'],
    ['negotiation', 'government', 2, 0, 'fail'],
    ['auction', 'voluntary', 1, 1, 'short'],
    ['auction', 'voluntary', 1, 2, 'close'],
    ['auction', 'voluntary', 2, 0, 'close'],
    ['invited', 'voluntary', 1, 0, 'fail'],
  ])('%s under %s in round %i with %i bids: %s', (which, bound, round, bids, expected) =>
    expect(verdictAtDeadline({ method: which, regime: bound, round, bids, fewest: fewestBidders(which, bound, law) })).toBe(expected));

  it.each<[Method, Regime, number, string[]]>([
    ['open', 'voluntary', 0, ['prolong', 'again', 'proceed:reason']],
    ['inquiry', 'government', 0, ['again']],
    ['open', 'bidding-law', 0, ['again']],
    ['open', 'bidding-law', 1, ['again', 'proceed:approval-second-time']],
    ['negotiation', 'government', 0, ['again', 'proceed:approval']],
    ['auction', 'voluntary', 0, ['prolong', 'again', 'proceed:reason']],
  ])('%s under %s after %i failures for too few bids offers %j', (which, bound, shortfalls, expected) =>
    expect(shortOptions({ method: which, regime: bound, shortfalls }).map(({ step, needs }) => (needs === 'nothing' ? step : `${step}:${needs}`))).toEqual(expected));

  it('always leaves a way on', () => fc.assert(fc.property(method, regime, fc.nat(5), (which, bound, shortfalls) => expect(shortOptions({ method: which, regime: bound, shortfalls }).length).toBeGreaterThan(0))));

  it('asks for three invited firms and for one in a direct commission', () => expect(METHOD_NAMES.map(which => fewestInvited(which, law))).toEqual([1, 3, 3, 3, 0, 0]));
});

describe('a publication', () => {
  const draft = (over: Partial<Draft> = {}): Draft => ({ method: 'open', funds: 'private', subject: 'services', budgetYuan: '100000.00', bidDeadline: new Date('2026-11-25T09:00:00Z'), approvalNumber: null, approvalReason: null, bondYuan: null, invited: 0, missingKeys: [], ...over });
  const compulsory = { funds: 'state', subject: 'works', budgetYuan: '5000000' } as const;
  const lawful = new Date('2026-12-13T01:00:00Z');

  it.each<[string, Partial<Draft>, string[]]>([
    ['a private open procurement as it always was', {}, []],
    ['without a budget', { budgetYuan: null }, []],
    ['public money without a budget', { funds: 'fiscal', budgetYuan: null }, ['/budgetYuan budget-needed']],
    ['a direct commission without its price', { method: 'direct', budgetYuan: null, invited: 1 }, ['/budgetYuan price-needed']],
    ['a refused method', { ...compulsory, method: 'auction', bidDeadline: lawful }, ['/method method-refused']],
    ['an invited compulsory tender without an approval', { ...compulsory, method: 'invited', invited: 3, bidDeadline: lawful }, ['/approvalNumber approval-needed']],
    ['with its number but no reason', { ...compulsory, method: 'invited', invited: 3, bidDeadline: lawful, approvalNumber: '孝发改〔2026〕1号' }, ['/approvalNumber approval-needed']],
    ['with both', { ...compulsory, method: 'invited', invited: 3, bidDeadline: lawful, approvalNumber: '孝发改〔2026〕1号', approvalReason: '只有少量潜在投标人' }, []],
    ['two invited', { method: 'inquiry', invited: 2 }, ['/invitedFirmIds too-few-invited']],
    ['two firms for a direct commission', { method: 'direct', invited: 2 }, ['/invitedFirmIds one-firm']],
    ['a compulsory tender on its nineteenth day', { ...compulsory, bidDeadline: new Date('2026-12-12T15:59:59.999Z') }, ['/bidDeadline deadline-below-law']],
    ['on its twentieth, which begins at midnight in Shanghai', { ...compulsory, bidDeadline: new Date('2026-12-12T16:00:00Z') }, []],
    ['a bond above two per cent', { bondYuan: '2000.01' }, ['/bondYuan bond-too-high']],
    ['a bond of two per cent', { bondYuan: '2000.00' }, []],
    ['public money while the witness has no key', { funds: 'state', missingKeys: ['witness'] }, ['/openingPublicKey shares-compulsory']],
    ['while no key of the bureau is registered', { funds: 'fiscal', missingKeys: ['witness', 'recovery'] }, ['/openingPublicKey shares-compulsory']],
    ['private money while none is', { missingKeys: ['witness', 'recovery'] }, []],
    ['a direct commission of public money while none is', { funds: 'state', method: 'direct', invited: 1, missingKeys: ['witness', 'recovery'] }, []],
    ['a bond without a budget', { bondYuan: '1.00', budgetYuan: null }, ['/budgetYuan bond-needs-budget']],
  ])('%s', (_name, over, expected) => {
    const found = publicationProblems(draft(over), NOW, almanac);
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
    for (const one of found) expect(one.zh.length > 8 && one.en.length > 8).toBe(true);
  });
});

describe('whose opening key has to be shared', () => {
  const from = (value: string, effectiveFrom = '2026-01-01') => lawOn([{ ...PROCUREMENT_VALUES.find(one => one.key === 'shares.compulsory')!, value, effectiveFrom }], '2026-11-23');
  it.each<[Method, Funds, string | null, string, boolean]>([
    ['open', 'private', '90000000', '0', false],
    ['open', 'state', '0.01', '0', true],
    ['inquiry', 'fiscal', null, '0', true],
    ['direct', 'fiscal', '90000000', '0', false],
    ['open', 'fiscal', '499999.99', '500000', false],
    ['open', 'fiscal', '500000.00', '500000', true],
    ['auction', 'state', '500000.01', '500000', true],
    ['open', 'state', null, '500000', false],
  ])('%s of %s money at %s with the value %s: %s', (which, whose, yuan, value, expected) => {
    expect(shareDuty({ method: which, funds: whose, budgetYuan: yuan }, from(value))).toMatchObject({ compulsory: expected, fromYuan: value, verified: false });
  });

  it('goes by the value of the day', () => {
    expect(shareDuty({ method: 'open', funds: 'state', budgetYuan: '1' }, from('500000', '2026-11-23')).compulsory).toBe(false);
    expect(shareDuty({ method: 'open', funds: 'state', budgetYuan: '1' }, from('500000', '2026-11-24')).compulsory).toBe(true);
  });

  it('names the keys that are missing', () => {
    const duty = shareDuty({ method: 'open', funds: 'state', budgetYuan: '1' }, law);
    expect([shareProblems(duty, ['recovery'])[0]?.zh.includes('登记恢复钥匙'), shareProblems(duty, ['witness', 'recovery'])[0]?.zh.includes('见证钥匙、恢复钥匙'), shareProblems(duty, [])]).toEqual([true, true, []]);
  });
});

describe('until when a bid bond is returned', () => {
  const AWARDED = new Date('2026-12-01T02:00:00Z');
  const SIGNED = new Date('2026-12-08T02:00:00Z');
  const task: Parameters<typeof returnDue>[0] = { state: 'awarded', awardedFirmId: 'winner', awardedAt: AWARDED, updatedAt: AWARDED, signedAt: null, regime: 'bidding-law' };
  it.each<[string, string, Partial<typeof task>, string | null]>([
    ['the winner, nothing signed', 'winner', {}, '2027-01-05'],
    ['the winner, five days after both have signed', 'winner', { signedAt: SIGNED }, '2026-12-13'],
    ['another bidder waits for the contract too', 'loser', { signedAt: SIGNED }, '2026-12-13'],
    ['government: the winner five working days after the contract', 'winner', { regime: 'government', signedAt: SIGNED }, '2026-12-15'],
    ['government: another one five working days after the award', 'loser', { regime: 'government', signedAt: SIGNED }, '2026-12-08'],
    ['nothing decided', 'loser', { awardedAt: null, awardedFirmId: null }, null],
  ])('%s', (_, firmId, over, day) => {
    expect(returnDue({ ...task, ...over }, { firmId, returnedOn: null, forfeitedOn: null }, returnPeriods({ law: lawOn(PROCUREMENT_VALUES, '2026-11-23'), calendar: HOLIDAY_SEED }))).toBe(day);
  });
});

describe('the morning round', () => {
  it.each([
    ['objection', '2026-12-01', null], ['objection', '2026-12-02', 'soon 1'], ['objection', '2026-12-03', 'today 0'], ['objection', '2026-12-04', 'overdue 1'], ['objection', '2026-12-05', 'overdue 2'],
    ['bond', '2026-11-30', 'soon 3'], ['bond', '2026-12-01', null], ['bond', '2026-12-03', 'today 0'], ['bond', '2026-12-04', 'overdue 1'], ['bond', '2026-12-05', null], ['bond', '2026-12-11', 'overdue 8'],
    ['opening', '2026-12-03', null], ['opening', '2026-12-04', 'overdue 1'], ['opening', '2026-12-06', null], ['opening', '2026-12-07', 'overdue 4'],
  ] as const)('of an %s due on 2026-12-03, seen on %s: %s', (pace, today, expected) => {
    const found = reminderOn(pace, today, '2026-12-03');
    expect(found && `${found.moment} ${found.days}`).toBe(expected);
  });
});
