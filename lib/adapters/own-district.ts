/** The district that this deployment serves, by `DISTRICT`. */
export const districtFromEnvironment = (): string => {
  const district = process.env.DISTRICT;
  if (!district) throw new Error('DISTRICT is not set');
  return district;
};
