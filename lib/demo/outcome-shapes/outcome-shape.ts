import type { IncomingMessage, ServerResponse } from "node:http";
import type { Outcome } from "#lib/core/captures/types";

/**
 * A page in the form in which a platform or a newspaper answers, and what a capture of it must be called. Served at
 * `/shapes/<path>`; everything below the first part of the path belongs to the shape.
 */
export type OutcomeShape = {
  name: string;
  /** Of the address to capture, behind `/shapes/`; begins with the name. */
  path: string;
  platform: "web" | "x";
  /** Of the post that is asked for; null for a web page. */
  platformId: string | null;
  expected: Outcome;
  /** An answer that says less and nothing false; only for shapes that the code was not written for. */
  orLess?: Outcome;
  says: Record<"ar" | "en", string>;
  /** Words that the recorded text must hold, and words of the page that must not be in it. */
  holds?: string;
  lacks?: string[];
  answer(request: IncomingMessage, response: ServerResponse): void;
};

export type Answer = OutcomeShape["answer"];

/** Sends a page. */
export function html(body: string, status = 200, headers: Record<string, string> = {}): Answer {
  return (_, response) =>
    void response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
}

/** Sends the reader elsewhere. */
export function sendTo(location: string): Answer {
  return (_, response) => void response.writeHead(302, { location }).end();
}

type Plain = { lang: "ar" | "en" | "fr"; title: string; head?: string; body: string };

/** A page without the dress of Demo Square: each shape is a site of its own. */
export function plain({ lang, title, head = "", body }: Plain): string {
  return `<!doctype html><html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
