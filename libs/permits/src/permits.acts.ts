import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    permit: {
      name: ['排污许可证', 'Permit'],
      acts: {
        export: ['导出', 'exported'], revoked: ['撤销', 'revoked'], forfeited: ['吊销', 'forfeited'], withdrawn: ['撤回', 'withdrawn'], cancelled: ['注销', 'cancelled'],
      },
    },
    limit: {
      name: ['标准与限值', 'Standards and limits'],
      acts: {
        export: ['导出', 'exported'], propose: ['提出改动', 'change proposed'], confirmed: ['确认改动', 'change confirmed'], rejected: ['退回改动', 'change rejected'],
        withdrawn: ['撤回改动', 'change withdrawn'], change: ['改动生效', 'changed'],
      },
    },
    condition: {
      name: ['许可条件库', 'Library of conditions'],
      acts: {
        export: ['导出', 'exported'], create: ['新增', 'created'], revise: ['发布新版本', 'new version'], retire: ['停用', 'retired'],
      },
    },
    'permit-import': {
      name: ['许可证清单导入', 'Import of permits'],
      acts: {
        upload: ['上传清单', 'list uploaded'], apply: ['开始写入', 'application begun'], discard: ['放弃', 'discarded'], undo: ['开始撤销', 'undoing begun'], part: ['写入一批', 'part applied'],
        'undo-part': ['撤销一批', 'part undone'], export: ['导出', 'exported'],
      },
    },
    'permit-registration': {
      name: ['排污登记', 'Registration'],
      acts: {
        export: ['导出', 'exported'], 'national-number': ['登记国家平台编号', 'national number entered'], first: ['登记', 'registered'], change: ['变更', 'changed'], renew: ['延续', 'renewed'],
        cancel: ['注销', 'cancelled'], restore: ['恢复到此前的登记', 'restored'],
      },
    },
    'permit-application': {
      acts: {
        export: ['导出', 'exported'], import: ['导入表格', 'imported'], 'import-json': ['导入许可证数据', 'permit’s data imported'], copy: ['复制已有内容', 'copied from another'],
        'copy-undo': ['撤销复制', 'copy undone'], edit: ['填写', 'edited'], sign: ['签署', 'signed'], 'site-check': ['现场核查', 'site check'], teamwork: ['会签与协作', 'teamwork'],
        opinion: ['填写审查意见', 'opinion'], 'contest-finding': ['对校核结果提出异议', 'finding contested'], 'dispose-finding': ['处理校核结果', 'finding judged'],
        'change-type': ['调整业务类型', 'business type changed'], 'correction-follows': ['补正后的后续事项', 'consequences of a correction'],
        'taken-over': ['由新的申请接替', 'taken over by a new one'], 'condition-add': ['新增许可条件', 'condition added'], 'condition-change': ['修改许可条件', 'condition changed'],
        'condition-drop': ['删去许可条件', 'condition dropped'], 'condition-taken-back': ['撤回对许可条件的改动', 'change of a condition taken back'],
      },
    },
  },
  subjects: {
    permit: ['排污许可证', 'Permit'], 'permit-list': ['许可证名录', 'List of permits'], 'permit-application-list': ['许可申请列表', 'List of applications'], limit: ['排放限值', 'Limits'],
    'limit-proposal': ['限值改动', 'Change of limits'], 'condition-library': ['许可条件库', 'Library of conditions'], 'permit-import': ['许可证清单导入', 'Import of permits'],
    'permit-registration': ['排污登记', 'Registration'], 'permit-registration-list': ['排污登记列表', 'List of registrations'], 'site-check': ['现场核查', 'Site check'],
    'permit-form-paper': ['申请表', 'Form of an application'],
  },
  jobs: {
    'permit.draw-site-check': ['生成现场核查报告', 'Draw the report of a site check'],
    'permit-registration.draw-receipt': ['生成登记回执', 'Draw the receipt of a registration'],
    'permit.judge-list': ['核对导入的许可证清单', 'Judge a list of permits to be imported'],
    'permit.apply-list': ['写入导入的许可证', 'Apply a list of permits'],
    'permit.undo-list': ['撤销导入的许可证', 'Undo an imported list of permits'],
    'permit.review-application': ['校核许可申请', 'Review an application by machine'],
    'permit.draw-certificate': ['生成排污许可证', 'Draw a permit’s certificate'],
    'permit.close-ended': ['许可证终止后办结在办申请', 'Close applications of a permit that ended'],
    'permit.undo-submission': ['签名作废后撤回申请提交', 'Undo a submission whose signature was voided'],
    'permit.simulate-limits': ['试算限值改动的影响', 'Simulate a change of limits'],
    'permit.watch-renewals': ['提醒许可证延续', 'Remind of renewals'],
    'permit.remind-registrations': ['提醒排污登记延续', 'Remind of registrations that end'],
    'permit.draw-form-paper': ['生成申请表', 'Draw the form of an application'],
  },
});
