import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    catalogue: {
      name: ['服务目录', 'Catalogue of services'],
      acts: {
        edit: ['修改', 'edited'],
      },
    },
  },
  subjects: {
    'catalogue-service': ['服务项目', 'Service of the catalogue'],
  },
});
