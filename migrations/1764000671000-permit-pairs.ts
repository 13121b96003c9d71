import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two characters that stand in many permits are found in the order in which they are shown: `permit_pair` holds each pair of neighbouring characters
 * of what a permit is searched by, sorted by pair and id and by pair and name. GIN names all rows of a pair and none of them first; a search by name
 * read tens of thousands of permits for the twenty it showed. Pairs of digits and letters alone are left out: numbers are found by their beginning.
 */
export class PermitPairs1764000671000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(FILLING);
    await db.query(INDEXES);
    await db.query(KEEPING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const WORDS = (row: string): string => `${row}.enterprise_name || ' ' || ${row}.site_name || ' ' || ${row}.number || ' ' || ${row}.uscc`;

const TABLE = `
  -- no key of its own and none to the permit: the triggers keep it, and a million permits have sixteen million pairs
  CREATE TABLE permit_pair (
    pair text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    enterprise_name text NOT NULL
  );
  -- the same pairs as permit_terms(), less those without any character beyond ASCII
  CREATE FUNCTION permit_pairs(words text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT DISTINCT substr(lower(words), n, 2) FROM generate_series(1, length(words) - 1) AS n WHERE octet_length(substr(lower(words), n, 2)) > 2
  $$;
`;

const FILLING = `INSERT INTO permit_pair (pair, id, enterprise_name) SELECT pair, p.id, p.enterprise_name FROM permit p, permit_pairs(${WORDS('p')}) AS pair`;

const INDEXES = `
  CREATE UNIQUE INDEX permit_pair_by_id ON permit_pair (pair, id);
  CREATE INDEX permit_pair_by_name ON permit_pair (pair, enterprise_name, id);
`;

const KEEPING = `
  CREATE FUNCTION permit_pair_keep() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      DELETE FROM permit_pair WHERE id = OLD.id AND pair IN (SELECT permit_pairs(${WORDS('OLD')}));
    END IF;
    IF TG_OP <> 'DELETE' THEN
      INSERT INTO permit_pair (pair, id, enterprise_name) SELECT pair, NEW.id, NEW.enterprise_name FROM permit_pairs(${WORDS('NEW')}) AS pair;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER permit_pair_kept AFTER INSERT OR DELETE ON permit FOR EACH ROW EXECUTE FUNCTION permit_pair_keep();
  CREATE TRIGGER permit_pair_renamed AFTER UPDATE OF enterprise_name, site_name, number, uscc ON permit FOR EACH ROW
    WHEN ((OLD.enterprise_name, OLD.site_name, OLD.number, OLD.uscc) IS DISTINCT FROM (NEW.enterprise_name, NEW.site_name, NEW.number, NEW.uscc)) EXECUTE FUNCTION permit_pair_keep();
`;
