import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LinkKeyRing } from '../ports/notice-ports.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';

/** The keys by name: what they are stays where they are kept. */
export const linkKeysView = ({ current, keys, madeAt = {}, version }: LinkKeyRing): ViewOf<'list-link-keys'> => ({
  current,
  keys: Object.keys(keys).map((keyId) => ({ keyId, madeAt: madeAt[keyId], current: keyId === current })),
  version,
});

export const listLinkKeys = async (
  { linkKeys }: Pick<Ports, 'linkKeys'>,
  { principal }: RequestOf<'list-link-keys'>,
): Promise<ViewOf<'list-link-keys'>> => linkKeysView(await linkKeys.get(principal.district));

const nextId = ({ keys, madeAt = {} }: LinkKeyRing): string =>
  String(
    Math.max(
      0,
      ...Object.keys({ ...keys, ...madeAt })
        .map(Number)
        .filter(Number.isFinite),
    ) + 1,
  );

/**
 * Signs links with a new key from here on. Those that are out keep opening under theirs, unless the earlier keys are
 * retired: then nothing that was sent before opens any more, for a key that got out. Names of keys are not used again.
 */
export const rotateLinkKeys = (
  { linkKeys, freshKey }: Pick<Ports, 'linkKeys'> & { readonly freshKey: () => string },
  { body, principal, now, ifMatch }: RequestOf<'rotate-link-keys'>,
): Promise<ViewOf<'rotate-link-keys'> | Refusal> =>
  decideAgain(async () => {
    const { district } = scopeOf(principal);
    const ring = await linkKeys.get(district);
    const mismatch = versionMismatch(ifMatch, ring.version);
    if (mismatch) return mismatch;
    const keyId = nextId(ring);
    const at = now.toISOString();
    const action = body.retire ? 'keys-retired' : 'key-rotated';
    const next: LinkKeyRing = {
      current: keyId,
      keys: { ...(body.retire ? {} : ring.keys), [keyId]: freshKey() },
      madeAt: { ...ring.madeAt, [keyId]: at },
      history: [...(ring.history ?? []), { at, by: principal.subject, action, reason: body.reason }],
      version: ring.version + 1,
    };
    return (await linkKeys.change(district, next)) === 'stored' ? linkKeysView(next) : 'conflict';
  });
