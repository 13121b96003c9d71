import { AppError, invalidFields } from '@huanbao/platform';

export const badCredentials = (captchaRequired: boolean): AppError =>
  new AppError('unauthenticated', 'auth.bad-credentials', { zh: '账号或密码不对，请核对后重试', en: 'The login or the password is wrong.' }, { extra: { captchaRequired } });

export const signInLocked = (retryAfterSeconds: number): AppError =>
  new AppError(
    'too-many',
    'auth.locked',
    { zh: `连续输错次数太多，请 ${Math.ceil(retryAfterSeconds / 60)} 分钟后再试，或用“忘记密码”重设`, en: `Too many wrong attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes or reset the password.` },
    { extra: { retryAfterSeconds, captchaRequired: true } },
  );

export const captchaNeeded = (): AppError =>
  new AppError('invalid', 'auth.captcha', { zh: '需要完成安全校验，请稍等片刻后再提交', en: 'A security check is needed. Wait a moment and submit again.' }, { extra: { captchaRequired: true } });

export const badCode = (): AppError =>
  new AppError('unauthenticated', 'auth.bad-code', { zh: '动态验证码不对或已经用过，请等下一个验证码', en: 'The code is wrong or was used. Wait for the next one.' });

export const ticketExpired = (): AppError =>
  new AppError('unauthenticated', 'auth.ticket', { zh: '登录步骤已超时，请重新输入密码', en: 'This sign-in has timed out. Enter your password again.' });

export const apiTokenInvalid = (): AppError =>
  new AppError('unauthenticated', 'auth.api-token', { zh: '接口密钥不存在、已停用或已过期，请在“接口密钥”中新建一个', en: 'This API token does not exist, was revoked or has expired. Make a new one.' });

export const apiTokenDates = (): AppError =>
  invalidFields([{ pointer: '/expiresOn', code: 'date', zh: '有效期应在今天以后、两年以内', en: 'Choose a last day after today and within two years.' }]);

export const tooManyApiTokens = (most: number): AppError =>
  new AppError('rule', 'api-token.too-many', { zh: `最多同时使用 ${most} 个接口密钥，请先停用不用的`, en: `At most ${most} tokens at a time: revoke those no longer used.` });

export const sessionEnded = (): AppError => new AppError('unauthenticated', 'session.ended', { zh: '登录已失效，请重新登录', en: 'You are signed out. Please sign in again.' });

/** The password of an officer has run out: nothing but changing it is possible (GB/T 22239 三级 口令定期更换). */
export const passwordExpired = (): AppError =>
  new AppError('forbidden', 'auth.password-expired', { zh: '密码已超过 90 天，请先在“登录与安全”里修改密码', en: 'Your password is older than 90 days. Change it under sign-in and security first.' });

export const secondFactorNeeded = (): AppError =>
  new AppError('forbidden', 'auth.second-factor', { zh: '代表生态环境部门办理业务需要两步验证，请先在“登录与安全”里启用', en: 'Acting for the bureau needs two-step verification. Turn it on under sign-in and security first.' });

export const secondFactorDue = (): AppError =>
  new AppError('rule', 'auth.second-factor-due', { zh: '您的岗位必须使用两步验证，不能关闭；需要换设备请重新绑定', en: 'Your post requires two-step verification. To change the device, set it up anew.' });

export const signInAgain = (): AppError =>
  new AppError('forbidden', 'auth.sign-in-again', { zh: '登录已超过 15 分钟，为了账号安全，请再输入一次密码', en: 'You signed in more than 15 minutes ago. For your safety enter your password once more.' });

export const notAMember = (): AppError =>
  new AppError('forbidden', 'organisation.not-a-member', { zh: '您不是这个单位的成员，请切换到自己的单位', en: 'You are not a member of this organisation. Switch to your own.' });

export const weakPassword = (zh: string, en: string, field = 'password'): AppError => invalidFields([{ pointer: `/${field}`, code: 'password', zh, en }]);

export const wrongPassword = (field: 'current' | 'password' = 'current'): AppError => invalidFields([{ pointer: `/${field}`, code: 'password', zh: '当前密码不对', en: 'The current password is wrong.' }]);

export const usccInvalid = (zh: string, en: string): AppError => invalidFields([{ pointer: '/uscc', code: 'uscc', zh, en }]);

export const usccTaken = (): AppError =>
  invalidFields([{ pointer: '/uscc', code: 'uscc-taken', zh: '这个统一社会信用代码已经注册。请联系本单位管理员邀请您加入', en: 'This credit code is registered already. Ask its administrator for an invitation.' }]);

export const emailTaken = (pointer = '/adminEmail'): AppError =>
  invalidFields([{ pointer, code: 'email-taken', zh: '这个邮箱已经有账号。请直接登录，或换一个邮箱', en: 'This e-mail address has an account already. Sign in or use another one.' }]);

export const phoneTaken = (): AppError => invalidFields([{ pointer: '/phone', code: 'phone-taken', zh: '这个手机号已被其他账号使用', en: 'Another account uses this phone number.' }]);

export const linkInvalid = (): AppError =>
  new AppError('rule', 'link.invalid', { zh: '链接已失效或已经用过，请重新获取', en: 'This link has expired or was used. Ask for a new one.' });

