import type { Keeping } from '@huanbao/signatures';
import type { Permit } from '../permit.entity';
import type { PermitRequest } from './ending.entity';

const NAMES = { reissue: { zh: '补领', en: 'reissue' }, cancel: { zh: '注销', en: 'cancellation' } } as const;
const CAUSES: Readonly<Record<string, string>> = { lost: '遗失', damaged: '损毁' };

type Asked = Pick<PermitRequest, 'id' | 'kind' | 'cause' | 'reason' | 'occurredOn'>;

/** The copy of record of 补领 or 注销 as it was asked for, with the papers handed in. */
export function requestRecord(permit: Permit, { id, kind, cause, reason, occurredOn }: Asked, papers: readonly { readonly title: string; readonly fileId: string; readonly hash: string }[]): Keeping {
  const { enterpriseId, enterpriseName, siteId, siteName, regionCode, number } = permit;
  return {
    subject: { type: 'permit-request', id }, ownerOrgId: enterpriseId, matter: 'permits', siteId, regionCode,
    what: { zh: `申请${NAMES[kind].zh}排污许可证：${number}`, en: `Asked for the ${NAMES[kind].en} of permit ${number}` },
    data: { request: { id, kind, cause, reason, occurredOn }, permit: { id: permit.id, number, enterpriseName, siteName }, papers },
    draw: page => {
      page.heading(`排污许可证${NAMES[kind].zh}申请`, 1);
      page.keyValues([
        ['许可证编号', number], ['单位名称', enterpriseName], ['生产经营场所', siteName], ...(cause === null ? [] : [['补领的原因', CAUSES[cause] ?? cause] as [string, string]]),
        [kind === 'cancel' ? '停止排放日期' : '遗失或损毁日期', occurredOn], ['说明', reason],
      ]);
      page.heading('交来的材料', 2);
      for (const paper of papers) page.keyValues([[paper.title, `SM3 ${paper.hash}`]]);
      if (papers.length === 0) page.paragraph('无');
    },
  };
}
