/** One reviewed, reversible step of a domain's schema. Runs with the domain's schema as search path. */
export interface Migration {
  /** Sortable and unique in the domain, such as `001-lots`. */
  name: string;
  up: string;
  down: string;
}

/** A domain as the database sees it: the schema has the domain's name with underscores. */
export interface DomainSchema {
  domain: string;
  migrations: Migration[];
  /** Tables that can only grow: the domain's role may read and insert, never change or delete. */
  appendOnly?: string[];
  /** Its role may also read where every domain's subscribers stand and what they parked: for operators. */
  oversees?: boolean;
}

/** Tables every domain has: journal, answered requests, places of its subscriptions, public numbers. */
export const kernelTables: Migration = {
  name: '000-kernel',
  up: `
    CREATE TABLE fact (
      seq bigint PRIMARY KEY,
      id uuid NOT NULL UNIQUE,
      type text NOT NULL,
      subject_id uuid NOT NULL,
      data jsonb NOT NULL,
      actor_id uuid,
      on_behalf_of uuid,
      reason text,
      at timestamptz NOT NULL,
      prev text NOT NULL,
      hash text NOT NULL
    );
    CREATE INDEX fact_subject ON fact (subject_id, seq);
    CREATE TABLE answered_request (
      actor text NOT NULL,
      request_id text NOT NULL,
      input_hash text NOT NULL,
      reply jsonb,
      at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (actor, request_id)
    );
    CREATE TABLE subscription (
      name text PRIMARY KEY,
      position bigint NOT NULL DEFAULT 0,
      failing_seq bigint,
      tries int NOT NULL DEFAULT 0
    );
    CREATE TABLE dead_letter (
      subscription text NOT NULL,
      seq bigint NOT NULL,
      error_name text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      replayed_at timestamptz,
      PRIMARY KEY (subscription, seq)
    );
    CREATE TABLE ref_counter (
      letter text NOT NULL,
      year int NOT NULL,
      last int NOT NULL,
      PRIMARY KEY (letter, year)
    );`,
  down: 'DROP TABLE ref_counter, dead_letter, subscription, answered_request, fact;',
};