export const rolesUnfit = (): AppError =>
  invalidFields([{ pointer: '/roles', code: 'roles', zh: '所选角色不属于这类单位，请重新选择', en: 'These roles do not fit this kind of organisation.' }]);

export const lastKeeper = (): AppError =>
  new AppError('rule', 'membership.last-admin', { zh: '至少保留一位管理员。请先把管理员角色交给其他成员', en: 'One administrator must stay. Hand the role to another member first.' });

export const notOneself = (): AppError =>
  new AppError('rule', 'membership.not-oneself', { zh: '自己的两步验证请在“登录与安全”里重新绑定；设备和恢复码都丢失时，请另一位管理员重置', en: 'Set up your own second factor anew under sign-in and security, or ask another administrator.' });

export const alreadyInvited = (): AppError =>
  invalidFields([{ pointer: '/email', code: 'invited', zh: '已经邀请过这个邮箱，可在邀请列表撤销后重发', en: 'This address has an open invitation. Revoke it to send a new one.' }]);

export const alreadyMember = (): AppError =>
  invalidFields([{ pointer: '/email', code: 'member', zh: '这个邮箱的用户已经是本单位成员', en: 'This person is a member already.' }]);

export const organisationNotVerified = (): AppError =>
  new AppError('rule', 'organisation.not-verified', {
    zh: '本单位还没有通过生态环境部门核验或已被暂停，可以先填写草稿，核验通过后再提交',
    en: 'Your organisation is not verified or is suspended. You can prepare drafts and submit after the verification.',
  });

export const statusConflict = (): AppError =>
  new AppError('conflict', 'organisation.status', { zh: '单位的状态已经变化，请刷新后再操作', en: 'The status of the organisation has changed. Reload and try again.' });

export const factsVerified = (fields: readonly string[]): AppError =>
  new AppError(
    'rule', 'organisation.facts-verified',
    { zh: '单位名称、住所和法定代表人已经核验，不能直接修改，请用“申请变更”', en: 'Name, address and legal representative are verified. Ask for a change instead.' },
    { errors: fields.map(field => ({ pointer: `/${field}`, code: 'verified', zh: '已经核验，请用“申请变更”', en: 'Verified: ask for a change.' })) },
  );

export const changeNeedsVerified = (): AppError =>
  new AppError('rule', 'organisation-change.not-verified', { zh: '只有已核验且未暂停的单位需要申请变更；核验前可以直接修改单位信息', en: 'Only a verified organisation that is not suspended asks for a change; before the verification edit the facts directly.' });

export const changeState = (): AppError =>
  new AppError('conflict', 'organisation-change.state', { zh: '这份变更申请的状态已经变化，请刷新查看', en: 'The state of this change has moved on. Reload to see.' });

export const changeEmpty = (): AppError =>
  invalidFields([{ pointer: '/name', code: 'unchanged', zh: '填写的内容与现在的信息相同，请改写要变更的项目', en: 'This is what is known already. Write what shall change.' }]);

export const changeWithoutEvidence = (): AppError =>
  invalidFields([{ pointer: '/evidence', code: 'evidence', zh: '请上传至少一份证明材料，如新的营业执照', en: 'Upload at least one proof, such as the new business licence.' }]);

export const mandateParties = (): AppError =>
  invalidFields([{ pointer: '/firmId', code: 'parties', zh: '委托方应为企业，受托方应为已核验的服务机构', en: 'A mandate is from an enterprise to a verified service firm.' }]);

export const mandateSites = (): AppError =>
  invalidFields([{ pointer: '/sites', code: 'sites', zh: '请从委托企业登记的生产经营场所中选择，或选“全部场所”', en: 'Choose among the sites of the enterprise, or all of them.' }]);

export const siteUnknown = (): AppError =>
  invalidFields([{ pointer: '/siteId', code: 'site', zh: '没有这个生产经营场所，请从企业登记的场所中选择', en: 'No such site. Choose one of the enterprise’s sites.' }]);

export const sitesFull = (): AppError =>
  new AppError('rule', 'site.full', { zh: '一家企业最多登记 999 个生产经营场所', en: 'An enterprise has at most 999 sites.' });

export const mandateDates = (): AppError =>
  invalidFields([{ pointer: '/validTo', code: 'dates', zh: '截止日期不能早于开始日期或今天，最长 5 年', en: 'The end is not before the beginning or today, and at most five years away.' }]);

export const mandateExists = (): AppError =>
  new AppError('conflict', 'mandate.exists', { zh: '双方在这段时间对同样的事项和场所已有授权或待确认的提议，请先处理那一份', en: 'For this time the two have an open mandate or proposal on the same matters and sites. Settle that one first.' });

export const mandateState = (): AppError => new AppError('conflict', 'mandate.state', { zh: '这份委托已经结束或已确认，请刷新查看', en: 'This mandate has ended or was confirmed. Reload to see.' });

export const notYoursToConfirm = (): AppError =>
  new AppError('forbidden', 'mandate.own-side', { zh: '本单位已确认，等待对方确认', en: 'Your side has confirmed; the other side must confirm.' });
