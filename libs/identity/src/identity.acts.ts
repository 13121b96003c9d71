import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    auth: {
      name: ['登录', 'Sign-in'],
      acts: {
        login: ['登录成功', 'signed in'], 'login-failed': ['登录失败', 'failed'], 'code-failed': ['验证码错误', 'wrong code'],
      },
    },
    session: {
      name: ['会话', 'Session'],
      acts: {
        revoke: ['退出一台设备', 'device signed out'], 'revoke-others': ['退出其他设备', 'other devices signed out'], leave: ['退出登录', 'signed out'],
        'reuse-detected': ['发现凭证被重复使用', 'reuse detected'],
      },
    },
    password: {
      name: ['密码', 'Password'],
      acts: {
        change: ['修改', 'changed'], reset: ['重设', 'reset'], 'reset-requested': ['申请重设', 'reset requested'],
      },
    },
    totp: {
      name: ['动态验证码', 'Authenticator'],
      acts: {
        confirm: ['启用', 'confirmed'], remove: ['停用', 'removed'], reset: ['为成员重置', 'reset for a member'],
      },
    },
    account: {
      name: ['账户', 'Account'],
      acts: {
        edit: ['修改资料', 'edited'],
      },
    },
    'api-token': {
      name: ['接口密钥', 'API token'],
      acts: {
        create: ['创建', 'created'], revoke: ['撤销', 'revoked'],
      },
    },
    organisation: {
      name: ['单位', 'Organisation'],
      acts: {
        establish: ['设立', 'established'], register: ['注册', 'registered'], edit: ['修改信息', 'edited'], verify: ['核验通过', 'verified'], reject: ['核验不通过', 'not approved'],
        suspend: ['暂停', 'suspended'], reinstate: ['恢复', 'reinstated'], unmask: ['查看完整联系电话', 'number shown'],
      },
    },
    'organisation-change': {
      name: ['单位信息变更', 'Change of an organisation'],
      acts: {
        request: ['申请', 'asked for'], withdraw: ['撤回', 'withdrawn'], confirm: ['同意', 'confirmed'], refuse: ['不同意', 'refused'],
      },
    },
    membership: {
      name: ['成员', 'Member'],
      acts: {
        roles: ['调整角色', 'roles changed'], remove: ['移除', 'removed'],
      },
    },
    invitation: {
      name: ['邀请', 'Invitation'],
      acts: {
        send: ['发出', 'sent'], resend: ['重发', 'sent again'], revoke: ['撤销', 'revoked'], accept: ['接受', 'accepted'],
      },
    },
    mandate: {
      name: ['授权委托', 'Mandate'],
      acts: {
        propose: ['提出', 'proposed'], confirm: ['确认', 'confirmed'], declined: ['谢绝', 'declined'], revoked: ['撤销', 'revoked'], stop: ['因单位暂停而中止', 'stopped'],
        expire: ['到期', 'expired'],
      },
    },
    site: {
      name: ['厂区', 'Site'],
      acts: {
        add: ['登记', 'added'], edit: ['修改', 'edited'],
      },
    },
  },
  subjects: {
    user: ['账号', 'Account'], session: ['会话', 'Session'], organisation: ['单位', 'Organisation'], invitation: ['邀请', 'Invitation'], mandate: ['授权委托', 'Mandate'],
  },
  jobs: {
    'identity.tidy': ['清理过期的会话和登录记录', 'Remove expired sessions and sign-in records'],
  },
});
