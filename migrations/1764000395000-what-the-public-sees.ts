import { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms that publish what an event came from ask the ledger whether it may be seen: by its source. */
export class WhatThePublicSees1764000395000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX credit_event_source ON credit_event (source_type, source_id) WHERE source_id IS NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
