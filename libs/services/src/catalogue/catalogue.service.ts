import { Injectable } from '@nestjs/common';
import { Kinds } from '@huanbao/providers';
import { Actor, Audit, Clock, Db, notFound, stale, violatedConstraint } from '@huanbao/platform';
import { basisReversed, codeTaken, unknownKind } from '../services.errors';
import type { CatalogueEditDto, NewServiceDto } from './catalogue.dto';
import { CatalogueService, CatalogueVersion } from './catalogue.entity';

/** The bureau edits the catalogue; every save is a version that stays. */
@Injectable()
export class CatalogueEditing {
  constructor(
    private readonly db: Db,
    private readonly kinds: Kinds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, input: NewServiceDto): Promise<string> {
    return this.write(async () => {
      await this.assertContent(input);
      const [last] = await this.db.query<{ position: number }>(`SELECT coalesce(max(position), 0) AS position FROM catalogue_service WHERE kind = $1 AND stage = $2`, [input.kind, input.stage]);
      const { code, kind, stage, titleZh, titleEn, active } = input;
      await this.db.repo(CatalogueService).insert({ code, kind, stage, titleZh, titleEn, active, position: Number(last?.position ?? 0) + 1, version: 1 });
      await this.keep(actor, { code, version: 1, input });
      return code;
    });
  }

  /** @throws 412 when somebody else saved meanwhile */
  edit(actor: Actor, code: string, input: CatalogueEditDto, expectedVersion: number): Promise<string> {
    return this.write(async () => {
      const service = await this.db.lock(CatalogueService, { code });
      if (!service) throw notFound();
      if (service.version !== expectedVersion) throw stale();
      await this.assertContent(input);
      const { titleZh, titleEn, active } = input;
      await this.db.repo(CatalogueService).update({ code }, { titleZh, titleEn, active, version: expectedVersion + 1 });
      await this.keep(actor, { code, version: expectedVersion + 1, input });
      return code;
    });
  }

  private async keep(actor: Actor, { code, version, input }: { code: string; version: number; input: CatalogueEditDto }): Promise<void> {
    const { titleZh, titleEn, active, purposeZh, purposeEn, scopeTemplate, deliverables, durationDays, requirement, legalBasis, note } = input;
    await this.db.repo(CatalogueVersion).insert({
      code, version, titleZh, titleEn, active, purposeZh, purposeEn, scopeTemplate, deliverables, durationDays, note,
      requirement: requirement.map(clause => ({ anyOf: clause.anyOf.map(({ kind, scope }) => (scope && scope.length > 0 ? { kind, scope } : { kind })) })),
      legalBasis: legalBasis.map(({ law, article, from, to, verified }) => ({ law, article, from, to: to ?? null, verified })), changedBy: actor.userId, changedByName: actor.name, createdAt: this.clock.now(),
    });
    await this.audit.record({ actor, action: 'catalogue.edit', subject: { type: 'catalogue-service', id: code }, details: { version, note } });
  }

  private async assertContent({ requirement, legalBasis }: CatalogueEditDto): Promise<void> {
    const known = new Set((await this.kinds.today()).map(kind => kind.name));
    for (const [nth, clause] of requirement.entries())
      for (const [at, option] of clause.anyOf.entries()) if (!known.has(option.kind)) throw unknownKind(`/requirement/${nth}/anyOf/${at}/kind`, option.kind);
    for (const [nth, basis] of legalBasis.entries()) if (basis.to && basis.to < basis.from) throw basisReversed(nth);
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'catalogue_service_pkey') throw codeTaken();
      throw error;
    }
  }
}
