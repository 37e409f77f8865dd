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
  CREATE TABLE IF NOT EXISTS platform.job_claim (
    pool_id text PRIMARY KEY,
    holder int NOT NULL
  );
  CREATE TABLE IF NOT EXISTS platform.subscription_route (
    name text PRIMARY KEY,
    source text NOT NULL,
    types text[] NOT NULL
  );
  CREATE OR REPLACE FUNCTION platform.add_job(task text, payload json, key text, run_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
    BEGIN
      -- a worker that locks the keyed job between the two statements of add_job leaves it unqueued: then without a key
      IF (graphile_worker.add_job(task, payload, job_key := key, run_at := run_at, max_attempts := 1000)).id IS NULL THEN
        PERFORM graphile_worker.add_job(task, payload, run_at := run_at, max_attempts := 1000);
      END IF;
    END $$;
  CREATE OR REPLACE FUNCTION platform.job_counts()
    RETURNS TABLE (task text, waiting int, failing int, running int, oldest timestamptz)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT task_identifier, count(*) FILTER (WHERE attempts = 0 AND locked_at IS NULL)::int,
           count(*) FILTER (WHERE attempts > 0 AND locked_at IS NULL)::int,
           count(*) FILTER (WHERE locked_at IS NOT NULL)::int, min(run_at)
      FROM graphile_worker.jobs GROUP BY task_identifier ORDER BY task_identifier;
  $$;
  CREATE OR REPLACE FUNCTION platform.wake_subscribers(source text, types text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT platform.add_job('subscription:' || r.name, '{}'::json, 'subscription:' || r.name, now())
      FROM platform.subscription_route r WHERE r.source = $1 AND r.types && $2;
  $$;
  CREATE OR REPLACE FUNCTION platform.route_subscription(name text, source text, types text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO platform.subscription_route AS r VALUES ($1, $2, $3)
      ON CONFLICT (name) DO UPDATE SET source = $2, types = $3;
    SELECT platform.add_job('subscription:' || $1, '{}'::json, 'subscription:' || $1, now());
  $$;
`;
