/** A part of an address as it was meant: Next hands dynamic segments on as they were sent, `%D9…` for Arabic. */
export function segment(sent: string): string {
  try {
    return decodeURIComponent(sent);
  } catch {
    return sent;
  }
}
