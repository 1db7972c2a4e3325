import type { IncomingMessage, ServerResponse } from "node:http";
import { page } from "#lib/demo/pages/layout";

/** Height of one band of the ruler, CSS px; tests read the picture band by band. */
export const RULER_BAND_PX = 100;
export const RULER_BANDS = 300;

/** The colour of a band: three numbers that differ from those of its neighbours and say which band it is. */
export function rulerColour(band: number): [red: number, green: number, blue: number] {
  return [(band * 7) % 256, (band * 53) % 256, 255 - ((band * 11) % 256)];
}

function tallPage(): string {
  const bands = Array.from({ length: RULER_BANDS }, (_, band) => {
    const words = band % 10 === 0 ? `<span style="background:#fff">السطر ${band} من صفحة طويلة جدًا</span>` : "";
    return `<div style="height:${RULER_BAND_PX}px;background:rgb(${rulerColour(band).join(",")})">${words}</div>`;
  });
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>صفحة طويلة</title><style>body{margin:0}</style></head><body><article><h1 style="position:absolute;opacity:0">صفحة طويلة جدًا من اليمين إلى اليسار</h1>${bands.join("")}</article></body></html>`;
}

const CHUNK = Buffer.alloc(1024 * 1024, "x");

function streamForever(response: ServerResponse, everyMs: number, chunk: Buffer | string): void {
  const timer = setInterval(() => response.write(chunk), everyMs);
  response.on("close", () => clearInterval(timer));
}

/** Sends a gigabyte as fast as the other side takes it. */
function sendHuge(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.write("<!doctype html><title>huge</title><p>");
  let left = 1024;
  const pump = () => {
    while (left > 0 && !response.destroyed) {
      left--;
      if (!response.write(CHUNK)) {
        response.once("drain", pump);
        return;
      }
    }
    response.end();
  };
  pump();
}

type Shape = (request: IncomingMessage, response: ServerResponse) => void;
const send =
  (body: string, status = 200): Shape =>
  (_, response) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(body);
  };
const redirect =
  (to: string): Shape =>
  (_, response) => {
    response.writeHead(302, { location: to }).end();
  };

/** Everything awkward that a page can do, at `/shapes/<name>`. */
export const SHAPES: Record<string, Shape> = {
  tall: send(tallPage()),
  "no-text": send(
    "<!doctype html><title></title><body><svg width='400' height='300'><rect width='400' height='300' fill='teal'/></svg></body>",
  ),
  dialogs: send(
    page({
      title: "Dialogs",
      lang: "en",
      body: "<article><h1>Dialogs</h1><p>This page asks three times before it shows a text that is long enough to be read as an article by any reader of articles, and then it asks to leave.</p></article><script>alert(1);confirm(2);prompt(3);window.open('/');onbeforeunload=()=>'stay';Notification&&Notification.requestPermission()</script>",
    }),
  ),
  download: (_, response) => {
    response
      .writeHead(200, {
        "content-type": "application/octet-stream",
        "content-disposition": "attachment; filename=x.bin",
      })
      .end("x");
  },
  slow: (_, response) => {
    setTimeout(
      () =>
        send(
          page({
            title: "Slow",
            lang: "en",
            body: "<article><h1>Slow</h1><p>This page takes three seconds to answer, and then it is an ordinary page with a text that is long enough to be taken for one.</p></article>",
          }),
        )(_, response),
      3_000,
    );
  },
  endless: (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write(
      page({
        title: "Endless",
        lang: "en",
        body: "<article><h1>Endless</h1><p>This page has a text that can be read, but its last byte never comes.</p>",
      }).replace("</main></body></html>", ""),
    );
    streamForever(response, 500, "<!-- more -->");
  },
  silent: () => {
    // No answer at all; the connection stays open.
  },
  huge: (_, response) => sendHuge(response),
  "redirect-private": redirect("http://10.0.0.1/"),
  "redirect-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
  "redirect-loop": redirect("/shapes/redirect-loop"),
  "embeds-private": send(
    page({
      title: "Embeds",
      lang: "en",
      body: "<article><h1>Embeds</h1><p>This page asks for a picture and a frame inside the reader's own network, next to a text that is long enough to count as one.</p><img src='http://192.168.0.1/x.png'><iframe src='http://127.0.0.1:1/'></iframe></article>",
    }),
  ),
  "server-error": send(page({ title: "500", lang: "en", body: "<h1>Internal error</h1>" }), 500),
};

/** What each of them does, for the index page. */
export const SHAPE_NOTES: Record<string, Record<"ar" | "en", string>> = {
  tall: { en: "30,000 pixels high, right to left", ar: "بارتفاع 30 ألف بكسل من اليمين إلى اليسار" },
  "no-text": { en: "A picture and no word", ar: "صورة بلا كلمة" },
  dialogs: { en: "Dialogs, a popup, a plea to stay", ar: "مربعات حوار ونافذة منبثقة ورجاء بالبقاء" },
  download: { en: "A file instead of a page", ar: "ملف بدل صفحة" },
  slow: { en: "Answers after three seconds", ar: "تجيب بعد ثلاث ثوانٍ" },
  endless: { en: "Can be read and never ends", ar: "تُقرأ ولا تنتهي" },
  silent: { en: "Takes the request and says nothing", ar: "تستقبل الطلب ولا تجيب" },
  huge: { en: "One gigabyte", ar: "غيغابايت كاملة" },
  "redirect-private": { en: "Leads into a private network", ar: "تقود إلى شبكة خاصة" },
  "redirect-metadata": { en: "Leads to a cloud's own address", ar: "تقود إلى عنوان داخلي للسحابة" },
  "redirect-loop": { en: "Leads to itself", ar: "تقود إلى نفسها" },
  "embeds-private": { en: "Asks for a picture from a private network", ar: "تطلب صورة من شبكة خاصة" },
  "server-error": { en: "Status 500", ar: "خطأ في الخادم 500" },
};
