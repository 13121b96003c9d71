import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@huanbao/platform';
import type { EvaluationSeat } from '../evaluation.entity';

/** What a member writes under seal, and the column that holds it. */
const COLUMNS = { sheet: 'sheetCipher', review: 'reviewCipher', competition: 'competitionCipher' } as const;
export type SealedKind = keyof typeof COLUMNS;

/** Binds what is sealed to its seat and its question: copied elsewhere it does not open. */
const context = (kind: SealedKind, seatId: string): string => `evaluation_seat.${kind}:${seatId}`;

/** Seals and opens what members write: nobody reads it before all are in. */
@Injectable()
export class SheetSeal {
  constructor(private readonly cipher: FieldCipher) {}

  seal(seatId: string, kind: SealedKind, content: unknown): string {
    return this.cipher.encrypt(JSON.stringify(content), context(kind, seatId));
  }

  /** Null where the member has written nothing yet. */
  open<T>(seat: EvaluationSeat, kind: SealedKind): T | null {
    const sealed = seat[COLUMNS[kind]];
    return sealed === null ? null : (JSON.parse(this.cipher.decrypt(sealed, context(kind, seat.id))) as T);
  }
}
