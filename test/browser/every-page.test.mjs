// Every page of every area, at the width of a phone and of a desk: it opens, is quiet, has no barrier and fits.
// A person goes from page to page as by links; the first page of each is loaded, as are those of the journeys.
// In a run of all files it comes last, leaves out what their journeys have judged and shares the rest between the lanes; alone
// it opens each page itself.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { account, Browser, looked, wasJudged } from '../harness/browser.mjs';

const PUBLIC = {
  report: '/report', 'inspection-figures': '/inspection-figures', 'report-subject': '/report?step=subject', 'report-track': '/report/track',
  penalties: '/penalties', penalty: '/penalties/{public/penalties}', supervised: '/supervised', 'watch-list': '/watch-list', 'watch-list-entry': '/watch-list/{public/watch-list}',
  home: '/', track: '/track', help: '/help', accessibility: '/accessibility', privacy: '/privacy', login: '/login', register: '/register', forgot: '/password/forgot',
  'permit-guide': '/permit-guide', classify: '/classify', 'classify-ask': '/classify?industries=8411', 'classify-result': '/classify?industries=2521', limits: '/limits', 'limits-answer': '/limits?medium=air&source=boiler-gas&pollutant=NOx&date=2026-11-23&inKeyRegion=true', permits: '/permits', 'permits-map': '/permits?tab=map', 'permits-numbers': '/permits?tab=numbers', verify: '/verify', certificate: '/check/{public/permits}', signatures: '/signatures', reports: '/execution-reports', 'open-data': '/open-data', tasks: '/tasks', task: '/tasks/{public/service-tasks}', candidates: '/candidate-notices', 'award-cancellations': '/award-cancellations', 'evaluation-seat': '/evaluation-seat', firms: '/firms', firm: '/firms/{public/firms}', compare: '/firms/compare', 'firm-rankings': '/firm-rankings', 'firm-rankings-testing': '/firm-rankings?scope=testing', 'conflict-rules': '/conflict-rules', credit: '/credit', 'credit-subject': '/credit/{public/credit-register}', 'credit-certificates': '/credit-certificates', 'credit-evaluations': '/credit-evaluations', 'credit-evaluations-track': '/credit-evaluations/track', 'credit-evaluation-object': '/credit-evaluations/{public/credit-evaluations?phase=publicity}/object', 'inspection-draws': '/inspection-draws', 'inspection-draw': '/inspection-draws/{public/inspection-draws}', registrations: '/registrations', services: '/services', service: '/services/self-monitoring', needs: '/service-needs', 'needs-answered': '/service-needs?situation=monitoring,hazardous',
};
const COMMON = ['', '/members', '/organisation', '/notifications'];
const APPLICATION = '/permits/{permit-applications}';
/** Role, letter of its area, and the pages below `/<letter>/<organisation>`; `{list}` stands for the first id of that list. */
const AREAS = [
  ['firm.manager', 'f', [...COMMON, '/mandates', '/permits', '/tasks', '/tasks/{service-tasks?tab=open}', '/tasks/{service-tasks?tab=open}/bid', '/tasks/{service-tasks?tab=open}/evaluation', '/profile', '/qualifications', '/people', '/integrity', '/findings', '/saved-searches']],
  ['enterprise.admin', 'e', [...COMMON, '/mandates', '/permits', '/permits/new', '/registrations', '/registrations/new', '/reports', '/signatures', '/signatures/{signatures}', APPLICATION, `${APPLICATION}/sections/basic`, `${APPLICATION}/sections/air-limits`, `${APPLICATION}/check`, `${APPLICATION}/content`, '/tasks', '/tasks/new', '/tasks/new?service=self-monitoring', '/service-needs', '/services/self-monitoring', '/tasks/{service-tasks?tab=mine}', '/tasks/{service-tasks?tab=mine}/evaluation', '/tasks/{service-tasks?tab=mine}/criteria', '/tasks/{service-tasks?tab=mine}/method', '/contracts', '/contracts?tab=ended', '/deliverables']],
  ['bureau.admin', 'b', [...COMMON, '/organisations', '/organisations/{organisations}', '/permit-imports', '/tasks', '/qualifications', '/holidays', '/holidays?tab=2027', '/witness-keys', '/audit-log', '/system', '/limits', '/limits?tab=standards', '/limits?tab=proposals', '/limits/{limits}', '/limits/propose?op=add', '/limits/propose-standard', '/reference-data', '/reference-changes']],
  ['bureau.supervisor', 'b', ['/disputes', '/disputes?tab=ended', '/person-flags', '/integrity-points', '/integrity-points/new', '/firm-findings', '/firm-findings/new', '/services', '/services/new', '/services/ldar', '/experts', '/experts/new', '/experts/{experts}', '/tasks/{service-tasks?tab=all}/evaluation']],
  ['bureau.reviewer', 'b', ['/reports']],
  ['bureau.intake', 'b', ['/certificates', '/certificates?endsWithin=180', '/certificates/{permits}', '/permits', '/permits/{cases?tab=all&matter=permits}', '/signatures', '/suspicions']],
  ['bureau.supervisor', 'b', ['/collusion', '/market-statistics', '/market-statistics?by=firm', '/supervisions', '/supervisions?tab=answered']],
  ['firm.manager', 'f', ['/contracts', '/contracts?tab=ended', '/deliverables'], 1],
  ['firm.manager', 'f', ['/retainers', '/retainers?tab=ended', '/retainers/{retainers}', '/retainers/{retainers}/plan', '/steward-visits', '/steward-visits?tab=past', '/steward-visits/{steward-visits?tab=open}', '/steward-visits/{steward-visits?tab=past}', '/steward-findings', '/steward-findings/{steward-findings}', '/steward-reports', '/steward-reports/{steward-reports}'], 2],
  ['enterprise.admin', 'e', ['/retainers', '/retainers/new', '/retainers/{retainers}', '/steward-visits', '/steward-visits/{steward-visits?tab=past}', '/steward-findings', '/steward-findings?tab=closed', '/steward-findings/{steward-findings}', '/steward-reports', '/steward-reports/{steward-reports}'], 2],
  ['bureau.supervisor', 'b', ['/steward-quality', '/steward-quality?tab=retainer', '/parks', '/parks/new', '/parks/{parks}', '/retainers', '/retainers/new']],
  ['enterprise.admin', 'e', ['/credit', '/credit/lines', '/credit/lines?scheme=national-21', '/credit/events', '/credit/what-if', '/credit/history']],
  ['firm.manager', 'f', ['/credit', '/credit/lines', '/credit-repairs', '/credit-repairs/list']],
  ['enterprise.admin', 'e', ['/credit-repairs', '/credit-repairs/list?tab=verifying', '/credit-repairs/{credit-repairs?tab=verifying}', '/credit-repairs/certificates', '/credit-appeals']],
  ['enterprise.admin', 'e', ['/credit-repairs', '/credit-appeals?tab=verifying', '/credit-appeals/{credit-appeals?tab=verifying}'], 1],
  ['enterprise.admin', 'e', ['/credit-repairs', '/credit-repairs/{credit-repairs?tab=ended}', '/credit-repairs/certificates'], 2],
  ['bureau.reviewer', 'b', ['/credit-repairs', '/credit-repairs?tab=ended', '/credit-repairs/{credit-repairs?tab=verifying}', '/credit-repairs/{credit-repairs?tab=ended}', '/credit-appeals', '/credit-appeals/{credit-appeals?tab=verifying}']],
  ['bureau.supervisor', 'b', ['/credit', '/credit/{credit-subjects}', '/credit-entries', '/credit-entries/new', '/credit-entries/{credit-entries}', '/credit-schemes', '/credit-schemes?tab=runs', '/credit-schemes/{credit-schemes}', '/credit-lists']],
  ['bureau.supervisor', 'b', ['/evaluation-years', '/evaluation-years/new', '/evaluation-years/{evaluation-years}', '/credit-evaluations', '/credit-evaluations/{credit-evaluations?stage=objection}', '/credit-evaluations/{credit-evaluations?stage=published}']],
  ['bureau.reviewer', 'b', ['/credit-evaluations/{credit-evaluations?stage=checking}']],
  ['bureau.approver', 'b', ['/credit-evaluations/{credit-evaluations?stage=deciding}']],
  ['enterprise.admin', 'e', ['/credit-evaluations/{credit-evaluations?stage=deciding}'], 1],
  ['enterprise.admin', 'e', ['/credit-evaluations', '/credit-evaluations/{credit-evaluations?stage=published}', '/credit-evaluations/{credit-evaluations?stage=objection}']],
  ['enterprise.admin', 'e', ['/credit-evaluations/{credit-evaluations?stage=reporting}'], 2],
  // a firm acts for an enterprise that entrusted it
  ['firm.manager', 'f', ['/credit-evaluations', '/credit-evaluations/{credit-evaluations?stage=published}', '/credit-evaluations/{credit-evaluations?stage=objection}', '/rectifications', '/rectifications/{own-rectifications?tab=open}', '/rectifications/{own-rectifications?q=成品料场}'], 1],
  ['bureau.supervisor', 'b', ['/inspections', '/inspections?tab=held', '/inspections/new', '/inspections/{inspections?state=planned}', '/inspections/{inspections?state=drafting}', '/inspections/{inspections?state=drafting}/record/visit', '/inspections/{inspections?state=drafting}/record/violations', '/inspections/{inspections?state=held}', '/inspection-draws', '/inspection-draws/new', '/inspection-draws/{inspection-draws?state=drawn}', '/draw-targets', '/draw-targets/{draw-targets}', '/enforcement-officers', '/enforcement-officers/new', '/enforcement-officers/{enforcement-officers}', '/positive-list', '/positive-list/new', '/positive-list/{positive-list}', '/positive-list/{positive-list?state=active}/renew']],
  ['enterprise.admin', 'e', ['/positive-list', '/positive-list/{positive-list}'], 2],
  ['enterprise.admin', 'e', ['/inspections', '/inspections/{inspections}']],
  // a report that came with a workbook of results, and the contract under which its firm checks one
  ['enterprise.admin', 'e', ['/records/{monitoring?q=本部院区}?tab=results', '/records/{monitoring?q=本部院区}/sheets/{monitoring/$1/reports}', '/contracts/{contracts?tab=open&q=自行监测}', '/deliverables'], 1],
  ['firm.manager', 'f', ['/contracts/{contracts?tab=open&q=自行监测}', '/deliverables']],
  // what the demonstration city traded: a contract in force and a settled one, a mark of fraud, a running evaluation, bids that are alike, a park that is cared for
  ['firm.manager', 'f', ['/contracts/{contracts?tab=open}', '/contracts/{contracts?tab=ended}', '/contracts/{contracts?tab=open}/change', '/deliverables', '/award-cancellations', '/award-cancellations/{award-cancellations}'], 3],
  ['firm.manager', 'f', ['/findings', '/findings/{firm-findings}', '/tender-complaints', '/tender-complaints/{tender-complaints}', '/tasks/{service-tasks?tab=bidding&q=综合评审}/evaluation'], 4],
  ['enterprise.admin', 'e', ['/contracts/{contracts?tab=open}', '/contracts/{contracts?tab=ended}', '/contracts/{contracts?tab=open}/change', '/deliverables', '/award-cancellations', '/award-cancellations/{award-cancellations}', '/tasks/{service-tasks?tab=mine&q=污泥清掏}', '/tasks/{service-tasks?tab=mine&state=opened}/evaluation', '/tasks/{service-tasks?tab=mine&state=opened}/evaluation/bids', '/tender-complaints', '/tender-complaints/{tender-complaints}', '/tasks/{service-tasks?tab=mine&state=accepted}'], 2],
  ['bureau.supervisor', 'b', ['/award-cancellations', '/award-cancellations?tab=ended', '/award-cancellations/{award-cancellations}', '/firm-findings/{firm-findings}', '/collusion/{collusion-suspicions}', '/retainers/{retainers}', '/tasks/{service-tasks?tab=all&state=opened&q=综合评审}/evaluation', '/tasks/{service-tasks?tab=all&state=opened&q=综合评审}/evaluation/bids', '/tasks/{service-tasks?tab=all&state=opened&q=综合评审}/evaluation/bids/{service-tasks/$1/evaluation/bids}', '/tender-complaints', '/tender-complaints?tab=ended', '/tender-complaints/{tender-complaints}', '/tasks/{service-tasks?tab=all&state=opened&q=预案}/evaluation']],
  ['enterprise.admin', 'e', ['/retainers/{retainers}', '/steward-visits/{steward-visits?tab=past}', '/steward-findings/{steward-findings}', '/steward-reports/{steward-reports}']],
  ['bank.manager', 'k', [...COMMON, '/bank-authorizations', '/bank-authorizations?tab=waiting', '/bank-authorizations?tab=ended', '/bank-authorizations/new', '/bank-authorizations/{bank-authorizations?tab=living}', '/bank-query', '/bank-looks', '/bank-batches', '/bank-batches/new', '/bank-batches/{bank-batches}', '/bank-clients', '/bank-clients/new', '/bank-clients/{bank-clients?state=approved}', '/bank-webhooks', '/bank-webhooks?tab=deliveries', '/bank-webhooks/new', '/bank-webhooks/{bank-webhooks}']],
  ['enterprise.admin', 'e', ['/bank-authorizations', '/bank-authorizations/new', '/bank-authorizations/{bank-authorizations?tab=living}', '/bank-looks']],
  ['enterprise.admin', 'e', ['/bank-authorizations?tab=waiting', '/bank-authorizations/{bank-authorizations?tab=waiting}'], 1],
  ['bureau.supervisor', 'b', ['/kept-facts', '/kept-facts?tab=waiting', '/kept-facts?tab=past', '/kept-facts/new', '/kept-facts/import', '/kept-facts/{kept-facts?tab=waiting}', '/kept-facts/{kept-facts?tab=holding}', '/kept-facts/{kept-facts?tab=holding}/correct']],
  ['enterprise.admin', 'e', ['/kept-facts', '/kept-facts?tab=waiting', '/kept-facts/{kept-facts?tab=holding}', '/kept-facts/{kept-facts?tab=holding&kind=carbon-emission}/correct']],
  ['bureau.admin', 'b', ['/bank-clients', '/bank-clients/{bank-clients?state=proposed}', '/bank-figures']],
  ['bureau.enforcer', 'b', ['/rectifications', '/rectifications?tab=draft', '/rectifications?tab=supervised', '/rectifications?tab=ended', '/rectifications/new', '/rectifications/{rectifications?tab=draft}', '/rectifications/{rectifications?tab=draft}/draft', '/rectifications/{rectifications?tab=verifying&sort=-due}', '/rectifications/{rectifications?tab=extension}', '/rectifications/{rectifications?tab=supervised}', '/rectifications/{rectifications?tab=ended}']],
  ['bureau.supervisor', 'b', ['/rectifications?tab=extension', '/rectifications/{rectifications?tab=extension}', '/rectifications/{rectifications?tab=verifying}', '/rectifications/{rectifications?tab=verifying}/verify']],
  ['enterprise.admin', 'e', ['/rectifications', '/rectifications?tab=overdue', '/rectifications/{own-rectifications?tab=open}', '/rectifications/{own-rectifications?tab=overdue}', '/rectifications/{own-rectifications?q=成品料场}']],
  ['enterprise.admin', 'e', ['/rectifications?tab=ended', '/rectifications/{own-rectifications?tab=ended}'], 1],
  ['bureau.enforcer', 'b', ['/penalties', '/penalties?tab=filing', '/penalties?tab=deciding', '/penalties?tab=to-execute', '/penalties?tab=ended', '/penalties/new', '/penalties/{penalties?tab=filing}', '/penalties/{penalties?tab=investigating}', '/penalties/{penalties?tab=investigating}?tab=evidence', '/penalties/{penalties?tab=investigating}/conclude', '/penalties/{penalties?tab=deciding}?tab=evidence', '/penalties/{penalties?tab=deciding}?tab=notice', '/penalties/{penalties?tab=performing}?tab=decision', '/penalties/{penalties?tab=performing}?tab=money']],
  ['bureau.enforcer', 'b', ['/watch-list', '/watch-list?tab=telling', '/watch-list?tab=listed', '/watch-list?tab=ended', '/watch-list/new', '/watch-list/{watch-list?tab=clues}', '/watch-list/{watch-list?tab=telling}', '/watch-list/{watch-list?tab=listed}?tab=decision', '/watch-list/{watch-list?tab=ended}?tab=removal', '/watch-list-register', '/watch-list-register/{watch-list-register}']],
  ['enterprise.admin', 'e', ['/watch-list', '/watch-list?tab=ended', '/watch-list/{own-watch-list}']],
  ['firm.manager', 'f', ['/watch-list?tab=ended', '/watch-list/{own-watch-list}'], 2],
  ['enterprise.admin', 'e', ['/penalties', '/penalties?tab=ended', '/penalties/{own-penalties}']],
  ['firm.manager', 'f', ['/penalties', '/penalties/{own-penalties}'], 2],
  ['enterprise.admin', 'e', ['/duties', '/duties/calendar', '/duties/calendar?view=agenda', '/duties/feeds', '/duties/{duties}', '/duties/{duties?kind=monitoring&open=true}', '/duties/{duties?kind=ledger&open=true}', '/stoppages', '/stoppages/new', '/permits?tab=permits', '/permits?tab=cases', '/certificates/{permits}', '/certificates/{permits}/as-of', '/certificates/{permits}/compare'], 1],
  ['firm.manager', 'f', ['/duties', '/duties/calendar', '/stoppages', '/stoppages/new']],
  ['bureau.intake', 'b', ['/complaints', '/complaints?tab=handling', '/complaints?tab=answered', '/complaints?tab=disputed', '/complaints/{complaints?tab=disputed}', '/complaints?tab=ended', '/complaints/new', '/complaints/import', '/complaints/{complaints?tab=received}', '/complaints/{complaints?tab=ended&state=closed}', '/complaint-figures', '/complaint-figures?tab=map']],
  ['bureau.supervisor', 'b', ['/complaints/{complaints?tab=handling}', '/complaint-routes', '/complaint-routes/new', '/complaint-routes/{complaint-routes}']],
  ['bureau.enforcer', 'b', ['/duties', '/duties/calendar', '/duties/calendar?view=agenda', '/duties/{duties}', '/duty-enforcement', '/stoppages', '/certificates/{permits}/as-of', '/certificates/{permits}/compare']],
  // a device that fails
  ['enterprise.admin', 'e', ['/records?tab=outages', '/records/{monitoring}?tab=outages', '/records/{monitoring}/outages/new', '/outages/{monitoring-outages}'], 2],
  ['bureau.enforcer', 'b', ['/records?tab=outages', '/outages/{monitoring-outages}']],
  // a measure the holder may speak to
  ['bureau.approver', 'b', ['/permit-cases/{cases?tab=all&matter=permits&q=撤回}']],
  ['enterprise.admin', 'e', ['/permit-cases/{cases?tab=all&matter=permits&q=撤回}'], 2],
  ['bureau.supervisor', 'b', ['/conditions', '/conditions/TS-01', '/conditions/new', '/conditions/TS-01/revise']],
];
const ACCOUNT = ['/account', '/account/security', '/account/notifications', '/account/inbox'];

