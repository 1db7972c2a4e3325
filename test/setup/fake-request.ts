/**
 * Stands in for the browser's side of one request. A test file says
 * `vi.mock("next/headers", () => import("#test/setup/fake-request"))` and the same for `next/navigation`.
 */
export const fakeRequest = {
  cookies: new Map<string, string>(),
  /** Attributes of each cookie as it was last set. */
  cookieOptions: new Map<string, Record<string, unknown>>(),
  headers: new Headers(),
  /** A new browser. */
  reset(): void {
    this.cookies.clear();
    this.cookieOptions.clear();
    this.headers = new Headers();
  },
};

/** Where redirect() led. */
export class Redirected extends Error {
  readonly location: string;
  constructor(location: string) {
    super(`redirected to ${location}`);
    this.location = location;
  }
}

export const headers = async () => fakeRequest.headers;

export const cookies = async () => ({
  get(name: string) {
    const value = fakeRequest.cookies.get(name);
    return value === undefined ? undefined : { name, value };
  },
  set(name: string, value: string, options: Record<string, unknown>) {
    fakeRequest.cookieOptions.set(name, options);
    if (options.maxAge === 0) fakeRequest.cookies.delete(name);
    else fakeRequest.cookies.set(name, value);
  },
});

export function redirect(location: string): never {
  throw new Redirected(location);
}
