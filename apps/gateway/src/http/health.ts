import { Router } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Dependency {
  name: string;
  /** Without it only a part of the exchange is missing: it still takes requests. */
  isPart?: boolean;
  check(): Promise<void>;
}

const TIMEOUT_MS = 2_000;

async function stateOf({ name, check, isPart }: Dependency) {
  const started = performance.now();
  const late = new Promise<never>((_, fail) =>
    setTimeout(() => fail(new Error('timeout')), TIMEOUT_MS).unref(),
  );
  try {
    await Promise.race([check(), late]);
    return { name, isPart, state: 'up' as const, ms: Math.round(performance.now() - started) };
  } catch (error) {
    return { name, isPart, state: 'down' as const, reason: (error as Error).name };
  }
}

/** Liveness, readiness with every dependency named, and Prometheus metrics. */
export function healthRoutes(dependencies: Dependency[]): Router {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'stx_http_request_seconds',
    help: 'Time to answer, by method and status',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  const router = Router();
  router.use((request, response, next) => {
    const stop = seconds.startTimer({ method: request.method });
    response.once('finish', () => stop({ status: String(response.statusCode) }));
    next();
  });
  router.get('/health/live', (_, response) => void response.json({ status: 'up' }));
  router.get('/health/ready', async (_, response) => {
    const states = await Promise.all(dependencies.map(stateOf));
    const down = states.filter(({ state }) => state === 'down');
    const isReady = down.every(({ isPart }) => isPart);
    const status = down.length === 0 ? 'up' : isReady ? 'degraded' : 'down';
    response
      .status(isReady ? 200 : 503)
      .json({ status, dependencies: states.map(({ isPart: _, ...state }) => state) });
  });
  router.get('/metrics', async (_, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
