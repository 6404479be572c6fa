import { graphemeCount } from '../../text/grapheme';
import { urlsIn } from '../../text/links';

/**
 * Mastodon (status_length_validator.rb): grapheme clusters; an address with protocol that becomes a link counts 23;
 * `@user@server` counts as `@user` unless the server's name is longer than a domain may be.
 */
export function mastodon(text: string): number {
  let count = 0;
  let from = 0;
  const takeText = (to: number) => {
    count += graphemeCount(shortMentions(text.slice(from, to)));
  };
  for (const link of urlsIn(text)) {
    if (!link.hasProtocol) continue;
    takeText(link.start);
    count += URL_LENGTH;
    from = link.end;
  }
  takeText(text.length);
  return count;
}

const URL_LENGTH = 23;
const MAX_DOMAIN = 253;
const remote = /(?<![=/\p{L}\p{N}\p{M}\p{Pc}])@([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)@([a-z0-9.-]*[a-z0-9])/giu;

const shortMentions = (text: string): string =>
  text.includes('@')
    ? text.replace(remote, (whole, user: string, domain: string) => (domain.length > MAX_DOMAIN ? whole : `@${user}`))
    : text;
