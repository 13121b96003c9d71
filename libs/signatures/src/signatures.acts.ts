import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    signature: {
      name: ['签署存证', 'Copy of record'],
      acts: {
        keep: ['存档', 'kept'], read: ['查看', 'read'], repudiate: ['否认签名', 'repudiated'], rule: ['裁定', 'ruled on'],
      },
    },
  },
  subjects: {
    signature: ['签署存证', 'Copy of record'],
  },
  jobs: {
    'signature.draw': ['生成签署存证文件', 'Draw the paper of what was signed'],
    'signature.mail-signer': ['给签署人发送存档确认', 'Mail the signer a confirmation'],
  },
});
