import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    file: {
      name: ['文件', 'File'],
      acts: {
        upload: ['上传', 'uploaded'], 'hand-on': ['转交副本', 'handed on'], read: ['查看', 'read'], remove: ['删除', 'removed'], refused: ['拒收', 'refused'],
        infected: ['发现病毒', 'virus found'],
      },
    },
  },
  subjects: {
    file: ['文件', 'File'], 'organisation-change': ['单位信息变更', 'Change of an organisation'],
  },
  jobs: {
    'file.scan': ['文件病毒检查', 'Scan a file for viruses'],
    'file.extract-text': ['提取文件文字', 'Extract a file’s text'],
    'file.tell-infected': ['通知文件含病毒', 'Tell that a file is infected'],
    'file.sweep': ['清理无主文件', 'Remove files without a record'],
  },
});
