import type { LocalRoute } from './template/read-stack.ts';

export type MatchedRoute = { readonly route: LocalRoute; readonly pathParameters: Readonly<Record<string, string>> };

type Pattern = { readonly route: LocalRoute; readonly method: string; readonly parts: readonly string[] };

const parameterName = (part: string): string | undefined => /^\{(\w+)\}$/.exec(part)?.[1];

/**
 * Finds the route as an HTTP API does: method and path, a fixed part before a parameter, `$default` where nothing
 * fits. Path parameters are decoded; a path that cannot be decoded fits nothing.
 */
export const routeMatcher = (
  routes: readonly LocalRoute[],
): ((method: string, rawPath: string) => MatchedRoute | undefined) => {
  const patterns: readonly Pattern[] = routes
    .filter(({ key }) => key !== '$default')
    .map((route) => {
      const [method = '', path = ''] = route.key.split(' ');
      return { route, method, parts: path.split('/') };
    })
    .sort((one, other) => one.parts.filter(parameterName).length - other.parts.filter(parameterName).length);
  const fallback = routes.find(({ key }) => key === '$default');

  const parametersOf = ({ method, parts }: Pattern, asked: string, path: readonly string[]) => {
    if (method !== asked || parts.length !== path.length) return undefined;
    const parameters: Record<string, string> = {};
    for (const [index, part] of parts.entries()) {
      const given = path[index] ?? '';
      const name = parameterName(part);
      if (name === undefined ? part !== given : given === '') return undefined;
      if (name !== undefined) parameters[name] = given;
    }
    return parameters;
  };

  return (method, rawPath) => {
    const path = decoded(rawPath.split('/'));
    for (const pattern of path ? patterns : []) {
      const pathParameters = parametersOf(pattern, method, path ?? []);
      if (pathParameters) return { route: pattern.route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
};

const decoded = (parts: readonly string[]): readonly string[] | undefined => {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
};
