import type { Incident } from '../../domain/incidents/incident.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';

const linkSeconds = 900;

type View = ViewOf<'get-incident'>;

/** An incident as everyone in its scope sees it: that somebody was told, and by what, never at which address. */
export const incidentView = ({
  district: _,
  outbox: __,
  reach: ___,
  tellings = [],
  photos,
  ...incident
}: Incident): View => ({
  ...incident,
  photos: photos.map((fileId) => ({ fileId })),
  tellings: tellings.map(({ about, to, status, channels }) => ({
    about,
    to,
    status,
    at: channels.map(({ at }) => at).toSorted()[0],
    channels: channels.map(({ channel, status: came, error }) => ({ channel, status: came, error })),
  })),
});

/** The same with addresses at which its photos open for a quarter of an hour. */
export const incidentWithPhotos = async (
  { files }: Pick<Ports, 'files'>,
  incident: Incident,
  now: Date,
): Promise<View> => {
  const signed = { seconds: linkSeconds, at: now };
  const photos = incident.photos.map(async (fileId) => ({
    fileId,
    url: await files.download({ district: incident.district }, fileId, signed),
  }));
  return { ...incidentView(incident), photos: await Promise.all(photos) };
};
