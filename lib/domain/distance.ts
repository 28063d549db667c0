/** WGS 84, degrees. */
export type Place = { readonly latitude: number; readonly longitude: number };

const earthRadiusMetres = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two places on a sphere of the earth's size, by the haversine formula: within half a percent. */
export const metresBetween = (one: Place, other: Place): number => {
  const [fromLatitude, toLatitude] = [radians(one.latitude), radians(other.latitude)];
  const height = Math.sin((toLatitude - fromLatitude) / 2) ** 2;
  const width = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const share = height + Math.cos(fromLatitude) * Math.cos(toLatitude) * width;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(share)));
};