const [lane, lanes] = (process.env.LANE ?? '0/1').split('/').map(Number);
let count = 0;
/** Whether this lane opens the page: it is its turn, counted over all pages so that no lane leaves one to another, and nobody has judged it. */
const isDue = address => count++ % lanes === lane && !wasJudged(address);

let browser;
before(async () => (browser = await Browser.open()));
after(() => browser.close());

/** The address with the first id of each named list, as this person sees it; `$1` in a list stands for the id found before. */
async function addressOf(page, path, headers = {}, before = '') {
  const [, list] = /\{(.+?)\}/.exec(path) ?? [];
  if (!list) return path;
  const response = await page.request.get(`/api/v1/${list.replace('$1', before)}`, { headers });
  const { items = [] } = await response.json();
  assert.ok(items.length > 0, `the demonstration city shows nothing at ${list}`);
  const id = items[0].id ?? items[0].firmId ?? items[0].bidId;
  return addressOf(page, path.replace(`{${list}}`, id), headers, id);
}

/** @param {{role?: string, nth?: number, organisationId?: string}} who a visitor when nobody is named */
function inspect({ role, nth = 0, organisationId }, pattern, name) {
  return browser.lent(role, nth, async page => {
    const path = await addressOf(page, pattern, organisationId ? { 'x-organisation': organisationId } : {});
    await page.goto(path, { still: true });
    await looked(page, name);
    return page.locator('h1').first().innerText();
  });
}

