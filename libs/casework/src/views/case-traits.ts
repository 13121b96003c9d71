import { Injectable } from '@nestjs/common';

/** What officers narrow a queue by that only the room of the case knows. */
export const TRAITS = ['businessType', 'category'] as const;
export type Trait = (typeof TRAITS)[number];

/** A room says here how its cases are asked for a trait; the queue puts the condition beside its own. Registered in `onModuleInit`. */
@Injectable()
export class CaseTraits {
  private readonly conditions = new Map<Trait, string>();

  /** @param sql a condition on `case_record`; `?` stands for the value */
  register(trait: Trait, sql: string): void {
    this.conditions.set(trait, sql);
  }

  /** Nothing has a trait that no room knows. */
  conditionOf(trait: Trait): string {
    return this.conditions.get(trait) ?? 'false AND ?::text IS NOT NULL';
  }
}
