import { Injectable, OnModuleInit } from '@nestjs/common';
import { KnownEnterprises } from '@huanbao/identity';
import { Db } from '@huanbao/platform';

/** Evaluations of an enterprise the bureau only knew belong to the verified one that takes its place; casework moves the cases. */
@Injectable()
export class EvaluationClaims implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly known: KnownEnterprises,
  ) {}

  onModuleInit(): void {
    this.known.onClaim(({ from, to }) => this.adopt(from, to));
  }

  /** One row for a year and an enterprise: where the verified one is on a list of its own, the known one’s row stays behind. */
  private async adopt(from: string, to: string): Promise<void> {
    await this.db.query('UPDATE evaluation_participant p SET subject_id = $2 WHERE p.subject_id = $1 AND NOT EXISTS (SELECT 1 FROM evaluation_participant o WHERE o.year = p.year AND o.subject_id = $2)', [from, to]);
    await this.db.query('UPDATE credit_evaluation e SET subject_id = p.subject_id FROM evaluation_participant p WHERE p.id = e.participant_id AND e.subject_id = $1 AND p.subject_id = $2', [from, to]);
    await this.db.query('UPDATE credit_evaluation_letter l SET subject_id = e.subject_id FROM credit_evaluation e WHERE e.id = l.id AND l.subject_id = $1 AND e.subject_id = $2', [from, to]);
  }
}
