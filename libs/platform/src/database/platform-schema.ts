/**
 * The kernel's own schema. The two functions run as their owner, so a domain's role can wake subscribers and queue
 * jobs without any right on the queue itself; payloads hold ids only.
 */
export const platformSchema = `
  CREATE SCHEMA IF NOT EXISTS platform;
  CREATE TABLE IF NOT EXISTS platform.migration (
    domain text NOT NULL,
    name text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (domain, name)
  );
  CREATE TABLE IF NOT EXISTS platform.first_run_step (
    name text PRIMARY KEY,
    result jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS platform.subscription_route (
    name text PRIMARY KEY,
    source text NOT NULL,
    types text[] NOT NULL
  );
  CREATE OR REPLACE FUNCTION platform.wake_subscribers(source text, types text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT graphile_worker.add_job('subscription:' || r.name, '{}'::json, job_key := 'subscription:' || r.name,
                                   max_attempts := 1000)
      FROM platform.subscription_route r WHERE r.source = $1 AND r.types && $2;
  $$;
  CREATE OR REPLACE FUNCTION platform.route_subscription(name text, source text, types text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO platform.subscription_route AS r VALUES ($1, $2, $3)
      ON CONFLICT (name) DO UPDATE SET source = $2, types = $3;
    SELECT graphile_worker.add_job('subscription:' || $1, '{}'::json, job_key := 'subscription:' || $1,
                                   max_attempts := 1000);
  $$;
  CREATE OR REPLACE FUNCTION platform.add_job(task text, payload json, key text, run_at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT graphile_worker.add_job(task, payload, job_key := key, run_at := run_at, max_attempts := 25);
  $$;
`;
