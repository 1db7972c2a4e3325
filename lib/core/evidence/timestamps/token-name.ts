/**
 * What an authority's token is called among the files of a capture: `manifest-<host>.tsr`, with port and path where the
 * address has them. One name per authority.
 */
export function tokenName(authority: string, of = "manifest"): string {
  const { host, pathname, search } = new URL(authority);
  const path = pathname === "/" ? "" : pathname;
  const plain = `${host}${path}${search}`.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, "-");
  return `${of}-${plain.replaceAll(/^[-.]+|[-.]+$/g, "").slice(0, 120)}.tsr`;
}
