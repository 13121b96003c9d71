import { Inject, Injectable } from '@nestjs/common';
import { Directory, Invitation, LinkTokens, Mandate, Organisation, PasswordReset } from '@huanbao/identity';
import { Db, Delivery, ENV, Env, Handles } from '@huanbao/platform';
import { Mailer } from './mailer';
import { Notification } from './notification.entity';
import { mailInvitation, mailPasswordReset, sendNotificationMail, tellMandate, tellRegistration, tellStanding } from './notifications.jobs.definitions';
import { Notifier } from './notifier';

const STANDING: Readonly<Record<Organisation['status'], { zh: string; en: string; bodyZh: string; bodyEn: string }>> = {
  // nobody belongs to it yet, so nobody is told
  known: { zh: '单位尚未注册', en: 'Not registered yet', bodyZh: '由名单得知。', bodyEn: 'Known from a list.' },
  pending: { zh: '单位等待核验', en: 'Waiting for verification', bodyZh: '生态环境部门正在核验，可以先填写草稿。', bodyEn: 'The bureau is verifying; you can prepare drafts.' },
  active: { zh: '单位已通过核验', en: 'Organisation verified', bodyZh: '现在可以提交申请、发布任务或参加报价。', bodyEn: 'You can submit, publish and bid now.' },
  rejected: { zh: '单位注册未通过核验', en: 'Registration not accepted', bodyZh: '请按原因在“单位信息”里改正并保存，会自动重新送交核验，不用再注册。', bodyEn: 'Correct your organisation’s facts as explained and save: they go back to the bureau by themselves.' },
  suspended: { zh: '单位已被暂停', en: 'Organisation suspended', bodyZh: '暂停期间不能提交、发布和报价，授权委托已终止。', bodyEn: 'You cannot submit, publish or bid; mandates have ended.' },
};

const RESET_WORDS = {
  zh: (name: string) => ({ subject: '重设环保管家密码', lines: [`${name}，您好：`, '我们收到了重设密码的请求，链接 30 分钟内有效。如果不是您本人操作，请忽略此邮件，密码不会改变。'] }),
  en: (name: string) => ({ subject: 'Set a new password', lines: [`Dear ${name},`, 'we have been asked to set a new password for your account. The link is good for 30 minutes. If it was not you, ignore this message: nothing changes.'] }),
};

const AREA_OF: Readonly<Record<Organisation['kind'], string>> = { enterprise: 'e', firm: 'f', bureau: 'b', department: 'b', bank: 'k' };

/** Mails, and messages about organisations and mandates. */
@Injectable()
export class NotificationsJobs {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly links: LinkTokens,
    private readonly notifier: Notifier,
    private readonly mailer: Mailer,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Handles(sendNotificationMail)
  async mail({ notificationId }: { notificationId: string }, delivery: Delivery): Promise<void> {
    const n = await this.db.repo(Notification).findOneBy({ id: notificationId });
    const user = n && (await this.directory.user(n.userId));
    if (!n || !user) return;
    const english = user.preferences.language === 'en';
    await this.mailer.send({
      to: user.email,
      language: english ? 'en' : 'zh',
      subject: english ? n.titleEn : n.titleZh,
      lines: [english ? n.bodyEn : n.bodyZh],
      ...(n.link ? { action: { label: english ? 'Open' : '查看', url: this.url(n.link) } } : {}),
      id: delivery.id,
    });
  }

  @Handles(mailInvitation)
  async invitation({ invitationId }: { invitationId: string }, delivery: Delivery): Promise<void> {
    const invitation = await this.db.repo(Invitation).findOneBy({ id: invitationId });
    const organisation = invitation && (await this.directory.organisation(invitation.orgId));
    if (!invitation || !organisation || invitation.acceptedAt || invitation.revokedAt) return;
    await this.mailer.send({
      to: invitation.email,
      language: 'zh',
      subject: `${organisation.name}邀请您加入环保管家`,
      // whoever is invited has chosen no language yet
      lines: [
        `${invitation.name}，您好：`, `${organisation.name}邀请您作为成员使用环保管家平台。链接 7 天内有效。`,
        `${organisation.name} invites you to join the platform as a member. The link is good for 7 days.`,
      ],
      action: { label: '接受邀请', url: this.url(`/invitation?token=${this.links.tokenOf('invitation', invitation.id)}`) },
      id: delivery.id,
    });
  }

