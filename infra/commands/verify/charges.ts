/** What each business of a grid is charged of one trip: two sorted columns, as a city has millions of them. */
export type Charges = {
  readonly businesses: readonly string[];
  readonly charge: Int32Array | Float64Array;
};

export const chargesOf = (given: Readonly<Record<string, number>>): Charges => {
  const sorted = Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const values = sorted.map(([, charge]) => charge);
  const isSmall = values.every((charge) => charge < 2 ** 31);
  return {
    businesses: sorted.map(([business]) => business),
    charge: isSmall ? Int32Array.from(values) : Float64Array.from(values),
  };
};

/** 0 for a business that isn't named. */
export const chargeOf = ({ businesses, charge }: Charges, business: string): number => {
  let low = 0;
  let high = businesses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((businesses[middle] ?? '') < business) low = middle + 1;
    else high = middle;
  }
  return businesses[low] === business ? (charge[low] ?? 0) : 0;
};

export const totalOf = ({ charge }: Charges): number => {
  let total = 0;
  for (const one of charge) total += one;
  return total;
};
