import { Injectable } from '@nestjs/common';
import { Db, FieldCipher } from '@huanbao/platform';
import { NAME_CONTEXT } from '../people/person.view';

export interface EngineerLoad {
  readonly personId: string;
  readonly firmId: string;
  /** Tasks in hand that name this person. */
  readonly running: number;
  /** As many as the firm has registered. */
  readonly most: number;
}

/** How many running tasks responsible engineers answer for. For rooms that show it; who may see a name is theirs to say. */
@Injectable()
export class EngineerLoads {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
  ) {}

  ofFirm(firmId: string): Promise<EngineerLoad[]> {
    return this.rows('p.firm_id = $1 AND p.left_on IS NULL AND p.is_responsible', [firmId]);
  }

  /** With names in clear: for clients of the firm, who are told who will answer for their task. */
  async named(personIds: readonly string[]): Promise<Map<string, EngineerLoad & { readonly name: string }>> {
    const rows = personIds.length === 0 ? [] : await this.rows('p.id = ANY($1::uuid[])', [[...personIds]]);
    return new Map(rows.map(({ nameCipher, ...row }) => [row.personId, { ...row, name: this.cipher.decrypt(nameCipher, NAME_CONTEXT) }]));
  }

  private rows(where: string, values: unknown[]): Promise<(EngineerLoad & { readonly nameCipher: string })[]> {
    return this.db.query<EngineerLoad & { readonly nameCipher: string }>(
      `SELECT p.id AS "personId", p.firm_id AS "firmId", p.max_tasks AS most, p.name_cipher AS "nameCipher", (SELECT count(*)::int FROM engagement e WHERE e.person_id = p.id AND e.ended_at IS NULL) AS running
         FROM firm_person p WHERE ${where} ORDER BY running DESC, p.id`,
      values,
    );
  }
}
