import { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of the audit chain and the lock on it in one trip: while it is held every other writer waits. */
export class AuditHead1764000199001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- volatile: each statement inside sees what was committed while it waited for the lock
      CREATE FUNCTION audit_head() RETURNS TABLE (seq bigint, hash text) LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(7142001);
        RETURN QUERY SELECT e.seq, e.hash::text FROM audit_entry e ORDER BY e.seq DESC LIMIT 1;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
