import { Injectable } from '@nestjs/common';
import { workingDaysBetween } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { Actor, Clock } from '@huanbao/platform';
import { ApplicationRecords } from '../application.records';
import type { CheckPhotoView, OfficerView, SiteCheckView, TeamworkView } from './officers.view';
import { NeededOpinions } from './needed-opinions';
import { SiteCheck, SiteCheckPhoto } from './site-check.entity';
import { SiteChecks } from './site-checks.service';
import { Teamwork } from './teamwork.service';

const POSTS = ['bureau.reviewer', 'bureau.supervisor', 'bureau.approver', 'bureau.intake', 'bureau.enforcer'] as const;

/** What officers see of their common work. */
@Injectable()
export class OfficersViews {
  constructor(
    private readonly records: ApplicationRecords,
    private readonly work: Teamwork,
    private readonly needed: NeededOpinions,
    private readonly checks: SiteChecks,
    private readonly calendars: CalendarService,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

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
      countersigns: countersigns.map(({ applicationId: _, ...row }) => ({ ...row, mine: row.officerId === actor.userId })),
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

export function photoView({ checkId: _, ...photo }: SiteCheckPhoto): CheckPhotoView {
  return photo;
}
