/**
 * The chosen theme, set before the first paint. A file and not an inline script, so that a strict
 * Content-Security-Policy lets it run, and a cached public page can have it without knowing its reader.
 */
const SCRIPT = `try{var t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

export const dynamic = "force-static";

export function GET(): Response {
  return new Response(SCRIPT, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=86400" },
  });
}
