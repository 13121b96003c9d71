import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    suspicion: {
      name: ['材料比对提示', 'Suspicion about documents'],
      acts: {
        read: ['查看', 'read'], 'open-clue': ['转为线索', 'made a clue'], dismiss: ['不成立', 'dismissed'], export: ['导出', 'exported'],
      },
    },
  },
  subjects: {
    suspicion: ['材料比对提示', 'Suspicion'],
  },
  jobs: {
    'evidence.read-document': ['识别申请材料', 'Read a document of an application'],
    'evidence.compare-documents': ['比对申请材料', 'Compare documents across applicants'],
  },
});
