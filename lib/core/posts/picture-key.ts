/**
 * What stays of a picture's address when only its size, format or signature is another: host and path without the ending
 * (`.jpg`), X's sizes (`_normal`, `:large`) and everything after `?`. Not an address; only for comparing.
 */
export function pictureKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  const path = pathname
    .replace(/:(thumb|small|medium|large|orig)$/, "")
    .replace(/\.(jpe?g|png|webp|gif|mp4|avif)$/i, "")
    .replace(/_(normal|bigger|mini|x96|\d{2,4}x\d{2,4})$/, "");
  return `${host}${path}`;
}
