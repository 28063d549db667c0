import { useEffect, useState } from 'preact/hooks';

// Screens live behind the hash: a deployment serves one file, and what people look at never reaches a server's log.

export type Place = { readonly path: readonly string[]; readonly query: URLSearchParams };

const placeOf = (hash: string): Place => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
};

/** The address of a screen; parts are encoded, empty query values left out. */
export const hrefOf = (path: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string => {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return `#/${path.map(encodeURIComponent).join('/')}${search.size > 0 ? `?${search}` : ''}`;
};

export const go = (href: string): void => {
  location.hash = href;
};

/** Changes the query of the screen in place, so that a filter survives a reload but makes no history entry. */
export const replaceQuery = (place: Place, change: Readonly<Record<string, string | undefined>>): void => {
  const query = { ...Object.fromEntries(place.query), ...change };
  history.replaceState(null, '', hrefOf(place.path, query));
  dispatchEvent(new HashChangeEvent('hashchange'));
};

export const usePlace = (): Place => {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const onChange = () => setPlace(placeOf(location.hash));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return place;
};
