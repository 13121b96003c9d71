import { defineActs } from '@huanbao/platform';

/** What stands in the audit log and in the list of background jobs, in words. */
defineActs({
  acts: {
    task: {
      name: ['服务任务', 'Service task'],
      acts: {
        create: ['起草', 'drafted'], edit: ['修改草稿', 'edited'], publish: ['发布', 'published'], cancel: ['取消', 'cancelled'], close: ['截止报价', 'bidding closed'], open: ['开标', 'opened'],
        award: ['定标', 'awarded'], fail: ['流标', 'without award'], deliver: ['提交成果', 'delivered'], accept: ['验收', 'accepted'], rework: ['要求返工', 'rework asked for'],
        'accept-despite': ['说明后验收', 'accepted despite a doubt'], rate: ['评价', 'rated'], 'after-award': ['登记成交后事项', 'step after the award'],
        'performance-bond': ['登记履约保证金', 'performance bond entered'], 'performance-bond-return': ['退还履约保证金', 'performance bond returned'],
        'read-sealed-shares': ['取用开标份额', 'shares of the opening key read'], 'share-lost': ['登记钥匙遗失', 'key lost'], 'open-share': ['交出开标份额', 'share of the opening key given'],
        answer: ['答复提问', 'question answered'], resume: ['异议答复后恢复报价', 'bidding resumed'], object: ['提出异议', 'objected'], ask: ['提问', 'question asked'],
        amend: ['修改采购文件', 'documents amended'], talk: ['磋商', 'talked'], 'call-final': ['发起最终报价', 'final round called'], 'pay-bond': ['登记投标保证金', 'bid bond entered'],
        'return-bond': ['退还投标保证金', 'bid bond returned'], prolong: ['延长征集', 'prolonged'], proceed: ['家数不足仍继续', 'gone on with fewer bids'], decline: ['婉拒邀请', 'declined'],
        counter: ['还价', 'counter-offer'], 'cancel-award': ['取消中选', 'award cancelled'], 'restore-award': ['恢复中选', 'award restored'], terminate: ['合同解除，任务终止', 'terminated'],
        'join-visit': ['报名踏勘', 'visit joined'], 'leave-visit': ['退出踏勘', 'visit left'], export: ['导出', 'exported'], 'export-bids': ['导出报价', 'bids exported'],
        'add-visit': ['安排现场踏勘', 'site visit set'], 'cancel-visit': ['取消现场踏勘', 'site visit cancelled'], 'visit-minutes': ['公布踏勘记录', 'minutes of the visit published'],
      },
    },
    bid: {
      name: ['报价', 'Bid'],
      acts: {
        submit: ['密封提交', 'submitted, sealed'], withdraw: ['撤回', 'withdrawn'],
      },
    },
    'witness-key': {
      name: ['见证钥匙', 'Witness key'],
      acts: {
        set: ['登记', 'set'],
      },
    },
  },
  subjects: {
    'service-task': ['服务任务', 'Service task'], 'service-task-list': ['服务任务列表', 'List of service tasks'], 'witness-key': ['见证钥匙', 'Witness key'],
    'task-opening': ['开标记录', 'Record of an opening'], 'task-first-opening': ['首轮开启记录', 'Record of the first round'], bid: ['报价', 'Bid'],
  },
  jobs: {
    'task.tell-procedure': ['通知采购程序进展', 'Tell how a procurement goes on'],
    'task.close': ['到期截止报价', 'Close the bidding when its time is over'],
    'task.tell-matching-firms': ['向匹配的服务机构推送任务', 'Tell matching firms of a task'],
    'task.tell-closed': ['通知报价截止', 'Tell that bidding is closed'],
    'task.tell-opened': ['通知开标', 'Tell that bids were opened'],
    'task.render-opening-record': ['生成开标记录', 'Draw the record of the opening'],
    'task.render-first-record': ['生成首轮开启记录', 'Draw the record of the first round'],
    'task.tell-awarded': ['通知成交结果', 'Tell the award'],
    'task.tell-ended': ['通知任务终止', 'Tell that a task ended'],
    'task.tell-delivered': ['通知成果已提交', 'Tell that work was delivered'],
    'task.tell-reviewed': ['通知验收结果', 'Tell the outcome of an acceptance'],
    'task.tell-to-rate': ['提醒对方评价', 'Ask the other side for its rating'],
    'task.tell-rated': ['通知评价已公开', 'Tell that ratings are public'],
    'task.learn-price': ['把成交价计入参考价', 'Learn from the price of an award'],
    'task.engage-firm': ['成交后登记机构在办任务', 'Count an award to the firm’s load'],
    'task.release-firm': ['验收后减去机构在办任务', 'Take finished work off the firm’s load'],
    'task.recheck-bidder': ['机构资格变化后复核其报价', 'Look at bids again after a firm’s standing changed'],
    'task.recheck-organisation': ['单位暂停或恢复后复核其任务', 'Look at tasks again after an organisation was suspended or reinstated'],
    'task.tell-holders': ['通知开标钥匙持有人', 'Tell the holders of opening keys'],
    'task.remind-procurement': ['提醒采购各环节的期限', 'Remind of periods of procurements'],
    'task.publish-due-ratings': ['公开到期的评价', 'Publish due ratings'],
  },
});
