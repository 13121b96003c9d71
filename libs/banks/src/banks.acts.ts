import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    'bank-authorization': {
      name: ['银行授权', 'Authorisation of a bank'],
      acts: {
        request: ['申请', 'asked for'], grant: ['授予', 'granted'], decline: ['拒绝', 'declined'], withdraw: ['撤回申请', 'request withdrawn'], revoke: ['撤销', 'revoked'],
        export: ['导出', 'exported'],
      },
    },
    'bank-client': {
      name: ['银行接口应用', 'Client of a bank'],
      acts: {
        propose: ['申请', 'proposed'], 'new-secret': ['更换密钥', 'new secret'], token: ['签发访问令牌', 'token issued'], export: ['导出', 'exported'], approve: ['批准', 'approved'],
        refuse: ['不批准', 'refused'], revoke: ['停用', 'revoked'],
      },
    },
    'bank-webhook': {
      name: ['银行推送地址', 'Webhook of a bank'],
      acts: {
        create: ['登记', 'created'], ping: ['测试', 'tested'], resend: ['重新推送', 'sent again'], export: ['导出', 'exported'], pause: ['暂停', 'paused'], remove: ['删除', 'removed'],
        resume: ['恢复', 'resumed'], 'new-secret': ['更换密钥', 'new secret'],
      },
    },
    'bank-batch': {
      name: ['银行批量查询', 'Batch of a bank'],
      acts: {
        ask: ['提交', 'asked'], export: ['导出', 'exported'],
      },
    },
    'bank-query': {
      name: ['银行查询', 'Query of a bank'],
      acts: {
        ask: ['查询', 'asked'], export: ['导出', 'exported'], 'export-figures': ['导出统计', 'figures exported'],
      },
    },
  },
  subjects: {
    'bank-authorization': ['银行授权', 'Authorisation of a bank'], 'bank-authorization-list': ['银行授权列表', 'List of authorisations'], 'bank-client': ['银行接口应用', 'Client of a bank'],
    'bank-client-list': ['银行接口应用列表', 'List of clients'], 'bank-webhook': ['银行推送地址', 'Webhook of a bank'], 'bank-delivery-list': ['银行推送记录', 'List of alerts sent'],
    'bank-batch': ['银行批量查询', 'Batch of a bank'], 'bank-query-list': ['银行查询记录', 'List of queries'],
  },
  jobs: {
    'bank.alert': ['信用等级变化时通知银行', 'Alert banks of a changed grade'],
    'bank.alert-listed': ['列入失信名单时通知银行', 'Alert banks of a listing'],
    'bank.alert-unlisted': ['移出失信名单时通知银行', 'Alert banks of a removal'],
    'bank.send-alert': ['向银行接口推送通知', 'Send an alert to a bank'],
    'bank.ask-batch': ['执行银行批量查询', 'Answer a bank’s batch'],
    'bank.undo-authorization': ['签名作废后撤销银行授权', 'Undo an authorisation whose signature was voided'],
    'bank.housekeeping': ['清理过期的银行令牌和记录', 'Remove expired tokens and records of banks'],
  },
});
