import { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits of what is not measured in the unit of its medium said mg/L or mg/m³ all the same. Their numbers were right. */
export class LimitUnits1764000199002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE permit_limit l SET unit = own.unit
        FROM (VALUES ('water', 'fecal-coliform', 'MPN/L'), ('water', 'colour', '倍'), ('water', 'pH', '无量纲'),
                     ('air', 'BaP', 'μg/m³'), ('air', 'odour', '无量纲'), ('air', 'blackness', '级')) AS own (medium, pollutant, unit)
       WHERE l.medium = own.medium AND l.pollutant = own.pollutant AND l.measure = 'concentration' AND l.unit <> own.unit
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
