/** The canonical address of a post of X; undefined without an id. */
export function postAddress(id: string | undefined): string | undefined {
  return id !== undefined && /^\d{1,20}$/.test(id) ? `https://x.com/i/status/${id}` : undefined;
}

/** The post id in an address or a path of X. */
export function idInPath(address: string): string | undefined {
  return /\/status(?:es)?\/(\d{1,20})(?!\d)/.exec(address)?.[1];
}
