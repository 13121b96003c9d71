import { Injectable, OnModuleInit } from '@nestjs/common';
import { KnownEnterprises } from '@huanbao/identity';
import { Db } from '@huanbao/platform';
import { EvaluationParticipant } from '../evaluation.entity';
import { furthest, type Place } from '../rules/furthest';
import { Merging } from './merging.service';

/** Evaluations of an enterprise the bureau only knew belong to the verified one that takes its place; casework moves the cases. */
@Injectable()
export class EvaluationClaims implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly known: KnownEnterprises,
    private readonly merging: Merging,
  ) {}

  onModuleInit(): void {
    this.known.onClaim(({ from, to }) => this.adopt(from, to));
  }

  /** Where both are on the list of a year, one of the two is closed first: an enterprise is evaluated once a year. */
  private async adopt(from: string, to: string): Promise<void> {
    for (const one of await this.of(from)) {
      const [own] = await this.of(to, one.year);
      if (!own) continue;
      const kept = furthest(await this.placeOf(one), await this.placeOf(own)) === 'known' ? one : own;
      await this.merging.merge({ kept, closed: kept === one ? own : one, to });
    }
    await this.db.query('UPDATE evaluation_participant SET subject_id = $2 WHERE subject_id = $1', [from, to]);
    await this.db.query('UPDATE credit_evaluation SET subject_id = $2 WHERE subject_id = $1', [from, to]);
    await this.db.query('UPDATE credit_evaluation_letter SET subject_id = $2 WHERE subject_id = $1', [from, to]);
  }

  private of(subjectId: string, year?: number): Promise<EvaluationParticipant[]> {
    const rows = this.db.repo(EvaluationParticipant).createQueryBuilder('p').setLock('pessimistic_write').where('p.subjectId = :subjectId AND p.mergedInto IS NULL', { subjectId });
    if (year !== undefined) rows.andWhere('p.year = :year', { year });
    return rows.orderBy('p.year', 'ASC').getMany();
  }

  private async placeOf({ evaluationId, removedAt }: EvaluationParticipant): Promise<Place> {
    const [c] = evaluationId === null ? [] : await this.db.query<{ state: string }>('SELECT state FROM case_record WHERE id = $1 FOR UPDATE', [evaluationId]);
    return { removed: removedAt !== null, state: c?.state ?? null };
  }
}
