import { coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const KEEPERS = ['bureau.intake', 'bureau.supervisor', 'bureau.admin'];

export type ImportAction = 'permit-import.read' | 'permit-import.list' | 'permit-import.upload' | 'permit-import.manage';

/** Lists of permits are the bureau's: all of it reads them, some take them over and back. */
export const importPolicy: Policy<ImportAction, { readonly regionCode: string }> = definePolicy({
  room: 'permit-imports',
  read: 'permit-import.read',
  relations: (actor, record) => (actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  table: {
    'permit-import.read': [grant('jurisdiction', ...BUREAU)],
    'permit-import.list': [grant('any', ...BUREAU)],
    'permit-import.upload': [grant('any', ...KEEPERS)],
    'permit-import.manage': [grant('jurisdiction', ...KEEPERS)],
  },
});
