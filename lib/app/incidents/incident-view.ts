import type { Incident } from '../../domain/incidents/incident.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';

const linkSeconds = 900;

type View = ViewOf<'get-incident'>;

/** An incident as everyone in its scope sees it. */
export const incidentView = ({ district: _, outbox: __, photos, ...incident }: Incident): View => ({
  ...incident,
  photos: photos.map((fileId) => ({ fileId })),
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
