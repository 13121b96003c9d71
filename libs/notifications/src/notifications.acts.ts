import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  jobs: {
    'notification.mail': ['发送通知邮件', 'Mail a notification'],
    'invitation.mail': ['发送邀请邮件', 'Mail an invitation'],
    'password-reset.mail': ['发送重设密码邮件', 'Mail a password reset'],
    'organisation.tell-registered': ['通知有单位注册待核验', 'Tell of an organisation to be verified'],
    'organisation.tell-standing': ['通知单位核验、暂停和恢复', 'Tell an organisation how it stands'],
    'organisation.tell-change': ['通知单位信息变更', 'Tell of a changed organisation'],
    'mandate.tell': ['通知授权委托变化', 'Tell of a mandate'],
  },
});
