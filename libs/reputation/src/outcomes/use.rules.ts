/** What is known of a use when somebody wants to name or remove it. */
export interface UseFacts {
  readonly by: 'client' | 'firm';
  /** A file that was handed over lies in the matter before the bureau, byte for byte. */
  readonly sameFile: boolean;
  /** The bureau has decided on the matter. */
  readonly decided: boolean;
  /** The side that asks has named it. */
  readonly own: boolean;
}

export type UseVerdict = 'yes' | 'no-evidence' | 'decided' | 'in-the-file' | 'other-side';

/** The client speaks for itself; a firm, whom the approval pays, shows that its file is in the matter. */
export const mayName = ({ by, sameFile }: Pick<UseFacts, 'by' | 'sameFile'>): UseVerdict => (by === 'client' || sameFile ? 'yes' : 'no-evidence');

/** A use can make a milestone payable: what the bureau has decided on, or the file itself proves, is not taken back; the rest by who named it. */
export function mayRemove({ sameFile, decided, own }: Omit<UseFacts, 'by'>): UseVerdict {
  if (decided) return 'decided';
  if (sameFile) return 'in-the-file';
  return own ? 'yes' : 'other-side';
}