  @Handles(mailPasswordReset)
  async passwordReset({ resetId }: { resetId: string }, delivery: Delivery): Promise<void> {
    const reset = await this.db.repo(PasswordReset).findOneBy({ id: resetId });
    const user = reset && (await this.directory.user(reset.userId));
    if (!reset || !user || reset.usedAt) return;
    const english = user.preferences.language === 'en';
    await this.mailer.send({
      to: user.email,
      language: english ? 'en' : 'zh',
      ...(english ? RESET_WORDS.en(user.name) : RESET_WORDS.zh(user.name)),
      action: { label: english ? 'Set a new password' : '重设密码', url: this.url(`/password/reset?token=${this.links.tokenOf('password-reset', reset.id)}`) },
      id: delivery.id,
    });
  }

  @Handles(tellRegistration)
  async registered({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    const organisation = await this.directory.organisation(organisationId);
    if (!organisation) return;
    await delivery.complete(() =>
      this.notifier.notify({
        to: { role: 'bureau.intake', regionCode: organisation.regionCode }, topic: 'organisation', subject: { type: 'organisation', id: organisationId }, key: `organisation:${organisationId}:registered:v${organisation.version}`,
        title: { zh: `待核验单位：${organisation.name}`, en: `To verify: ${organisation.name}` },
        body: { zh: '请核对统一社会信用代码和联系人后通过或退回。', en: 'Check the credit code and the contact, then verify or reject.' },
        link: `/b/:orgId/organisations/${organisationId}`,
      }),
    );
  }

  @Handles(tellStanding)
  async standing({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    const organisation = await this.directory.organisation(organisationId);
    if (!organisation) return;
    const words = STANDING[organisation.status];
    const reason = organisation.statusReason ? { zh: `原因：${organisation.statusReason}。`, en: `Reason: ${organisation.statusReason}. ` } : { zh: '', en: '' };
    await delivery.complete(() =>
      this.notifier.notify({
        to: { orgId: organisationId }, topic: 'organisation', subject: { type: 'organisation', id: organisationId }, key: `organisation:${organisationId}:v${organisation.version}`,
        title: { zh: words.zh, en: words.en }, body: { zh: reason.zh + words.bodyZh, en: reason.en + words.bodyEn }, link: `/${AREA_OF[organisation.kind]}/${organisationId}${organisation.status === 'rejected' ? '/organisation' : ''}`,
      }),
    );
  }

  @Handles(tellMandate)
  async mandate({ mandateId }: { mandateId: string }, delivery: Delivery): Promise<void> {
    const mandate = await this.db.repo(Mandate).findOneBy({ id: mandateId });
    if (!mandate) return;
    const names = await this.directory.organisations([mandate.enterpriseId, mandate.firmId]);
    const pair = `${names.get(mandate.enterpriseId)?.name ?? ''} — ${names.get(mandate.firmId)?.name ?? ''}`;
    const words = MANDATE_WORDS[mandate.state];
    await delivery.complete(async () => {
      for (const [area, orgId] of [['e', mandate.enterpriseId], ['f', mandate.firmId]] as const)
        await this.notifier.notify({
          to: { orgId }, topic: 'mandate', subject: { type: 'mandate', id: mandateId }, key: `mandate:${mandateId}:${mandate.state}:${orgId}`,
          title: { zh: `授权委托${words.zh}`, en: `Mandate ${words.en}` },
          body: { zh: `${pair}${mandate.endedReason ? `。原因：${mandate.endedReason}` : ''}`, en: `${pair}${mandate.endedReason ? `. Reason: ${mandate.endedReason}` : ''}` },
          link: `/${area}/${orgId}/mandates`,
        });
    });
  }

  private url(path: string): string {
    return `${this.env.HB_PUBLIC_URL.replace(/\/$/, '')}${path}`;
  }
}

const MANDATE_WORDS: Readonly<Record<Mandate['state'], { zh: string; en: string }>> = {
  proposed: { zh: '等待确认', en: 'waits for confirmation' },
  active: { zh: '已生效', en: 'is in force' },
  declined: { zh: '被谢绝', en: 'was declined' },
  revoked: { zh: '已撤销', en: 'was revoked' },
  expired: { zh: '已到期', en: 'has expired' },
  stopped: { zh: '已终止', en: 'was stopped' },
};
