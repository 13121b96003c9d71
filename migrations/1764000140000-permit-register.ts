import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public register at a million permits: one index of words for every filter, the place of each permit for the map,
 * and an index for each order of the list.
 */
export class PermitRegister1764000140000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a coordinate out of the form; null for anything that is not a number of degrees
      CREATE FUNCTION degrees_of(value text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN value ~ '^-?[0-9]{1,3}([.][0-9]{1,12})?$' THEN value::double precision END
      $$;
      ALTER TABLE permit
        ADD longitude double precision GENERATED ALWAYS AS (degrees_of(snapshot #>> '{basic,location,longitude}')) STORED,
        ADD latitude double precision GENERATED ALWAYS AS (degrees_of(snapshot #>> '{basic,location,latitude}')) STORED;

      -- What a permit is found by: pairs of signs of its names and numbers, of its address (a:), and its attributes
      -- (i: industry by two, three and four digits; c: category; s: status; r: region).
      CREATE FUNCTION permit_terms(words text, address text, industry text, category text, status text, region text) RETURNS text[]
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        -- the same pairs as bigrams(), which cannot be called from here: an index sees no other schema than the system's
        SELECT ARRAY(SELECT DISTINCT substr(lower(words), n, 2) FROM generate_series(1, length(words) - 1) AS n)
            || ARRAY(SELECT DISTINCT 'a:' || substr(lower(address), n, 2) FROM generate_series(1, length(address) - 1) AS n)
            || ARRAY['c:' || category, 's:' || status, 'i:' || left(industry, 2), 'i:' || left(industry, 3), 'i:' || left(industry, 4), 'r:' || left(region, 6), 'r:' || region]
      $$;
      DROP INDEX permit_words;
      CREATE INDEX permit_terms ON permit USING gin (permit_terms(enterprise_name || ' ' || site_name || ' ' || number || ' ' || uscc, site_address, industry_code, management_category, status, region_code));
      ALTER INDEX permit_terms ALTER COLUMN 1 SET STATISTICS 1000;

      CREATE INDEX permit_number_begins ON permit (number text_pattern_ops);
      CREATE INDEX permit_uscc_begins ON permit (uscc text_pattern_ops);
      CREATE INDEX permit_by_end ON permit (valid_to, id);
      CREATE INDEX permit_by_issue ON permit (issued_on, id);
      CREATE INDEX permit_by_place ON permit (longitude, latitude) INCLUDE (id) WHERE longitude IS NOT NULL AND latitude IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
