import { MigrationInterface, QueryRunner } from 'typeorm';

/** 投诉举报: rounds of handling with their answers, dissatisfaction and what the bureau made of it, the rows of periods that applied. */
export class ComplaintRounds1764000610000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE complaint DROP CONSTRAINT complaint_channel;
      ALTER TABLE complaint ADD CONSTRAINT complaint_channel CHECK (channel IN ('web', 'wechat', 'phone', 'walk-in', 'import'));
      ALTER TABLE complaint ADD COLUMN round integer NOT NULL DEFAULT 0;
      ALTER TABLE complaint ADD COLUMN refusal_told jsonb;
      -- which dated rows gave the periods of the clocks that were started, by clock
      ALTER TABLE complaint ADD COLUMN periods jsonb NOT NULL DEFAULT '{}';

      CREATE TABLE complaint_round (
        id uuid CONSTRAINT complaint_round_pkey PRIMARY KEY DEFAULT uuidv7(),
        complaint_id uuid NOT NULL CONSTRAINT complaint_round_of REFERENCES complaint (id),
        round integer NOT NULL,
        opened_at timestamptz NOT NULL,
        because text NOT NULL CONSTRAINT complaint_round_because CHECK (because IN ('accepted', 'dissatisfied', 'review', 'new-facts', 'false-answer', 'other')),
        opened_reason text,
        opened_by_name text NOT NULL,
        unit text,
        commencement_due date,
        begun_at timestamptz,
        begun_by uuid,
        begun_by_name text,
        handling_due date,
        extension jsonb,
        outcome text CONSTRAINT complaint_round_outcome CHECK (outcome IN ('confirmed', 'partly', 'unfounded')),
        answer text,
        handling_note text,
        answered_at timestamptz,
        answered_by uuid,
        answered_by_name text,
        call_backs jsonb NOT NULL DEFAULT '[]',
        periods jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT complaint_round_once UNIQUE (complaint_id, round),
        CONSTRAINT complaint_round_answered CHECK (answered_at IS NULL OR (answer IS NOT NULL AND outcome IS NOT NULL))
      );

      -- what was answered stays as it was answered: another answer is another round
      CREATE FUNCTION complaint_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'rounds of a complaint are kept'; END IF;
        IF OLD.answered_at IS NOT NULL AND (NEW.answer, NEW.outcome, NEW.answered_at, NEW.answered_by, NEW.handling_note) IS DISTINCT FROM (OLD.answer, OLD.outcome, OLD.answered_at, OLD.answered_by, OLD.handling_note) THEN
          RAISE EXCEPTION 'an answer that was given is not changed';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER complaint_round_stays BEFORE UPDATE OR DELETE ON complaint_round FOR EACH ROW EXECUTE FUNCTION complaint_answer_stays();

      CREATE TABLE complaint_dispute (
        id uuid CONSTRAINT complaint_dispute_pkey PRIMARY KEY DEFAULT uuidv7(),
        -- whose report it is, and the one whose answer it is about: the same unless it was merged
        complaint_id uuid NOT NULL CONSTRAINT complaint_dispute_of REFERENCES complaint (id),
        handled_id uuid NOT NULL CONSTRAINT complaint_dispute_about REFERENCES complaint (id),
        round integer NOT NULL,
        level text NOT NULL CONSTRAINT complaint_dispute_level CHECK (level IN ('first', 'review')),
        reason text NOT NULL CONSTRAINT complaint_dispute_reason CHECK (reason <> ''),
        stated_at timestamptz NOT NULL,
        entered_by_name text,
        due date,
        state text NOT NULL DEFAULT 'open' CONSTRAINT complaint_dispute_state CHECK (state IN ('open', 'reopened', 'upheld')),
        decision_reason text,
        decided_at timestamptz,
        decided_by uuid,
        decided_by_name text,
        CONSTRAINT complaint_dispute_decided CHECK ((state = 'open') = (decided_at IS NULL) AND (decided_at IS NULL) = (decision_reason IS NULL))
      );
      CREATE UNIQUE INDEX complaint_dispute_one_open ON complaint_dispute (complaint_id) WHERE state = 'open';
      CREATE INDEX complaint_dispute_of_one ON complaint_dispute (complaint_id, stated_at, id);
      CREATE INDEX complaint_dispute_of_handled ON complaint_dispute (handled_id, stated_at, id);

      CREATE FUNCTION complaint_dispute_stays() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.state <> 'open' OR (NEW.reason, NEW.stated_at, NEW.round, NEW.level) IS DISTINCT FROM (OLD.reason, OLD.stated_at, OLD.round, OLD.level) THEN
          RAISE EXCEPTION 'what a reporter said and what was decided is kept';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER complaint_dispute_kept BEFORE UPDATE OR DELETE ON complaint_dispute FOR EACH ROW EXECUTE FUNCTION complaint_dispute_stays();

      -- what was accepted before is its round as far as it is known
      INSERT INTO complaint_round (complaint_id, round, opened_at, because, opened_by_name, unit, begun_at, handling_due, outcome, answer, handling_note, answered_at, answered_by_name, answered_by, extension, call_backs)
        SELECT c.id, c.reopened + 1, c.accepted_at, CASE WHEN c.reopened > 0 THEN 'other' ELSE 'accepted' END, '（此前的登记）', c.unit, c.accepted_at, c.handling_due,
               CASE WHEN k.state <> 'handling' THEN c.outcome END, CASE WHEN k.state <> 'handling' THEN c.answer END, CASE WHEN k.state <> 'handling' THEN c.handling_note END,
               CASE WHEN k.state <> 'handling' THEN c.answered_at END, CASE WHEN k.state <> 'handling' THEN c.answered_by_name END,
               CASE WHEN k.state <> 'handling' THEN (SELECT e.actor_user_id FROM case_event e WHERE e.case_id = c.id AND e.action = 'answer' ORDER BY e.version_before DESC LIMIT 1) END,
               (SELECT jsonb_build_object('days', e.days, 'reason', coalesce(e.reason, ''), 'askedBy', e.actor_user_id, 'askedByName', e.actor_name, 'askedAt', e.at, 'granted', true, 'words', e.reason, 'decidedByName', e.actor_name, 'decidedAt', e.at)
                  FROM clock_entry e WHERE e.case_id = c.id AND e.clock = 'handling' AND e.kind = 'extend' AND e.run = (SELECT max(l.run) FROM clock_entry l WHERE l.case_id = c.id AND l.clock = 'handling') ORDER BY e.seq DESC LIMIT 1),
               CASE WHEN c.call_back IS NULL THEN '[]' ELSE jsonb_build_array(c.call_back) END
          FROM complaint c JOIN case_record k ON k.id = c.id WHERE c.accepted_at IS NOT NULL AND k.state NOT IN ('refused', 'referred');
      UPDATE complaint c SET round = r.round FROM complaint_round r WHERE r.complaint_id = c.id;

      -- periods are named by what they are, then by subject and way in
      -- one row ruled telephone and walk-in alike
      INSERT INTO reference_value (id, kind, key, title, value, unit, effective_from, effective_to, legal_basis, verified, origin, note)
        SELECT uuidv7(), kind, 'acceptance+channel:walk-in', title, value, unit, effective_from, effective_to, legal_basis, verified, origin, note FROM reference_value WHERE kind = 'complaint-period' AND key = 'acceptance-phone';
      UPDATE reference_value SET key = 'acceptance+channel:phone' WHERE kind = 'complaint-period' AND key = 'acceptance-phone';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
