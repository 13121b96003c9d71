import { type Form } from '@huanbao/permits';
import type { PermitInTime } from '../access/permit-records';
import { LedgerItem, ledgerItems } from './template';

/** The items of a permit's ledger on any day; forms are read into items once each. */
export function ledgerBook(permit: PermitInTime): (day: string) => readonly LedgerItem[] | null {
  const known = new Map<Form, readonly LedgerItem[]>();
  return day => {
    const form = permit.formOn(day);
    if (!form) return null;
    const items = known.get(form) ?? ledgerItems(form);
    known.set(form, items);
    return items;
  };
}