describe('public pages', () => {
  after(() => browser.reclaim());
  for (const [name, path] of Object.entries(PUBLIC).filter(([, path]) => isDue(path))) {
    test(`${path} for a visitor`, async () => {
      await inspect({}, path, `public-${name}`);
    });
  }

  if (lane > 0) return;

  test('an address that does not exist says so, in the page and not as an error', async () => {
    assert.match(await inspect({}, '/no-such-page', 'public-404'), /404|找不到|不存在|没有/);
  });

  test('the page in English', async () => {
    const page = await browser.visitor({ fresh: true });
    await page.addInitScript(() => localStorage.setItem('hb.language', 'en'));
    await page.goto('/');
    await looked(page, 'public-home-en');
    assert.match(await page.locator('h1').first().innerText(), /^[\x20-\x7e’]+$/);
  });
});

for (const [role, letter, pages, nth = 0] of AREAS) {
  describe(`pages of ${role}`, () => {
    after(() => browser.reclaim());
    for (const path of pages.filter(path => isDue(`/${letter}/{organisation}${path}`))) {
      test(`/${letter}/…${path}`, async () => {
        const { organisationId } = account(role, nth);
        const name = path.replace(/\{.+?\}/g, 'one').replace('?', '-').replaceAll('/', '-') || '-home';
        await inspect({ role, nth, organisationId }, `/${letter}/${organisationId}${path}`, `${letter}${name}`);
      });
    }
  });
}

describe('pages of one’s own account', () => {
  after(() => browser.reclaim());
  for (const path of ACCOUNT.filter(isDue)) {
    test(path, async () => {
      await inspect({ role: 'enterprise.admin' }, path, `account${path.replaceAll('/account', '').replaceAll('/', '-')}`);
    });
  }
});
