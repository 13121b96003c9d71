import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { Text } from '../form/field';
import type { PermitImport } from './import.entity';

type Ended = 'judged' | 'unreadable' | 'applied' | 'undone';

/** Tells the officer who began a step of a list that the worker is through with it: a long list is not waited for. */
@Injectable()
export class ImportNotices {
  constructor(private readonly notifier: Notifier) {}

  /** In the transaction in which the step ends; `batch` as it stands then. */
  ended(batch: PermitImport, how: Ended): Promise<void> {
    const { title, body } = wordsOf(batch, how);
    return this.notifier.notify({
      to: { userIds: [batch.stepBy] }, topic: 'permits', subject: { type: 'permit-import', id: batch.id }, link: `/b/:orgId/permit-imports/${batch.id}`, key: `permit-import:${batch.id}:${how}`, title, body,
    });
  }
}

function wordsOf(batch: PermitImport, how: Ended): { title: Text; body: Text } {
  const { name, rowsTotal, created, changed, same, refused, applied, skipped, failure } = batch;
  switch (how) {
    case 'judged':
      return {
        title: { zh: `名单已核对：${name}`, en: `List checked: ${name}` },
        body: { zh: `共 ${rowsTotal} 行：新增 ${created}，有变化 ${changed}，一致 ${same}，未通过 ${refused}。请确认后导入。`, en: `${rowsTotal} lines: ${created} new, ${changed} changed, ${same} the same, ${refused} refused. Confirm to import.` },
      };
    case 'unreadable':
      return { title: { zh: `名单没有读成：${name}`, en: `The list could not be read: ${name}` }, body: failure ?? { zh: '请检查文件后重新上传。', en: 'Check the file and upload it again.' } };
    case 'applied':
      return {
        title: { zh: `名单已导入：${name}`, en: `List imported: ${name}` },
        body: { zh: `已导入 ${applied} 行${skipped > 0 ? `，另有 ${skipped} 行情况有变，没有导入` : ''}。`, en: `${applied} lines imported${skipped > 0 ? `; ${skipped} had changed meanwhile and were left out` : ''}.` },
      };
    case 'undone':
      return {
        title: { zh: `名单导入已撤回：${name}`, en: `Import taken back: ${name}` },
        body: { zh: applied > 0 ? `有 ${applied} 行已经办过事，没有撤回。` : '这一批已全部撤回。', en: applied > 0 ? `${applied} lines had been built on and stay.` : 'All of it was taken back.' },
      };
  }
}
