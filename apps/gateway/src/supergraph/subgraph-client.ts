import { setTimeout as sleep } from 'node:timers/promises';
import { anonymous, signViewer, VIEWER_HEADER, type Viewer } from '@stx/platform';
import { GraphQLError, type ExecutionResult } from 'graphql';

const TIMEOUT_MS = 10_000;

/** A domain in another process: the same contract over HTTP, with the viewer signed by us. */
export class SubgraphClient {
  constructor(
    readonly name: string,
    private readonly url: string,
    private readonly secret: string,
  ) {}

  async execute(
    query: string,
    variables: Record<string, unknown> | undefined,
    viewer: Viewer,
  ): Promise<ExecutionResult> {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(new URL('/graphql', this.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [VIEWER_HEADER]: signViewer(viewer, this.name, body, this.secret),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`subgraph ${this.name} answered ${response.status}`);
    const { data, errors } = (await response.json()) as ExecutionResult;
    // what came as JSON becomes what an execution in this process would have given
    return {
      data,
      errors: errors?.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })),
    };
  }

  /** The service's own SDL; waits up to 30 s for a service that is still starting. */
  async sdl(): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await this.execute('{ _service { sdl } }', {}, anonymous());
        return (result.data as { _service: { sdl: string } })._service.sdl;
      } catch (error) {
        if (attempt >= 60) throw error;
        await sleep(500);
      }
    }
  }
}
