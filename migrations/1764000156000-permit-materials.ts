import { MigrationInterface, QueryRunner } from 'typeorm';

/** What is handed in with each business of a permit, as dated reference rows: what the law lists and what nobody has compared yet. */
export class PermitMaterials1764000156000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE permit_material (
        business_type text NOT NULL,
        kind text NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        position integer NOT NULL,
        need text NOT NULL,
        triggers jsonb,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        note_zh text,
        note_en text,
        CONSTRAINT permit_material_key PRIMARY KEY (business_type, kind, effective_from),
        CONSTRAINT permit_material_need CHECK (need IN ('always', 'when', 'optional')),
        CONSTRAINT permit_material_when CHECK ((need = 'when') = (triggers IS NOT NULL)),
        CONSTRAINT permit_material_span CHECK (effective_to IS NULL OR effective_to >= effective_from)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
