import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

export interface SubgraphSdl {
  name: string;
  sdl: string;
}

/** One supergraph of all subgraphs. @throws with every reason when they do not fit together */
export function composeSupergraph(subgraphs: SubgraphSdl[]): string {
  const inOrder = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const composed = composeServices(
    inOrder.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.invalid` })),
  );
  if (composed.errors) {
    throw new Error(
      `the subgraphs do not compose:\n${composed.errors.map((error) => error.message).join('\n')}`,
    );
  }
  return composed.supergraphSdl!;
}
