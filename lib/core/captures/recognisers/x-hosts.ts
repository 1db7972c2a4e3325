/** X's own hosts; prefixes such as `www.` and `mobile.` are taken off first. */
const X_HOSTS: ReadonlySet<string> = new Set(["x.com", "twitter.com"]);

/**
 * Hosts that show X's posts under X's paths: embed fixers (FxEmbed, vxTwitter and their aliases) and reading mirrors.
 * People paste these as they paste the original; what is captured is always the original.
 */
const MIRROR_HOSTS: ReadonlySet<string> = new Set([
  "fxtwitter.com",
  "fixupx.com",
  "xfixup.com",
  "twittpr.com",
  "vxtwitter.com",
  "fixvx.com",
  "twitfix.com",
  "fxtwitter.tech",
  "xcancel.com",
  "lightbrd.com",
  "nuku.trabun.org",
  "twiiit.com",
]);

const PREFIX = /^(?:www|mobile|m|web|pbs|d|g|t|c|api|i)\./;

/** Whether a host shows X's posts under X's paths. Nitter runs under many names that begin with its own. */
export function isXHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const bare = host.replace(PREFIX, "");
  return X_HOSTS.has(bare) || MIRROR_HOSTS.has(bare) || /^(?:[a-z0-9-]+\.)?nitter\.[a-z0-9.-]+$/.test(host);
}
