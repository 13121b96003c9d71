import type { QualificationKind } from './kind.entity';

export class QualificationKindView {
  name!: string;
  nameEn!: string;
  /** Regular expression of the number, or null when any text will do. */
  numberFormat!: string | null;
  numberHint!: string | null;
  scopeRequired!: boolean;
  scopeWords!: string[];
  validityRequired!: boolean;
  scanRequired!: boolean;
  legalBasis!: string;
  /** False until somebody compared it with the official text: 未核实. */
  verified!: boolean;
}

export const kindView = ({ effectiveFrom: _from, effectiveTo: _to, position: _position, ...kind }: QualificationKind): QualificationKindView => kind;
