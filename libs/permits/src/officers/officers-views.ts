import { Injectable, OnModuleInit } from '@nestjs/common';
import { workingDaysBetween } from '@huanbao/calendar';
import { CalendarService, CaseErrands } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { Actor, Clock } from '@huanbao/platform';
import { ApplicationRecords } from '../application.records';
import { PermitApplication } from '../application.entity';
import type { CheckPhotoView, CountersignView, OfficerView, SiteCheckView, TeamworkView } from './officers.view';
import { mayMove } from './countersigns.service';
import { NeededOpinions } from './needed-opinions';
import type { Countersign } from './officers.entity';
import { SiteCheck, SiteCheckPhoto } from './site-check.entity';
import { SiteChecks } from './site-checks.service';
import { Teamwork } from './teamwork.service';

const POSTS = ['bureau.reviewer', 'bureau.supervisor', 'bureau.approver', 'bureau.intake', 'bureau.enforcer'] as const;

/** Parts, countersigns and site checks that wait for an officer, for the queue's tab 交我的. */
const ERRANDS = [
  `SELECT p.application_id AS case_id, '审查' || CASE p.specialty WHEN 'air' THEN '大气' WHEN 'water' THEN '水' WHEN 'solid-noise' THEN '固废和噪声' WHEN 'monitoring' THEN '监测和台账' ELSE '其他' END || '部分' AS zh,
          'Review: ' || p.specialty AS en, p.due_on::text AS due_on
     FROM review_part p JOIN permit_application a ON a.id = p.application_id WHERE p.officer_id = ?::uuid AND p.done_at IS NULL AND a.state = 'reviewing'`,
  `SELECT s.application_id, '会签：' || s.question, 'Countersign: ' || s.question, NULL::text
     FROM countersign s JOIN permit_application a ON a.id = s.application_id WHERE s.officer_id = ?::uuid AND s.answered_at IS NULL AND s.withdrawn_at IS NULL AND a.state IN ('reviewing', 'deciding')`,
  `SELECT k.application_id, '现场核查', 'Site check', k.planned_on::text
     FROM site_check k JOIN permit_application a ON a.id = k.application_id WHERE k.state = 'ordered' AND k.officers @> jsonb_build_array(jsonb_build_object('userId', ?::uuid)) AND a.state = 'reviewing'`,
] as const;

/** What officers see of their common work. */
@Injectable()
export class OfficersViews implements OnModuleInit {
  constructor(
    private readonly records: ApplicationRecords,
    private readonly work: Teamwork,
    private readonly needed: NeededOpinions,
    private readonly checks: SiteChecks,
    private readonly calendars: CalendarService,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly errands: CaseErrands,
  ) {}

  onModuleInit(): void {
    for (const sql of ERRANDS) this.errands.register(sql);
  }

  async teamwork(actor: Actor, id: string): Promise<TeamworkView> {
    const application = await this.records.find(actor, id, 'permit-application.countersign');
    const [calendar, today] = [await this.calendars.calendar(), this.clock.today()];
    const parts = await this.work.parts(id);
    const countersigns = await this.work.countersigns(id);
    const media = await this.needed.of(application);
    return {
      media: media.map(one => ({ ...one, sections: [...one.sections] })),
      parts: parts.map(({ applicationId: _, ...part }) => ({
        ...part, mine: part.officerId === actor.userId, remainingDays: part.dueOn && !part.doneAt ? workingDaysBetween(today, part.dueOn, calendar) : null,
        dueProvisional: part.dueOn !== null && !calendar.some(one => part.dueOn?.startsWith(String(one.year))),
      })),
      countersigns: countersigns.map(row => countersignView(actor, application, row)),
      officers: await this.officers(application.regionCode),
      lead: application.reviewerId === actor.userId || actor.roles.includes('bureau.supervisor'),
    };
  }

  async siteChecks(actor: Actor, applicationId: string): Promise<SiteCheckView[]> {
    await this.records.find(actor, applicationId);
    const views: SiteCheckView[] = [];
    for (const check of await this.checks.ofApplication(actor, applicationId)) views.push(await this.view(actor, check));
    return views;
  }

  async siteCheck(actor: Actor, id: string): Promise<SiteCheckView> {
    return this.view(actor, await this.checks.one(actor, id));
  }

  private async view(actor: Actor, check: SiteCheck): Promise<SiteCheckView> {
    const { enterpriseName, siteName } = await this.records.find(actor, check.applicationId);
    const { clientId: _, report, items, ...facts } = check;
    return {
      ...facts, enterpriseName, siteName, items: items.map(item => ({ ...item })),
      report: report && { ...report, answers: [...report.answers], signatures: [...report.signatures] },
      photos: (await this.checks.photos(check.id)).map(photoView),
      mayReport: check.state === 'ordered' && check.officers.some(one => one.userId === actor.userId),
    };
  }

  private async officers(regionCode: string): Promise<OfficerView[]> {
    const found = new Map<string, OfficerView>();
    for (const post of POSTS) {
      for (const userId of await this.directory.userIdsWithRole(post, regionCode)) {
        const user = found.has(userId) ? null : await this.directory.user(userId);
        if (user) found.set(userId, { userId, name: user.name, post });
      }
    }
    return [...found.values()];
  }
}

function countersignView(actor: Actor, application: PermitApplication, row: Countersign): CountersignView {
  const { applicationId: _, askedBy: _by, ...facts } = row;
  const [waits, mine, moves] = [row.answeredAt === null && row.withdrawnAt === null && ['reviewing', 'deciding'].includes(application.state), row.officerId === actor.userId, mayMove(actor, application, row)];
  return { ...facts, mine, mayWithdraw: waits && moves, mayHandOver: waits && (moves || mine) };
}

export function photoView({ checkId: _, ...photo }: SiteCheckPhoto): CheckPhotoView {
  return photo;
}
