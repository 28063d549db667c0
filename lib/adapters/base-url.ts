/** Where businesses reach the service, without a slash at the end: links and codes on notices start with it. */
export const baseUrlFromEnvironment = (): string => {
  const url = process.env.BASE_URL;
  if (!url) throw new Error('BASE_URL does not say where links lead');
  return url.replace(/\/$/, '');
};
