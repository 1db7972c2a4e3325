import type { ReactNode } from "react";

/** The paper between masthead and footer, as wide as both. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="mx-auto max-w-page px-4 pt-6 pb-16 sm:px-8 sm:pt-9">{children}</div>;
}
