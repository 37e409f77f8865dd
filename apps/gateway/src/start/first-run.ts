import pg from 'pg';

/** Runs one named step unless it was done before; gives its result either way. */
export type FirstRunStep = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Steps of the first start, each done once: what was finished before a crash is not done again. */
export async function firstRun(
  databaseUrl: string,
  work: (step: FirstRunStep) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(async (name, run) => {
      const { rows } = await client.query('SELECT result FROM platform.first_run_step WHERE name = $1', [
        name,
      ]);
      if (rows.length > 0) return rows[0].result;
      const result = await run();
      await client.query('INSERT INTO platform.first_run_step (name, result) VALUES ($1, $2)', [
        name,
        JSON.stringify(result ?? null),
      ]);
      return result;
    });
  } finally {
    await client.end();
  }
}
