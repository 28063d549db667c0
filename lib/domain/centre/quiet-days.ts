import type { Business } from '../catalogue/catalogue.ts';
import type { FieldError } from '../refusal.ts';

/** 安静期: days, both included, without visits; in the whole district where neither street nor industry is named. */
export type QuietDays = {
  readonly from: string;
  readonly to: string;
  readonly street?: string;
  readonly industry?: string;
  readonly reason: string;
};

type Quiet = { readonly quietDays: readonly QuietDays[] };
type Place = Pick<Business, 'street' | 'industry' | 'closedOn'>;

/** The quiet days that keep visits from a business on a day; undefined where it may be visited. */
export const quietOn = (
  { quietDays }: Quiet,
  { street, industry }: Pick<Place, 'street' | 'industry'>,
  day: string,
): QuietDays | undefined =>
  quietDays.find(
    (quiet) =>
      quiet.from <= day &&
      day <= quiet.to &&
      (quiet.street === undefined || quiet.street === street) &&
      (quiet.industry === undefined || quiet.industry === industry),
  );

/** Why no visit to a business may begin on a day: it is closed, or the day is quiet. */
export const closedFault = (settings: Quiet, business: Place, day: string, path: string): FieldError | undefined => {
  if (business.closedOn.includes(day)) return { path, code: 'business-closed', values: { day } };
  const quiet = quietOn(settings, business, day);
  return quiet && { path, code: 'quiet-day', values: { day, reason: quiet.reason } };
};
