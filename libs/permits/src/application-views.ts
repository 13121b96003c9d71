import { Inject, Injectable } from '@nestjs/common';
import { CaseViews, Corrections, possibleActions, shownState } from '@huanbao/casework';
import { Actor, CITY, City, sideBySide } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { applicationMachine, GRANT_CONDITIONS } from './application.machine';
import { ApplicationRecords } from './application.records';
import type { Form, SectionKey } from './form/field';
import { FormStates } from './form-states';
import { fieldAt } from './form/places';
import { printed } from './form/print';
import { ApplicationLife } from './life/application-life';
import { Materials } from './life/materials';
import { ApplicationAction, applicationPolicy, partiesOf } from './permits.policy';
import { titleOf } from './review/rules';
import { ReviewFinding, ReviewRun } from './review-run.entity';
import { ReviewRunsService } from './review-runs.service';
import { ReviewService } from './review.service';
import { formOf, SectionStore } from './section-store';
import type { ApplicationView, OpinionView, PrintedSectionView, PrintView, ReviewFindingView, ReviewRunView, ReviewView } from './views/application.view';

const SHOWN_FINDINGS = 1000;

/** What people see of one application. */
@Injectable()
export class ApplicationViews {
  constructor(
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly states: FormStates,
    private readonly runs: ReviewRunsService,
    private readonly reviews: ReviewService,
    private readonly cases: CaseViews,
    private readonly corrections: Corrections,
    private readonly materials: Materials,
    private readonly life: ApplicationLife,
    @Inject(CITY) private readonly city: City,
  ) {}

  async detail(actor: Actor, id: string): Promise<ApplicationView> {
    const application = await this.records.find(actor, id);
    // none of them waits for another: from a cold disk the page takes as long as the slowest, not as their sum
    const [{ hash, sections }, run, detail, issuedAs, materials, life, opinions, editable] = await sideBySide(
      async () => this.states.of(id, await this.materials.askedOf(application)),
      () => this.runs.newest(id),
      () => this.cases.detail(id, actor),
      () => this.records.issuedAs(id),
      () => this.materials.shownFor(application),
      () => this.life.of(application),
      () => this.opinionsFor(actor, id),
      async () => (application.editing === 'flagged' ? [...(await this.corrections.editableSummary(id)).pointers] : []),
    );
    const { enterpriseId, enterpriseName, uscc, siteId, siteSequence, siteName, regionCode, managementCategory, businessType, formVersion, editing, createdAt, submittedAt, committedAt } = application;
    return {
      id, enterpriseId, enterpriseName, uscc, siteId, siteSequence, siteName, regionCode, managementCategory, businessType, formVersion, editing, createdAt, submittedAt, committedAt,
      caseNumber: detail.case.number, state: detail.case.state, stateLabel: detail.case.stateLabel, case: detail, version: detail.version,
      editable,
      sections: [...sections],
      materials,
      ...life,
      review: run && runView(run, await this.runs.isCurrent(application, run, hash)),
      committed: application.committedHash === hash,
      opinions,
      grantConditions: GRANT_CONDITIONS.map(condition => ({ ...condition })),
      permitNumbering: this.city.permitNumbering,
      permitId: issuedAs ?? application.permitId,
      actions: actionsNow(actor, application, detail.case.state),
    };
  }

  /** The newest run with its findings, or with those of one section. */
  async review(actor: Actor, id: string, section?: SectionKey): Promise<ReviewView> {
    const application = await this.records.find(actor, id);
    const run = await this.runs.newest(id);
    if (!run) return { run: null, findings: [] };
    const findings = await this.runs.findings(run.id, { section, most: SHOWN_FINDINGS });
    const form = await this.contentFor(id, findings, section);
    return { run: runView(run, await this.runs.isCurrent(application, run, await this.states.hash(id))), findings: findings.map(finding => findingView(finding, form)) };
  }

  /** What the places of the findings are named by: nothing, one section, or the whole form. */
  private async contentFor(id: string, findings: readonly ReviewFinding[], section?: SectionKey): Promise<Form> {
    if (findings.length === 0) return {};
    if (section === undefined) return this.sections.form(id);
    const one = await this.sections.one(id, section);
    return one ? formOf([one]) : {};
  }

  async print(actor: Actor, id: string): Promise<PrintView> {
    const { caseNumber, enterpriseName, siteName, state, formVersion, businessType } = await this.records.find(actor, id);
    const shown = actor.orgKind === 'bureau' ? state : shownState(applicationMachine, state);
    return { id, caseNumber, enterpriseName, siteName, state: shown, formVersion, sections: printed(await this.sections.form(id), { businessType }) as PrintedSectionView[] };
  }

  /** Opinions are the bureau's own until the decision states its reasons. */
  private async opinionsFor(actor: Actor, id: string): Promise<OpinionView[]> {
    if (actor.orgKind !== 'bureau') return [];
    return (await this.reviews.opinions(id)).map(({ id: opinionId, section, verdict, text, authorName, at }) => ({ id: opinionId, section, verdict, text, authorName, at }));
  }
}

/** What policy and state allow together. */
export function actionsNow(actor: Actor, application: PermitApplication, state: string): string[] {
  const steps = new Set(possibleActions(applicationMachine, state).map(name => applicationMachine.actions[name].action));
  const now: Partial<Record<ApplicationAction, boolean>> = {
    'permit-application.read': true,
    'permit-application.list': false,
    'permit-application.create': false,
    'permit-application.edit': application.editing !== 'sealed',
    'permit-application.run-review': application.open,
    'permit-application.dispose-finding': application.open,
    'permit-application.sign': application.editing !== 'sealed' && steps.has('permit-application.submit'),
    // what officers do beside the steps of the table
    'permit-application.site-check': state === 'reviewing',
    'permit-application.countersign': state === 'reviewing' || state === 'deciding',
    'permit-application.propose-refusal': steps.has('permit-application.propose-refusal') && application.reviewerId !== actor.userId,
    'permit-application.decide': steps.has('permit-application.decide') && application.reviewerId !== actor.userId,
  };
  return applicationPolicy.actionsOn(actor, partiesOf(application)).filter(action => now[action] ?? steps.has(action));
}

export function runView(run: ReviewRun, isCurrent: boolean): ReviewRunView {
  const { id, state, progress, errors, warnings, requestedAt, startedAt, finishedAt, ruleVersions } = run;
  return { id, state, progress, errors, warnings, requestedAt, startedAt, finishedAt, ruleVersions, current: run.state !== 'done' || isCurrent };
}

export function findingView(finding: ReviewFinding, form: Form): ReviewFindingView {
  const { id, ruleId, level, pointer, actual, expected, basis, evidence, limits, disposition, dispositionReason, disposedByName, disposedAt, contestedReason, contestedByName, contestedAt } = finding;
  return {
    id, ruleId, level, pointer, actual, expected, basis, evidence, disposition, dispositionReason, disposedByName, disposedAt, contestedReason, contestedByName, contestedAt,
    rule: titleOf(ruleId),
    limits: limits.map(limit => ({ ...limit })),
    place: placeOf(form, pointer),
    suggestion: { zh: finding.suggestionZh, en: finding.suggestionEn },
  };
}

/** The nearest place the form still has: a missing cell is named by its row. */
export function placeOf(form: Form, pointer: string): { zh: string; en: string } {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = fieldAt(form, at);
    if (place) return { zh: place.label.zh, en: place.label.en };
  }
  return { zh: pointer, en: pointer };
}
