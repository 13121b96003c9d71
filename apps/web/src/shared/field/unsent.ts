/** Drafts of the field: of a record, of the photos of a visit, of a site check, of a steward's visit. */
const DRAFTS = /^hb\.(?:inspection|site-check|steward-visit)\./;

interface Found {
  readonly pages?: object;
  readonly photos?: readonly { readonly fileId?: string; readonly lost?: boolean }[];
  readonly answers?: object;
}

const hasUnsent = ({ pages, photos, answers }: Found): boolean =>
  Object.keys(pages ?? {}).length > 0 || Object.keys(answers ?? {}).length > 0 || (photos ?? []).some(one => one.fileId === undefined && one.lost !== true);

/** How many drafts of this person lie on this device that the server does not have. */
export function unsentOf(userId: string, storage: Storage = localStorage): number {
  return Object.keys(storage).filter(name => {
    if (!DRAFTS.test(name) || !name.includes(userId)) return false;
    try {
      return hasUnsent(JSON.parse(storage.getItem(name) ?? '{}') as Found);
    } catch {
      return false;
    }
  }).length;
}
