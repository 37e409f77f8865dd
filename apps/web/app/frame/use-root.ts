import { useRouteLoaderData } from 'react-router';
import type { RootData } from '../root';

/** What every page knows: the viewer, the theme. Undefined while the root itself failed. */
export const useRoot = (): RootData | undefined => useRouteLoaderData<RootData>('root');

export type Viewer = NonNullable<RootData['viewer']>;

export const useViewer = (): Viewer | null => useRoot()?.viewer ?? null;
